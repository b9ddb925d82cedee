# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Writing the members of a group."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from .._plan.membership import MembershipPlan
from .._portal.model.group import Group, SeenGroup
from .._portal.model.person import Person
from .._portal.portal import Portal
from .meanwhile import explain_missing, group_gone, noticing_deletion
from .write import BATCH, Difference, Effect, Outcome, Write, carry_out


def apply_membership(
    portal: Portal, group: Group, plan: MembershipPlan, audited: bool
) -> Outcome[frozenset[str]]:
    """Carry out a plan.

    :param audited: write in the way that leaves one audit event and one webhook, also where only
        additions or only removals are to be made.
    """
    return carry_out(_MembersWrite(portal, group, plan, audited))


def planned(plan: MembershipPlan) -> Outcome[frozenset[str]]:
    """The outcome of a plan that is carried out in full."""
    return Outcome(membership_effects(plan.add, plan.remove))


def done_of(plan: MembershipPlan, outcome: Outcome[frozenset[str]]) -> MembershipPlan | None:
    """The part of a plan that was carried out; None if it is not known."""
    if outcome.done is None:
        return None
    return replace(plan, add=tuple(outcome.items("added")), remove=tuple(outcome.items("removed")))


def membership_effects(add: Iterable[Person], remove: Iterable[Person]) -> tuple[Effect, ...]:
    """What adding some people and removing others makes so."""
    return (
        *(Effect("added", person) for person in add),
        *(Effect("removed", person) for person in remove),
    )


def membership_differences(
    add: Iterable[Person], remove: Iterable[Person], members: frozenset[str]
) -> list[Difference]:
    """Who was to be added and is not among the members, or to be removed and still is."""
    found = [
        Difference(f"{each.label} is not a member", Effect("added", each))
        for each in add
        if each.id not in members
    ]
    found += [
        Difference(f"{each.label} is still a member", Effect("removed", each))
        for each in remove
        if each.id in members
    ]
    return found


class _MembersWrite(Write[frozenset[str]]):
    """What is seen are the ids of the members."""

    def __init__(self, portal: Portal, group: Group, plan: MembershipPlan, audited: bool) -> None:
        self._portal = portal
        self._group = group
        self._plan = plan
        self._audited = audited
        #: The members in the last answer, which cannot show disabled ones.
        self._visible: frozenset[str] | None = None
        self.subject = f"The group {group.label}"
        self.effects = membership_effects(plan.add, plan.remove)

    def send(self) -> Iterator[frozenset[str] | None]:
        # Nobody who is disabled can be added, so only removals may be out of sight.
        hides_nobody = all(person.status != "disabled" for person in self._plan.remove)
        for add, remove in self._batches():
            self._visible = None
            with noticing_deletion(self._group):
                answer = self._write(add, remove)
            self._visible = answer.members if answer else None
            yield self._visible if hides_nobody else None

    def look(self) -> frozenset[str]:
        if self._visible is None:
            members = self._portal.people.member_ids(self._group.id)
            # Of a group that does not exist, the list is empty too.
            if not members and not self._portal.groups.find(self._group.id):
                raise group_gone(self._group, may_be_done=True)
            return members
        return self._visible | self._portal.people.member_ids(self._group.id, disabled_only=True)

    def differences(self, seen: frozenset[str]) -> list[Difference]:
        plan = self._plan
        found = membership_differences(plan.add, plan.remove, seen)
        return found + self._other_changes(seen) if plan.exact else found

    def _other_changes(self, seen: frozenset[str]) -> list[Difference]:
        added = {person.id for person in self._plan.add}
        known = added | {person.id for person in self._plan.before}
        found = [
            Difference(f"{each.label} is no longer a member")
            for each in self._plan.after
            # A disabled member does not show in the answer to a write.
            if each.id not in seen | added and each.status != "disabled"
        ]
        found += [
            Difference(f"{key} has become a member meanwhile") for key in sorted(seen - known)
        ]
        return found

    def explain(self, seen: frozenset[str]) -> list[str]:
        return explain_missing(
            self._portal, [person for person in self._plan.add if person.id not in seen]
        )

    def _batches(self) -> Iterator[tuple[Sequence[str], Sequence[str]]]:
        """Ids to add and to remove, few enough for one write; additions first, as in the portal."""
        todo = [(person.id, True) for person in self._plan.add]
        todo += [(person.id, False) for person in self._plan.remove]
        for start in range(0, len(todo), BATCH):
            part = todo[start : start + BATCH]
            yield (
                [key for key, adding in part if adding],
                [key for key, adding in part if not adding],
            )

    def _write(self, add: Sequence[str], remove: Sequence[str]) -> SeenGroup | None:
        groups, group_id = self._portal.groups, self._group.id
        if self._audited or (add and remove):
            return groups.change(group_id, {}, add, remove)
        return groups.add_members(group_id, add) if add else groups.remove_members(group_id, remove)
