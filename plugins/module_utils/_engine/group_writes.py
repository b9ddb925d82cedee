# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Creating and deleting groups; which write the plan of a group asks for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from .._base.errors import RequestError
from .._base.texts import listed, printable
from .._plan.group_rules import MAX_MEMBERS
from .._plan.groups import GroupPlan, property_differences
from .._plan.membership import MembershipPlan
from .._plan.people import in_order
from .._plan.properties import compare
from .._portal.model.group import Group, SeenGroup
from .._portal.model.group_properties import GROUP_PROPERTIES
from .._portal.model.person import Person
from .._portal.portal import Portal
from .group_changes import change_properties, see_with_members
from .meanwhile import explain_missing, noticing_deletion
from .membership_writes import apply_membership, membership_effects
from .write import Difference, Effect, Gone, Outcome, Write, carry_out


def apply_group(portal: Portal, plan: GroupPlan) -> Outcome[Group]:
    """Carry out a plan; what is seen is the group as far as it is known afterwards."""
    if plan.before and plan.after:
        outcome = change_properties(portal, plan.before, plan.steps)
        outcome.seen = plan.after
        return _change_members(portal, plan.after, plan.further, outcome)
    if plan.after:
        first, others = split_members(plan)
        outcome = _create(portal, replace(plan.after, size=len(first)), first)
        if not outcome.seen:
            return outcome
        further = MembershipPlan(add=others, before=first, after=plan.members)
        outcome.seen = replace(plan.after, id=outcome.seen.id)
        return _change_members(portal, outcome.seen, further, outcome)
    if plan.before:
        return _delete(portal, plan.before)
    return Outcome()


def planned(plan: GroupPlan) -> Outcome[Group]:
    """The outcome that a plan is meant to have, which check mode reports."""
    if plan.creates_or_deletes:
        return Outcome((Effect("group", plan.after or plan.before),), plan.after or plan.before)
    properties = [Effect(each.property.option, each.after) for each in plan.comparison.changes]
    members = membership_effects(plan.membership.add, plan.membership.remove)
    return Outcome((*properties, *members), plan.after)


def split_members(plan: GroupPlan) -> tuple[tuple[Person, ...], tuple[Person, ...]]:
    """Whom a group is created with, its manager among them, and who is added to it then."""
    manager = plan.after.manager if plan.after else None
    ordered = sorted(plan.members, key=lambda each: not manager or each.id != manager.id)
    return in_order(ordered[:MAX_MEMBERS]), in_order(ordered[MAX_MEMBERS:])


def _change_members(
    portal: Portal, group: Group, membership: MembershipPlan, outcome: Outcome[Group]
) -> Outcome[Group]:
    if membership.changes and not outcome.failure:
        outcome.follow(apply_membership(portal, group, membership, audited=True))
    return outcome


def _create(portal: Portal, desired: Group, members: Sequence[Person]) -> Outcome[Group]:
    outcome = carry_out(_Creation(portal, desired, members))
    group = replace(desired, id=outcome.seen[0].id) if outcome.seen else None
    return Outcome(outcome.done, group, outcome.warnings, outcome.failure)


def _delete(portal: Portal, group: Group) -> Outcome[Group]:
    outcome = carry_out(_Deletion(portal, group))
    if isinstance(outcome.failure, Gone):
        warning = f"The group {group.label} was deleted by somebody else meanwhile."
        return Outcome((), group, [warning])
    return Outcome(outcome.done, group, outcome.warnings, outcome.failure)


class _Creation(Write[Sequence[SeenGroup]]):
    """What is seen are the groups of that name: nobody had it when the task began."""

    def __init__(self, portal: Portal, desired: Group, members: Sequence[Person]) -> None:
        self._portal = portal
        self._desired = desired
        self._members = members
        self.subject = f'The new group "{printable(desired.name)}"'
        self.effects = (Effect("group", desired),)

    def send(self) -> Iterator[Sequence[SeenGroup] | None]:
        table = {each.option: each.read(self._desired) for each in GROUP_PROPERTIES}
        properties = compare(GROUP_PROPERTIES, Group("", "", 0), table).encoded()
        created = self._portal.groups.create(properties, [person.id for person in self._members])
        # An answer about a group of another name is that to another request.
        yield [created] if created and created.name == self._desired.name else None

    def look(self) -> Sequence[SeenGroup]:
        found = self._portal.groups.named(self._desired.name)
        return [see_with_members(self._portal, group) for group in found]

    def differences(self, seen: Sequence[SeenGroup]) -> list[Difference]:
        if not seen:
            text = (
                "it does not exist (if the portal is still at work on it, running the task again"
                " will find it)"
            )
            return [Difference(text, self.effects[0])]
        if len(seen) > 1:
            ids = listed(sorted(group.id for group in seen))
            return [
                Difference(f"there are {len(seen)}, keep one and delete the others by id: {ids}")
            ]
        (group,) = seen
        found = list(property_differences(group, self._desired).values())
        found += [f"{each.label} is not a member" for each in self._left_out(group)]
        others = group.members - {person.id for person in self._members}
        found += [f"{key} is a member too" for key in sorted(others)]
        return [Difference(text) for text in found]

    def explain(self, seen: Sequence[SeenGroup]) -> list[str]:
        if len(seen) != 1:
            return []
        return explain_missing(self._portal, self._left_out(seen[0]))

    def details(self, seen: Sequence[SeenGroup] | None) -> dict[str, Any]:
        ids = sorted(group.id for group in seen or ())
        return {"group": ids[0]} if len(ids) == 1 else {"ids": ids} if ids else {}

    def _left_out(self, group: SeenGroup) -> list[Person]:
        return [person for person in self._members if person.id not in group.members]


class _Deletion(Write[Sequence[Group]]):
    """What is seen is the group, as long as it exists."""

    def __init__(self, portal: Portal, group: Group) -> None:
        self._portal = portal
        self._group = group
        self.subject = f"The group {group.label}"
        self.effects = (Effect("group", group),)

    def send(self) -> Iterator[Sequence[Group] | None]:
        with noticing_deletion(self._group):
            self._portal.groups.delete(self._group.id)
        # The portal also says yes to deleting a group that stays.
        yield None

    def look(self) -> Sequence[Group]:
        try:
            found = self._portal.groups.find(self._group.id)
        except RequestError as error:
            if error.code == "two_managers":  # a group that is gone answers otherwise
                return [self._group]
            raise
        return [found] if found else []

    def differences(self, seen: Sequence[Group]) -> list[Difference]:
        return [Difference("it still exists", self.effects[0])] if seen else []

    def details(self, seen: Sequence[Group] | None) -> dict[str, Any]:
        return {"group": self._group.id}
