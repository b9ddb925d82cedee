# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""One look at rooms, those who may enter them and their links, and the plans for all of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from .._base.errors import DocSpaceError, combine_errors
from .._base.guids import parse_guid
from .._base.references import Reference
from .._base.texts import so_far
from .._plan.access import AccessPlan, plan_access
from .._plan.access_rules import access_refusals
from .._plan.access_subjects import Directory
from .._plan.coming_access import Coming
from .._plan.desired_access import DesiredAccess
from .._plan.room_links import RoomLinkPlan, plan_room_links
from .._plan.whole_room_rules import (
    brakes,
    leave_out,
    leaving_warnings,
    may_leave,
    owner_warnings,
)
from .._plan.whole_rooms import (
    DesiredWholeRoom,
    WholeRoomPlan,
    WholeRoomRules,
    WholeRoomsPlan,
    entries_then,
    links_then,
    manages,
    room_then,
    without_me,
)
from .._portal.model.person import Person
from .._portal.model.room import Entry, Room
from .._portal.portal import Portal
from .access_people_reads import DirectoryReader
from .rights import credential_owner
from .room_link_reads import check_settings, read_links
from .room_list_reads import read_entries
from .room_plans import plan_rooms


def plan_whole_rooms(
    portal: Portal,
    desired: Sequence[DesiredWholeRoom],
    rules: WholeRoomRules,
    address: str,
    leavers: Sequence[Reference] = (),
    coming: Coming | None = None,
) -> WholeRoomsPlan:
    """One snapshot of the portal, and the plans that it leads to.

    :param address: of the portal, of which the ids of new links are made.
    :param leavers: people who are let into no room.
    :param coming: people and groups as earlier steps would leave them, in a preview only.
    :raises DocSpaceError: with everything that speaks against them; nothing is written then.
    """
    return _Planner(portal, desired, rules, address, leavers, coming or Coming()).plan()


class _Planner:
    """Reads what the plans need, and collects what speaks against them."""

    def __init__(
        self,
        portal: Portal,
        desired: Sequence[DesiredWholeRoom],
        rules: WholeRoomRules,
        address: str,
        leavers: Sequence[Reference],
        coming: Coming,
    ) -> None:
        self._portal = portal
        self._desired = desired
        self._rules = rules
        self._address = address
        self._leavers = leavers
        self._coming = coming
        self._warnings: list[str] = []
        self._problems: list[DocSpaceError] = []
        self._me: Person | None = None

    def plan(self) -> WholeRoomsPlan:
        """:raises DocSpaceError: with everything that speaks against the plans."""
        wanted = [each.room for each in self._desired]
        rooms = plan_rooms(self._portal, wanted, self._coming, self._leavers)
        drafts = [WholeRoomPlan(*each) for each in zip(self._desired, rooms)]
        self._warnings += owner_warnings(drafts)
        entries = self._read_entries(drafts)
        if any(each.links or each.access for each in self._desired):
            self._me = credential_owner(self._portal, self._portal.people.known or ())
        directory, plans = self._with_access(drafts, entries)
        plans = self._with_links(plans, entries)
        self._problems += brakes(plans, self._rules)
        if self._problems:
            raise combine_errors(self._problems)
        return WholeRoomsPlan(tuple(plans), directory, self._me, self._warnings)

    def _read_entries(self, drafts: Sequence[WholeRoomPlan]) -> Mapping[str, Sequence[Entry]]:
        """Who has an entry now, in rooms of which the task says more than what they are."""
        rooms = [
            each.room.before
            for each in drafts
            if each.room.before and (each.desired.access or each.desired.links)
        ]
        return self._coming.entries_of(rooms, read_entries(self._portal, rooms))

    def _then(
        self, draft: WholeRoomPlan, entries: Mapping[str, Sequence[Entry]]
    ) -> tuple[Room | None, list[Entry]]:
        """A room as it is when access is written, and who has an entry then."""
        plan = draft.room
        room = room_then(plan, self._me, None)
        if not room:
            return None, []
        now = entries.get(room.id, ())
        is_told = plan.before and not plan.unarchives and not plan.creates
        told = plan.before.may_manage if plan.before and is_told else None
        if told is None:
            told = manages(self._me, replace(plan.before or room, archived=False), now)
        if told is None:
            told = True  # the portal knows
        return room_then(plan, self._me, told), entries_then(plan, self._me, now)

    def _with_access(
        self, drafts: Sequence[WholeRoomPlan], entries: Mapping[str, Sequence[Entry]]
    ) -> tuple[Directory, list[WholeRoomPlan]]:
        wanted: dict[int, tuple[DesiredAccess, Room, list[Entry]]] = {}
        for at, draft in enumerate(drafts):
            room, then = self._then(draft, entries)
            if draft.desired.access and room:
                wanted[at] = (draft.desired.access, room, then)
        directory, plans = self._plan_access(list(wanted.values()))
        found = list(drafts)
        checked = []
        for at, plan in zip(wanted, plans):
            leaves = may_leave(drafts[at], self._me)
            access, leaving = without_me(plan, self._me, leaves)
            checked.append(access)
            self._warnings += leaving_warnings(leaving)
            found[at] = replace(
                found[at], access=access, leaving=leaving if leaving.changes else None
            )
        self._problems += access_refusals(checked, directory, self._rules.access, self._me)
        return directory, found

    def _plan_access(
        self, wanted: Sequence[tuple[DesiredAccess, Room, list[Entry]]]
    ) -> tuple[Directory, list[AccessPlan]]:
        reader = DirectoryReader(
            self._portal, [each for each, _room, _entries in wanted], self._rules.access
        )
        directory = reader.read({str(at): each[2] for at, each in enumerate(wanted)})
        named = [key for each, _room, _entries in wanted for key in each.people]
        directory = self._coming.after(directory, named)
        staying = [leave_out(each, directory, self._leavers) for each, _room, _then in wanted]
        self._warnings += [text for _desired, texts in staying for text in texts]

        def plan() -> list[AccessPlan]:
            return [
                plan_access(each, room, then, directory, self._rules.access.now)
                for (each, _texts), (_all, room, then) in zip(staying, wanted)
            ]

        plans = plan()
        subjects = [each for one in plans for each in one.subjects]
        if subjects:
            # Of those who have an entry somewhere, the list of a room tells too little.
            directory = reader.complete(directory, subjects)
            directory = self._coming.after(directory, named)
            groups = list(dict.fromkeys(key for each in plans for key in each.changed_groups))
            known = reader.members([key for key in groups if parse_guid(key)])
            members = {key: self._coming.members(key, known.get(key, ())) for key in groups}
            directory = replace(directory, members=members)
            plans = plan()
        return directory, plans

    def _with_links(
        self, drafts: Sequence[WholeRoomPlan], entries: Mapping[str, Sequence[Entry]]
    ) -> list[WholeRoomPlan]:
        rooms = {
            at: room
            for at, draft in enumerate(drafts)
            if draft.desired.links
            for room, _entries in [self._then(draft, entries)]
            if room
        }
        existing = {at: room for at, room in rooms.items() if room.id}
        read = self._portal.in_parallel(
            lambda at: read_links(self._portal, existing[at], drafts[at].desired.links),
            list(existing),
            so_far("links", len(existing)),
        )
        current = dict(zip(existing, read))
        found = list(drafts)
        planned: list[RoomLinkPlan] = []
        for at, room in rooms.items():
            links = current.get(at, links_then(drafts[at].room))
            if room.archived:  # where nothing can be changed, and nothing is open
                continue
            plans = plan_room_links(
                room, drafts[at].desired.links, links, self._address, self._problems
            )
            planned += plans
            found[at] = replace(found[at], links=tuple(plans))
        check_settings(self._portal, planned, self._problems)
        return found
