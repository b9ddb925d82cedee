# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Putting people who leave out of the rooms of others: what is read for it, and the writes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .._base.errors import DocSpaceError
from .._base.texts import listed
from .._plan.room_departures import (
    EnteredRoom,
    RoomDeparture,
    entered_rooms,
    plan_departures,
)
from .._plan.steps import Action
from .._portal.model.person import Person
from .._portal.model.room import Room
from .._portal.portal import Portal
from .rights import credential_owner, is_administrator
from .room_list_reads import read_entries
from .sending import one_by_one
from .write import Difference, Effect, Outcome, Write, carry_out

#: The ids of a person and a room in which this person has an entry.
Pair = tuple[str, str]
#: The level of those who are put out.
_NONE = 0
_ONE, _MANY = "rooms:write", "files:write"


def read_entered_rooms(
    portal: Portal, people: Sequence[Person]
) -> dict[str, tuple[EnteredRoom, ...]]:
    """The rooms of others in which people have entries of their own, by the people's ids.

    Two requests for each of the people, one for each 100 entries of each room, and two that tell
    whose key it is.

    :raises RequestError: if something cannot be read. The key needs ``rooms:read``.
    """
    places = [(person.id, archived) for person in people for archived in (False, True)]
    lists = portal.in_parallel(lambda place: portal.rooms.entered(*place), places)
    rooms: dict[str, list[Room]] = {person.id: [] for person in people}
    for (person_id, _archived), found in zip(places, lists):
        rooms[person_id] += [room for room in found if room.owner_id != person_id]
    distinct = {room.id: room for found in rooms.values() for room in found}
    if not distinct:
        return {person.id: () for person in people}
    owner = credential_owner(portal, people)
    entries = read_entries(portal, list(distinct.values()))
    return {person.id: entered_rooms(person, rooms[person.id], entries, owner) for person in people}


def departures(
    portal: Portal, leaving: Sequence[tuple[Person, Sequence[Room]]]
) -> tuple[RoomDeparture, ...]:
    """The writes that put people out of rooms, in a real run with a key that opens them.

    :raises DocSpaceError: if the key opens none of them.
    """
    leaving = [each for each in leaving if each[1]]
    if not leaving:
        return ()
    key = portal.keys.current()
    if key and not portal.is_preview and not key.opens(_ONE):
        raise DocSpaceError(
            f"leave_rooms: the {key.without(_ONE)}, without which nobody is put out of a room."
            " Nothing was changed; use a key with that scope, or leave this out.",
            "missing_scope",
        )
    return plan_departures(leaving, key is None or key.opens(_MANY))


def scopes_to_leave(actions: Sequence[Action]) -> tuple[str, ...]:
    """What a key must open to put people out of rooms, beside accounts."""
    return (_ONE,) if any(isinstance(each, RoomDeparture) for each in actions) else ()


def apply_departure(portal: Portal, departure: RoomDeparture) -> Outcome[frozenset[Pair]]:
    """Put people out of rooms; the effects are pairs of a person and a room."""
    return carry_out(_DepartureWrite(portal, departure))


class _DepartureWrite(Write[frozenset[Pair]]):
    """What is seen are the entries that are left. No answer proves anything."""

    def __init__(self, portal: Portal, departure: RoomDeparture) -> None:
        self._portal = portal
        self._rooms = departure.rooms
        self._people = departure.people
        self.subject = f"Who may enter {listed([room.label for room in self._rooms])}"
        self.effects = tuple(
            Effect("left", (person, room)) for person in self._people for room in self._rooms
        )

    def send(self) -> Iterator[None]:
        levels = {person.id: _NONE for person in self._people}
        access = self._portal.room_access
        with one_by_one(len(self.effects)):
            if len(self._rooms) == 1:
                # Whoever leaves has no part in a form either.
                access.set_levels(self._rooms[0].id, levels, force=True, repeatable=False)
            else:
                ids = [room.id for room in self._rooms]
                access.set_levels_in_many(ids, levels, repeatable=False)
        yield None

    def look(self) -> frozenset[Pair]:
        # Others do not see all rooms in which somebody is.
        sees_all = is_administrator(self._portal, self._people)
        if len(self._rooms) < len(self._people) or not sees_all:
            entries = read_entries(self._portal, self._rooms)
            return frozenset((each.id, key) for key in entries for each in entries[key])
        # Somebody may have archived a room meanwhile, and its entries stay.
        places = [(person.id, archived) for person in self._people for archived in (False, True)]
        lists = self._portal.in_parallel(lambda place: self._portal.rooms.entered(*place), places)
        return frozenset(
            (key, room.id) for (key, _area), found in zip(places, lists) for room in found
        )

    def differences(self, seen: frozenset[Pair]) -> list[Difference]:
        return [
            Difference(f"{person.label} is still in {room.label}", Effect("left", (person, room)))
            for person in self._people
            for room in self._rooms
            if (person.id, room.id) in seen
        ]
