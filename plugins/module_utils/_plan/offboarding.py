# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Who leaves a portal, what they have, and what has to be done about it: pure planning."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from .._base.limits import Limit
from .._base.references import Reference
from .._portal.model.group import Group
from .._portal.model.person import Person
from .._portal.model.room import Room
from .belongings import Belongings
from .groups import GroupStep, plan_change
from .handover import Handover, HandoverOptions, handover_steps
from .membership import MembershipPlan, plan_changes
from .new_managers import NewManagers
from .people import in_order
from .room_departures import EnteredRoom, RoomDeparture
from .steps import Action, Step


@dataclass(frozen=True)
class OffboardingOptions:
    """What a task asks for; the names are those of its options."""

    users: tuple[Reference, ...]
    disable: bool
    unknown_users: str
    max_users: Limit
    new_managers: NewManagers
    handover: HandoverOptions
    allow_ldap_group: bool
    leave_rooms: bool = False


@dataclass(frozen=True)
class Leaver:
    """Somebody who leaves, and the groups this person is in: the kept ones are not left.

    ``managed`` are the groups that this person stops to manage by leaving them. The last three
    are only known where a task asks for a hand-over, in a preview, and where it asks to leave rooms
    of others.
    """

    person: Person
    groups: tuple[Group, ...]
    kept: tuple[Group, ...]
    managed: tuple[Group, ...]
    to_disable: bool
    handover: Handover | None = None
    belongings: Belongings | None = None
    entered: tuple[EnteredRoom, ...] | None = None

    @property
    def left(self) -> tuple[Group, ...]:
        """The groups to leave."""
        return tuple(group for group in self.groups if group not in self.kept)

    @property
    def rooms_to_leave(self) -> tuple[Room, ...]:
        """The rooms of others of which this person is put out."""
        return tuple(each.room for each in self.entered or () if not each.obstacle)

    @property
    def is_deleted_then(self) -> bool:
        """Whether the account is deleted, and with it every entry in rooms."""
        return self.handover is not None and self.handover.to_delete

    @property
    def is_disabled_then(self) -> bool:
        """Whether the account is disabled, before or by the task."""
        return self.to_disable or self.person.status == "disabled"

    @property
    def changes(self) -> bool:
        """Whether there is anything to do about this person."""
        has_handover = self.handover is not None and self.handover.changes
        return self.to_disable or bool(self.left or self.rooms_to_leave) or has_handover


@dataclass(frozen=True)
class ManagerChange:
    """A group gets another manager before the present one leaves it."""

    group: Group
    leaver: Person
    manager: Person
    steps: tuple[GroupStep, ...]

    @property
    def people(self) -> tuple[Person, ...]:
        """The leavers whom this is about."""
        return (self.leaver,)


@dataclass(frozen=True)
class Departure:
    """People leave a group."""

    group: Group
    plan: MembershipPlan

    @property
    def people(self) -> tuple[Person, ...]:
        """The leavers whom this is about."""
        return self.plan.remove


@dataclass(frozen=True)
class Disabling:
    """Accounts are disabled."""

    people: tuple[Person, ...]


@dataclass(frozen=True)
class OffboardingPlan:
    """Everybody who leaves, by e-mail address, and the steps in their order; none is empty."""

    leavers: tuple[Leaver, ...]
    steps: tuple[Step, ...]

    @property
    def actions(self) -> tuple[Action, ...]:
        """All that is to be done, in its order."""
        return tuple(action for step in self.steps for action in step.actions)

    @property
    def changing(self) -> tuple[Leaver, ...]:
        """Those about whom there is something to do."""
        return tuple(leaver for leaver in self.leavers if leaver.changes)

    @property
    def lost(self) -> list[Group]:
        """The groups that their manager leaves."""
        return [group for leaver in self.leavers for group in leaver.managed]

    @property
    def handovers(self) -> list[Handover]:
        """What is to become of what people own, where a task asks for that."""
        return [leaver.handover for leaver in self.leavers if leaver.handover]

    @property
    def new_managers(self) -> dict[str, Person]:
        """Who becomes the manager of which group, by its id."""
        return {
            action.group.id: action.manager
            for action in self.actions
            if isinstance(action, ManagerChange)
        }


def find_leavers(
    people: Iterable[Person], groups: Mapping[str, Group], disable: bool, allow_ldap_group: bool
) -> tuple[Leaver, ...]:
    """What each person has who leaves.

    :param groups: the groups that they are in, by their ids; those that are gone are missing.
    """
    found = []
    for person in in_order(people):
        mine = sorted(
            (groups[key] for key in person.groups if key in groups),
            key=lambda group: (group.name.lower(), group.id),
        )
        kept = tuple(group for group in mine if group.ldap and not allow_ldap_group)
        managed = [each for each in mine if each.manager and each.manager.id == person.id]
        found.append(
            Leaver(
                person,
                groups=tuple(mine),
                kept=kept,
                managed=tuple(group for group in managed if group not in kept),
                to_disable=disable and person.status != "disabled",
            )
        )
    return tuple(found)


def plan_offboarding(
    leavers: Sequence[Leaver],
    new_managers: Mapping[str, Person],
    departures: tuple[RoomDeparture, ...] = (),
) -> OffboardingPlan:
    """The writes that take from people what they have, in their order.

    :param new_managers: by the ids of the groups.
    :param departures: how they are put out of rooms of others.
    """
    changes = [
        _manager_change(group, leaver.person, new_managers[group.id])
        for leaver in leavers
        for group in leaver.managed
        if group.id in new_managers
    ]
    leaving: dict[str, list[Person]] = {}
    groups = {group.id: group for leaver in leavers for group in leaver.left}
    for leaver in leavers:
        for group in leaver.left:
            leaving.setdefault(group.id, []).append(leaver.person)
    from_groups = [
        Departure(groups[key], plan_changes(people, (), people))
        for key, people in sorted(leaving.items())
    ]
    accounts = tuple(leaver.person for leaver in leavers if leaver.to_disable)
    steps = (
        # A group is not without manager for a moment.
        Step("giving groups another manager", tuple(changes)),
        Step("taking people out of their groups", tuple(from_groups)),
        # Whose account is disabled has nothing any more.
        Step("disabling accounts", (Disabling(accounts),) if accounts else ()),
        Step("putting people out of rooms", departures),
        # The portal takes rooms from disabled people only.
        *handover_steps(leaver.handover for leaver in leavers if leaver.handover),
    )
    return OffboardingPlan(tuple(leavers), tuple(step for step in steps if step.actions))


def _manager_change(group: Group, leaver: Person, manager: Person) -> ManagerChange:
    members = [manager] if group.id in manager.groups else []
    joining = plan_changes(members, [manager], ())
    steps = plan_change(group, {"manager": manager}, joining).steps
    return ManagerChange(group, leaver, manager, steps)
