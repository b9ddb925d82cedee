# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Tasks in which something goes wrong: those that look into rooms."""

from __future__ import annotations

from typing import Any

from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.room_info.tasks import (
    DATA_ROOM,
    LINK,
    OLGA,
    state_with_rooms,
)

ITEM_TASKS: dict[str, tuple[str, dict[str, Any]]] = {
    "report links inside of a room": (
        "access_report",
        {"include": ["items"], "rooms": ["Numbers"]},
    ),
}


def state_with_items() -> dict[str, Any]:
    """A room with a shared file in a folder."""
    documents = [
        {"kind": kind, "id": 201, "title": kind, "parent": parent, "maker": OLGA}
        for kind, parent in (("folder", DATA_ROOM), ("file", 201))
    ]
    link = {"id": LINK, "holder": "file 201", "title": "For us", "access": 2, "maker": OLGA}
    links = [{**link, "type": 1, "is_internal": True}]
    return {**state_with_rooms(), "documents": documents, "links": links}
