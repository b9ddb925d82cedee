# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The tasks about rooms in which something goes wrong, and what there is before them."""

from __future__ import annotations

from typing import Any

from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.room.tasks import (
    LIFETIME,
    OLD,
    PLANS,
    WATERMARK,
    state_with_settings,
)

#: Short, as nothing is waited for that has not begun.
_WAIT = {"wait_timeout": 5}

ROOM_TASKS: dict[str, tuple[str, dict[str, Any]]] = {
    "create a room": (
        "room",
        {
            "room": "New",
            "room_type": "virtual_data",
            "tags": {"add": ["x"]},
            "indexing": True,
            "lifetime": LIFETIME,
        },
    ),
    # Three kinds of writes, two of them about tags.
    "change a room": (
        "room",
        {
            "room": str(PLANS),
            "title": "Style",
            "lifetime": {"period": "day", "value": 5},
            "watermark": WATERMARK,
            "cover": "anchor",
            "tags": {"add": ["x"], "remove": ["alpha"]},
        },
    ),
    "hand over a room": ("room", {"room": "Plans", "owner": "roomer02"}),
    "archive a room": ("room", {"room": str(PLANS), "state": "archived", **_WAIT}),
    "bring a room back": (
        "room",
        {"room": str(OLD), "tags": {"add": ["x"]}, "indexing": True, **_WAIT},
    ),
    "delete a room": ("room", {"room": str(OLD), "state": "absent", **_WAIT}),
    "delete an active room": (
        "room",
        {"room": str(PLANS), "state": "absent", "allow_delete": True, **_WAIT},
    ),
    "make a room from a template": (
        "room",
        {"room": "New", "template": "Template", "tags": {"add": ["x"]}, **_WAIT},
    ),
    "create a room for somebody": (
        "room",
        {
            "room": "New",
            "room_type": "custom",
            "owner": "roomer01",
            "watermark": {**WATERMARK, "image_scale": 100},
        },
    ),
}


def rooms_before() -> dict[str, Any]:
    """The state of the portal before each of these tasks."""
    return state_with_settings()
