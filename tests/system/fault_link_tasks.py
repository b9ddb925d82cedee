# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The tasks of `room_link` in which something goes wrong: one for each kind of write."""

from __future__ import annotations

from typing import Any

from ansible_collections.onlyoffice.docspace.tests.unit.plugins.linked_rooms import (
    CUSTOM,
    LATER,
    PUBLIC,
    STORED,
    link_id,
    state_with_links,
)

_PASSWORD = "Passw0rd!12"
_ROOM = str(CUSTOM)

LINK_TASKS: dict[str, tuple[str, dict[str, Any]]] = {
    "make a link into a room": (
        "room_link",
        {
            "room": _ROOM,
            "title": "For Globex",
            "level": "viewer",
            "expires": LATER,
            "password": _PASSWORD,
        },
    ),
    "make the primary link of a room": (
        "room_link",
        {"room": _ROOM, "primary": True, "level": "viewer", "expires": LATER},
    ),
    "make the invitation link of a room": (
        "room_link",
        {"room": "Custom", "type": "invitation", "level": "editor", "expires": LATER},
    ),
    "change a link into a room": (
        "room_link",
        {"room": _ROOM, "title": "Full", "level": "editor", "deny_download": True},
    ),
    "protect the primary link of a room": (
        "room_link",
        {"room": str(PUBLIC), "primary": True, "password": _PASSWORD},
    ),
    "remove a link into a room": (
        "room_link",
        {"room": _ROOM, "title": "Full", "state": "absent"},
    ),
}


def state_before(task: str) -> dict[str, Any]:
    """The state of the portal before a task."""
    if "make" in task:
        return state_with_links()
    full = {"id": link_id(1), "title": "Full", "access": 5, "expires": STORED}
    return state_with_links({**full, "password": _PASSWORD})
