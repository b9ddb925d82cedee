# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Where something fails midway, `offboard` tells what everybody had, and what was done."""

from __future__ import annotations

import json

from ansible_collections.onlyoffice.docspace.tests.portal.http.faults import (
    before,
    done_but,
    instead,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.offboard.tasks import (
    DESIGN,
    ENGINEERING,
    FINANCE,
    failed,
    leaver,
    names,
    statuses,
    task,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.simulated import request


def test_after_a_failure_in_one_group_nobody_is_disabled_and_the_next_run_completes_it(site):
    site.faults.append(("PUT", f"group/{ENGINEERING}", instead(500)))

    result = failed(site, ["user05", "user12"])

    eva, other = leaver(result, "user05"), leaver(result, "user12")
    assert result["changed"]
    assert names(eva["groups"]) == ["Design", "Engineering", "Finance"]
    assert names(eva["left"]) == ["Design", "Finance"]
    assert (eva["status"], eva["failed"], eva["changed"]) == ("active", True, True)
    assert "user05@example.org (Eva User05) is still a member" in eva["msg"]
    assert (other["failed"], other["changed"], other["msg"]) == (
        True,
        False,
        "The rest was not begun.",
    )
    assert result["msg"].startswith("Not everybody is offboarded: ")
    assert result["msg"].endswith(
        "Not begun: disabling accounts. Run the task again to complete it."
    )
    assert result["failure"]["code"] == "server_error"

    again = task(site, ["user05", "user12"])

    assert names(leaver(again, "user05")["left"]) == ["Engineering"]
    assert statuses(site, "user05", "user12") == ["disabled"] * 2


def test_where_a_new_manager_is_not_made_nobody_leaves(site):
    site.faults.append(("PUT", f"group/{FINANCE}", instead(500)))

    result = failed(site, ["user05"], new_manager="user01")

    assert not result["changed"]
    assert result["requests"]["write"] == 1
    assert site.members(DESIGN) == {"user03", "user04", "user05"}
    (managed,) = leaver(result, "user05")["managed"]
    assert managed["manager"]["email"] == "user05@example.org"
    assert "Not begun: taking people out of their groups, disabling accounts." in result["msg"]


def test_accounts_that_are_refused_in_the_end_leave_a_report_of_all_that_was_done(site, tmp_path):
    report = tmp_path / "leavers.json"
    site.faults.append(("PUT", "people/status", instead(403, {"error": {"message": "No"}})))

    result = failed(site, ["user05"], report=str(report))

    eva = leaver(result, "user05")
    assert result["changed"]
    assert names(eva["left"]) == ["Design", "Engineering", "Finance"]
    assert [group["manager"] for group in eva["managed"]] == [None]
    assert (eva["previous_status"], eva["status"], eva["failed"]) == ("active", "active", True)
    assert result["report"] == str(report)
    assert names(json.loads(report.read_text())["leavers"][0]["groups"]) == names(eva["groups"])
    assert result["requests"]["write"] == 4


def test_of_what_cannot_be_read_after_a_lost_answer_nothing_is_claimed(site):
    site.faults.append(("PUT", f"group/{FINANCE}", done_but(500)))
    site.faults.append(("GET", "simple/filter", instead(500)))

    result = failed(site, ["user05"])

    eva = leaver(result, "user05")
    assert (result["changed"], result["failure"]["verified"]) == (True, False)
    assert names(eva["left"]) == ["Design", "Engineering"]
    assert eva["managed"] == [{"id": FINANCE, "name": "Finance"}]
    assert eva["changed"]


def test_a_status_that_cannot_be_read_is_null(site):
    site.faults.append(("PUT", "people/status", done_but(500)))
    site.faults.append(("GET", "people/c0000000-0000-4000-8000-000000000012", instead(500)))

    result = failed(site, ["user12"])

    assert leaver(result, "user12")["status"] is None
    assert result["changed"]


def test_failures_of_several_groups_are_all_told(site):
    site.faults += [("PUT", f"group/{each}", instead(500)) for each in (DESIGN, ENGINEERING)]

    result = failed(site, ["user05"])

    assert [each["code"] for each in result["failure"]["problems"]] == ["server_error"] * 2
    assert names(leaver(result, "user05")["left"]) == ["Finance"]


def test_a_lost_answer_to_a_write_that_was_made_is_a_warning(site):
    site.faults.append(("PUT", f"group/{DESIGN}", done_but(500)))

    result = task(site, ["user05"])

    assert any("was made in full" in warning for warning in result["warnings"])
    assert len(leaver(result, "user05")["left"]) == 3


def test_a_group_that_somebody_deletes_meanwhile_has_nobody_in_it(site):
    def delete(portal):
        request(portal, "DELETE", f"group/{DESIGN}", None, site.api_key("admin key"))

    site.faults.append(("PUT", f"group/{DESIGN}", before(delete)))

    result = task(site, ["user05"])

    eva = leaver(result, "user05")
    assert (eva["failed"], eva["status"]) == (False, "disabled")
    assert names(eva["left"]) == ["Engineering", "Finance"]
    assert any("was deleted while the task ran" in warning for warning in result["warnings"])


def test_nobody_leaves_where_a_group_is_gone_that_was_to_get_a_new_manager(site):
    def delete(portal):
        request(portal, "DELETE", f"group/{FINANCE}", None, site.api_key("admin key"))

    site.faults.append(("PUT", f"group/{FINANCE}", before(delete)))

    result = failed(site, ["user05"], new_manager="user01")

    assert result["failure"]["code"] == "group_not_found"
    assert not result["changed"]
    assert task(site, ["user05"], new_manager="user01")["changed"]


def test_a_group_that_is_gone_before_it_is_read_is_told(site):
    def delete(portal):
        request(portal, "DELETE", f"group/{DESIGN}", None, site.api_key("admin key"))

    site.faults.append(("GET", f"group/{DESIGN}", before(delete)))

    result = task(site, ["user05"])

    assert names(leaver(result, "user05")["groups"]) == ["Engineering", "Finance"]
    assert result["warnings"][0] == (
        f'The group "Design" ({DESIGN}) was deleted by somebody else meanwhile.'
    )
