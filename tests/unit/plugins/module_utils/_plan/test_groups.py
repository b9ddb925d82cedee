# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Planning what to change about a group itself."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ansible_collections.onlyoffice.docspace.plugins.module_utils._base._errors import (
    DocSpaceError,
    OptionError,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan._groups import (
    changing,
    check_name,
    deleting,
    differences,
    making,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._portal._model import (
    Group,
    Person,
    Written,
)

ADA, BEN, CLEO = (
    Person(name, name.title(), f"{name}@example.org", name, "active", groups={"1": "A"})
    for name in ("ada", "ben", "cleo")
)
PEOPLE = st.sampled_from([ADA, BEN, CLEO])
GROUPS = st.builds(
    Group,
    id=st.just("1"),
    name=st.sampled_from(["A", "B"]),
    size=st.just(3),
    manager=st.none() | PEOPLE,
)


def carried_out(before: Group, change) -> Written:
    """What a portal makes of the steps of a change to a group of which everybody is a member."""
    name, manager, members = before.name, before.manager, {"ada", "ben", "cleo"}
    for step in change.steps:
        name = step.new_name or name
        manager = step.new_manager or manager
        members |= {person.id for person in step.add}
        for person in step.remove:
            members.remove(person.id)
            manager = None if manager == person else manager
        seen = Written("1", name, manager.id if manager else None, frozenset(members))
        assert differences(seen, step.wanted, step.add, step.remove) == []
    return Written("1", name, manager.id if manager else None, frozenset(members))


@given(
    before=GROUPS,
    name=st.sampled_from([None, "A", "B"]),
    manager=st.none() | PEOPLE,
    clear=st.booleans(),
)
def test_the_steps_of_a_change_lead_to_what_is_wanted_and_are_the_fewest(
    before, name, manager, clear
):
    change = changing(before, name, None if clear else manager, clear)

    seen = carried_out(before, change)

    assert change.after
    assert change.after.name == (name or before.name)
    assert change.after.manager == (None if clear else manager or before.manager)
    assert change.after.size == len(seen.members)
    assert differences(seen, change.after, [ADA, BEN, CLEO], only_members=True) == []
    clears = bool(clear and before.manager)
    assert len(change.steps) == (0 if not change.changes else 2 if clears else 1)
    assert not changing(change.after, name, None if clear else manager, clear).changes


def test_a_manager_from_outside_becomes_a_member():
    change = changing(Group("1", "A", 3, BEN), None, replace(ADA, groups={}), clear=False)

    assert change.after
    assert change.after.size == 4


def test_the_same_manager_read_another_way_is_no_change():
    group = Group("1", "A", 1, ADA)

    assert not changing(group, None, replace(ADA, groups={}), clear=False).changes


@pytest.mark.parametrize("stuck", [replace(ADA, status="disabled"), replace(ADA, guest=True)])
def test_a_manager_who_cannot_be_put_in_again_is_not_taken_out(stuck):
    with pytest.raises(DocSpaceError, match=r"ada@example\.org \(Ada\) can end being") as raised:
        changing(Group("1", "A", 1, stuck), "B", None, clear=True)

    failure = raised.value.result()["failure"]
    assert failure == {"code": "manager_fixed", "status": None, "group": "1"}


def test_a_group_is_made_with_its_manager_as_a_member_who_counts_once():
    change = making("A", BEN, [CLEO, BEN, ADA, CLEO])

    assert change.whole
    assert change.members == (ADA, BEN, CLEO)
    assert change.after == Group("", "A", 3, BEN)
    assert making("A", None, [ADA]).after == Group("", "A", 1)


def test_a_group_is_deleted_with_everybody_in_it():
    group = Group("1", "A", 1)  # one of the two is hidden
    unseen = Group("2", "", 0)
    change = deleting(group, [CLEO, ADA])

    assert change.whole
    assert (change.before, change.after, change.members) == (group, None, (ADA, CLEO))
    # Of a group that cannot be shown, only the list of its members is known.
    assert deleting(unseen, [CLEO, ADA]).before == replace(unseen, size=2)


@pytest.mark.parametrize(
    ("seen", "points"),
    [
        (Written("1", "A", "ada", frozenset({"ada", "ben"})), []),
        (Written("1", "B", "ada", frozenset({"ada", "ben"})), ['its name is "B"']),
        (
            Written("1", "A", None, frozenset({"ada", "ben"})),
            ["it has no manager instead of ada@example.org (Ada)"],
        ),
        (
            Written("1", "A", "ben", frozenset({"ada", "ben"})),
            ["ben is its manager instead of ada@example.org (Ada)"],
        ),
        (
            Written("1", "A", "ada", frozenset({"ada", "cleo", "dan"})),
            [
                "ben@example.org (Ben) is not a member",
                "cleo@example.org (Cleo) is still a member",
                "cleo is a member too",
                "dan is a member too",
            ],
        ),
    ],
)
def test_what_is_not_as_planned_is_said_point_by_point(seen, points):
    wanted = Group("1", "A", 2, ADA)

    assert differences(seen, wanted, [ADA, BEN], [CLEO], only_members=True) == points


@pytest.mark.parametrize("name", ["A", "x" * 128, "\U0001f680" * 64, "a\nb", "a  b"])
def test_names_that_a_group_may_get(name):
    assert check_name("name", name) == name


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("", "is empty; give a name with visible characters."),
        (" \t", "is empty; give a name with visible characters."),
        (" A", "' A' begins or ends with blanks"),
        ("A\n", "begins or ends with blanks"),
        ("x" * 256, "has 256 characters"),
        ("\ud83d", "contains bytes that are no text"),
        ("x" * 129, "has 129 characters; a group's name has at most 128"),
        ("\U0001f680" * 65, "has 130 characters"),
    ],
)
def test_names_that_it_may_not(name, sentence):
    with pytest.raises(OptionError, match=f"^name: .*{sentence}"):
        check_name("name", name)
