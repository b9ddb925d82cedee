# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Planning what to change about a group itself."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.errors import DocSpaceError
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.groups import (
    plan_change,
    plan_creation,
    plan_deletion,
    property_differences,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.membership import (
    MembershipPlan,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.properties import (
    check_changeable,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._portal.model.group import (
    Group,
    SeenGroup,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._portal.model.person import Person

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
#: What a task may name: any of the properties, or none.
DESIRED = st.fixed_dictionaries(
    {}, optional={"name": st.sampled_from(["A", "B"]), "manager": st.none() | PEOPLE}
)


def carried_out(before: Group, plan) -> SeenGroup:
    """What a portal makes of the steps of a plan for a group of which everybody is a member."""
    seen = SeenGroup(
        "1",
        before.name,
        before.manager.id if before.manager else None,
        frozenset({"ada", "ben", "cleo"}),
    )
    for step in plan.steps:
        sent = step.comparison.encoded()
        removed = {person.id for person in step.remove}
        manager = sent.get("groupManager", seen.manager_id)
        seen = SeenGroup(
            "1",
            sent.get("groupName", seen.name),
            None if manager in removed else manager,
            (seen.members | {person.id for person in step.add}) - removed,
        )
        assert property_differences(seen, step.after) == {}
    return seen


@given(before=GROUPS, desired=DESIRED)
def test_the_steps_of_a_change_lead_to_what_is_wanted_and_are_the_fewest(before, desired):
    plan = plan_change(before, desired)

    seen = carried_out(before, plan)

    assert plan.after
    assert plan.after.name == desired.get("name", before.name)
    assert plan.after.manager == desired.get("manager", before.manager)
    assert plan.after.size == len(seen.members)
    assert property_differences(seen, plan.after) == {}
    clears = before.manager is not None and plan.after.manager is None
    assert len(plan.steps) == (0 if not plan.changes else 2 if clears else 1)
    assert not plan_change(plan.after, desired).changes


@given(before=GROUPS, desired=DESIRED)
def test_only_what_differs_is_sent(before, desired):
    plan = plan_change(before, desired)

    sent = {key for step in plan.steps for key in step.comparison.encoded()}
    assert ("groupName" in sent) == (desired.get("name", before.name) != before.name)
    manager = desired.get("manager", before.manager)
    assert ("groupManager" in sent) == (manager is not None and manager != before.manager)


@pytest.mark.parametrize(("desired", "sent"), [({}, {}), ({"name": "B"}, {"groupName": "B"})])
def test_a_manager_ends_by_leaving_and_joining_again(desired, sent):
    before = Group("1", "A", 3, ADA)
    after = Group("1", desired.get("name", "A"), 3, None)

    leaving, joining = plan_change(before, {**desired, "manager": None}).steps

    assert (leaving.comparison.encoded(), leaving.add, leaving.remove) == (sent, (), (ADA,))
    assert (joining.comparison.encoded(), joining.add, joining.remove) == ({}, (ADA,), ())
    assert leaving.after == joining.after == after
    assert leaving.named == joining.named == {*desired, "manager"}


@pytest.mark.parametrize(
    "desired", [{"name": "B"}, {"manager": BEN}, {"name": "B", "manager": BEN}]
)
def test_every_other_change_is_one_write_that_moves_nobody(desired):
    plan = plan_change(Group("1", "A", 3, ADA), desired)

    (step,) = plan.steps
    assert step.add == step.remove == ()
    assert step.named == frozenset(desired)
    assert step.after == plan.after
    assert step.comparison == plan.comparison


def test_a_manager_from_outside_becomes_a_member():
    ada = replace(ADA, groups={})
    joins = MembershipPlan(add=(ada,), after=(ada,))
    plan = plan_change(Group("1", "A", 3, BEN), {"manager": ada}, joins)

    assert plan.after
    assert (plan.steps[0].joining, plan.after.size) == ((ada,), 4)
    assert not plan.further.changes


def test_the_same_manager_read_another_way_is_no_change():
    group = Group("1", "A", 1, ADA)

    assert not plan_change(group, {"manager": replace(ADA, groups={})}).changes


@pytest.mark.parametrize("stuck", [replace(ADA, status="disabled"), replace(ADA, guest=True)])
def test_a_manager_who_cannot_join_again_does_not_leave(stuck):
    plan = plan_change(Group("1", "A", 1, stuck), {"name": "B", "manager": None})

    assert plan.after == Group("1", "B", 1, stuck)
    assert [step.remove for step in plan.steps] == [()]
    with pytest.raises(
        DocSpaceError, match=r"^manager: ada@example\.org \(Ada\) can stop being"
    ) as raised:
        check_changeable(plan.comparison)

    failure = raised.value.result()["failure"]
    assert failure == {"code": "unchangeable", "status": None, "unchangeable": ["manager"]}


def test_a_group_is_created_with_its_manager_as_a_member_who_counts_once():
    plan = plan_creation("A", BEN, [CLEO, BEN, ADA, CLEO])

    assert plan.creates_or_deletes
    assert plan.members == (ADA, BEN, CLEO)
    assert plan.after == Group("", "A", 3, BEN)
    assert plan_creation("A", None, [ADA]).after == Group("", "A", 1)


def test_a_group_is_deleted_with_everybody_in_it():
    group = Group("1", "A", 1)  # one of the two is hidden
    unseen = Group("2", "", 0)
    plan = plan_deletion(group, [CLEO, ADA])

    assert plan.creates_or_deletes
    assert (plan.before, plan.after, plan.members) == (group, None, (ADA, CLEO))
    # Of a group that cannot be shown, only the list of its members is known.
    assert plan_deletion(unseen, [CLEO, ADA]).before == replace(unseen, size=2)


@pytest.mark.parametrize(
    ("seen", "differences"),
    [
        (SeenGroup("1", "A", "ada", frozenset()), {}),
        (SeenGroup("1", "B\n", "ada", frozenset()), {"name": 'its name is "B\ufffd"'}),
        (
            SeenGroup("1", "A", None, frozenset()),
            {"manager": "it has no manager instead of ada@example.org (Ada)"},
        ),
        (
            SeenGroup("1", "A", "ben", frozenset()),
            {"manager": "ben is its manager instead of ada@example.org (Ada)"},
        ),
    ],
)
def test_what_is_not_as_planned_is_said_for_each_property(seen, differences):
    assert property_differences(seen, Group("1", "A", 2, ADA)) == differences


def test_a_manager_who_was_to_end_is_named_by_id():
    seen = SeenGroup("1", "A", "ben", frozenset())

    assert property_differences(seen, Group("1", "A", 2)) == {
        "manager": "ben is its manager instead of nobody"
    }
