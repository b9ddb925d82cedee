# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Rooms."""

from __future__ import annotations

from dataclasses import dataclass

from ..._base.texts import printable

#: Levels of access by their numbers in the API. Whatever is no number there puts somebody out.
LEVELS = {
    0: "none",
    1: "owner",
    2: "viewer",
    3: "restricted",
    5: "reviewer",
    6: "commenter",
    7: "form_filler",
    9: "room_manager",
    10: "editor",
    11: "content_creator",
}
#: The level of those who may let others in, and the highest of those who may not.
ROOM_MANAGER, CONTENT_CREATOR = 9, 11


@dataclass(frozen=True)
class Room:
    """A room; its id is a number, kept as text."""

    id: str
    title: str
    owner_id: str
    archived: bool = False

    @property
    def label(self) -> str:
        """This room in a message."""
        return f'"{printable(self.title)}" ({self.id})'


@dataclass(frozen=True)
class RoomsOfPerson:
    """The rooms that somebody owns, active and archived, and those of others.

    :param entered: active rooms of others with an entry of their own, not only of a group.
    """

    owned: tuple[Room, ...]
    archived: tuple[Room, ...]
    entered: tuple[Room, ...]


@dataclass(frozen=True)
class Entry:
    """An entry in the list of those who may enter a room.

    :param id: of the person or the group.
    :param level: its number; see :data:`LEVELS`.
    """

    id: str
    level: int
    is_group: bool = False
    is_owner: bool = False
