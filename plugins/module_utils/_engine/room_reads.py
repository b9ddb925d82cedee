# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Whose the rooms are: two lists for each person, some at a time."""

from __future__ import annotations

from collections.abc import Sequence

from .._base.texts import so_far
from .._portal.model.person import Person
from .._portal.model.room import Room, RoomsOfPerson
from .._portal.portal import Portal


def read_rooms(portal: Portal, people: Sequence[Person]) -> dict[str, RoomsOfPerson]:
    """The rooms that people own or have an entry of their own in, by the people's ids."""
    rooms = portal.rooms

    def read(asked: tuple[str, bool]) -> list[Room]:
        person_id, owned = asked
        return rooms.owned(person_id) if owned else rooms.entered(person_id)

    asked = [(person.id, owned) for person in people for owned in (True, False)]
    lists = portal.in_parallel(read, asked, so_far("lists of rooms", len(asked)))
    return {
        person.id: _rooms_of(person, owned, entered)
        for person, owned, entered in zip(people, lists[::2], lists[1::2])
    }


def _rooms_of(person: Person, owned: list[Room], entered: list[Room]) -> RoomsOfPerson:
    return RoomsOfPerson(
        owned=tuple(room for room in owned if not room.archived),
        archived=tuple(room for room in owned if room.archived),
        entered=tuple(room for room in entered if room.owner_id != person.id),
    )
