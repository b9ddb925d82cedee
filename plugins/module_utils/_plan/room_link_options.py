# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""The options about links into rooms, which several modules have: how they are declared."""

from __future__ import annotations

from typing import Any

from .._portal.model.room_link import EXTERNAL, INVITATION
from .desired_room_link import ALWAYS, LINK_LEVELS, ON_CREATE

#: What is desired of a link.
ROOM_LINK: dict[str, Any] = {
    "title": {"type": "str"},
    "link_id": {"type": "str"},
    "type": {"type": "str", "choices": [EXTERNAL, INVITATION]},
    "primary": {"type": "bool"},
    "level": {"type": "str", "choices": list(LINK_LEVELS)},
    "expires": {"type": "str"},
    "allow_permanent": {"type": "bool", "default": False},
    "password": {"type": "str", "no_log": True},
    "no_password": {"type": "bool", "default": False, "no_log": False},
    "update_password": {
        "type": "str",
        "choices": [ALWAYS, ON_CREATE],
        "default": ALWAYS,
        "no_log": False,
    },
    "deny_download": {"type": "bool"},
    "internal": {"type": "bool"},
    "max_use_count": {"type": "int"},
    "state": {"type": "str", "choices": ["present", "absent"], "default": "present"},
}
