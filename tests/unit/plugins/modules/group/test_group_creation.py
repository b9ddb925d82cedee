# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""`group` makes a group with its manager and members by one write and as few reads as it can."""

from __future__ import annotations

from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.group.tasks import (
    DESIGN,
    FIND_DESIGN,
    FIND_NEW,
    USER,
    emails,
    sent,
    task,
)


def test_a_new_group_takes_a_look_up_for_each_person_and_one_write(site):
    result = task(
        site, "New", manager="user01", members={"add": ["user02@example.org", USER.format(3)]}
    )

    assert result["changed"]
    stored = site.group("New")
    assert stored["manager"] == USER.format(1)
    assert site.members(stored["id"]) == {"user01", "user02", "user03"}
    assert result["group"] == {
        "id": stored["id"],
        "name": "New",
        "manager": {
            "id": USER.format(1),
            "display_name": "Ada User01",
            "email": "user01@example.org",
            "status": "active",
        },
        "ldap": False,
        "size": 3,
    }
    assert emails(result["added"]) == [f"user0{number}@example.org" for number in (1, 2, 3)]
    assert site.log() == [
        FIND_NEW,
        "GET people/user01",
        "GET people/email?email=user02@example.org",
        f"GET people/{USER.format(3)}",
        "POST group",
    ]
    assert sent(site) == [
        {
            "groupName": "New",
            "groupManager": USER.format(1),
            "members": [USER.format(number) for number in (1, 2, 3)],
        }
    ]
    assert result["requests"] == {"read": 4, "write": 1}
    assert result["warnings"] == []


def test_a_new_group_needs_no_more_than_a_name(site):
    result = task(site, "New")

    assert result["group"]["manager"] is None
    assert result["added"] == []
    assert site.log() == [FIND_NEW, "POST group"]
    assert sent(site) == [{"groupName": "New", "members": []}]


def test_somebody_who_is_named_several_times_counts_once(site):
    members = ["user01@example.org", "USER01", "user02", "USER02"]

    task(site, "New", manager="User01", members={"add": members})

    assert sent(site)[0]["members"] == [USER.format(1), USER.format(2)]
    # One look-up for each notation.
    assert len(site.log()) == 1 + 3 + 1


def test_an_empty_manager_of_a_new_group_is_none(site):
    assert task(site, "New", no_manager=True)["group"]["manager"] is None


def test_many_members_of_a_new_group_are_found_by_pages(big_site):
    people = [f"person{number:04}@example.net" for number in range(900, 1000)]

    result = task(big_site, "New", manager="user01", members={"add": people})

    assert len(result["added"]) == 101
    # The first page tells that there are 21, less than 101 look-ups. A write takes 100 people.
    assert result["requests"] == {"read": 1 + 21, "write": 2}


def test_some_members_are_looked_up_without_asking_how_many_people_there_are(big_site):
    result = task(
        big_site, "New", members={"add": [f"person{number:04}" for number in range(1900, 1906)]}
    )

    assert result["requests"] == {"read": 1 + 6, "write": 1}


def test_a_new_group_in_check_mode_has_no_id_yet(site):
    result = task(site, "New", manager="user01", check_mode=True)

    assert result["changed"]
    assert result["group"]["id"] is None
    # The name, the manager, and whether the key may write.
    assert result["requests"] == {"read": 2 + 2, "write": 0}


def test_the_diff_of_a_new_group_names_everybody(site):
    diff = task(site, "New", manager="user02", members={"add": ["user01"]})["diff"]

    assert diff == {
        "before_header": "no group",
        "after_header": "group New",
        "before": "",
        "after": "name: New\n"
        "manager: user02@example.org (Ben User02)\n"
        "members:\n"
        "  - user01@example.org (Ada User01)\n"
        "  - user02@example.org (Ben User02)\n",
    }


def test_a_group_that_exists_gets_its_members_by_the_same_task(site):
    result = task(site, "Design", members={"add": ["user01", "user03"]})

    assert emails(result["added"]) == ["user01@example.org"]
    assert site.members(DESIGN) == {"user01", "user03", "user04", "user05"}
    assert site.log() == [
        FIND_DESIGN,
        "GET people/user01",
        "GET people/user03",
        f"PUT group/{DESIGN}",
    ]
    assert not task(site, "Design", members={"add": ["user01", "user03"]})["changed"]


def test_a_group_gets_exactly_the_members_desired_and_its_manager(site):
    task(site, "Design", manager="user04", members={"exact": ["user01"]})

    assert site.members(DESIGN) == {"user01", "user04"}
    assert site.group("Design")["manager"] == USER.format(4)
