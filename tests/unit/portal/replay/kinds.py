# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What the whole numbers in paths and bodies count: they are ids of the portal's own making."""

from __future__ import annotations

import re
import typing as t

FOLDER, FILE, HOOK, DELIVERY, EVENT = "folder", "file", "webhook", "delivery", "event"

_BY_NAME = {
    **dict.fromkeys(("fileId", "fileIds"), FILE),
    **dict.fromkeys(("parentId", "folderId", "folderIds", "roomId", "roomIds"), FOLDER),
    **dict.fromkeys(("rootFolderId", "destFolderId", "templateId", "originId"), FOLDER),
    **dict.fromkeys(("originRoomId", "toFolderId", "fromFolderId"), FOLDER),
}
# An "id" means what the property means in which its object stands; an action has a number only.
_BY_HOLDER = {
    **dict.fromkeys(("folders", "current", "pathParts"), FOLDER),
    **dict.fromkeys(("files", "file"), FILE),
    "related": EVENT,
    "configs": HOOK,
    "action": None,
}
_BY_SEGMENT = {
    **dict.fromkeys(("rooms", "room", "folder", "files", "roomtemplate"), FOLDER),
    "file": FILE,
    "webhook": HOOK,
    "log": DELIVERY,
}
_OF_FILE = ("fileExst", "contentLength")
_FILE_PATH = re.compile(r"/(text|file)(/|$)")
_LOG_PATH = re.compile(r"/(folder|rooms|file)/\d+/log$|/security/audit/")
_HOOK_PATH = re.compile(r"/webhook(/|s?$)(?!triggers)")


class Place(t.NamedTuple):
    """Where a value stands: under which name, inside which property, beside what, in which call."""

    path: str
    name: str = ""
    holder: str = ""
    beside: t.Collection[str] = ()

    def at(self, name: str, beside: t.Collection[str]) -> Place:
        """The place of a property of the object that stands here."""
        return Place(self.path, name, self.name, beside)


def kind(place: Place) -> str | None:
    """What an integer at this place counts; None if it is no id."""
    if place.name != "id":
        return _BY_NAME.get(place.name)
    if place.holder in _BY_HOLDER:
        return _BY_HOLDER[place.holder]
    if any(name in place.beside for name in _OF_FILE) or _FILE_PATH.search(place.path):
        return FILE
    if _LOG_PATH.search(place.path):
        return EVENT if place.holder == "response" else FOLDER
    if "/webhooks/log" in place.path:
        return DELIVERY
    if _HOOK_PATH.search(place.path):
        return HOOK
    return FOLDER if "/files" in place.path else None


def kind_in_path(segment: str) -> str | None:
    """What an integer behind this segment of a path counts."""
    return _BY_SEGMENT.get(segment)
