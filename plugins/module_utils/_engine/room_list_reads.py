# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Finding the rooms that a task names, and who may enter them, with few requests."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .._base.errors import RequestError
from .._base.room_references import parse_room_id
from .._base.texts import so_far
from .._plan.room_index import RoomIndex, the_room
from .._portal.model.room import Entry, Room
from .._portal.portal import Portal

#: So few rooms are read one by one without asking how many the portal has.
FEW_ROOMS = 3


@dataclass(frozen=True)
class SeenRooms:
    """Rooms that were read, and whether these are all that the owner of the credential sees."""

    rooms: list[Room]
    is_complete: bool


def see_rooms(portal: Portal, texts: Sequence[str]) -> SeenRooms:
    """Read all rooms that some ids and titles may mean, those in the archive too.

    Few are read one by one. Of more, a page of all rooms is read, and then whatever takes fewer
    requests: the other pages, or the rooms that are not clear yet.
    """
    if len(texts) <= FEW_ROOMS:
        return SeenRooms(_ask_for_rooms(portal, texts), False)
    rooms = portal.rooms.listing()
    on_first_page = {room.id for room in rooms.first}
    unclear = [text for text in texts if parse_room_id(text) not in on_first_page]
    if rooms.further_pages <= len(unclear):
        return SeenRooms(rooms.all(), True)
    return SeenRooms([*rooms.first, *_ask_for_rooms(portal, unclear)], False)


def find_room(portal: Portal, text: str, option: str = "room") -> Room:
    """The one room that an id or an exact title means; may be in the archive.

    :raises DocSpaceError: if there is none, or more than one of that title.
    """
    found = RoomIndex(_ask_for_rooms(portal, [text])).meant(text)
    return the_room(text, found, option, () if found else other_rooms(portal, text))


def other_rooms(portal: Portal, text: str) -> Sequence[Room]:
    """Some rooms of which one may be meant by a title that none has: the first of the portal."""
    try:
        return () if parse_room_id(text) else portal.rooms.listing().first
    except RequestError:  # that there is none is told all the same
        return ()


def read_entries(portal: Portal, rooms: Sequence[Room]) -> dict[str, list[Entry]]:
    """Who may enter rooms by an entry, by the rooms' ids: a request for each 100 of a room."""
    entries = portal.in_parallel(
        lambda room: portal.room_access.entries(room.id), rooms, so_far("rooms", len(rooms))
    )
    return {room.id: found for room, found in zip(rooms, entries)}


def _ask_for_rooms(portal: Portal, texts: Sequence[str]) -> list[Room]:
    def ask(text: str) -> list[Room]:
        room_id = parse_room_id(text)
        if not room_id:
            return portal.rooms.listing(title=text).all()
        room = portal.rooms.find(room_id)
        return [room] if room else []

    return [
        room
        for rooms in portal.in_parallel(ask, texts, so_far("rooms", len(texts)))
        for room in rooms
    ]
