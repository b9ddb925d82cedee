# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The tasks about many rooms in which something goes wrong."""

from __future__ import annotations

from typing import Any

from ansible_collections.onlyoffice.docspace.tests.system.fault_room_checks import CALLER
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.room.tasks import (
    OLD,
    PLANS,
)

_LINK = {"title": "Look", "level": "viewer", "expires": "2030-01-01T00:00:00Z"}

#: One request after another, and nothing is waited for that has not begun.
_PACE = {"parallel": 1, "wait_timeout": 5}
_NEW = {"room": "New", "room_type": "custom", "owner": "roomer01"}

ROOMS_TASKS: dict[str, tuple[str, dict[str, Any]]] = {
    # All kinds of writes for a room that is there.
    "make rooms so": (
        "rooms",
        {
            **_PACE,
            "rooms": [
                {
                    "room": str(PLANS),
                    "title": "Style",
                    "access": {"add": [{"user": "user08", "level": "viewer"}]},
                    "links": [_LINK],
                },
                {"room": str(OLD), "state": "absent"},
            ],
        },
    ),
    # It gets its people and its link once it is there, and who made it stays to see the link.
    "make a whole room": (
        "rooms",
        {
            **_PACE,
            "rooms": [
                {
                    **_NEW,
                    "access": {
                        "exact": [
                            {"user": "user08", "level": "viewer"},
                            {"user": CALLER, "level": "room_manager"},
                        ]
                    },
                    "links": [_LINK],
                }
            ],
        },
    ),
    # Who made it leaves in the end.
    "make a room and leave it": (
        "rooms",
        {
            **_PACE,
            "rooms": [{**_NEW, "access": {"exact": [{"user": "user08", "level": "viewer"}]}}],
        },
    ),
}
