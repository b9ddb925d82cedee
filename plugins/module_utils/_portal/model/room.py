# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Rooms."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from ..._base.texts import printable

#: The types of rooms by their numbers in the API.
ROOM_TYPES = {
    1: "filling_forms",
    2: "editing",
    5: "custom",
    6: "public",
    8: "virtual_data",
    9: "ai",
}
TYPE_NUMBERS = {name: number for number, name in ROOM_TYPES.items()}

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
class RoomSettings:
    """What a room has beside its title, type, owner and tags.

    :param quota: in bytes, -1 for none; None while quotas of rooms are off.
    :param has_own_quota: whether it is not that of all rooms.
    :param lifetime: of its files, as the API has it; None if they stay.
    :param watermark: as the API has it; None if there is none.
    :param cover: the id of a picture, or an empty text.
    """

    indexing: bool = False
    deny_download: bool = False
    quota: int | None = None
    has_own_quota: bool = False
    lifetime: Mapping[str, Any] | None = None
    watermark: Mapping[str, Any] | None = None
    color: str = ""
    cover: str = ""


@dataclass(frozen=True)
class Room:
    """A room; its id is a number, kept as text.

    :param type: one of :data:`ROOM_TYPES`, or its number if it is none of them.
    :param may_manage: whether the owner of the credential may change who enters it, and its links.
        Only known of a room that was read alone (:meth:`Rooms.find`).
    :param has_links: whether there are external links, expired ones included. Invitation links do
        not count.
    :param has_open_links: whether one of them needs no account of the portal.
    :param level: that of the owner of the credential, as the portal says where the room was read:
        lists show to the owner of a room, and to who is in by several groups, another one.
    :param settings: only known of rooms that were read with them, as is what follows.
    :param owner_name: how the owner is called.
    :param files: how many files are in it, at any depth.
    :param folders: how many folders are in it, at any depth.
    :param may_move: whether the owner of the credential may archive it, or bring it back and delete
        it. Only known, like what follows, of a room that was read alone.
    :param may_give: whether this person may give it to another owner.
    :param may_delete: whether this person may delete it as it is.
    """

    id: str
    title: str
    owner_id: str
    archived: bool = False
    type: str = "unknown"
    tags: tuple[str, ...] = ()
    may_manage: bool | None = None
    has_links: bool = False
    has_open_links: bool = False
    settings: RoomSettings | None = field(default=None, hash=False)
    owner_name: str = ""
    files: int = 0
    folders: int = 0
    may_move: bool | None = None
    may_give: bool | None = None
    may_delete: bool | None = None
    level: int | None = field(default=None, compare=False)

    @property
    def label(self) -> str:
        """This room in a message."""
        return f'"{printable(self.title)}" ({self.id or "new"})'

    def has_tags(self, tags: Iterable[str]) -> bool:
        """Whether it has all of these tags, in whatever case."""
        return {tag.lower() for tag in tags} <= {tag.lower() for tag in self.tags}


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
    :param name: of the person or the group, as the portal shows it.
    :param email: of the person.
    """

    id: str
    level: int
    is_group: bool = False
    is_owner: bool = False
    name: str = field(default="", compare=False)
    email: str = field(default="", compare=False)
