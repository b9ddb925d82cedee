# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""groups_plan: what has to be done for a list of groups, and what speaks against it."""

from __future__ import annotations

import pytest
from ansible.errors import AnsibleFilterError

from ansible_collections.onlyoffice.docspace.plugins.filter.groups_plan import (
    FilterModule,
    groups_plan,
)

ADA = {"id": "c1", "display_name": "Ada", "email": "Ada@example.org", "status": "active"}
DORA = {"id": "c2", "display_name": "Dora", "email": "dora@example.org", "status": "disabled"}
IDS = [f"10000000-0000-4000-8000-{number:012}" for number in range(9)]


def group(number, name, manager=None, ldap=False):
    return {"id": IDS[number], "name": name, "manager": manager, "ldap": ldap, "size": 0}


PORTAL = [
    group(1, "Design", ADA),
    group(2, "Finance", DORA),
    group(3, "Twins"),
    group(4, "Twins"),
    group(5, "Directory", ldap=True),
    group(6, ""),
]
ALL = [{"name": each["name"], "id": each["id"]} for each in PORTAL if not each["ldap"]]


def plan(*wanted, **options):
    return groups_plan(wanted, PORTAL, **options)


def test_is_offered_to_ansible():
    assert FilterModule().filters() == {"groups_plan": groups_plan}


def test_nothing_to_do():
    wanted = [
        {"name": "Design", "manager": "ADA@EXAMPLE.ORG"},
        {"name": "Twins", "id": IDS[3].upper(), "manager": ""},
        {"name": "Finance", "manager": "dora@example.org"},
        {"name": "Gone", "state": "absent"},
        {"name": "Gone", "id": IDS[8], "state": "absent"},
        {"name": "", "id": IDS[6]},
    ]

    assert set(map(str, plan(*wanted).values())) == {"[]"}


@pytest.mark.parametrize(
    ("entry", "memberships"),
    [
        ({}, []),
        ({"members": []}, [{"exact": []}]),
        ({"exact": ["ben"], "manager": "ada@example.org"}, [{"exact": ["ada@example.org", "ben"]}]),
        ({"add": "ben, cleo"}, [{"add": ["ben", "cleo"], "remove": []}]),
        ({"remove": ["ben"]}, [{"add": [], "remove": ["ben"]}]),
        ({"add": []}, []),
        (
            {"manager": "ada@example.org", "remove": ["ada"]},
            [{"add": ["ada@example.org"], "remove": ["ada"]}],
        ),
    ],
)
def test_memberships_of_a_group_that_is_there(entry, memberships):
    made = plan({"name": "Design", **entry})

    assert made["memberships"] == [{"group": IDS[1], **each} for each in memberships]
    assert made["problems"] == made["writes"] == made["later"] == []


@pytest.mark.parametrize(
    ("entry", "writes"),
    [
        ({"name": "Design", "manager": "ben"}, {"manager": "ben"}),
        ({"name": "Design", "manager": ""}, {"manager": ""}),
        ({"name": "Arts", "id": IDS[1]}, {"new_name": "Arts"}),
        ({"name": "Named", "id": IDS[6]}, {"new_name": "Named"}),
    ],
)
def test_changes(entry, writes):
    made = plan(entry)

    (write,) = made["writes"]
    assert write == {"title": entry["name"], "id": write["id"], **writes}
    assert made["people"] == [each for each in [writes.get("manager")] if each]


def test_new_groups_are_made_with_their_members():
    made = plan({"name": 12, "manager": "ada", "members": ["ben", "ada"]}, {"name": "B"})

    assert made["writes"] == [
        {"title": "12", "name": "12", "manager": "ada", "members": ["ben", "ada"]},
        {"title": "B", "name": "B", "members": []},
    ]
    assert made["people"] == ["ada", "ben"]
    assert made["memberships"] == made["later"] == []


def test_large_new_groups_get_the_rest_later():
    people = [f"p{number}" for number in range(150)]

    made = plan({"name": "Large", "members": people})

    assert made["writes"][0]["members"] == people[:100]
    assert made["later"] == [{"group": "Large", "exact": people}]


def test_unknown_people_are_left_out_where_that_is_allowed():
    people = {"users": [], "unknown": ["ghost"]}
    entry = {"name": "New", "members": ["ghost", "ada"]}

    assert plan(entry, people=people)["problems"] == ["ghost is nobody on this portal."]
    made = plan(entry, people=people, unknown_users="warn")
    assert made["problems"] == []
    assert made["writes"][0]["members"] == ["ada"]
    managed = plan({"name": "New", "manager": "ghost"}, people=people, unknown_users="warn")
    assert managed["problems"] == ["ghost is nobody on this portal."]


def test_guests_and_disabled_people_are_problems():
    guest = {**ADA, "type": "guest"}
    people = {"users": [guest, {**DORA, "type": "user"}, {**ADA, "type": "user"}], "unknown": []}

    assert plan({"name": "New"}, people=people)["problems"] == [
        "Ada@example.org (Ada) is a guest, and guests cannot be in groups.",
        "dora@example.org (Dora) is disabled; enable the account, or leave it out.",
    ]


@pytest.mark.parametrize(
    ("entries", "says"),
    [
        ([{"name": "Twins"}], f"{IDS[3]}, {IDS[4]}"),
        ([{"name": "Twins", "state": "absent"}], "2 groups of the portal have this name"),
        ([{"name": "New"}, {"name": "New"}], "'New' would be the name of 2 groups"),
        ([{"name": "Design"}, {"name": "X", "id": IDS[1]}], f"{IDS[1]} is in the list 2 times"),
        ([{"name": "New", "id": IDS[8]}], "no group with this id"),
        ([{"name": "New"}, {"name": "New", "id": IDS[1]}], "'New' would be the name of 2 groups"),
        ([{"name": "New", "id": "10"}], "the id is none"),
        ([{"name": IDS[8]}], "an id as its name"),
        ([{"name": " New"}], "begins or ends with blanks"),
        ([{"name": "Finance", "id": IDS[1]}], f"another group has this name, {IDS[2]}"),
        ([{"name": "  "}], "is empty"),
        ([{"name": " ", "id": IDS[1]}], "is empty"),
        ([{"name": "Design", "members": [], "add": ["x"]}], "members excludes add and remove"),
        ([{"name": "Design", "members": [], "exact": []}], "mean the same"),
        ([{"name": "Directory"}], "docspace_groups_allow_ldap"),
        ([{"name": "Directory", "state": "absent"}], "docspace_groups_allow_ldap"),
        ([{"name": "Finance", "manager": ""}], "dora@example.org (Dora) is disabled"),
    ],
)
def test_problems(entries, says):
    (problem,) = plan(*entries)["problems"]

    assert says in problem


def test_a_directory_is_left_alone_unless_allowed():
    assert plan({"name": "Directory"}, allow_ldap=True)["problems"] == []


@pytest.mark.parametrize(
    ("listed", "limit", "deleted"),
    [
        (0, "5", 5),
        (0, "4", None),
        (0, "100%", 5),
        (0, "99%", None),
        (4, "20%", 1),
        (4, "10%", None),
        (5, "0", 0),
    ],
)
def test_what_is_not_listed_is_deleted_up_to_the_limit(listed, limit, deleted):
    made = plan(*ALL[:listed], prune=True, prune_limit=limit)

    if deleted is None:
        assert f"would delete {5 - listed} of 5 groups" in made["problems"][0]
    else:
        assert made["problems"] == []
        assert [each["id"] for each in made["deletions"]] == [each["id"] for each in ALL[listed:]]
    assert not plan(*ALL[:listed], prune_limit=limit)["deletions"]


def test_a_directory_is_deleted_only_if_asked_for():
    made = plan(*ALL, prune=True, prune_ldap=True, prune_limit="1")

    assert made["deletions"] == [{"id": IDS[5], "title": "Directory"}]


def test_what_is_deleted_by_name_does_not_count_as_not_listed():
    made = plan(*ALL[1:], {"name": "Design", "state": "absent"}, prune=True, prune_limit="0")

    assert made["problems"] == []
    assert made["deletions"] == [{"id": IDS[1], "title": "Design"}]


def test_two_groups_may_swap_their_names():
    assert (
        plan({"name": "Finance", "id": IDS[1]}, {"name": "Design", "id": IDS[2]})["problems"] == []
    )
    assert (
        plan({"name": "Finance", "id": IDS[1]}, {"name": "X", "id": IDS[2], "state": "absent"})[
            "problems"
        ]
        == []
    )


@pytest.mark.parametrize(
    ("wanted", "options"),
    [(["Design"], {}), ([{}], {}), ([], {"prune_limit": "few"})],
)
def test_nonsense_is_an_error(wanted, options):
    with pytest.raises(AnsibleFilterError):
        groups_plan(wanted, PORTAL, **options)


def test_names_are_shown_on_one_line_and_used_as_they_are():
    steering = "\x1b[2J\nA"
    odd = {**PORTAL[0], "name": steering}

    made = groups_plan([{"name": steering}], [])
    assert made["writes"] == [{"title": "\ufffd[2J\ufffdA", "name": steering, "members": []}]
    made = groups_plan([], [odd], prune=True, prune_limit="100%")
    assert made["deletions"] == [{"id": odd["id"], "title": "\ufffd[2J\ufffdA"}]
