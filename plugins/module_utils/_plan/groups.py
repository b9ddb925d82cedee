# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""What has to change about a group itself: pure planning."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from .._base.texts import printable
from .._portal.model.group import Group, SeenGroup
from .._portal.model.group_properties import GROUP_PROPERTIES
from .._portal.model.person import Person
from .membership import MembershipPlan, group_after
from .people import distinct, in_order
from .properties import Comparison, compare

NO_CHANGES: Comparison[Group] = Comparison()
NO_MEMBERS = MembershipPlan()


@dataclass(frozen=True)
class GroupStep:
    """One write on a group that exists, and the group as it must be after it.

    ``remove`` and ``add`` have the person who leaves the group and joins it again, if anybody does.

    :param named: the properties that the task names; others may change meanwhile.
    :param joining: who becomes a member by being made the manager.
    """

    after: Group
    named: frozenset[str]
    comparison: Comparison[Group] = NO_CHANGES
    add: tuple[Person, ...] = ()
    remove: tuple[Person, ...] = ()
    joining: tuple[Person, ...] = ()


@dataclass(frozen=True)
class GroupPlan:
    """A group before and after; there is none before it is created, and none once it is deleted."""

    before: Group | None
    after: Group | None
    #: The members of a group that is created or deleted.
    members: tuple[Person, ...] = ()
    #: How the properties that the task names differ, for a group that exists before and after.
    comparison: Comparison[Group] = NO_CHANGES
    #: The writes for these, in their order.
    steps: tuple[GroupStep, ...] = ()
    #: Who joins and who leaves a group that exists before and after.
    membership: MembershipPlan = NO_MEMBERS
    #: What of that is left to do after the steps.
    further: MembershipPlan = NO_MEMBERS
    #: Whether the group is deleted because nobody names it.
    is_pruned: bool = False
    #: Whether the group loses its manager although the task does not say so.
    loses_manager: bool = False

    @property
    def changes(self) -> bool:
        """Whether there is anything to do."""
        return bool(self.creates_or_deletes or self.comparison.changes or self.membership.changes)

    @property
    def creates_or_deletes(self) -> bool:
        """Whether the group is created or deleted."""
        return (self.before is None) != (self.after is None)

    @property
    def action(self) -> str:
        """What is done with the group, in a word for results."""
        if self.creates_or_deletes:
            return "created" if self.after else "deleted"
        return "changed" if self.changes else "none"


def plan_creation(name: str, manager: Person | None, members: Iterable[Person]) -> GroupPlan:
    """Create a group; its manager is a member. It has no id yet."""
    people = distinct([*members, *([manager] if manager else [])])
    return GroupPlan(None, Group("", name, len(people), manager), people)


def plan_change(
    group: Group, desired: Mapping[str, Any], membership: MembershipPlan = NO_MEMBERS
) -> GroupPlan:
    """Change the properties and the members of a group that are named and differ.

    :param desired: ``name`` and ``manager``, as far as they are named; a manager who is None means
        that nobody shall be.
    :param membership: who joins and who leaves, a new manager among them.
    """
    leaving = {person.id for person in membership.remove}
    if group.manager and group.manager.id in leaving and not desired.get("manager"):
        # By leaving the group somebody stops being its manager, so nothing else has to be done.
        properties = {key: value for key, value in desired.items() if key != "manager"}
    else:
        properties = dict(desired)
    comparison = compare(GROUP_PROPERTIES, group, properties)
    changed = {each.property.option: each.after for each in comparison.changes}
    manager = changed.get("manager")
    joining = tuple(person for person in membership.add if manager and person.id == manager.id)
    after = group_after(replace(group, **changed), membership)
    steps = _steps(group, changed, frozenset(properties), comparison, joining) if changed else ()
    return GroupPlan(
        before=group,
        after=after,
        comparison=comparison,
        steps=steps,
        membership=membership,
        further=replace(
            membership,
            add=tuple(person for person in membership.add if person not in joining),
            before=in_order([*membership.before, *joining]),
        ),
        loses_manager=bool(group.manager and not after.manager and "manager" not in desired),
    )


def plan_deletion(group: Group, members: Iterable[Person]) -> GroupPlan:
    """Delete a group with these members, the hidden ones among them."""
    people = in_order(members)
    # A group that cannot be shown has no name here, and no size but that of its list.
    return GroupPlan(group if group.name else replace(group, size=len(people)), None, people)


def property_differences(seen: SeenGroup, desired: Group) -> dict[str, str]:
    """Where a group's properties are not as planned: some words for each, by option."""
    found = {}
    if seen.name != desired.name:
        found["name"] = f'its name is "{printable(seen.name)}"'
    if seen.manager_id != (desired.manager.id if desired.manager else None):
        is_manager = f"{seen.manager_id} is its manager" if seen.manager_id else "it has no manager"
        expected = desired.manager.label if desired.manager else "nobody"
        found["manager"] = f"{is_manager} instead of {expected}"
    return found


def _steps(
    before: Group,
    changed: Mapping[str, Any],
    named: frozenset[str],
    comparison: Comparison[Group],
    joining: tuple[Person, ...],
) -> tuple[GroupStep, ...]:
    after = replace(before, **changed)
    leaving = before.manager if not after.manager else None
    if not leaving:
        return (GroupStep(after, named, comparison, joining=joining),)
    # No call leaves a group without manager, but somebody who leaves it is not that any more.
    return (
        GroupStep(after, named, comparison, remove=(leaving,)),
        GroupStep(after, named, add=(leaving,)),
    )
