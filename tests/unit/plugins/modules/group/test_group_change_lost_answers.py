# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""`group` finds out what became of a change whose answer is lost or odd, and says so."""

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.tests.portal.http.faults import (
    before,
    done_but,
    instead,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.group.tasks import (
    DESIGN,
    LOST,
    READ_DESIGN,
    USER,
    after,
    failed,
    task,
    writes,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.simulated import request


@pytest.mark.parametrize("status", [500, *LOST])
def test_a_manager_change_without_answer_that_was_made_is_a_success_with_a_warning(site, status):
    site.faults.append(("PUT", DESIGN, done_but(status)))

    result = task(site, DESIGN, new_name="Style", manager="user04")

    assert result["changed"]
    said = f"although the portal answered otherwise: {site.base_url} failed with {status}"
    assert said in result["warnings"][0]
    assert writes(site) == [f"PUT group/{DESIGN}"]
    assert site.log()[-1] == READ_DESIGN


@pytest.mark.parametrize("status", [500, *LOST])
def test_a_manager_change_without_answer_that_was_not_made_is_not_repeated(site, status):
    site.faults.append(("PUT", DESIGN, instead(status)))

    result = failed(site, DESIGN, manager="user04")

    assert not result["changed"]
    assert writes(site) == []
    assert result["requests"]["write"] == 1
    assert result["failure"] == {"code": "server_error", "status": status, "group": DESIGN}
    instead_of = f"{USER.format(3)} is its manager instead of user04@example.org (Dan User04)"
    assert instead_of in result["msg"]


def test_renaming_alone_is_repeated_as_it_comes_to_the_same(site, naps):
    site.faults.append(("PUT", DESIGN, instead(503)))

    assert task(site, DESIGN, new_name="Style")["changed"]
    assert site.group("Style")


def test_a_change_that_was_made_in_part_is_a_failure_that_says_so(site):
    def rename(portal):
        request(portal, "PUT", f"group/{DESIGN}", {"groupName": "Style"}, site.api_key())

    site.faults.append(("PUT", DESIGN, after(rename, instead(500))))

    result = failed(site, DESIGN, new_name="Style", manager="user04")

    assert result["changed"]
    assert "its name" not in result["msg"]


def test_a_manager_who_is_left_out_in_silence_is_named_with_the_reason(site):
    def disable(portal):
        request(portal, "PUT", "people/status/Terminated", {"userIds": [USER.format(4)]},
                site.api_key())  # fmt: skip

    site.faults.append(("PUT", DESIGN, before(disable)))

    result = failed(site, DESIGN, manager="user04")

    assert result["msg"].startswith('The group "Design" (')
    assert "user04@example.org (Dan User04) is disabled; enable the account first" in result["msg"]
    assert result["failure"]["code"] == "not_as_planned"
    assert not result["changed"]


def test_an_answer_without_group_to_a_change_is_verified_by_a_read(site):
    site.faults.append(("PUT", DESIGN, done_but(200, {"response": True})))

    result = task(site, DESIGN, manager="user04")

    assert result["changed"]
    assert site.log()[-1] == READ_DESIGN


@pytest.mark.parametrize(
    ("rule", "may_be_done"), [(before, False), (lambda action: after(action, instead(500)), True)]
)
def test_a_group_that_is_deleted_in_between_is_named(site, rule, may_be_done):
    def delete(portal):
        request(portal, "DELETE", f"group/{DESIGN}", None, site.api_key())

    site.faults.append(("PUT", DESIGN, rule(delete)))

    result = failed(site, DESIGN, new_name="Style")

    assert result["msg"] == f'The group "Design" ({DESIGN}) was deleted while the task ran.'
    assert result["changed"] is may_be_done


def test_a_change_that_cannot_be_verified_is_said_with_what_to_do(site):
    def become_unreadable(portal):
        site.faults.append(("GET", DESIGN, instead(500)))

    site.faults.append(("PUT", DESIGN, after(become_unreadable, done_but(504))))

    result = failed(site, DESIGN, manager="user04")

    assert result["changed"]
    assert result["failure"] == {
        "code": "server_error",
        "status": 504,
        "verified": False,
        "group": DESIGN,
    }
    assert result["msg"].endswith("Run the task again to find out and to complete it.")


OTHERS = {
    "renamed": ({"new_name": "Style"}, ("PUT", f"group/{DESIGN}", {"groupName": "Elsewhere"})),
    "managed": (
        {"manager": "user08"},
        ("PUT", f"group/{DESIGN}/manager", {"userId": USER.format(5)}),
    ),
}


@pytest.mark.parametrize("what", OTHERS)
def test_what_somebody_changes_again_after_a_lost_answer_counts_as_a_change(site, what):
    options, theirs = OTHERS[what]
    site.faults.append(("PUT", DESIGN, done_but(500)))
    site.faults.append(("GET", DESIGN, before(lambda _: None)))
    site.faults.append(
        ("GET", DESIGN, before(lambda portal: request(portal, *theirs, site.api_key())))
    )

    result = failed(site, DESIGN, **options)

    assert result["changed"]
    assert "is not as planned" in result["msg"]


@pytest.mark.parametrize("what", OTHERS)
def test_what_the_task_does_not_name_may_change_meanwhile(site, what):
    ours = {"renamed": {"manager": "user08"}, "managed": {"new_name": "Style"}}[what]
    theirs = OTHERS[what][1]
    site.faults.append(
        ("PUT", DESIGN, before(lambda portal: request(portal, *theirs, site.api_key())))
    )

    assert task(site, DESIGN, **ours)["changed"]
