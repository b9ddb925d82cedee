# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""`group_info` finds the groups that are asked for, and takes few requests for it."""

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.group_info.tasks import (
    ALL_GROUPS,
    DESIGN,
    GROUP,
    TWINS,
    task,
)

USER = "c0000000-0000-4000-8000-0000000000{:02}"


def names(result):
    return [group["name"] for group in result["groups"]]


def test_all_groups_come_sorted_in_one_request(site):
    result = task(site, all=True)

    assert names(result) == sorted(names(result), key=str.lower)
    assert len(names(result)) == 15
    assert [group["id"] for group in result["groups"] if group["name"] == "Twins"] == TWINS
    assert site.log() == [ALL_GROUPS]
    assert result["requests"] == {"read": 1, "write": 0}
    assert not result["changed"]
    assert "diff" not in result


def test_a_group_by_id_is_one_request(site):
    result = task(site, group=DESIGN)

    assert result["groups"] == [
        {
            "id": DESIGN,
            "name": "Design",
            "manager": {
                "id": USER.format(3),
                "display_name": "Cleo User03",
                "email": "user03@example.org",
                "status": "active",
            },
            "ldap": False,
            "size": 3,
        }
    ]
    assert site.log() == [f"GET group/{DESIGN}?includeMembers=false"]


def test_an_id_in_another_notation(site):
    assert names(task(site, group=f"{{{DESIGN}}}")) == ["Design"]


def test_a_group_by_name_is_one_request(site):
    result = task(site, group="Böhm & Söhne")

    assert names(result) == ["Böhm & Söhne"]
    assert site.log() == ["GET group?count=100&filterValue=Böhm & Söhne&startIndex=0"]


def test_an_ambiguous_name_gives_both_groups(site):
    assert [group["id"] for group in task(site, group="Twins")["groups"]] == TWINS


@pytest.mark.parametrize("group", ["engineering", "Engineer", GROUP.format(99), "Everyone"])
@pytest.mark.parametrize("members", [True, False])
def test_a_group_that_is_not_there_is_an_empty_list_and_one_request(site, group, members):
    result = task(site, group=group, members=members)

    assert (result["groups"], result["unknown"]) == ([], [])
    assert result["requests"]["read"] == 1


def test_a_system_group_is_found_by_its_id(site):
    for name, group_id in site.state["system_groups"].items():
        assert names(task(site, group=group_id)) == [name]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("BOHM", ["Böhm & Söhne"]),
        ("  twin ", ["Twins", "Twins"]),
        ("in", ["Accounting", "Engineering", "Finance", "Marketing", "Twins", "Twins"]),
        ("%", []),
    ],
)
def test_search_is_the_portals_and_one_request(site, text, found):
    result = task(site, search=text)

    assert names(result) == found
    assert site.log() == [f"GET group?count=100&filterValue={text}&startIndex=0"]


@pytest.mark.parametrize(
    ("person", "look_up", "person_id", "found"),
    [
        ("USER01@example.org", "people/email?email=USER01@example.org", USER.format(1),
         ["Accounting", "Mixed states", "Twins"]),
        (USER.format(12), f"people/{USER.format(12)}", USER.format(12), []),
        ("disabled01", "people/disabled01", "e0000000-0000-4000-8000-000000000001",
         ["Mixed states"]),
        ("pending01", "people/pending01", "d0000000-0000-4000-8000-000000000001",
         ["Mixed states"]),
    ],
)  # fmt: skip
def test_the_groups_of_a_member_are_two_requests_whatever_the_status(
    site, person, look_up, person_id, found
):
    result = task(site, member=person)

    assert names(result) == found
    assert result["unknown"] == []
    assert site.log() == [
        f"GET {look_up}",
        f"GET group?count=100&startIndex=0&userId={person_id}",
    ]


def test_the_groups_of_a_manager_are_two_requests(site):
    result = task(site, manager="user01")

    assert names(result) == ["Accounting", "Mixed states"]
    assert site.log() == [
        "GET people/user01",
        f"GET group?count=100&manager=true&startIndex=0&userId={USER.format(1)}",
    ]


def test_search_narrows_the_groups_of_a_person(site):
    assert names(task(site, member="user01", search="t")) == [
        "Accounting", "Mixed states", "Twins"
    ]  # fmt: skip
    assert names(task(site, manager="user01", search="mixed")) == ["Mixed states"]
    assert site.log()[-1] == (
        f"GET group?count=100&filterValue=mixed&manager=true&startIndex=0&userId={USER.format(1)}"
    )


@pytest.mark.parametrize("option", ["member", "manager"])
@pytest.mark.parametrize(
    "nobody",
    ["left@example.org", "ghost", USER.format(99), "00000000-0000-0000-0000-000000000000"],
)
def test_somebody_unknown_is_told_and_has_no_groups(site, option, nobody):
    result = task(site, members=True, **{option: nobody})

    assert (result["groups"], result["unknown"]) == ([], [nobody])
    assert result["requests"] == {"read": 2 if "@" in nobody else 1, "write": 0}


def test_all_pages_are_read(site):
    site.state["groups"] += [
        {"id": f"30000000-0000-4000-8000-{number:012}", "name": f"Project {number:03}",
         "manager": None, "members": [USER.format(12)], "ldap": False}
        for number in range(190)
    ]  # fmt: skip
    site.__post_init__()

    assert len(task(site, all=True)["groups"]) == 205
    assert site.log() == [f"GET group?count=100&startIndex={start}" for start in (0, 99, 198)]
    assert len(task(site, search="project")["groups"]) == 190
    result = task(site, member="user12")
    assert len(result["groups"]) == 190
    assert result["requests"]["read"] == 1 + 2
