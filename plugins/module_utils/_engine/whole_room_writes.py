# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Carrying out the plans for rooms, their links and who may enter them, in an order that works.

Rooms are made, brought back and changed first, then they get their owners, their links, and who may
enter them. Then go those who only made a room. What is archived and deleted comes last.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from .._base.errors import DocSpaceError
from .._base.texts import so_far
from .._plan.access import AccessPlan
from .._plan.room_scopes import needed_scopes
from .._plan.rooms import RoomPlan
from .._plan.whole_rooms import WholeRoomPlan, WholeRoomRules, WholeRoomsPlan
from .._portal.model.room import Room
from .._portal.portal import Portal
from .access_reads import AccessListPlan
from .access_writes import apply_access
from .access_writes import planned as planned_access
from .rights import scope_warnings
from .room_link_writes import apply_room_link, scopes
from .room_link_writes import planned as planned_link
from .rooms import apply_rooms
from .rooms import planned as planned_room
from .whole_room_replans import plan_again, with_own_ids
from .write import Outcome


@dataclass
class RoomDone:
    """What became of the plan for a room.

    :param plan: that was carried out, made again after the room was written where that was needed.
    :param room: the outcome of all that was done with the room itself.
    :param access: the outcome of who may enter it; None if the task says nothing of it, or it was
        not begun.
    :param links: the outcomes of its links, as far as they were begun.
    :param refusal: why access and links could not be planned for good.
    """

    plan: WholeRoomPlan
    room: Outcome[Room]
    access: Outcome[Any] | None = None
    links: list[Outcome[Any]] = field(default_factory=list)
    refusal: DocSpaceError | None = None
    warnings: list[str] = field(default_factory=list)

    @property
    def failures(self) -> list[DocSpaceError]:
        """Why the room is not as desired."""
        found = [self.room.failure, self.access and self.access.failure, self.refusal]
        found += [each.failure for each in self.links]
        return [each for each in found if each]

    @property
    def changed(self) -> bool:
        """Whether something was changed, or may have been."""
        outcomes = [self.room, *([self.access] if self.access else []), *self.links]
        return any(each.changed for each in outcomes)


def apply_whole_rooms(
    portal: Portal,
    plan: WholeRoomsPlan,
    rules: WholeRoomRules,
    address: str,
    check_mode: bool,
    timeout: float,
) -> list[RoomDone]:
    """Carry out the plans, several at a time, and say what became of each.

    :param check_mode: only say what the plans are meant to do.
    :param timeout: seconds to wait at most for each work that the portal does in the background.
    """
    if check_mode:
        done = [_planned(each) for each in plan.plans]
        needed = _scopes(plan)
        if needed and done:
            done[0].warnings += scope_warnings(portal, *needed)
        return done
    return _Applying(portal, plan, rules, address, timeout).done()


class _Applying:
    def __init__(
        self,
        portal: Portal,
        plan: WholeRoomsPlan,
        rules: WholeRoomRules,
        address: str,
        timeout: float,
    ) -> None:
        self._portal = portal
        self._plan = plan
        self._rules = rules
        self._address = address
        self._timeout = timeout

    def done(self) -> list[RoomDone]:
        """What became of the plans."""
        firsts = [each.first for each in self._plan.plans]
        outcomes = apply_rooms(self._portal, firsts, False, self._timeout)
        done = [RoomDone(plan, each) for plan, each in zip(self._plan.plans, outcomes)]
        well = [each for each in done if not each.failures]
        self._in_parallel(self._plan_again, [each for each in well if each.plan.is_new_to_others])
        well = [each for each in well if not each.failures]
        self._in_parallel(self._links, [each for each in well if each.plan.links])
        self._access([each for each in well if each.plan.access], leaving=False)
        self._access([each for each in well if each.plan.leaving and not each.failures], True)
        self._last(done)
        return done

    def _in_parallel(self, function: Any, items: Sequence[RoomDone]) -> None:
        self._portal.in_parallel(function, items, so_far("rooms", len(items)))

    def _plan_again(self, done: RoomDone) -> None:
        room = done.room.seen
        if not room or not (done.plan.desired.access or done.plan.desired.links):
            return
        try:
            done.plan = plan_again(
                self._portal,
                done.plan,
                room,
                self._plan.directory,
                self._rules,
                self._plan.me,
                self._address,
            )
        except DocSpaceError as refusal:
            done.refusal = refusal

    def _links(self, done: RoomDone) -> None:
        try:
            done.plan = with_own_ids(self._portal, done.plan, self._address)
        except DocSpaceError as refusal:
            done.refusal = refusal
            return
        done.links = [apply_room_link(self._portal, each) for each in done.plan.links]

    def _access(self, some: Sequence[RoomDone], leaving: bool) -> None:
        plans: list[AccessPlan] = []
        for each in some:
            plan = each.plan.leaving if leaving else each.plan.access
            plans += [plan] if plan else []
        checked = AccessListPlan(tuple(plans), self._plan.directory, self._plan.me)
        for each, outcome in zip(
            some, apply_access(self._portal, checked, self._rules.access, check_mode=False)
        ):
            if each.access:
                each.access.follow(outcome)
            else:
                each.access = outcome

    def _last(self, done: Sequence[RoomDone]) -> None:
        is_well = not any(each.failures for each in done)
        plans = [each.plan.last(each.room.seen) for each in done]
        todo = [at for at, plan in enumerate(plans) if plan.changes and not done[at].failures]
        kept = [at for at in todo if plans[at].deletes and not is_well]
        for at in kept:
            done[at].room.failure = _kept(plans[at])
        todo = [at for at in todo if at not in kept]
        outcomes = apply_rooms(self._portal, [plans[at] for at in todo], False, self._timeout)
        for at, outcome in zip(todo, outcomes):
            done[at].room.follow(outcome)
            done[at].room.seen = outcome.seen or done[at].room.seen


def _kept(plan: RoomPlan) -> DocSpaceError:
    label = plan.before.label if plan.before else ""
    message = f"The room {label} was not deleted, as other rooms are not as desired."
    return DocSpaceError(message, "not_reached")


def _planned(plan: WholeRoomPlan) -> RoomDone:
    room = planned_room(plan.room)
    if plan.archives_new and room.seen:
        room.follow(planned_room(plan.last(room.seen)))
        room.seen = replace(room.seen, archived=True)
    access = planned_access(plan.access) if plan.access else None
    if access and plan.leaving:
        access.follow(planned_access(plan.leaving))
    return RoomDone(plan, room, access, [planned_link(each) for each in plan.links])


def _scopes(plan: WholeRoomsPlan) -> list[str]:
    """What the key must open for the plans."""
    found = needed_scopes([each.room for each in plan.plans])
    for each in plan.plans:
        if each.access and each.access.changes:
            found.append("rooms:write")
        found += [scope for link in each.links if link.action != "none" for scope in scopes(link)]
    return list(dict.fromkeys(found))
