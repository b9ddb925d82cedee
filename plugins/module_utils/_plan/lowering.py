# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""What becomes of rooms when somebody's type goes down: pure planning.

The portal's job gives a successor every active room that the person owns *or has an entry in*.
Rooms of others are given back, in the smallest steps that leave everybody as before.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Union

from .._portal.model.person import Person
from .._portal.model.room import ROOM_MANAGER, Entry, Room

#: The level of those who have no entry.
NOBODY = 0


@dataclass(frozen=True)
class TakenRoom:
    """A room of somebody else that the job would take.

    :param owner: None if nothing is known of this person.
    :param levels: the levels that people have by entries of their own, by their ids; only known
        if the room is to be given back.
    """

    room: Room
    owner: Person | None
    levels: Mapping[str, int] | None = None

    def level(self, person_id: str) -> int:
        """What somebody has by an entry of their own."""
        return (self.levels or {}).get(person_id, NOBODY)


@dataclass(frozen=True)
class Lowering:
    """A type that goes down.

    :param heir: who gets the rooms: the successor, or the owner of the key where nothing stays
        with this person.
    :param owned: the active rooms of this person, which go to the successor.
    :param taken: the rooms of others that the job would take.
    :param shared: the rooms of others that go to the successor all the same, as their owners' type
        goes down too, or that the successor has already.
    :param archived: the archived rooms of this person, which stay.
    :param managed: the rooms of others that this person manages, and cannot manage afterwards, as
        far as levels were read.
    """

    person: Person
    type: str
    heir: Person
    owned: tuple[Room, ...] = ()
    taken: tuple[TakenRoom, ...] = ()
    shared: tuple[Room, ...] = ()
    archived: tuple[Room, ...] = ()
    managed: tuple[Room, ...] = ()

    @property
    def moving(self) -> tuple[Room, ...]:
        """All rooms of which the heir is the owner when the job is done."""
        return (*self.owned, *(each.room for each in self.taken), *self.shared)


@dataclass(frozen=True)
class GiveRooms:
    """Rooms get another owner."""

    rooms: tuple[Room, ...]
    owner: Person


@dataclass(frozen=True)
class SetLevel:
    """Somebody gets the level in a room that they had before."""

    room: Room
    person: Person
    level: int


RestoreStep = Union[GiveRooms, SetLevel]


def plan_lowering(
    person: Person,
    kind: str,
    heir: Person,
    entered: Sequence[Room],
    owned: Sequence[Room],
    lowered: Iterable[Person],
    people: Mapping[str, Person],
    levels: Mapping[str, Mapping[str, int]],
) -> Lowering:
    """What the job does to rooms.

    :param entered: the active rooms that the person owns or has an entry in.
    :param owned: all rooms that this person owns.
    :param lowered: everybody whose type goes down in the same plan.
    :param people: the owners of rooms, by id.
    :param levels: of entries in rooms, by the ids of rooms and people, as far as they were read.
    """
    going = {each.id for each in lowered}
    mine = tuple(room for room in entered if room.owner_id == person.id)
    others = [room for room in entered if room.owner_id != person.id]
    shared = [room for room in others if room.owner_id in going or room.owner_id == heir.id]
    return Lowering(
        person,
        kind,
        heir,
        owned=mine,
        taken=tuple(
            TakenRoom(room, people.get(room.owner_id), levels.get(room.id))
            for room in others
            if room not in shared
        ),
        shared=tuple(shared),
        archived=tuple(room for room in owned if room.archived),
        managed=tuple(
            room for room in others if levels.get(room.id, {}).get(person.id) == ROOM_MANAGER
        ),
    )


def owners_first(lowerings: Sequence[Lowering]) -> list[Lowering]:
    """The order in which no room leaves somebody before their own type has gone down.

    The job about a person takes the rooms of others too. Where people have entries in rooms of each
    other, those come first for whom it takes the fewest.
    """
    left, ordered = list(lowerings), []
    while left:
        waiting = {each.person.id for each in left}
        taken = [sum(room.owner_id in waiting for room in each.shared) for each in left]
        ordered.append(left.pop(taken.index(min(taken))))
    return ordered


def restore_steps(lowering: Lowering, key_owner: Person) -> list[RestoreStep]:
    """How the rooms of others get their owners and levels back.

    Only an owner and a room manager may change levels, and an owner who gives a room away stays as
    its room manager. So the owner of the key takes rooms of the heir's before they go back, and
    leaves them as their manager.
    """
    steps: list[RestoreStep] = []
    heir = lowering.heir
    by_owner: dict[str, list[TakenRoom]] = {}
    for taken in lowering.taken:
        by_owner.setdefault(taken.room.owner_id, []).append(taken)
    for group in by_owner.values():
        owner = group[0].owner
        if owner is None:
            continue
        rooms = tuple(each.room for each in group)
        if heir.id != key_owner.id:
            steps.append(GiveRooms(rooms, key_owner))
            steps += _levels(group, heir)
        if owner.id != key_owner.id:
            steps.append(GiveRooms(rooms, owner))
            steps += _levels(group, key_owner)
    return steps


def levels_of(entries: Iterable[Entry]) -> dict[str, int]:
    """The levels of people who have an entry of their own, owners apart."""
    return {each.id: each.level for each in entries if not (each.is_group or each.is_owner)}


def _levels(group: Sequence[TakenRoom], person: Person) -> list[RestoreStep]:
    # Whoever gives a room away is its room manager then.
    return [
        SetLevel(each.room, person, each.level(person.id))
        for each in group
        if each.level(person.id) != ROOM_MANAGER
    ]
