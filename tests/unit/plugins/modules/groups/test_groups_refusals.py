# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.groups.tasks import (
    DESIGN,
    DIRECTORY,
    ENGINEERING,
    GROUP,
    LEGAL,
    TWIN,
    failed,
    task,
)

NOBODY = "ghost@example.org"


@pytest.mark.parametrize(
    ("entries", "says"),
    [
        ([{"name": "New"}, {"name": "New"}], "'New' is there 2 times; merge these entries"),
        ([{"name": "New"}, {"name": "New", "state": "absent"}],
         "'New' is there 2 times; decide whether it is to be there"),
        ([{"name": "Legal", "id": DESIGN}, {"name": "Legal", "state": "absent"}],
         "give the id of the one to delete"),
        ([{"name": "New"}, {"name": "New", "id": DESIGN}],
         "'New' would be the name of 2 groups; give them different names"),
        ([{"name": "New", "add": ["user01"], "remove": ["USER01"]}],
         'groups, "New", remove: user01 would be added and removed'),
        ([{"name": "New", "manager": "user01", "remove": ["user01"]}],
         'groups, "New", remove: user01 would be added and removed'),
        ([{"name": "New", "manager": "user01", "no_manager": True}],
         'groups, "New", manager: excludes no_manager'),
        ([{"name": " New"}], "begins or ends with blanks"),
        ([{"name": "x" * 129}], "has 129 characters"),
        ([{"name": "a b ", "id": DESIGN}], "begins or ends with blanks"),
        ([{"name": DESIGN}], "is an id; give it as id"),
        ([{"id": "10"}], 'groups, "10", id: is not a GUID'),
        ([{"name": "New", "members": ["a@b.org; c@d.org"]}],
         "groups, \"New\", members, entry 1: 'a@b.org; c@d.org' is no address, id or user name;"
         " name one person here."),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_list_itself_is_refused_before_any_request(site, entries, says):
    assert says in failed(site, *entries)["msg"]
    assert site.log() == []


@pytest.mark.parametrize(
    ("entries", "says"),
    [
        ([{"name": "Twins"}], "2 groups have the name"),
        ([{"name": "Twins", "state": "absent"}], "2 groups have the name"),
        ([{"id": GROUP.format(99)}], "the portal has no group with the id"),
        ([{"name": "Sales", "id": ENGINEERING, "state": "absent"}],
         f'the group with this id is "Engineering" ({ENGINEERING}) and not \'Sales\''),
        ([{"name": "Design"}, {"name": "Style", "id": DESIGN}], "is there 2 times"),
        ([{"name": "Legal", "id": DESIGN}], "another group has this name already"),
        ([{"name": "Legal", "id": DESIGN}, {"name": "Legal", "id": ENGINEERING}],
         "another group has this name already"),
        ([{"name": "New", "id": DESIGN}, {"name": "New", "id": ENGINEERING}],
         "another group has this name already"),
        ([{"name": "Directory team", "add": ["user01"]}], "comes from a directory (LDAP)"),
        ([{"name": "Directory team", "state": "absent"}], "comes from a directory (LDAP)"),
        ([{"name": "Design", "manager": NOBODY}], f"manager: {NOBODY} is nobody on this portal"),
        ([{"name": "New", "manager": "guest01"}], "is a guest"),
        ([{"name": "New", "members": ["disabled01"]}], "is disabled; enable the account first"),
        ([{"name": "Design", "manager": "user03", "remove": ["user03@example.org"]}],
         "would be added and removed"),
        ([{"name": "Design", "add": ["user01"], "remove": ["user01@example.org"]}],
         "would be added and removed"),
        ([{"id": "88f11e7c-7407-4bea-b4cb-070010cdbb6b"}], "is a system group"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("check_mode", [True, False])
def test_what_the_portal_speaks_against_is_refused_before_any_write(
    site, entries, says, check_mode
):
    result = failed(site, *entries, check_mode=check_mode)

    assert says in result["msg"]
    assert not result["changed"]
    assert site.portal.mutations == 0


def test_everything_that_is_wrong_is_named_at_once(site):
    result = failed(
        site,
        {"name": "Twins"},
        {"name": "New", "members": ["guest01", "ghost"]},
        {"name": "Engineering", "members": []},
        max_removals="50%",
    )

    codes = [problem["code"] for problem in result["failure"]["problems"]]
    assert codes == ["group_ambiguous", "unusable_members", "max_removals_exceeded"]


def test_what_a_directory_owns_is_refused_only_if_something_changes(site):
    assert not task(site, {"name": "Directory team"})["changed"]
    result = task(site, {"id": DIRECTORY, "add": ["user01"]}, allow_ldap_group=True)
    assert result["changed"]


@pytest.mark.parametrize("spelling", ["ghost@x.org", "Ghost@X.org"])
def test_the_same_unknown_person_in_two_notations_is_left_out_of_new_groups(site, spelling):
    entries = [{"name": "A", "add": ["Ghost@x.org", "user01"]}, {"name": "B", "add": [spelling]}]

    result = task(site, *entries, unknown_users="warn")

    assert site.members(site.group("A")["id"]) == {"user01"}
    assert site.members(site.group("B")["id"]) == set()
    assert result["warnings"] == [
        'groups: Ghost@x.org, named for "A", "B", is nobody on this portal.'
    ]
    assert result["unknown"] == ["Ghost@x.org"]
    assert not task(site, *entries, unknown_users="ignore")["warnings"]


def test_an_exact_list_of_strangers_empties_no_group(site):
    for choice in ("warn", "ignore"):
        entry = {"name": "Design", "exact": ["user03@example.com", "user04@example.com"]}
        result = failed(site, entry, unknown_users=choice)

        assert result["failure"]["code"] == "unusable_members"
        assert "nobody in this list is on this portal" in result["msg"]
    assert site.portal.mutations == 0
    assert task(site, {"name": "Design", "exact": []})["changed"]


def test_a_manager_must_be_somebody_also_where_unknown_people_are_left_out(site):
    result = failed(site, {"name": "New", "manager": "ghost"}, unknown_users="ignore")

    assert result["failure"]["code"] == "unusable_members"


@pytest.mark.parametrize(
    ("limit", "refused"), [("3", False), ("2", True), ("40%", True), ("50%", False)]
)
def test_a_plan_that_removes_too_many_is_refused(site, limit, refused):
    entries = [
        {"name": "Engineering", "remove": ["user05", "user06"]},
        {"name": "Legal", "remove": ["user07"]},
    ]

    if refused:
        result = failed(site, *entries, max_removals_total=limit)
        assert result["failure"]["code"] == "max_removals_total_exceeded"
    else:
        assert task(site, *entries, max_removals_total=limit)["changed"]


def test_a_rename_onto_a_name_that_the_list_gives_another_group_is_fine(site):
    entries = [{"name": "Legal", "id": DESIGN}, {"name": "Law", "id": LEGAL}]

    assert task(site, *entries)["changed"]
    assert not task(site, *entries)["changed"]


def test_twins_are_named_by_their_ids(site):
    entries = [{"name": "Twins", "id": TWIN}, {"name": "Twins", "id": GROUP.format(12)}]

    assert not task(site, *entries)["changed"]


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("legal", f'"Legal" ({LEGAL}) only in case or blanks'),
        ("Le gal", f'"Legal" ({LEGAL}) only in case or blanks'),
        ("Room admin", "the name of one of the portal's system groups"),
    ],
)
def test_a_new_group_that_looks_like_another_is_warned_of(site, name, says):
    others = [{"name": other} for other in ("HR", "Ops", "Sales")]

    (warning,) = task(site, {"name": name}, *others)["warnings"]

    assert says in warning
