# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Reading which folders and files inside of rooms have links, at any depth."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Sequence

from .._base.errors import RequestError
from .._base.texts import so_far
from .._plan.access_items import ItemsOfRoom, SharedItem
from .._portal.model.person import Person
from .._portal.model.room import Room
from .._portal.model.room_item import FOLDER, RoomItem
from .._portal.model.room_link import RoomLink
from .._portal.portal import Portal

#: More folders of a room are not looked into, nor is a folder with more in it.
MOST_FOLDERS, MOST_INSIDE = 1_000, 10_000
#: What is answered about what is gone, and about a folder in which more is done than can be read.
_OF_ONE = ("not_found", "list_unstable")
#: The status of a room that somebody may not enter.
_CLOSED = 403
_NO_SCOPE = "missing_scope"
_TOO_MUCH = "too_much"

#: A room, and a folder of it or the room itself, by their ids.
_Place = tuple[str, str]


def read_items(
    portal: Portal, rooms: Sequence[Room], managed: Container[str], me: Person | None
) -> dict[str, ItemsOfRoom] | None:
    """The folders and files with links of their own, by the rooms' ids.

    The portal has no list of them, so it takes a request for each 100 folders and files in each
    room and in each folder, four side by side, and one for each that has links. A room that is not
    there is one whose content is not shown.

    :param managed: the ids of the rooms whose links the key's person is shown; the others are not
        asked for the links of what is in them.
    :param me: who this person is, if that is known.
    :returns: None if the key lacks the scope ``files:read``, which is known after one request.
    :raises RequestError: when the portal gives no usable answer.
    """
    walk = _Walk(portal, rooms)
    if not walk.run():
        return None
    asked = [(room, item) for room in rooms if room.id in managed for item in walk.shared_in(room)]
    links = portal.in_parallel(
        lambda pair: _links(portal, pair[1], bool(me and pair[0].owner_id == me.id)),
        asked,
        so_far("links inside of rooms", len(asked)),
    )
    found = {(room.id, item.id): each for (room, item), each in zip(asked, links)}
    return {
        room.id: ItemsOfRoom(
            tuple(SharedItem(item, found.get((room.id, item.id))) for item in walk.shared_in(room)),
            walk.unread[room.id],
        )
        for room in rooms
        if room.id not in walk.closed
    }


class _Walk:
    """Looks into rooms, then into the folders in them, and so on."""

    def __init__(self, portal: Portal, rooms: Sequence[Room]) -> None:
        self._portal = portal
        self._rooms = rooms
        self._shared: dict[str, dict[str, RoomItem]] = {room.id: {} for room in rooms}
        #: Each folder once, although one that is moved meanwhile may be seen twice.
        self._seen: dict[str, set[int]] = {room.id: set() for room in rooms}
        self.closed: set[str] = set()
        self.unread: Counter[str] = Counter()

    def shared_in(self, room: Room) -> list[RoomItem]:
        return list(self._shared[room.id].values())

    def run(self) -> bool:
        """Look into all of it; False if the key does not open it."""
        places: list[_Place] = [(room.id, room.id) for room in self._rooms]
        # Only an answer tells whether the key has the scope.
        found = [self._inside(place) for place in places[:1]]
        if found and found[0] == _NO_SCOPE:
            return False
        found += self._look(places[1:])
        while places:
            below: list[_Place] = []
            for place, items in zip(places, found):
                below += self._noted(place, items)
            places, found = below, self._look(below)
        return True

    def _look(self, places: Sequence[_Place]) -> list[list[RoomItem] | str]:
        return self._portal.in_parallel(
            self._inside, places, so_far("folders of rooms", len(places))
        )

    def _noted(self, place: _Place, items: list[RoomItem] | str) -> list[_Place]:
        """Keep what has links.

        :returns: the folders to look into.
        """
        room_id, folder_id = place
        if isinstance(items, str):
            if folder_id == room_id and items != _TOO_MUCH:
                self.closed.add(room_id)
            else:
                self.unread[room_id] += 1
            return []
        self._shared[room_id].update((item.id, item) for item in items if item.is_shared)
        seen = self._seen[room_id]
        folders = {item.number for item in items if item.type == FOLDER} - seen
        new = sorted(folders)[: max(0, MOST_FOLDERS - len(seen))]
        seen.update(folders)
        self.unread[room_id] += len(folders) - len(new)
        return [(room_id, str(number)) for number in new]

    def _inside(self, place: _Place) -> list[RoomItem] | str:
        """What is in a folder, or the code of why that is not known."""
        try:
            found = self._portal.room_items.inside(place[1], MOST_INSIDE)
        except RequestError as error:
            if error.code == _NO_SCOPE or error.code in _OF_ONE:
                return error.code
            # Who is not in is answered as by a fault of the portal.
            is_closed = error.code == "server_error" and error.status == _CLOSED
            if is_closed and self._portal.rooms.find(place[0]) is None:
                return error.code
            raise
        return _TOO_MUCH if found is None else found


def _links(portal: Portal, item: RoomItem, is_own: bool) -> tuple[RoomLink, ...] | None:
    """The links of what has some; None if they are not shown.

    :param is_own: whether it is in a room of the key's person, whom nobody refuses them.
    """
    try:
        return tuple(portal.room_links.of_item(item.type, item.number)) or None
    except RequestError as error:
        if error.code in _OF_ONE or (error.code == "forbidden" and not is_own):
            return None
        raise
