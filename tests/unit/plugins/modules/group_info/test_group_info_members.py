# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""`group_info` lists all members of groups, and takes few requests for it."""

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.plugins.module_utils._http import transport
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.group_info.tasks import (
    ALL_GROUPS,
    EMPTY,
    GROUP,
    MIXED,
    TWINS,
    failed,
    task,
)

DIRECTORY = "GET people/filter?count=100&startIndex=0"


def emails(group):
    return [person["email"] for person in group["members"]]


ANY_DISABLED = "GET people/simple/filter?count=100&employeeStatus=2&startIndex=0"


def members_of(group):
    return f"GET people/filter?count=100&groupId={group}&startIndex=0"


def test_members_are_listed_hidden_ones_too_with_one_more_request(site):
    result = task(site, group="Mixed states", members=True)

    (group,) = result["groups"]
    assert emails(group) == [
        "disabled01@example.org",
        "disabled02@example.org",
        "pending01@example.org",
        "user01@example.org",
        "user02@example.org",
    ]
    assert group["members"][0] == {
        "id": "e0000000-0000-4000-8000-000000000001",
        "display_name": "Dora1 Disabled",
        "email": "disabled01@example.org",
        "status": "disabled",
    }
    assert group["size"] == 3
    assert site.log() == [
        "GET group?count=100&filterValue=Mixed states&startIndex=0",
        members_of(MIXED),
    ]


def test_members_are_left_out_unless_asked_for(site):
    assert "members" not in task(site, group=MIXED)["groups"][0]


def test_a_group_without_members_has_an_empty_list(site):
    assert task(site, group=EMPTY, members=True)["groups"][0]["members"] == []


def test_members_of_twins_are_kept_apart(site):
    groups = task(site, group="Twins", members=True)["groups"]

    assert [emails(group) for group in groups] == [["user01@example.org"], ["user02@example.org"]]
    assert site.log()[1:] == [members_of(TWINS[0]), members_of(TWINS[1]), ANY_DISABLED]


def test_members_of_many_groups_come_from_the_directory(site):
    result = task(site, all=True, members=True)

    assert site.log() == [ALL_GROUPS, DIRECTORY]
    told = {group["id"]: set(emails(group)) for group in result["groups"]}
    mail = {user["id"]: user["email"] for user in site.state["users"]}
    assert told == {
        group["id"]: {mail[key] for key in group["members"]} for group in site.state["groups"]
    }


def test_five_pages_of_members_are_read_group_by_group(site):
    site.state["groups"] = site.state["groups"][:5]
    site.__post_init__()

    task(site, all=True, members=True)

    members = [members_of(GROUP.format(number)) for number in range(1, 6)]
    assert site.log()[1:] == [*members, ANY_DISABLED]


def test_a_sixth_group_makes_it_the_directory_even_without_members(site):
    site.state["groups"] = [*site.state["groups"][:5], site.state["groups"][-1]]
    site.__post_init__()

    assert emails(task(site, all=True, members=True)["groups"][3]) == []
    assert site.log()[1:] == [DIRECTORY]


@pytest.mark.parametrize(
    ("group", "reads"), [("Group of 250", 1 + 3 + 1), ("Group of 1000", 1 + 1 + 11)]
)
def test_members_of_large_groups_are_read_by_pages(big_site, group, reads):
    result = task(big_site, group=group, members=True)

    assert len(result["groups"][0]["members"]) == int(group.split()[-1])
    assert result["requests"]["read"] == reads


def test_members_of_few_groups_are_not_taken_from_a_large_directory(big_site):
    result = task(big_site, search="group of", members=True)

    assert [len(group["members"]) for group in result["groups"]] == [0, 1000, 250]
    # Fifteen pages of members, where twenty pages of the directory are left after its first.
    assert result["requests"]["read"] == 1 + 1 + 15


def test_two_hundred_groups_of_fifty_with_their_members_are_24_requests(big_site):
    people = [user["id"] for user in big_site.state["users"] if user["type"] == "User"]
    big_site.state["groups"] = [
        {"id": f"30000000-0000-4000-8000-{number:012}", "name": f"Project {number:03}",
         "manager": None, "ldap": False,
         "members": [people[(number * 9 + each) % len(people)] for each in range(50)]}
        for number in range(200)
    ]  # fmt: skip
    big_site.__post_init__()

    result = task(big_site, all=True, members=True)

    assert {len(group["members"]) for group in result["groups"]} == {50}
    assert result["requests"] == {"read": 3 + 21, "write": 0}


def test_reads_run_side_by_side(big_site, monkeypatch):
    monkeypatch.setattr(transport, "PARALLEL", 4)

    assert len(task(big_site, group="Group of 250", members=True)["groups"][0]["members"]) == 250
    assert len(task(big_site, search="group of", members=True)["groups"]) == 3


def test_members_of_a_system_group_are_refused(site):
    everyone = site.state["system_groups"]["Everyone"]

    result = failed(site, group=everyone, members=True)

    assert result["failure"] == {"code": "system_group", "status": None, "group": everyone}
    assert "user_info" in result["msg"]
    assert len(site.log()) == 1
