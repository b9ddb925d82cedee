# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Tasks of every module, and a portal on which names are like its key."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import Any

from ansible_collections.onlyoffice.docspace.tests.portal import load_state, serve
from ansible_collections.onlyoffice.docspace.tests.system.conftest import Process
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.linked_rooms import with_a_room

#: A key whose characters differ between the notations of JSON, Python, HTML, URLs and base64.
KEY = "sk-Zq7w\"x\\J/t9+Lm%3Kf&Rp=Hv<8Gd>Ns'5Yc~Wb2?Tu"
ENGINEERING = "Engineering"
#: Of a link into a room.
LINK_PASSWORD = "Kq7.vLw-94_zRm!xB"
FROM_ENVIRONMENT = "{{ lookup('ansible.builtin.env', 'LINK_PASSWORD') }}"

#: Every module, with options that succeed and options that fail.
TASKS: dict[str, list[dict[str, Any]]] = {
    "group_info": [{"all": True}, {"group": ENGINEERING, "members": True}, {"group": " "}],
    "user_info": [{"all": True}, {"users": ["user05", "nobody"]}, {"group": "Twins"}],
    "audit_info": [
        {"from": "2026-11-01T00:00:00Z", "to": "2026-11-02T00:00:00Z", "user": "user05"},
        {"from": "-1d", "to": "-1h", "user": "a:b"},
    ],
    "room_info": [
        {"all": True, "access": True, "links": True, "effective_for": ["user05"]},
        {"rooms": ["a:b"]},
    ],
    "access_report": [
        {
            "include": ["links", "keys", "invitations", "settings", "history", "items"],
            "dest": "report",
            "formats": ["json", "csv", "markdown", "decisions"],
            "return_report": True,
        },
        {"rooms": ["Nowhere"]},
    ],
    "group_members": [
        {"group": ENGINEERING, "members": ["user05"], "state": "absent"},
        {"group": "Twins", "members": ["user05"]},
    ],
    "memberships": [
        {"groups": [{"group": ENGINEERING, "exact": ["user01", "user02"]}]},
        {"groups": [{"group": "Twins", "add": ["user05"]}]},
    ],
    "groups": [
        {"groups": [{"name": "New", "members": ["user01"]}, {"name": "Legal", "state": "absent"}]},
        {"groups": [{"name": "Twins"}]},
    ],
    "group": [
        {"id": "10000000-0000-4000-8000-000000000004", "manager": "user02"},
        {"name": "Of a key", "members": {"add": ["user01"]}},
        {"name": "Twins", "state": "absent"},
    ],
    "access": [
        {
            "rooms": [
                {
                    "room": "Project",
                    "exact": [
                        {"user": "user05", "level": "viewer", "reason": "Audit"},
                        {"group": ENGINEERING, "level": "editor"},
                    ],
                }
            ]
        },
        {"rooms": [{"room": "Project", "remove": ["user04", {"group": "Twins"}]}]},
    ],
    "access_review": [
        {"decisions": "review.csv", "report": "review.json", "dest": "reviewed"},
        {"decisions": "review.csv", "report": "review.json", "dest": "none/reviewed"},
    ],
    "room_access": [
        {"room": "Project", "remove": ["user05"]},
        {"room": "Project", "add": [{"user": "ghost", "level": "viewer"}]},
    ],
    "export": [{"path": "exported.yml"}, {"path": "exported.yml", "mode": "rw"}],
    "invitation_link": [
        {"type": "user", "expires": "2999-12-31T23:59:00Z"},
        {"type": "user", "expires": "2999-12-31T23:59:00Z", "return_link": True},
    ],
    "invitation_resend": [{"users": ["pending01", "user01"]}, {"users": ["ghost"]}],
    "offboard": [
        {"users": ["user08", "user09"], "new_manager": "user02", "report": "leavers.json"},
        {"users": ["admin"]},
    ],
    "portal": [
        {
            "users": [{"user": "newer@example.org", "type": "user"}],
            "groups": [{"name": "Newer", "members": ["newer@example.org"]}],
        },
        {"groups": [{"name": "Twins"}]},
    ],
    "portal_info": [{}, {"base_url": "http:///none"}],
    "room_link": [
        {
            "room": "Project",
            "title": "For Globex",
            "level": "viewer",
            "expires": "+30d",
            "password": FROM_ENVIRONMENT,
        },
        # Whole, as in check mode the link of the first task is not there.
        {
            "room": "Project",
            "title": "For Globex",
            "level": "viewer",
            "expires": "+30d",
            "password": f"{FROM_ENVIRONMENT}2",
        },
        {"room": "Project", "title": "For Globex", "state": "absent"},
        {"room": "Project", "primary": True, "password": FROM_ENVIRONMENT, "no_password": True},
    ],
    "users": [
        {
            "users": [
                {"user": "new@example.org", "type": "user", "first_name": "Nora"},
                {"user": "user06", "type": "room_admin", "location": "Riga"},
            ],
            "create": "active",
            "max_new_seats": 1,
        },
        {"users": [{"user": "admin", "state": "disabled"}]},
    ],
    "room": [
        {"room": "Of a key", "room_type": "custom", "tags": {"add": ["x"]}},
        {"room": "Nosuch", "state": "archived"},
    ],
    "rooms": [
        {
            "rooms": [
                {
                    "room": "Many secrets",
                    "room_type": "custom",
                    "access": {"exact": [{"user": "user01", "level": "viewer"}]},
                    "links": [
                        {
                            "title": "x",
                            "level": "viewer",
                            "password": "Rooms-pass1",
                            "allow_permanent": True,
                        }
                    ],
                }
            ]
        },
        {"rooms": [{"room": "None there"}]},
    ],
    "user_handover": [
        {"users": ["disabled01"], "successor": "roomadmin", "without_rooms": "start"},
        {"users": ["disabled02"], "successor": {"disabled02": "user02"}, "delete": True},
    ],
    "user_status": [
        {"users": ["user07"], "status": "disabled"},
        {"users": ["admin"], "status": "disabled"},
    ],
}


def tasks(**connection):
    """A task for each entry of TASKS; failures are ignored."""
    return [
        {
            "name": f"{module} {number}",
            f"onlyoffice.docspace.{module}": {**connection, **options},
            "ignore_errors": True,
        }
        for module, entries in TASKS.items()
        for number, options in enumerate(entries)
    ]


def state():
    """A portal whose owner's key is KEY, and where a group and a person are called like it."""
    made = with_a_room(load_state())
    made["api_keys"][0]["key"] = KEY
    made["groups"][2]["name"] = f"Copied {KEY} by mistake"
    made["users"][3] |= {"firstName": "Bearer", "lastName": KEY}
    return made


@contextmanager
def served(app):
    with serve(app) as base_url:
        yield Process(base_url, KEY, os.getpid())
