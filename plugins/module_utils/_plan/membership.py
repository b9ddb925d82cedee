# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Who has to be added to a group and who removed: pure planning."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from .._base.references import Reference
from .._portal.model.group import Group
from .._portal.model.person import Person
from .people import in_order


@dataclass(frozen=True)
class DesiredMembership:
    """What a task wants of one group.

    With ``exact``, the people to add are to be its only members.
    """

    group: Group
    add: tuple[Reference, ...] = ()
    remove: tuple[Reference, ...] = ()
    exact: bool = False

    @property
    def references(self) -> tuple[Reference, ...]:
        """Everybody who is named."""
        return self.add + self.remove


@dataclass(frozen=True)
class MembershipPlan:
    """What to change, and the members (those that were looked at) before and after.

    ``exact`` tells that these are all members, and that there must be no others afterwards.
    """

    add: tuple[Person, ...] = ()
    remove: tuple[Person, ...] = ()
    before: tuple[Person, ...] = ()
    after: tuple[Person, ...] = ()
    exact: bool = False

    @property
    def changes(self) -> bool:
        """Whether there is anything to do."""
        return bool(self.add or self.remove)


@dataclass(frozen=True)
class Snapshot:
    """The current state: who is meant, and each group's members (all, or those who are named)."""

    people: dict[Reference, Person]
    members: dict[str, list[Person]]

    def plan(self, desired: DesiredMembership) -> MembershipPlan:
        """What to change so that a group is as desired."""
        members = self.members.get(desired.group.id, [])
        if desired.exact:
            return plan_exact(members, self.known(desired.add))
        return plan_changes(members, self.known(desired.add), self.known(desired.remove))

    def known(self, references: Iterable[Reference]) -> list[Person]:
        """Whom some references mean, less those that mean nobody."""
        return [self.people[each] for each in references if each in self.people]

    def unknown(self, references: Iterable[Reference]) -> list[Reference]:
        """The references that mean nobody on the portal."""
        return [each for each in references if each not in self.people]


def plan_changes(
    current: Iterable[Person], add: Iterable[Person], remove: Iterable[Person]
) -> MembershipPlan:
    """The smallest change that makes some people members and others not.

    :param current: the members, hidden ones included; those among the people named are enough.
    :param add: in any order, any number of times, like those to remove; nobody may be in both.
    """
    before = {person.id: person for person in current}
    joining = {person.id: person for person in add if person.id not in before}
    leaving = {person.id: before[person.id] for person in remove if person.id in before}
    return _plan(before, joining, leaving, exact=False)


def plan_exact(current: Iterable[Person], members: Iterable[Person]) -> MembershipPlan:
    """The smallest change that leaves a group with these members only.

    :param current: all members, hidden ones included.
    """
    before = {person.id: person for person in current}
    named = {person.id: person for person in members}
    joining = {key: person for key, person in named.items() if key not in before}
    leaving = {key: person for key, person in before.items() if key not in named}
    return _plan(before, joining, leaving, exact=True)


def _plan(
    before: dict[str, Person], add: dict[str, Person], remove: dict[str, Person], exact: bool
) -> MembershipPlan:
    staying = [person for key, person in before.items() if key not in remove]
    return MembershipPlan(
        add=in_order(add.values()),
        remove=in_order(remove.values()),
        before=in_order(before.values()),
        after=in_order([*staying, *add.values()]),
        exact=exact,
    )


def group_after(group: Group, plan: MembershipPlan) -> Group:
    """A group as a plan leaves it; who is removed is no longer its manager either."""
    removed = {person.id for person in plan.remove}
    shown = [person for person in plan.remove if person.status != "disabled"]
    return replace(
        group,
        size=group.size + len(plan.add) - len(shown),
        manager=None if group.manager and group.manager.id in removed else group.manager,
    )


def known_size(plan: MembershipPlan, group: Group) -> int:
    """How many members a group has, the disabled ones among them that are known."""
    return group.size + sum(person.status == "disabled" for person in plan.before)
