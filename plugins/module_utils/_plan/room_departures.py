# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""How people who leave are put out of the rooms of others, in the fewest writes: pure planning."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from .._portal.model.person import Person
from .._portal.model.room import Entry, Room
from .effective_access import effective_access

#: So many rooms in one request, and so many changes, rooms times people: a portal needs up to 50 ms
#: for each person who is put out of each of them.
MAX_ROOMS, MAX_CHANGES = 40, 200

#: Why somebody stays in the list of a room.
ARCHIVED = "nobody is put out of archived rooms; bring it back first"
NOT_MANAGED = (
    "the owner of api_key does not manage it; use the key of its owner or of one of its managers"
)
OWN_KEY = "whoever owns api_key is not put out by it; use the key of somebody else"


@dataclass(frozen=True)
class EnteredRoom:
    """A room of somebody else in which a person has an entry of their own.

    :param level: its number.
    :param obstacle: why the entry stays; empty if it goes.
    """

    room: Room
    level: int
    obstacle: str = ""


@dataclass(frozen=True)
class RoomDeparture:
    """People are put out of rooms: everybody of all of these."""

    rooms: tuple[Room, ...]
    people: tuple[Person, ...]


def entered_rooms(
    person: Person,
    rooms: Iterable[Room],
    entries: Mapping[str, Sequence[Entry]],
    key_owner: Person | None,
) -> tuple[EnteredRoom, ...]:
    """The rooms in which somebody has an entry of their own, by title.

    :param rooms: all in which there may be one.
    :param entries: of these rooms, by their ids.
    :param key_owner: whose credential the task uses, if that is known.
    """
    found = []
    for room in sorted(rooms, key=lambda room: (room.title.lower(), int(room.id))):
        own = [each for each in entries[room.id] if each.id == person.id and not each.is_group]
        if room.owner_id == person.id or not own:
            continue
        obstacle = _obstacle(person, room, entries[room.id], key_owner)
        found.append(EnteredRoom(room, own[0].level, obstacle))
    return tuple(found)


def plan_departures(
    leaving: Sequence[tuple[Person, Iterable[Room]]], may_batch: bool
) -> tuple[RoomDeparture, ...]:
    """The fewest writes that put people out of rooms, and nobody out of a room who is not in.

    :param leaving: who is put out of which rooms.
    :param may_batch: whether the key opens the call for many rooms.
    """
    if not may_batch:
        return _by_rooms(leaving, 1)
    by_people = [
        RoomDeparture(some, (person,))
        for person, rooms in leaving
        for some in _parts(tuple(rooms), 1)
    ]
    by_rooms = _by_rooms(leaving, MAX_ROOMS)
    return by_rooms if len(by_rooms) <= len(by_people) else tuple(by_people)


def _by_rooms(
    leaving: Sequence[tuple[Person, Iterable[Room]]], at_once: int
) -> tuple[RoomDeparture, ...]:
    """Rooms together that the same people leave."""
    people: dict[str, list[Person]] = {}
    by_id = {}
    for person, rooms in leaving:
        for room in rooms:
            by_id[room.id] = room
            people.setdefault(room.id, []).append(person)
    alike: dict[tuple[str, ...], list[Room]] = {}
    for room_id in sorted(people, key=int):
        alike.setdefault(tuple(each.id for each in people[room_id]), []).append(by_id[room_id])
    return tuple(
        RoomDeparture(some, tuple(people[rooms[0].id]))
        for key, rooms in alike.items()
        for some in _parts(tuple(rooms), len(key), at_once)
    )


def _parts(
    rooms: tuple[Room, ...], people: int, at_once: int = MAX_ROOMS
) -> Iterable[tuple[Room, ...]]:
    size = max(1, min(at_once, MAX_CHANGES // people))
    ordered = sorted(rooms, key=lambda room: int(room.id))
    return (tuple(ordered[start : start + size]) for start in range(0, len(ordered), size))


def _obstacle(
    person: Person, room: Room, entries: Sequence[Entry], key_owner: Person | None
) -> str:
    if room.archived:
        return ARCHIVED
    if key_owner and key_owner.id == person.id:
        return OWN_KEY
    mine = effective_access(key_owner, room, entries) if key_owner else None
    return "" if mine and mine.manages else NOT_MANAGED
