# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Tasks of `room`, and exactly what each of them asks a portal."""

from __future__ import annotations

from typing import Any

from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.room.tasks import (
    AGENT,
    LIFETIME,
    OLD,
    OWNER,
    PLANS,
    WATERMARK,
)

_BY_TITLE = (
    "GET files/rooms?count=100&filterValue={}&searchArea=Any&sortOrder=ascending&startIndex=0"
)
FIND, FIND_NEW = _BY_TITLE.format("Plans"), _BY_TITLE.format("New")
READ = f"GET files/rooms/{PLANS}"
KEY, ME = "GET keys/%40self", f"GET people/{OWNER}"
WORK = ["GET files/fileops", "GET files/fileops"]
STATUS = "GET files/rooms/fromtemplate/status"

#: The room, the options, and the requests.
SCENARIOS: dict[str, tuple[Any, dict[str, Any], list[str]]] = {
    "nothing, by title": ("Plans", {"tags": {"add": ["alpha"]}, "lifetime": LIFETIME}, [FIND]),
    "nothing, by id": (PLANS, {"title": "Plans", "color": "ff6680"}, [READ]),
    "nothing about the owner": (PLANS, {"owner": OWNER}, [READ]),
    "nothing, owner by name": (
        PLANS,
        {"owner": "admin@example.org"},
        [READ, "GET people/email?email=admin@example.org"],
    ),
    "settings": (
        PLANS,
        {"indexing": True, "deny_download": True, "watermark": WATERMARK, "no_lifetime": True},
        [READ, f"PUT files/rooms/{PLANS}"],
    ),
    "settings by title": (
        "Plans",
        {"lifetime": {"period": "day", "value": 5}},
        [FIND, READ, f"PUT files/rooms/{PLANS}"],
    ),
    "rename": (PLANS, {"title": "New"}, [READ, FIND_NEW, f"PUT files/rooms/{PLANS}"]),
    "cover": (
        PLANS,
        {"cover": "anchor"},
        [READ, "GET files/rooms/covers", f"PUT files/rooms/{PLANS}"],
    ),
    "tags": (
        PLANS,
        {"tags": {"exact": ["beta", "gamma", "delta"]}},
        [READ, f"PUT files/rooms/{PLANS}/tags", f"DELETE files/rooms/{PLANS}/tags"],
    ),
    "owner": (
        PLANS,
        {"owner": "roomer02"},
        [
            READ,
            "GET people/roomer02",
            f"GET files/rooms/{PLANS}/share?count=100&startIndex=0",
            ME,
            KEY,
            "POST files/owner",
        ],
    ),
    "archive": (
        PLANS,
        {"state": "archived"},
        [READ, KEY, f"PUT files/rooms/{PLANS}/archive", *WORK, READ],
    ),
    "bring back": (
        OLD,
        {},
        [
            f"GET files/rooms/{OLD}",
            KEY,
            f"PUT files/rooms/{OLD}/unarchive",
            *WORK,
            f"GET files/rooms/{OLD}",
        ],
    ),
    "bring back and change": (
        OLD,
        {"indexing": True, "tags": {"add": ["new"]}},
        [
            f"GET files/rooms/{OLD}",
            KEY,
            ME,
            f"GET files/rooms/{OLD}/share?count=100&startIndex=0",
            f"PUT files/rooms/{OLD}/unarchive",
            *WORK,
            f"GET files/rooms/{OLD}",
            f"PUT files/rooms/{OLD}",
            f"PUT files/rooms/{OLD}/tags",
        ],
    ),
    "change and archive": (
        PLANS,
        {"tags": {"add": ["done"]}, "state": "archived"},
        [
            READ,
            KEY,
            f"PUT files/rooms/{PLANS}/tags",
            f"PUT files/rooms/{PLANS}/archive",
            *WORK,
            READ,
        ],
    ),
    "delete": (
        OLD,
        {"state": "absent"},
        [
            f"GET files/rooms/{OLD}",
            KEY,
            f"GET files/rooms/{OLD}",
            f"DELETE files/rooms/{OLD}",
            *WORK,
            f"GET files/rooms/{OLD}",
        ],
    ),
    "delete an active one": (
        PLANS,
        {"state": "absent", "allow_delete": True},
        [
            READ,
            KEY,
            f"PUT files/rooms/{PLANS}/archive",
            *WORK,
            READ,
            f"DELETE files/rooms/{PLANS}",
            *WORK,
            READ,
        ],
    ),
    "delete one of agents": (
        AGENT,
        {"state": "absent", "allow_delete": True},
        [
            f"GET files/rooms/{AGENT}",
            KEY,
            f"DELETE files/rooms/{AGENT}",
            *WORK,
            f"GET files/rooms/{AGENT}",
        ],
    ),
    "nothing to delete": ("New", {"state": "absent"}, [FIND_NEW, KEY, ME]),
    "create": (
        "New",
        {
            "room_type": "virtual_data",
            "tags": {"add": ["x"]},
            "lifetime": LIFETIME,
            "watermark": WATERMARK,
            "deny_download": True,
            "color": "AABBCC",
        },
        [FIND_NEW, KEY, ME, "POST files/rooms"],
    ),
    "create without anything": (
        "New",
        {"room_type": "public", "no_lifetime": True, "no_watermark": True, "no_cover": True},
        [FIND_NEW, KEY, ME, "POST files/rooms"],
    ),
    "create for somebody": (
        "New",
        {"room_type": "custom", "owner": "roomer01"},
        [FIND_NEW, "GET people/roomer01", KEY, ME, "POST files/rooms", "POST files/owner"],
    ),
    "create with a quota": (
        "New",
        {"room_type": "custom", "quota": "5000"},
        [FIND_NEW, KEY, ME, "GET portal/payment/quota", "POST files/rooms"],
    ),
    "create with a picture in the watermark": (
        "New",
        {"room_type": "custom", "watermark": {**WATERMARK, "image_scale": 100}},
        [FIND_NEW, KEY, ME, "POST files/rooms", "PUT files/rooms/906"],
    ),
    "create from a template": (
        "New",
        {"template": "Template", "lifetime": LIFETIME, "tags": {"exact": ["x"]}},
        [
            FIND_NEW,
            _BY_TITLE.format("Template").replace("Any", "Templates"),
            KEY,
            ME,
            STATUS,
            "POST files/rooms/fromtemplate",
            STATUS,
            STATUS,
            STATUS,
            FIND_NEW,
        ],
    ),
}
