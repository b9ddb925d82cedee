# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""`group_members` adds and removes exactly who has to come and go in each of its states."""

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.tests.portal.http.faults import partly
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.group_members.tasks import (
    ENGINEERING,
    MIXED,
    READ_GROUP,
    USER,
    WRITE,
    emails,
    failed,
    task,
)

#: Everybody in Engineering.
ENGINEERS = {"user04", "user05", "user06", "user07"}
ANY_DISABLED = "GET people/simple/filter?count=100&employeeStatus=2&startIndex=0"
READ_MEMBERS = f"GET people/filter?count=100&groupId={ENGINEERING}&startIndex=0"


# --- the three states ---------------------------------------------------------------------------


def test_absent_removes_members_with_a_read_for_each_and_one_write(site):
    result = task(site, ["user05@example.org", "USER06"], state="absent")

    assert result["changed"]
    assert emails(result["removed"]) == ["user05@example.org", "user06@example.org"]
    assert result["added"] == []
    assert "members" not in result
    assert site.members(ENGINEERING) == ENGINEERS - {"user05", "user06"}
    assert site.log() == [
        READ_GROUP,
        "GET people/email?email=user05@example.org",
        "GET people/USER06",
        f"DELETE {WRITE}",
    ]
    assert site.portal.requests[-1].body == {"members": [USER.format(5), USER.format(6)]}
    assert result["requests"] == {"read": 3, "write": 1}


def test_absent_sends_only_members(site):
    task(site, ["user05", "user01", "user12"], state="absent")

    assert site.portal.requests[-1].body == {"members": [USER.format(5)]}


@pytest.mark.parametrize(
    ("state", "members"),
    [("absent", ["user01", "user12"]), ("present", ["user04", "user07"]), ("absent", [])],
)
def test_nothing_to_do_is_no_write(site, state, members):
    result = task(site, members, state=state)

    assert not result["changed"]
    assert (result["added"], result["removed"]) == ([], [])
    assert result["diff"]["before"] == result["diff"]["after"]
    assert site.log() == [READ_GROUP, *(f"GET people/{name}" for name in members)]
    assert site.portal.mutations == 0


def test_present_adds_who_is_missing(site):
    result = task(site, ["user01", "user04", "pending02@example.org"])

    assert emails(result["added"]) == ["pending02@example.org", "user01@example.org"]
    assert result["added"][1] == {
        "id": USER.format(1),
        "display_name": "Ada User01",
        "email": "user01@example.org",
        "status": "active",
    }
    assert result["added"][0]["status"] == "pending"
    assert site.members(ENGINEERING) == ENGINEERS | {"user01", "pending02"}
    assert site.log()[-1] == f"PUT {WRITE}"
    assert result["requests"] == {"read": 4, "write": 1}


def test_exact_adds_and_removes_in_one_write(site):
    result = task(site, ["user04", "user05", "user01@example.org"], state="exact")

    assert emails(result["added"]) == ["user01@example.org"]
    assert emails(result["removed"]) == ["user06@example.org", "user07@example.org"]
    assert emails(result["members"]) == [f"user0{number}@example.org" for number in (1, 4, 5)]
    assert site.members(ENGINEERING) == {"user01", "user04", "user05"}
    assert site.log() == [
        READ_GROUP,
        READ_MEMBERS,
        "GET people/email?email=user01@example.org",
        f"PUT group/{ENGINEERING}",
    ]
    assert site.portal.requests[-1].body == {
        "membersToAdd": [USER.format(1)],
        "membersToRemove": [USER.format(6), USER.format(7)],
    }


def test_exact_with_the_present_members_is_two_reads_and_one_that_tells_that_none_is_hidden(site):
    result = task(site, sorted(ENGINEERS), state="exact")

    assert not result["changed"]
    assert len(result["members"]) == 4
    assert site.log() == [READ_GROUP, READ_MEMBERS, ANY_DISABLED]


def test_exact_with_an_empty_list_empties_the_group_hidden_members_too(site):
    result = task(site, [], MIXED, state="exact")

    assert len(result["removed"]) == 5
    assert result["members"] == []
    assert site.members(MIXED) == set()


def test_mixed_notations_of_one_person_count_once(site):
    members = [
        "{C0000000-0000-4000-8000-000000000005}",
        "c0000000000040008000000000000005",
        "User05@Example.org",
        "user05",
    ]

    result = task(site, members, state="absent")

    assert emails(result["removed"]) == ["user05@example.org"]
    assert site.portal.requests[-1].body == {"members": [USER.format(5)]}


# --- who stays hidden ---------------------------------------------------------------------------


def test_absent_removes_a_disabled_member_and_proves_it_with_one_more_read(site):
    result = task(site, ["disabled01@example.org"], MIXED, state="absent")

    assert result["removed"][0]["status"] == "disabled"
    assert "disabled01" not in site.members(MIXED)
    assert site.log()[-1] == (
        f"GET people/simple/filter?count=100&employeeStatus=2&groupId={MIXED}&startIndex=0"
    )
    assert "&fields=id&" in site.portal.requests[-1].query  # nothing else of each person
    assert result["requests"] == {"read": 3, "write": 1}


def test_present_does_not_report_a_disabled_member_as_added(site):
    result = task(site, ["disabled01", "user02"], MIXED)

    assert not result["changed"]


def test_exact_keeps_a_disabled_member_who_is_named(site):
    named = ["user01", "user02", "pending01", "disabled01"]

    result = task(site, named, MIXED, state="exact")

    assert emails(result["removed"]) == ["disabled02@example.org"]
    assert site.members(MIXED) == set(named)
    assert len(result["members"]) == 4


def test_a_disabled_member_who_stays_is_not_missed_in_the_answer_to_a_write(site):
    named = ["user01", "pending01", "disabled01", "disabled02"]

    result = task(site, named, MIXED, state="exact")

    assert emails(result["removed"]) == ["user02@example.org"]
    assert result["requests"] == {"read": 2, "write": 1}
    assert site.members(MIXED) == set(named)


def test_a_disabled_member_who_is_still_there_fails_the_task(site):
    site.faults.append(("DELETE", WRITE.replace(ENGINEERING, MIXED), partly(0, 200, {
        "response": {"id": MIXED, "members": []}
    })))  # fmt: skip

    result = failed(site, ["disabled01"], MIXED, state="absent")

    assert "disabled01@example.org (Dora1 Disabled) is still a member" in result["msg"]
    assert (result["changed"], result["removed"]) == (False, [])
