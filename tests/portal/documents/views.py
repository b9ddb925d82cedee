# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Documents as the API shows them."""

from __future__ import annotations

import dataclasses

from ..http.properties import View, given
from .records import FOLDER, RESTRICT, Document

_FILE_SECURITY = (
    *("Read", "Comment", "FillForms", "Review", "Edit", "Delete", "CustomFilter", "Rename"),
    *("ReadHistory", "Lock", "EditHistory", "Copy", "Move", "Duplicate", "SubmitToFormGallery"),
    *("Download", "Convert", "CreateRoomFrom", "CopyLink", "Embed", "StartFilling"),
    *("FillingStatus", "ResetFilling", "StopFilling", "OpenForm", "Vectorization", "AskAi"),
)
# What the maker may do with a text, in a room or not.
_MAKER_FILE = {
    *("Read", "Comment", "Review", "Edit", "Delete", "CustomFilter", "Rename", "ReadHistory"),
    *("Lock", "EditHistory", "Copy", "Move", "Duplicate", "SubmitToFormGallery", "Download"),
    *("Convert", "CopyLink"),
}
_FOLDER_SECURITY = (
    *("Read", "Create", "Delete", "EditRoom", "Rename", "CopyTo", "Copy", "MoveTo", "Move", "Pin"),
    *("Mute", "EditAccess", "Duplicate", "Download", "CopySharedLink", "Reconnect"),
    *("CreateRoomFrom", "CopyLink", "Embed", "ChangeOwner", "IndexExport", "UseChat"),
    *("UpdateXlsx", "AnalyzeResponses"),
)
_MAKER_FOLDER = {
    *("Read", "Create", "Delete", "EditRoom", "Rename", "CopyTo", "Copy", "MoveTo", "Move"),
    *("EditAccess", "Duplicate", "Download", "CopySharedLink", "CopyLink"),
}
_VIEWABLE = (
    *("ImageView", "MediaView", "WebView", "WebEdit", "WebReview", "WebCustomFilterEditing"),
    *("WebRestrictedEditing", "WebComment", "CanConvert", "MustConvert"),
)
_TEXT_TYPE = 7
_FOLDER_RIGHTS = ("Editing", "FillForms", "Review", "Comment", "Read")
_MOMENT = "2026-01-15T09:00:00.0000000Z"


@dataclasses.dataclass(frozen=True)
class Place:
    """Where a document is seen: in which section, under what, in what kind of room."""

    parent: int
    root: int
    root_type: int
    #: In a room: the type of its folder, and what links can allow there.
    room_type: int | None = None
    room_rights: tuple[str, ...] = ()
    #: How many links a document can have there.
    links: dict[str, int] = dataclasses.field(default_factory=lambda: {"ExternalLink": 6})


def file(document: Document, access: int, place: Place, maker: View, editor: View) -> View:
    """A file."""
    in_room = place.room_type is not None
    allowed = {"Read", "Download", "CopyLink"} if access else set(_MAKER_FILE)
    if access and access != RESTRICT:
        allowed.add("Copy")
    if not access and not in_room:
        allowed |= {"CreateRoomFrom", "OpenForm"}
    address = f"https://portal.example.org/filehandler.ashx?action=download&fileid={document.id}"
    return {
        "folderId": place.parent,
        "version": 1,
        "versionGroup": 1,
        "contentLength": f"{document.size} bytes",
        "pureContentLength": document.size,
        "fileStatus": 0,
        "editingBy": {},
        "viewUrl": address,
        "webUrl": address,
        "fileType": _TEXT_TYPE,
        "fileExst": ".txt",
        "thumbnailStatus": 0,
        "formFillingStatus": 0,
        "viewAccessibility": dict.fromkeys(_VIEWABLE, False),
        "fileEntryType": 2,
        "security": {name: name in allowed for name in _FILE_SECURITY},
        "availableShareRights": _rights(("Read",), ("ReadWrite", "Read"), access, in_room),
        **_common(document, access, place, maker, editor),
    }


def folder(
    document: Document, access: int, place: Place, maker: View, editor: View, inside: View
) -> View:
    """A folder; `inside` counts what it holds."""
    in_room = place.room_type is not None
    allowed = {"Read", "Download"} if access else set(_MAKER_FOLDER)
    if access and access != RESTRICT:
        allowed |= {"Copy", "CopyLink"}
    if not access and not in_room:
        allowed.add("CreateRoomFrom")
    rights = place.room_rights if in_room else _FOLDER_RIGHTS
    return {
        **_plain_folder(inside),
        "parentId": place.parent,
        "security": _folder_security(allowed),
        "availableShareRights": _rights(rights, ("ReadWrite", *rights), access, in_room),
        **_common(document, access, place, maker, editor),
    }


def own(number: int, kind: tuple[int, str], owner: View, inside: View) -> View:
    """The folder that holds somebody's own documents."""
    rights = _rights(_FOLDER_RIGHTS, ("ReadWrite", *_FOLDER_RIGHTS), 0, in_room=False)
    allowed = {"Read", "Create", "CopyTo", "MoveTo"}
    return {**_section(number, kind, owner, inside, allowed), "availableShareRights": rights}


def shared(number: int, kind: tuple[int, str], owner: View, inside: View) -> View:
    """The section of what others share."""
    view = _section(number, kind, owner, inside, {"Read"})
    return {**view, "isShareable": True, "availableShareRights": {}}


def inside(documents: list[Document]) -> View:
    """How much a folder holds."""
    folders = sum(document.kind == FOLDER for document in documents)
    return {"filesCount": len(documents) - folders, "foldersCount": folders}


def _common(document: Document, access: int, place: Place, maker: View, editor: View) -> View:
    return {
        "id": document.id,
        "rootFolderId": place.root,
        "rootFolderType": place.root_type,
        "mute": False,
        "canShare": not access,
        **given(shareSettings=None if access else place.links),
        "title": document.title,
        "access": access,
        "shared": False,
        "sharedForUser": bool(document.grants),
        "sharedExternal": False,
        "parentShared": False,
        "shortWebUrl": "",
        "created": _MOMENT,
        "createdBy": maker,
        "updated": _MOMENT,
        "updatedBy": editor,
        **given(parentRoomType=place.room_type),
    }


def _section(
    number: int, kind: tuple[int, str], owner: View, inside: View, allowed: set[str]
) -> View:
    return {
        **_plain_folder(inside),
        "parentId": 0,
        "id": number,
        "rootFolderId": number,
        "rootFolderType": kind[0],
        "mute": False,
        "canShare": False,
        "security": _folder_security(allowed),
        "title": kind[1],
        "access": 0,
        "shared": False,
        "sharedForUser": False,
        "sharedExternal": False,
        "parentShared": False,
        "shortWebUrl": "",
        "created": _MOMENT,
        "createdBy": owner,
        "updated": _MOMENT,
        "updatedBy": owner,
    }


def _plain_folder(inside: View) -> View:
    named = ("pinned", "private", "indexing", "denyDownload")
    return {**inside, "new": 0, "fileEntryType": 1, **dict.fromkeys(named, False)}


def _folder_security(allowed: set[str]) -> View:
    return {name: name in allowed for name in _FOLDER_SECURITY}


def _rights(
    links: tuple[str, ...], people: tuple[str, ...], access: int, in_room: bool
) -> dict[str, list[str]]:
    """What can be given to links and, outside of rooms, to people."""
    none = [] if access else ["None"]
    by_link = {name: [*links, *none] for name in ("ExternalLink", "PrimaryExternalLink")}
    if in_room:
        return by_link
    return {**by_link, **{name: [*people, "Restrict", *none] for name in ("User", "Group")}}
