# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The plan for a group is the smallest change to what is wanted, for any people in any order."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.references import Reference
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.membership import (
    DesiredMembership,
    MembershipPlan,
    Snapshot,
    group_after,
    known_size,
    plan_changes,
    plan_exact,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.people import in_order
from ansible_collections.onlyoffice.docspace.plugins.module_utils._portal.model.group import Group
from ansible_collections.onlyoffice.docspace.plugins.module_utils._portal.model.person import Person
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.module_utils.people import PEOPLE

some_people = st.lists(st.sampled_from(PEOPLE), max_size=30)
states = st.sampled_from(["present", "absent", "exact"])


def plan(current, wanted, state: str) -> MembershipPlan:
    """The plan for people of whom all shall be in that state."""
    if state == "exact":
        return plan_exact(current, wanted)
    return plan_changes(
        current, wanted if state == "present" else [], wanted if state == "absent" else []
    )


def goal(current: set[Person], wanted: set[Person], state: str) -> set[Person]:
    return {"present": current | wanted, "absent": current - wanted, "exact": wanted}[state]


@given(some_people, some_people, states)
def test_applying_the_plan_reaches_the_goal(current, wanted, state):
    made = plan(current, wanted, state)

    assert (set(current) | set(made.add)) - set(made.remove) == goal(
        set(current), set(wanted), state
    )
    assert set(made.after) == goal(set(current), set(wanted), state)
    assert set(made.before) == set(current)


@given(some_people, some_people, states)
def test_the_plan_is_minimal(current, wanted, state):
    made = plan(current, wanted, state)

    changed = [*made.add, *made.remove]
    assert len(changed) == len(set(current) ^ goal(set(current), set(wanted), state))
    assert len(changed) == len(set(changed))


@given(some_people, some_people, states)
def test_planning_again_gives_nothing(current, wanted, state):
    first = plan(current, wanted, state)
    again = plan(first.after, wanted, state)

    assert not again.changes
    assert first.changes == bool(first.add or first.remove)
    assert again == MembershipPlan((), (), first.after, first.after, state == "exact")


@given(some_people, some_people, some_people)
def test_adding_some_and_removing_others_is_the_smallest_change_too(current, add, remove):
    remove = [person for person in remove if person not in add]

    made = plan_changes(current, add, remove)

    assert set(made.after) == (set(current) | set(add)) - set(remove)
    assert set(made.before) == set(current)
    assert set(made.add) == set(add) - set(current)
    assert set(made.remove) == set(remove) & set(current)


@given(some_people, some_people, states, st.randoms())
def test_order_and_repetition_do_not_matter(current, wanted, state, random):
    shuffled_current, shuffled_wanted = current * 2, wanted * 2
    random.shuffle(shuffled_current)
    random.shuffle(shuffled_wanted)

    assert plan(current, wanted, state) == plan(shuffled_current, shuffled_wanted, state)


def test_a_group_after_a_plan_counts_who_is_shown_and_loses_a_manager_who_goes():
    active, disabled, pending, newcomer = (*PEOPLE[:3], PEOPLE[3])
    group = Group("1", "A", 2, manager=active)

    change = plan([active, disabled, pending], [active, newcomer], "exact")

    # Who is disabled was not counted, and who is pending was.
    assert group_after(group, change) == Group("1", "A", 2, manager=active)
    assert group_after(group, plan([active, pending], [active], "absent")) == Group("1", "A", 1)
    assert group_after(group, plan([disabled], [disabled], "absent")) == group
    assert group_after(group, plan([], [newcomer], "present")) == Group("1", "A", 3, active)
    assert group_after(Group("1", "A", 2), MembershipPlan()) == Group("1", "A", 2)


@given(some_people)
def test_people_are_listed_by_address_without_case(people):
    listed = in_order(people)

    assert sorted(person.email.lower() for person in people) == [
        person.email.lower() for person in listed
    ]


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({}, None),
        ({"status": "pending"}, None),
        ({"status": "disabled"}, "is disabled; enable the account first"),
        ({"guest": True}, "is a guest, and guests cannot be in groups"),
        ({"guest": True, "status": "disabled"}, "is a guest, and guests cannot be in groups"),
    ],
)
def test_who_cannot_become_a_member(changes, reason):
    fields = {"status": "active", **changes}

    assert Person("1", "Ben", "ben@example.org", "ben", **fields).cannot_join == reason


ONE, TWO, THREE = PEOPLE[0], PEOPLE[2], PEOPLE[3]
GHOST = Reference.parse("ghost")


def named(*people: Person) -> tuple[Reference, ...]:
    """How a task names people, and somebody who is nobody."""
    return (*(Reference.parse(person.user_name) for person in people), GHOST)


@pytest.mark.parametrize(
    ("desired", "add", "remove"),
    [
        ({"add": named(ONE, THREE)}, (THREE,), ()),
        ({"remove": named(ONE, THREE)}, (), (ONE,)),
        ({"add": named(THREE), "remove": named(TWO)}, (THREE,), (TWO,)),
        ({"add": named(ONE, THREE), "exact": True}, (THREE,), (TWO,)),
        ({"add": (), "exact": True}, (), (ONE, TWO)),
        ({}, (), ()),
    ],
)
def test_a_plan_is_made_of_who_is_meant_and_who_is_there(desired, add, remove):
    group = Group("1", "A", 2)
    people = {named(person)[0]: person for person in (ONE, TWO, THREE)}
    snapshot = Snapshot(people, {"1": [ONE, TWO], "2": [THREE]})

    made = snapshot.plan(DesiredMembership(group, **desired))

    assert (made.add, made.remove) == (in_order(add), in_order(remove))
    assert made.before == in_order([ONE, TWO])
    assert made.exact == desired.get("exact", False)
    assert snapshot.unknown(named(ONE)) == [GHOST]


def test_a_group_has_the_members_that_are_shown_and_the_disabled_ones_that_are_known():
    active, disabled, pending, _other, another = PEOPLE[:5]
    assert another.status == "disabled"

    plan = MembershipPlan(before=(active, disabled, pending, another))

    assert known_size(plan, Group("1", "A", 10)) == 12
    assert known_size(MembershipPlan(), Group("1", "A", 10)) == 10
