# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""The options about the access to rooms, which several modules have: how they are declared."""

from __future__ import annotations

from typing import Any

from .room_levels import LEVEL_NUMBERS

_ENTRY: dict[str, Any] = {
    "user": {"type": "str"},
    "group": {"type": "str"},
    "level": {"type": "str", "required": True, "choices": list(LEVEL_NUMBERS)},
    "until": {"type": "str"},
    "reason": {"type": "str"},
    "approved_by": {"type": "str"},
}
#: The lists of one room.
ACCESS_LISTS: dict[str, Any] = {
    "add": {"type": "list", "elements": "dict", "options": _ENTRY},
    "remove": {"type": "list", "elements": "raw"},
    "exact": {"type": "list", "elements": "dict", "options": _ENTRY},
}
#: Which of them go together.
ACCESS_CONSTRAINTS: dict[str, Any] = {
    "mutually_exclusive": [["exact", "add"], ["exact", "remove"]],
    "required_one_of": [["add", "remove", "exact"]],
}
#: What the lists of all rooms must keep to.
ACCESS_RULES: dict[str, Any] = {
    "unknown_users": {"type": "str", "choices": ["fail", "warn", "ignore"]},
    "invite_guests": {"type": "bool", "default": False},
    "only_by_group": {"type": "str", "choices": ["refuse", "warn"], "default": "refuse"},
    "max_removals": {"type": "str"},
    "expiring_within": {"type": "str"},
    "notify": {"type": "bool", "default": False},
    "force": {"type": "bool", "default": False},
}
