# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""`group_members` names whoever is not as planned as somebody else was at work meanwhile."""

from __future__ import annotations

from ansible_collections.onlyoffice.docspace.tests.portal.http.faults import (
    before,
    done_but,
    instead,
    partly,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.group_members.tasks import (
    ENGINEERING,
    USER,
    WRITE,
    emails,
    failed,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.simulated import request


def test_somebody_left_out_in_silence_is_named_with_the_reason(site):
    def disable(portal):
        request(portal, "PUT", "people/status/Terminated", {"userIds": [USER.format(1)]},
                site.api_key())  # fmt: skip

    site.faults.append(("PUT", WRITE, before(disable)))

    result = failed(site, ["user01", "user02"])

    assert "user01@example.org (Ada User01) is not a member" in result["msg"]
    assert "user01@example.org (Ada User01) is disabled; enable the account" in result["msg"]
    assert emails(result["added"]) == ["user02@example.org"]
    assert result["changed"]
    assert result["failure"] == {"code": "not_as_planned", "status": None}


def test_a_group_that_goes_after_a_lost_answer_is_not_taken_for_an_empty_one(site):
    def delete(portal):
        request(portal, "DELETE", f"group/{ENGINEERING}", None, site.api_key())

    for state, members in (("absent", ["user05"]), ("exact", [])):
        site.__post_init__()
        site.faults.append(("DELETE" if state == "absent" else "PUT", ENGINEERING, instead(500)))
        site.faults.append(("GET", "simple/filter", before(delete)))

        result = failed(site, members, state=state)

        assert result["failure"]["code"] == "group_not_found"
        assert "removed" not in result


def test_people_left_out_in_silence_are_named_each_with_the_reason(site):
    def disable(portal):
        request(portal, "PUT", "people/status/Terminated", {"userIds": [USER.format(1)]},
                site.api_key())  # fmt: skip

    gone = {"error": {"message": "x", "type": "x"}, "status": 1, "statusCode": 404}
    site.faults += [
        ("PUT", WRITE, partly(0, 200, {"response": {"id": ENGINEERING, "members": []}})),
        ("GET", f"people/{USER.format(1)}", before(disable)),
        ("GET", f"people/{USER.format(2)}", instead(404, gone)),
    ]

    result = failed(site, ["user01", "user02"])

    assert result["msg"] == (
        f'The group "Engineering" ({ENGINEERING}) is not as planned:'
        " user01@example.org (Ada User01) is not a member;"
        " user02@example.org (Ben User02) is not a member."
        " user01@example.org (Ada User01) is disabled; enable the account first."
        " user02@example.org (Ben User02) has no account any more."
    )
    assert not result["changed"]


def test_somebody_who_comes_in_between_breaks_exact_and_is_named(site):
    def join(portal):
        request(portal, "PUT", WRITE, {"members": [USER.format(12)]}, site.api_key())

    site.faults.append(("PUT", f"group/{ENGINEERING}", before(join)))

    result = failed(site, ["user04"], state="exact")

    assert f"{USER.format(12)} has become a member meanwhile" in result["msg"]
    assert result["changed"]
    assert len(result["removed"]) == 3


def test_somebody_who_leaves_in_between_breaks_exact_and_is_named(site):
    def leave(portal):
        request(portal, "DELETE", WRITE, {"members": [USER.format(4)]}, site.api_key())

    site.faults.append(("PUT", f"group/{ENGINEERING}", before(leave)))

    result = failed(site, ["user04"], state="exact")

    assert "user04@example.org (Dan User04) is no longer a member" in result["msg"]


def test_whatever_is_not_as_planned_is_named(site):
    def swap(portal):
        body = {"membersToAdd": [USER.format(5)], "membersToRemove": [USER.format(4)]}
        request(portal, "PUT", f"group/{ENGINEERING}", body, site.api_key())

    site.faults += [
        ("PUT", f"group/{ENGINEERING}", done_but(200, {"response": True})),
        ("GET", "simple/filter", before(swap)),
    ]

    result = failed(site, ["user04"], state="exact")

    assert "user05@example.org (Eva User05) is still a member" in result["msg"]
    assert "user04@example.org (Dan User04) is no longer a member" in result["msg"]


def test_a_group_that_is_deleted_in_between_is_named(site):
    def delete(portal):
        request(portal, "DELETE", f"group/{ENGINEERING}", None, site.api_key())

    site.faults.append(("DELETE", WRITE, before(delete)))

    result = failed(site, ["user05"], state="absent")

    assert (
        result["msg"] == f'The group "Engineering" ({ENGINEERING}) was deleted while the task ran.'
    )
    assert result["failure"] == {"code": "group_not_found", "status": 404, "group": ENGINEERING}
    assert not result["changed"]
