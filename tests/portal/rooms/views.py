# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Rooms as the API shows them."""

from __future__ import annotations

import dataclasses

from ..http.properties import View, given
from . import covers
from .records import (
    AGENT,
    CREATOR,
    CUSTOM,
    DATA,
    FOLDER_TYPES,
    FORMS,
    MANAGER,
    PUBLIC,
    RESTRICT,
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
LINKS = {
    CUSTOM: {"PrimaryExternalLink": 1, "ExternalLink": 5},
    PUBLIC: {"PrimaryExternalLink": 1, "ExternalLink": 5},
    FORMS: {"PrimaryExternalLink": 1},
}
_SHAREABLE = (*LINKS, AGENT)


@dataclasses.dataclass(frozen=True)
class Sight:
    """As what somebody looks at a room."""

    #: As the API shows it; in the list it is not what counts.
    access: int
    owner: bool
    admin: bool
    is_in: bool
    listed: bool = False
    #: Whether there are external links, and any that are open to everybody.
    shared: bool = False
    shared_openly: bool = False
    #: Whether it is seen by a link only.
    by_link: bool = False
    #: How the portal limits rooms that have no quota of their own, if it does.
    quota: int | None = None
    pinned: bool = False

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
    settings = room.settings
    can_share = sight.manages and not room.archived and room.type in _SHAREABLE
    forms = {
        "saveFormAsXLSX": settings.saves_as_xlsx,
        "sendFormToExternalDB": settings.sends_to_database,
    }
    return {
        **folder(room.id, room.root[0], room.root, room.title),
        "tags": list(settings.tags),
        "logo": logo(settings.color, settings.cover),
        "pinned": sight.pinned,
        "roomType": room.type,
        "indexing": settings.indexing,
        "denyDownload": settings.denies_download,
        **given(lifetime=settings.lifetime, watermark=settings.watermark),
        "inRoom": sight.is_in,
        **(_quota(room, sight.quota) if sight.quota is not None else {}),
        **(forms if room.type == FORMS else {}),
        "canShare": can_share,
        **given(shareSettings=LINKS.get(room.type) if can_share else None),
        "security": security(room, sight),
        "availableShareRights": link_rights(room.type, sight.owner),
        "access": sight.access,
        "shared": sight.shared,
        "sharedForUser": bool(room.shares),
        "sharedExternal": sight.shared_openly,
        "created": "2026-01-15T09:00:00.0000000Z",
        "createdBy": owner,
        "updated": "2026-01-15T09:00:00.0000000Z",
        "updatedBy": editor,
    }


def logo(color: str, cover: str) -> View:
    """What stands for a room in lists."""
    sizes = dict.fromkeys(("original", "large", "medium", "small"), "")
    shown = {"cover": {"id": cover, "data": covers.DRAWINGS.get(cover, "<svg/>")}}
    return {**sizes, "color": color, **(shown if cover else {})}


def by_link(token: str, link_expired: bool) -> View:
    """What is said beside of a room that is seen by a link."""
    return {
        "passwordProtected": False,
        "expired": False,
        "requestToken": token,
        "external": True,
        "isLinkExpired": link_expired,
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
    exports = {"IndexExport"} if sight.manages and room.settings.indexing else set()
    if room.archived:
        moves = {"Move", "Delete"} if sight.owner or sight.admin else set()
        return allowing({"Read", "Copy", "Download", *moves, *exports})
    if room.type == AGENT:
        return allowing(_with_agent(sight))
    allowed = {"Read", "Copy", "Download", "Pin", *exports}
    if sight.access != RESTRICT:
        allowed |= {"Mute", "CopyLink"}
    if sight.manages or sight.access == CREATOR:
        allowed |= {"Create", "CopyTo", "MoveTo"}
    if sight.manages:
        allowed |= {"EditRoom", "EditAccess", "Rename", "Duplicate"}
        allowed |= {"Embed"} if sight.shared else set()
    if sight.manages or sight.by_link or (sight.admin and sight.shared):
        allowed.add("CopySharedLink")
    if sight.owner:
        allowed |= {"Delete", "Move", "ChangeOwner"}
    if sight.admin:
        allowed |= {"Move", "Duplicate", "ChangeOwner"}
    return allowing(allowed)


def _with_agent(sight: Sight) -> set[str]:
    """What somebody may do where an agent is; in the list the server knows less."""
    allowed = {"Read", "Download", "Pin"}
    if sight.access != RESTRICT:
        allowed |= {"Mute", "CopyLink"}
    if sight.manages or sight.access == CREATOR:
        allowed.add("UseChat")
    if sight.manages:
        allowed |= {"CopySharedLink", "Rename"}
        allowed |= set() if sight.listed else {"EditRoom", "EditAccess"}
    if sight.owner:
        allowed.add("Delete")
    if (sight.owner or sight.admin) and not sight.listed:
        allowed.add("ChangeOwner")
    return allowed


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


def operation(
    id: str, kind: int, progress: int, processed: int, finished: bool, error: str
) -> View:
    """What becomes of moving or deleting rooms."""
    return {
        "id": id,
        "Operation": kind,
        "progress": progress,
        "error": error,
        "processed": str(processed),
        "finished": finished,
        "status": 2 if finished else 1,
    }


def _quota(room: Room, usual: int) -> View:
    own = room.settings.quota
    return {"quotaLimit": usual if own is None else own, "isCustomQuota": own is not None}
