# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Reading what the plans for rooms need, and making them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from .._base.errors import DocSpaceError, RequestError, collect_errors, combine_errors
from .._base.references import Reference
from .._base.texts import so_far
from .._plan.coming_access import Coming
from .._plan.desired_room import DesiredRoom, repeated_rooms
from .._plan.room_index import the_room
from .._plan.room_rights import RoomRights
from .._plan.room_rules import (
    check_cover,
    check_creation,
    check_title_free,
    plan_problems,
)
from .._plan.room_scopes import needed_scopes
from .._plan.rooms import RoomPlan, plan_new_room, plan_room, with_people
from .._portal.model.person import Person
from .._portal.model.room import Entry, Room
from .._portal.portal import Portal
from .people_reads import find_people
from .rights import check_scopes, credential_owner
from .room_finding import check_open, find_rooms, find_template, hidden_warnings
from .room_list_reads import SeenRooms, read_entries
from .room_owners import find_owners


def plan_rooms(
    portal: Portal,
    desired: Sequence[DesiredRoom],
    coming: Coming | None = None,
    leavers: Iterable[Reference] = (),
) -> list[RoomPlan]:
    """The plan for each room.

    :param coming: what earlier steps would leave, in a preview only.
    :param leavers: people who are made the owners of none; the wishes in the plans are without
        them.
    :raises DocSpaceError: with everything that speaks against them; nothing is written then.
    """
    problems = repeated_rooms(desired)
    if problems:
        raise combine_errors(problems)
    portal.rooms.with_settings = True
    plans = _Planner(portal, desired, coming or Coming(), frozenset(leavers)).plans()
    if not portal.is_preview:  # which only warns
        check_scopes(portal, *needed_scopes(plans, beside=True))
    return plans


class _Planner:
    """Reads what the plans for some rooms need, and collects what speaks against them."""

    def __init__(
        self,
        portal: Portal,
        desired: Sequence[DesiredRoom],
        coming: Coming,
        leavers: frozenset[Reference],
    ) -> None:
        self._portal = portal
        self._leavers = leavers
        self._coming = coming
        self._desired = desired
        self._problems: list[DocSpaceError] = []
        self._people: Mapping[Reference, Person] = {}
        self._me: Person | None = None
        self._knows_me = False
        self._seen = SeenRooms([], False)

    def plans(self) -> list[RoomPlan]:
        """:raises DocSpaceError: with everything that speaks against them."""
        found, self._seen, problems = find_rooms(self._portal, self._desired)
        self._problems += problems
        self._refuse()
        found = [room and self._coming.room(room) for room in found]
        self._desired, self._people = find_owners(
            self._portal, self._desired, found, self._coming, self._leavers, self._problems
        )
        plans = self._draft(found)
        plans = self._with_rights(plans)
        self._check_titles(plans)
        self._check_covers(plans)
        self._refuse()
        plans = self._with_people(plans)
        self._refuse()
        return plans

    def _refuse(self) -> None:
        if self._problems:
            raise combine_errors(self._problems)

    def _draft(self, found: Sequence[Room | None]) -> list[RoomPlan]:
        plans = []
        for desired, room in zip(self._desired, found):
            owner = self._people.get(desired.owner) if desired.owner else None
            if room or desired.is_absent:
                plan = plan_room(desired, room, owner)
                is_unproven = not room and desired.is_by_title  # the list may leave rooms out
                hidden = hidden_warnings(desired, self._who_am_i()) if is_unproven else ()
                plans.append(replace(plan, warnings=hidden))
                continue
            with collect_errors(self._problems):
                plans.append(self._new(desired, owner))
        return plans

    def _new(self, desired: DesiredRoom, owner: Person | None) -> RoomPlan:
        template = find_template(self._portal, desired)
        check_creation(desired, None, template)
        me = self._who_am_i()
        check_creation(desired, me, template, owner)
        quotas = self._has_quotas() if "quota" in desired.properties else None
        plan = plan_new_room(desired, me, owner, template, quotas)
        return plan if me else replace(plan, maker=self._own_id())

    def _has_quotas(self) -> bool | None:
        try:
            return self._portal.settings.plan().room_quotas
        except RequestError:  # a key for rooms may not know
            return None

    def _who_am_i(self) -> Person | None:
        if not self._knows_me:
            self._knows_me = True
            try:
                self._me = credential_owner(self._portal)
            except RequestError:  # a key for rooms may not know
                self._me = None
        return self._me

    def _own_id(self) -> str:
        """Whose the credential is, if only that can be told; else empty."""
        try:
            key = self._portal.keys.current()
        except RequestError:
            return ""
        return (key.owner_id if key else "") or ""

    def _with_rights(self, plans: Sequence[RoomPlan]) -> list[RoomPlan]:
        """The plans, for rooms that exist by what the portal says of each of them alone."""
        unknown = [
            plan.before
            for plan in plans
            if plan.before and plan.changes and plan.before.may_manage is None
        ]
        read = self._portal.in_parallel(
            lambda room: self._portal.rooms.find(room.id),
            unknown,
            so_far("rooms", len(unknown)),
        )
        now = {room.id: again for room, again in zip(unknown, read)}
        checked = []
        for plan in plans:
            room = plan.before
            if room and room.id in now:
                told = now[room.id]
                again = told and self._coming.room(told)
                if not again:
                    with collect_errors(self._problems):
                        check_open(self._portal, plan.desired, room.id)
                        if not plan.desired.is_absent:
                            the_room(room.id, [], plan.desired.at("room"))
                plan = plan_room(plan.desired, again, plan.owner)
            if plan.before and plan.changes:
                self._problems += plan_problems(plan, self._rights(plan, plan.before))
            checked.append(plan)
        return checked

    def _rights(self, plan: RoomPlan, room: Room) -> RoomRights:
        if plan.unarchives and plan.settles:
            return RoomRights.once_active(self._who_am_i(), room, self._entries([room])[room.id])
        if plan.archives and plan.handover:
            return RoomRights.told(room).once_given(self._who_am_i(), plan.handover.owner)
        return RoomRights.told(room)

    def _check_titles(self, plans: Sequence[RoomPlan]) -> None:
        """Refuse titles that other rooms keep."""
        renamed = [
            (plan, plan.before, plan.after.title)
            for plan in plans
            if plan.before and plan.after and plan.before.title != plan.after.title
        ]
        going = {plan.before.id for plan in plans if plan.before and not plan.after}
        going |= {room.id for _plan, room, _title in renamed}
        titled = self._portal.in_parallel(self._titled, [(each[0], each[2]) for each in renamed])
        for (plan, room, _title), twins in zip(renamed, titled):
            with collect_errors(self._problems):
                check_title_free(
                    plan.desired, room, [each for each in twins if each.id not in going]
                )

    def _titled(self, given: tuple[RoomPlan, str]) -> list[Room]:
        """The rooms with a title that another room is to get."""
        plan, title = given
        is_known = self._seen.is_complete or plan.desired.is_by_title
        rooms = self._seen.rooms if is_known else self._portal.rooms.listing(title=title).all()
        return [each for each in rooms if each.title == title]

    def _check_covers(self, plans: Sequence[RoomPlan]) -> None:
        wanted = [
            plan
            for plan in plans
            for each in plan.comparison.changes
            if each.property.option == "cover" and each.after
        ]
        if wanted and not self._problems:
            covers = self._portal.room_changes.covers()
            for plan in wanted:
                with collect_errors(self._problems):
                    check_cover(plan.desired, covers)

    def _with_people(self, plans: Sequence[RoomPlan]) -> list[RoomPlan]:
        """The plans, with what former and new owners are in the rooms."""
        handed = [plan.before for plan in plans if plan.before and plan.handover]
        if not handed:
            return list(plans)
        entries = self._entries(handed)
        owners = list(dict.fromkeys(Reference("id", room.owner_id) for room in handed))
        former = find_people(self._portal, owners, self._portal.people.listing)
        return [
            with_people(plan, former.get(Reference("id", room.owner_id)), entries[room.id])
            if room and plan.handover
            else plan
            for plan in plans
            for room in [plan.before]
        ]

    def _entries(self, rooms: Sequence[Room]) -> Mapping[str, Sequence[Entry]]:
        return self._coming.entries_of(rooms, read_entries(self._portal, rooms))
