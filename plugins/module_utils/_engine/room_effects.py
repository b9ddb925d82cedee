# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Reading which rooms a plan gives to people or takes from them, with few requests."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from .._base.references import Reference
from .._base.texts import so_far
from .._plan.room_effects import (
    PersonChange,
    RoomChange,
    RoomEffect,
    merged,
    room_effects,
)
from .._portal.model.person import Person
from .._portal.model.room import Room
from .._portal.portal import Portal
from .people_reads import find_people
from .rights import room_warnings
from .room_list_reads import FEW_ROOMS, read_entries

#: The lists of rooms in which an entry is looked for: active rooms, and those in the archive.
_AREAS = (False, True)


def read_room_effects(
    portal: Portal,
    wanted: bool,
    changes: Iterable[PersonChange],
    room_changes: Sequence[RoomChange] = (),
) -> tuple[tuple[RoomEffect, ...] | None, list[str]]:
    """What a plan makes of people's access to rooms, and warnings of what is not seen.

    The rooms are found by the groups and people that the plan is about, with two requests for each,
    or all rooms are read, whichever is fewer requests; then a request for each 100 entries of each
    of these rooms. Nothing is read where the plan changes nothing.

    :param wanted: whether the task asks for it; otherwise there is None, and nothing is read.
    :param changes: people whose type is not known are read where it matters.
    :param room_changes: what becomes of rooms themselves.
    :raises RequestError: if something cannot be read. The key needs ``rooms:read``.
    """
    todo = merged([*changes, *_people_of(room_changes)]) if wanted else []
    if not todo:
        return (() if wanted else None), []
    named, others = _find_rooms(portal, todo)
    moved = {each.room.id: each.room for each in room_changes}
    read = list({**moved, **{room.id: room for room in named}}.values())
    entries = read_entries(portal, read)
    present = {entry.id for found in entries.values() for entry in found}
    mattering = [each for each in todo if each.is_about_account or moved or present & each.subjects]
    rooms = {room.id: room for room in (*others, *read)}
    effects = room_effects(_complete(portal, mattering), rooms.values(), entries, room_changes)
    # Only administrators may change groups: where that is all, the writes tell whose key it is.
    is_asked = portal.is_preview or portal.credential_owner
    return effects, room_warnings(portal) if is_asked else []


def _people_of(room_changes: Iterable[RoomChange]) -> list[PersonChange]:
    """Who gets rooms, although nothing else may become of them."""
    return [PersonChange(each.owner) for each in room_changes if each.owner]


def _find_rooms(
    portal: Portal, changes: Sequence[PersonChange]
) -> tuple[Sequence[Room], Sequence[Room]]:
    """The rooms of which the entries matter, and others that matter without them."""
    subjects = sorted({subject for each in changes for subject in each.subjects})
    everything = any(each.is_about_all_rooms for each in changes)
    requests = len(_AREAS) * len(subjects)
    if not everything and len(subjects) <= FEW_ROOMS:
        return _rooms_of(portal, subjects), ()
    listing = portal.rooms.listing()
    if listing.total <= requests:
        return listing.all(), ()
    return _rooms_of(portal, subjects), listing.all() if everything else ()


def _rooms_of(portal: Portal, subjects: Sequence[str]) -> list[Room]:
    """The rooms that some people own or that have an entry of one of some people and groups."""
    places = [(subject, archived) for subject in subjects for archived in _AREAS]
    found = portal.in_parallel(
        lambda place: portal.rooms.entered(*place),
        places,
        so_far("lists of rooms", len(places)),
    )
    return list({room.id: room for rooms in found for room in rooms}.values())


def _complete(portal: Portal, changes: Sequence[PersonChange]) -> list[PersonChange]:
    """The same with the types and groups of everybody; who is gone meanwhile is left out."""
    lacking = [each.person for each in changes if _is_incomplete(each.person)]
    references = {person.id: Reference("id", person.id.lower(), person.id) for person in lacking}
    found = find_people(portal, list(references.values()), portal.people.listing)
    complete = []
    for each in changes:
        if each.person.id not in references:
            complete.append(each)
        elif references[each.person.id] in found:
            person = found[references[each.person.id]]
            # The status may be one to come.
            complete.append(replace(each, person=replace(person, status=each.person.status)))
    return complete


def _is_incomplete(person: Person) -> bool:
    return person.type == "unknown" and person.has_account
