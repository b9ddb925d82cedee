# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""All that speaks against a list of groups is told at once, each in a full sentence."""

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.errors import OptionError
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.declared_groups import (
    plan_groups,
)

IDS = [f"10000000-0000-4000-8000-{number:012}" for number in range(9)]
ADA = {"id": IDS[0], "display_name": "Ada", "email": "Ada@example.org", "status": "active"}
DORA = {"id": IDS[8], "display_name": "Dora", "email": "", "status": "disabled"}


def group(number, name, manager=None, ldap=False):
    return {"id": IDS[number], "name": name, "manager": manager, "ldap": ldap, "size": 0}


PORTAL = [
    group(1, "Design", ADA),
    group(2, "Finance", DORA),
    group(3, "Legal"),
    group(5, "Directory", ldap=True),
]
BLANKS = "begins or ends with blanks; leave them out."


@pytest.mark.parametrize(
    ("entries", "problems"),
    [
        ([{"name": "New", "id": IDS[7]}],
         [f'"New" ({IDS[7]}): the portal has no group with this id; leave the id out to create'
          " one."]),
        ([{"name": IDS[7]}], [f'"{IDS[7]}": a group is not created with an id as its name.']),
        ([{"name": " New"}], [f"\" New\": name: ' New' {BLANKS}"]),
        ([{"name": "Directory"}],
         ['"Directory" belongs to a directory synchronisation (LDAP), which would undo changes;'
          " leave it out, or set docspace_groups_allow_ldap."]),
        ([{"name": "Staff ", "id": IDS[5]}],
         [f'"Staff " ({IDS[5]}) belongs to a directory synchronisation (LDAP), which would undo'
          " changes; leave it out, or set docspace_groups_allow_ldap.",
          f"\"Staff \" ({IDS[5]}): name: 'Staff ' {BLANKS}"]),
        ([{"name": "Finance", "manager": ""}],
         [f'"Finance": the manager {IDS[8]} (Dora) is disabled, and cannot end being manager'
          " without leaving the group; enable or remove this person first."]),
        ([{"name": "Finance", "id": IDS[1]}],
         [f'"Finance" ({IDS[1]}): another group has this name, {IDS[2]}; choose another one, or'
          " rename that group too."]),
    ],
)  # fmt: skip
def test_what_speaks_against_one_group(entries, problems):
    assert plan_groups(entries, PORTAL)["problems"] == problems


LEGAL_TWICE = f"The group {IDS[3]} is in the list 2 times; merge these entries."
NEW_TWICE = "'New' would be the name of 2 groups; give them different names."


@pytest.mark.parametrize(
    ("entries", "problems"),
    [
        ([{"name": "Legal"}, {"name": "Legal", "id": IDS[3]}], [LEGAL_TWICE]),
        ([{"name": "Legal"}, {"name": "Legal", "state": "absent"}], [LEGAL_TWICE]),
        ([{"name": "New"}, {"name": "New"}], [NEW_TWICE]),
        ([{"name": "New"}, {"name": "New", "id": IDS[1]}], [NEW_TWICE]),
        ([{"name": "New", "id": IDS[3]}, {"name": "New", "id": IDS[1]}], [NEW_TWICE]),
        ([{"name": "New"}, {"name": "Legal"}, {"name": "New"}, {"name": "Legal"}],
         [LEGAL_TWICE, NEW_TWICE]),
        ([{"name": "New"}, {"name": "New", "state": "absent"}], []),
        ([{"name": "New"}, {"name": "New", "id": IDS[1], "state": "absent"}], []),
        ([{"name": "New", "state": "absent"}, {"name": "New", "state": "absent"}], []),
    ],
)  # fmt: skip
def test_groups_and_names_that_are_there_twice(entries, problems):
    assert plan_groups(entries, PORTAL)["problems"] == problems


def test_an_id_that_is_unknown_gives_its_name_to_no_group():
    entries = [{"name": "New"}, {"name": "New", "id": IDS[7]}]

    (problem,) = plan_groups(entries, PORTAL)["problems"]

    assert "the portal has no group with this id" in problem


def test_too_many_groups_to_delete_are_all_named():
    problems = plan_groups([{"name": "Design"}], PORTAL, prune=True, prune_limit="1")["problems"]

    assert problems == [
        "docspace_groups_prune would delete 2 of 3 groups, and docspace_groups_prune_limit allows"
        f" 1: Finance ({IDS[2]}), Legal ({IDS[3]})."
    ]


def test_a_limit_that_is_none_is_told_by_its_variable():
    with pytest.raises(OptionError, match=r"^docspace_groups_prune_limit: 'few' is neither"):
        plan_groups([], PORTAL, prune_limit="few")


@pytest.mark.parametrize("unknown_users", ["fail", "warn"])
def test_a_manager_must_be_somebody_also_where_unknown_people_are_left_out(unknown_users):
    made = plan_groups(
        [{"name": "Design", "manager": "ghost"}],
        PORTAL,
        {"users": [], "unknown": ["ghost"]},
        unknown_users=unknown_users,
    )

    assert made["problems"] == ["ghost is nobody on this portal."]


@pytest.mark.parametrize(
    ("name", "manager", "changed"),
    [
        ("Design", "ada@EXAMPLE.org", False),
        ("Design", IDS[0], False),
        ("Design", "ada", True),  # a user name is left to the module
        ("Design", "", True),
        ("Finance", IDS[8].upper(), False),
        ("Finance", "ada", True),
        ("Legal", "", False),
        ("Legal", "ada", True),
    ],
)
def test_a_manager_is_set_unless_it_is_the_same_person_for_certain(name, manager, changed):
    made = plan_groups([{"name": name, "manager": manager}], PORTAL)

    assert [write["manager"] for write in made["writes"]] == ([manager] if changed else [])


def test_a_manager_without_an_address_ends_like_any_other():
    guest = {**ADA, "email": ""}

    (write,) = plan_groups([{"name": "A", "manager": ""}], [group(1, "A", guest)])["writes"]

    assert write == {"title": "A", "id": IDS[1], "manager": ""}


@pytest.mark.parametrize(("count", "later"), [(100, 0), (101, 1)])
def test_the_first_hundred_members_come_with_a_new_group_and_others_later(count, later):
    made = plan_groups([{"name": "New", "members": [f"p{n}" for n in range(count)]}], PORTAL)

    assert len(made["writes"][0]["members"]) == 100
    assert len(made["later"]) == later
