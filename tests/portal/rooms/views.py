# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Rooms as the API shows them."""

from __future__ import annotations

import dataclasses

from ..http.properties import View, given
from .records import (
    AGENT,
    COMMENT,
    CREATOR,
    CUSTOM,
    DATA,
    EDIT,
    FILL_FORMS,
    FOLDER_TYPES,
    FORMS,
    MANAGER,
    PUBLIC,
    READ,
    RESTRICT,
    REVIEW,
    Event,
    Room,
)

SECURITY = (
    *("Read", "Create", "Delete", "EditRoom", "Rename", "CopyTo", "Copy", "MoveTo", "Move", "Pin"),
    *("Mute", "EditAccess", "Duplicate", "Download", "CopySharedLink", "Reconnect"),
    *("CreateRoomFrom", "CopyLink", "Embed", "ChangeOwner", "IndexExport", "UseChat"),
    *("UpdateXlsx", "AnalyzeResponses"),
)
_RIGHTS = ("Editing", "Review", "Comment", "Read")
LINK_RIGHTS = {
    DATA: ("Editing", "FillForms", "Review", "Comment", "Read"),
    FORMS: ("FillForms",),
}
# How many links a room can have; others have none, or no limit.
_LINKS = {
    CUSTOM: {"PrimaryExternalLink": 1, "ExternalLink": 5},
    PUBLIC: {"PrimaryExternalLink": 1, "ExternalLink": 5},
    FORMS: {"PrimaryExternalLink": 1},
}
_SHAREABLE = (*_LINKS, AGENT)
_ACTIONS = {"RoomCreated": 5070, "RoomCreateUser": 5085, "FolderCreated": 5019}
#: The levels as the history names them.
LEVEL_WORDS = {
    READ: "Viewer",
    REVIEW: "Reviewer",
    COMMENT: "Commenter",
    FILL_FORMS: "Form filler",
    MANAGER: "Room Manager",
    EDIT: "Editor",
    CREATOR: "Content creator",
}


@dataclasses.dataclass(frozen=True)
class Sight:
    """As what somebody looks at a room; `owner` is false where a group's level hides it."""

    access: int
    owner: bool
    admin: bool
    is_in: bool

    @property
    def manages(self) -> bool:
        """The owner and the managers."""
        return self.owner or self.access == MANAGER


def folder(id: int, parent: int, root: tuple[int, int, str], title: str) -> View:
    """What all folders and rooms have."""
    return {
        "parentId": parent,
        "filesCount": 0,
        "foldersCount": 0,
        "new": 0,
        "mute": False,
        "pinned": False,
        "private": False,
        "indexing": False,
        "denyDownload": False,
        "fileEntryType": 1,
        "id": id,
        "rootFolderId": root[0],
        "rootFolderType": root[1],
        "title": title,
        "shared": False,
        "sharedForUser": False,
        "sharedExternal": False,
        "parentShared": False,
        "shortWebUrl": "",
    }


def full(room: Room, sight: Sight, owner: View, editor: View) -> View:
    """The long form."""
    can_share = sight.manages and not room.archived and room.type in _SHAREABLE
    return {
        **folder(room.id, room.root[0], room.root, room.title),
        "tags": [],
        "logo": {"original": "", "large": "", "medium": "", "small": "", "color": "61C059"},
        "roomType": room.type,
        "inRoom": sight.is_in,
        "canShare": can_share,
        **given(shareSettings=_LINKS.get(room.type) if can_share else None),
        "security": security(room, sight),
        "availableShareRights": link_rights(room.type, sight.owner),
        "access": sight.access,
        "sharedForUser": bool(room.shares),
        "created": "2026-01-15T09:00:00.0000000Z",
        "createdBy": owner,
        "updated": "2026-01-15T09:00:00.0000000Z",
        "updatedBy": editor,
    }


def section(root: tuple[int, int, str], portal_owner: View, allowed: set[str]) -> View:
    """A section, as the folder that its rooms are in."""
    return {
        **folder(root[0], 0, root, root[2]),
        "canShare": False,
        "security": allowing(allowed),
        "availableShareRights": {},
        "access": 0,
        "created": "2026-01-15T09:00:00.0000000Z",
        "createdBy": portal_owner,
        "updated": "2026-01-15T09:00:00.0000000Z",
        "updatedBy": portal_owner,
    }


def security(room: Room, sight: Sight) -> View:
    """What somebody may do."""
    if room.archived:
        moves = {"Move", "Delete"} if sight.owner or sight.admin else set()
        return allowing({"Read", "Copy", "Download", *moves})
    allowed = {"Read", "Copy", "Download", "Pin"}
    if sight.access != RESTRICT:
        allowed |= {"Mute", "CopyLink"}
    if sight.manages or sight.access == CREATOR:
        allowed |= {"Create", "CopyTo", "MoveTo"}
    if sight.manages:
        allowed |= {"EditRoom", "EditAccess", "Rename", "Duplicate", "CopySharedLink"}
    if sight.owner:
        allowed |= {"Delete", "Move", "ChangeOwner"}
    if sight.admin:
        allowed |= {"Move", "Duplicate", "ChangeOwner"}
    return allowing(allowed)


def allowing(names: set[str]) -> View:
    """All that can be allowed, and whether it is."""
    return {name: name in names for name in SECURITY}


def link_rights(room_type: int, owner: bool) -> View:
    """What links can allow."""
    rights = [*rights_in(room_type), *(["None"] if owner else [])]
    return {"ExternalLink": rights, "PrimaryExternalLink": rights}


def rights_in(room_type: int) -> tuple[str, ...]:
    """What links can allow in a room of this type."""
    return LINK_RIGHTS.get(room_type, _RIGHTS)


def path_part(room: Room) -> View:
    """A room in the path of what is in it."""
    kind = FOLDER_TYPES[room.type]
    return {"id": room.id, "title": room.title, "roomType": room.type, "folderType": kind}


def event(event: Event, initiator: View, data: View) -> View:
    """What was done in a room."""
    number = _ACTIONS[event.action]
    return {
        "id": event.number,
        "action": {"id": number, "key": event.action},
        "initiator": initiator,
        "date": event.date,
        "data": data,
        "related": [],
    }


def operation(id: str, kind: int, progress: int, processed: int, finished: bool) -> View:
    """What becomes of moving or deleting rooms."""
    return {
        "id": id,
        "Operation": kind,
        "progress": progress,
        "error": "",
        "processed": str(processed),
        "finished": finished,
        "status": 2 if finished else 1,
    }
