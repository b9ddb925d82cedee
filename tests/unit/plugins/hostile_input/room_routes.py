# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What tasks about rooms may ask a portal for, and write: the routes, and the values in them."""

from __future__ import annotations

import json
import re
from typing import Any

#: In the place of the id of a room in a path.
ROOM = object()
_ROOM_ID = re.compile("[0-9]{1,10}")
_PAGE = {"fields", "count", "startIndex"}
_SETTINGS = {
    *("title", "roomType", "tags", "color", "cover", "indexing", "denyDownload", "quota"),
    *("lifetime", "watermark"),
}
_LINK = {
    *("linkId", "linkType", "access", "title", "expirationDate", "password", "denyDownload"),
    *("internal", "maxUseCount", "primary"),
}
#: Method, segments, the parameters that must and that may be there, the keys of the body.
ROOM_ROUTES: list[tuple[str, tuple[Any, ...], set[str], set[str], set[str]]] = [
    (
        "GET",
        ("files", "rooms"),
        {*_PAGE, "searchArea", "sortBy", "sortOrder"},
        {"subjectId", "subjectOwnerId", "filterValue", "type", "tags"},
        set(),
    ),
    ("POST", ("files", "rooms"), {"fields"}, set(), _SETTINGS),
    ("GET", ("files", "rooms", "covers"), {"fields"}, set(), set()),
    ("GET", ("files", "rooms", ROOM), {"fields"}, set(), set()),
    ("PUT", ("files", "rooms", ROOM), {"fields"}, set(), _SETTINGS),
    ("GET", ("files", "rooms", ROOM, "share"), {"fields"}, {*_PAGE, "filterType"}, set()),
    ("PUT", ("files", "rooms", ROOM, "share"), {"fields"}, set(), {"invitations", "notify"}),
    ("GET", ("files", "rooms", ROOM, "links"), {"fields"}, set(), set()),
    ("PUT", ("files", "rooms", ROOM, "links"), {"fields"}, set(), _LINK),
    ("PUT", ("files", "folder", ROOM, "links"), {"fields"}, set(), _LINK),
    ("GET", ("files", "settings"), {"fields"}, set(), set()),
    ("GET", ("settings", "security", "password"), set(), set(), set()),
    ("GET", ("keys",), {"fields"}, set(), set()),
    ("GET", ("files", "folder", ROOM, "log"), set(), {*_PAGE}, set()),
]
_NUMBERS = frozenset(("type", "roomType", "access", "filterType", "linkType", "quota"))
_TEXTS = frozenset(("title", "color", "cover", "password"))
_OTHERS = frozenset(
    ("indexing", "denyDownload", "lifetime", "watermark", "notify", "internal", "primary")
)


def is_room_id(segment: str) -> bool:
    """Whether a segment of a path is the id of a room."""
    return bool(_ROOM_ID.fullmatch(segment))


def is_meant_of_rooms(name: str, value: Any, named: set[str]) -> bool:
    """Whether a parameter or a property of a body about rooms has such a value as it should."""
    if name in _NUMBERS:
        return str(value).lstrip("-").isdigit()
    if name == "tags":
        return set(json.loads(value) if isinstance(value, str) else value) <= named
    return name in _OTHERS or (name in _TEXTS and value in named)
