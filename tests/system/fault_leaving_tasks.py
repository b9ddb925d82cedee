# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The tasks of the table about rooms that people lose: told before, or taken from leavers."""

from __future__ import annotations

from typing import Any

from ansible_collections.onlyoffice.docspace.tests.unit.plugins.rooms import shared_room

_OWNER = "66faa6e4-f133-11ea-b126-00ffeec8b4ef"
_USER = "c0000000-0000-4000-8000-{:012}".format
_ENGINEERING = "10000000-0000-4000-8000-000000000004"

#: By name, the module and its options.
LEAVING_TASKS: dict[str, tuple[str, dict[str, Any]]] = {
    # Two rooms in one request, and one in another; the fourth is in the archive.
    "leave rooms": (
        "offboard",
        {
            "users": ["user11", "user12"],
            "disable": False,
            "leave_rooms": True,
            "parallel": 1,
        },
    ),
    "show rooms": (
        "group_members",
        {"group": "Engineering", "members": ["user04"], "state": "exact", "show_rooms": True},
    ),
}


def furnished(state: dict[str, Any]) -> dict[str, Any]:
    """A portal with rooms."""
    both = {_USER(12): 10, _USER(11): 2}
    state["rooms"] = [
        shared_room(12, "Contracts", _OWNER, both, {_ENGINEERING: 10}),
        shared_room(13, "Plans", _OWNER, both),
        shared_room(14, "Brand", _OWNER, {_USER(12): 2}, {_ENGINEERING: 2}),
        shared_room(15, "Old", _OWNER, {_USER(12): 2}, archived=True),
    ]
    return state
