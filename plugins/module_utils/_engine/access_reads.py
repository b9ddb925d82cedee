# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Reading what plans for the access to rooms need, and making them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from .._base.errors import DocSpaceError, OptionError, collect_errors, combine_errors
from .._plan.access import AccessPlan, plan_access, with_owner
from .._plan.access_list_rules import unknown_entries
from .._plan.access_rules import AccessRules, access_refusals
from .._plan.access_subjects import Directory
from .._plan.desired_access import DesiredAccess
from .._plan.room_index import RoomIndex, the_room
from .._portal.model.person import Person
from .._portal.model.room import Room
from .._portal.portal import Portal
from .access_people_reads import DirectoryReader
from .access_rights import with_detours, with_rights
from .room_list_reads import other_rooms, read_entries, see_rooms


@dataclass(frozen=True)
class AccessListPlan:
    """The plans for some rooms, in the order of the task, and what they are made of."""

    plans: tuple[AccessPlan, ...]
    directory: Directory
    me: Person | None = None
    warnings: list[str] = field(default_factory=list)


def plan_rooms(
    portal: Portal, desired: Sequence[DesiredAccess], rules: AccessRules
) -> AccessListPlan:
    """One look at the portal, and the plans that it leads to.

    :raises DocSpaceError: with everything that speaks against them; nothing is written then.
    """
    rooms = _read_rooms(portal, desired)
    entries = read_entries(portal, rooms)
    rooms = [with_owner(each, entries[each.id]) for each in rooms]
    reader = DirectoryReader(portal, desired, rules)
    directory = reader.read(entries)

    def plan() -> list[AccessPlan]:
        return [
            plan_access(each, room, entries[room.id], directory, rules.now)
            for each, room in zip(desired, rooms)
        ]

    plans = plan()
    subjects = [each for one in plans for each in one.subjects]
    if subjects:
        # Of those who have an entry somewhere, the list of a room tells too little.
        directory = reader.complete(directory, subjects)
        groups = list(dict.fromkeys(key for each in plans for key in each.changed_groups))
        directory = replace(directory, members=reader.members(groups))
        plans = plan()
    known = list(directory.by_id.values())
    plans, me = with_rights(portal, plans, known)
    problems: list[DocSpaceError] = []
    if rules.via_ownership:
        plans = with_detours(portal, plans, known, problems)
    problems += access_refusals(plans, directory, rules, me)
    if problems:
        raise combine_errors(problems)
    return AccessListPlan(tuple(plans), directory, me)


def _read_rooms(portal: Portal, desired: Sequence[DesiredAccess]) -> list[Room]:
    """The room of each wish."""
    texts = list(dict.fromkeys(each.room for each in desired))
    seen = see_rooms(portal, texts)
    index = RoomIndex(seen.rooms)
    problems: list[DocSpaceError] = []
    rooms = []
    for each in desired:
        with collect_errors(problems):
            meant = index.meant(each.room)
            is_all = bool(meant) or seen.is_complete
            others = seen.rooms if is_all else other_rooms(portal, each.room)
            rooms.append(the_room(each.room, meant, each.room_option, others))
    times: dict[str, int] = {}
    for room in rooms:
        times[room.id] = times.get(room.id, 0) + 1
        if times[room.id] == 2:
            problems.append(
                OptionError("rooms", f"{room.label} is there more than once; merge these entries.")
            )
    if problems:
        raise combine_errors(problems)
    return rooms


def unknown_texts(plan: AccessListPlan) -> list[str]:
    """What a task names that is nobody, as it is written."""
    found = (
        each.entry.reference.text
        for one in plan.plans
        for each in unknown_entries(one, plan.directory)
    )
    return list(dict.fromkeys(found))
