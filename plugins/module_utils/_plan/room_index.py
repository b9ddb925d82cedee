# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Rooms, to be found by what a task calls them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from .._base.errors import DocSpaceError
from .._base.room_references import parse_room_id
from .._base.texts import printable
from .._portal.model.room import Room


class RoomIndex:
    """Rooms by their ids and titles; each counts once, however often it was read."""

    def __init__(self, rooms: Iterable[Room]) -> None:
        self.by_id = {room.id: room for room in rooms}
        self._by_title: dict[str, list[Room]] = {}
        for room in self.by_id.values():
            self._by_title.setdefault(room.title, []).append(room)

    def meant(self, text: str) -> list[Room]:
        """The rooms that an id or an exact title means: one, none, or several of one title."""
        room_id = parse_room_id(text)
        if not room_id:
            return list(self._by_title.get(text, ()))
        return [self.by_id[room_id]] if room_id in self.by_id else []


def the_room(
    text: str,
    rooms: Sequence[Room],
    option: str = "room",
    others: Iterable[Room] = (),
    noun: str = "room",
) -> Room:
    """The only one of the rooms that an id or an exact title means.

    :param option: names the room.
    :param others: rooms that are known, to say which of them may be meant.
    :param noun: what is looked for, if not among the active and archived rooms.
    :raises DocSpaceError: if there is none, or more than one of that title.
    """
    if not rooms:
        from .similar import suggestion  # not before a title is wrong

        room_id = parse_room_id(text)
        title = f'the title "{printable(text)}"; titles count in full and in their case'
        what = f"the id {room_id}" if room_id else title
        suggested = "" if room_id else suggestion(text, [room.title for room in others])
        raise DocSpaceError(
            f"{option}: the owner of the credential sees no {noun} with {what}.{suggested}",
            "room_not_found",
            room=text,
        )
    if len(rooms) > 1:
        found = sorted(rooms, key=lambda room: int(room.id))
        texts = [f"{room.id}{' (archived)' if room.archived else ''}" for room in found]
        raise DocSpaceError(
            f'{option}: {len(found)} {noun}s have the title "{printable(text)}"; name the one that'
            f" is meant by its id, one of {', '.join(texts)}.",
            "room_ambiguous",
            room=text,
            ids=[room.id for room in found],
        )
    return rooms[0]
