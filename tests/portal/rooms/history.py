# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The history of a room as the API shows it."""

from __future__ import annotations

from ..http.properties import View, given
from .records import COMMENT, CREATOR, EDIT, FILL_FORMS, MANAGER, NONE, READ, REVIEW, Event

#: What is noted of a room, by the number of its text.
ACTIONS = {
    "FolderCreated": 5019,
    "FolderRenamed": 5020,
    "RoomCreated": 5070,
    "RoomRenamed": 5071,
    "RoomArchived": 5072,
    "RoomUnarchived": 5073,
    "RoomUpdateAccessForUser": 5075,
    "AddedRoomTags": 5078,
    "DeletedRoomTags": 5079,
    "RoomRemoveUser": 5084,
    "RoomCreateUser": 5085,
    "RoomExternalLinkCreated": 5088,
    "RoomExternalLinkDeleted": 5090,
    "RoomGroupAdded": 5094,
    "RoomUpdateAccessForGroup": 5095,
    "RoomGroupRemove": 5096,
    "RoomExternalLinkRenamed": 5098,
    "RoomCoverChanged": 5103,
    "RoomIndexingEnabled": 5105,
    "RoomIndexingDisabled": 5106,
    "RoomDenyDownloadEnabled": 5109,
    "RoomDenyDownloadDisabled": 5110,
    "RoomWatermarkSet": 5112,
    "RoomWatermarkDisabled": 5113,
    "RoomLifeTimeSet": 5116,
    "RoomLifeTimeDisabled": 5117,
    "RoomInviteResend": 5118,
    "RoomChangeOwner": 5159,
}
#: The levels in words; somebody who was not in and is put out has none.
LEVELS = {
    NONE: "",
    READ: "Viewer",
    REVIEW: "Reviewer",
    COMMENT: "Commenter",
    FILL_FORMS: "Form filler",
    MANAGER: "Room Manager",
    EDIT: "Editor",
    CREATOR: "Content creator",
}
# What one person does of one kind in one go is one row.
_MERGED = ("RoomCreateUser", "RoomGroupAdded", "FolderCreated")


def row(event: Event, initiator: View, data: View) -> View:
    """What was done in a room."""
    return {
        "id": event.number,
        "action": {"id": ACTIONS[event.action], "key": event.action},
        "initiator": initiator,
        "date": event.date,
        **given(data=data or None),
        "related": [],
    }


def merged(rows: list[View]) -> list[View]:
    """Rows of which some carry others, that were done by the same person a short time ago."""
    found: list[View] = []
    for each in rows:
        key = (each["action"]["key"], each["initiator"]["id"])
        first = next((f for f in found if (f["action"]["key"], f["initiator"]["id"]) == key), None)
        if first and key[0] in _MERGED:
            first["related"].append({n: value for n, value in each.items() if n != "related"})
        else:
            found.append(each)
    return found
