# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Changing the properties of a group that exists."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from .._base.errors import DocSpaceError
from .._base.texts import listed
from .._plan.groups import GroupStep, property_differences
from .._portal.model.group import Group, SeenGroup
from .._portal.portal import Portal
from .meanwhile import explain_missing, group_gone, noticing_deletion
from .membership_writes import membership_differences, membership_effects
from .write import Difference, Effect, Gone, Outcome, Write, carry_out


def change_properties(portal: Portal, before: Group, steps: Sequence[GroupStep]) -> Outcome[Group]:
    """Take the steps of a plan, one after the other, until one fails."""
    total: Outcome[Group] = Outcome()
    for step in steps:
        outcome = carry_out(_Change(portal, before, step))
        outcome.failure = _tell_who_left(before, step, outcome)
        total.follow(outcome)
        if outcome.failure:
            break
    return total


def see_with_members(portal: Portal, group: Group) -> SeenGroup:
    """A group as it is, with its members."""
    return _seen(group, portal.people.member_ids(group.id))


class _Change(Write[SeenGroup]):
    """One step of a change of a group that exists."""

    def __init__(self, portal: Portal, before: Group, step: GroupStep) -> None:
        self._portal = portal
        self._before = before
        self._step = step
        self._moves = bool(step.add or step.remove)
        self.subject = f"The group {before.label}"
        self.effects = (
            *(Effect(each.property.option, each.after) for each in step.comparison.changes),
            *membership_effects(step.add + step.joining, step.remove),
        )
        if self._moves:  # running the task again would not let anybody join again
            self.advice = ""

    def send(self) -> Iterator[SeenGroup | None]:
        with noticing_deletion(self._before):
            answer = self._portal.groups.change(
                self._before.id,
                self._step.comparison.encoded(),
                [person.id for person in self._step.add],
                [person.id for person in self._step.remove],
            )
        yield answer

    def look(self) -> SeenGroup:
        group = self._portal.groups.find(self._before.id)
        if not group:  # and nobody can tell any more what the write did
            raise group_gone(self._before, may_be_done=True)
        return see_with_members(self._portal, group) if self._moves else _seen(group, frozenset())

    def differences(self, seen: SeenGroup) -> list[Difference]:
        planned = {effect.kind: effect for effect in self.effects}
        changed = property_differences(seen, self._before)
        found = [
            Difference(text, planned.get(option), is_certain=option not in changed)
            for option, text in property_differences(seen, self._step.after).items()
            if option in self._step.named
        ]
        # Being the manager is the proof of being a member.
        members = seen.members | {seen.manager_id or ""}
        add = self._step.add + self._step.joining
        return found + membership_differences(add, self._step.remove, members)

    def explain(self, seen: SeenGroup) -> list[str]:
        manager = self._step.after.manager
        missed = [each for each in self._step.add if each.id not in seen.members]
        if manager and manager.id != seen.manager_id:
            missed.append(manager)
        return explain_missing(self._portal, missed)

    def details(self, seen: SeenGroup | None) -> dict[str, Any]:
        return {"group": self._before.id}


def _seen(group: Group, members: frozenset[str]) -> SeenGroup:
    return SeenGroup(group.id, group.name, group.manager.id if group.manager else None, members)


def _tell_who_left(
    group: Group, step: GroupStep, outcome: Outcome[SeenGroup]
) -> DocSpaceError | None:
    """The failure, with the person who was to leave the group and to join it again."""
    failure, seen = outcome.failure, outcome.seen
    out = step.add + step.remove
    if seen:
        out = tuple(person for person in out if person.id not in seen.members)
    elif outcome.done == ():  # refused: whoever was to leave has not
        out = step.add
    if not failure or not out or isinstance(failure, Gone):
        return failure
    state = "is" if failure.details.get("verified", True) else "may be"
    return DocSpaceError(
        f"{listed([person.label for person in out])} {state} out of the group {group.label}, having"
        " left it to stop being its manager. Look, and add this person again with group_members;"
        f" running this task again does not. {failure}",
        failure.code,
        **{**failure.details, "left_out": [person.id for person in out]},
    )
