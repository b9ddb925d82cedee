# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""A task of each module whose result is held against its documentation."""

from __future__ import annotations

from typing import Any

#: Options that succeed, and what makes them fail.
TASKS: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "access": (
        {
            "rooms": [
                {
                    "room": "Project",
                    "add": [
                        {"user": "user05", "level": "viewer", "until": "2999-12-31"},
                        {"group": "Design", "level": "editor"},
                        {"user": "user03", "level": "viewer"},
                    ],
                }
            ],
            "expiring_within": "9999w",
        },
        {"rooms": [{"room": "None", "exact": []}]},
    ),
    "access_report": (
        {
            "include": ["links", "keys", "invitations", "settings", "history", "items"],
            "dest": "report",
            "formats": ["json", "csv", "markdown", "decisions"],
            "return_report": True,
        },
        {"rooms": ["None"]},
    ),
    "access_review": (
        {
            "decisions": "decisions.csv",
            "report": "report.json",
            "dest": "reviewed",
            "undecided": "keep",
        },
        {"dest": "none/reviewed"},
    ),
    "group": (
        {"name": "New", "manager": "user01", "members": {"add": ["user02"]}},
        {"name": "Twins"},
    ),
    "group_info": ({"all": True, "members": True}, {"api_key": "sk-nobody"}),
    "group_members": (
        {"group": "Design", "members": ["user05", "user01"], "state": "exact"},
        {"group": "Twins"},
    ),
    "groups": (
        {"groups": [{"name": "Design", "members": ["user05", "user01"]}]},
        {"max_removals": "few"},
    ),
    "audit_info": ({"from": "-1d", "to": "-1h"}, {"from": "yesterday"}),
    "export": ({"path": "groups.yml"}, {"mode": "rw"}),
    "invitation_link": (
        {"type": "user", "expires": "2999-12-31T23:59:00Z", "return_link": True},
        {"expires": "2020-01-01T00:00:00Z"},
    ),
    "invitation_resend": (
        {"users": ["pending01", "user01", "ghost"], "unknown_users": "warn"},
        {"users": ["ghost"], "unknown_users": "fail"},
    ),
    "memberships": (
        {"groups": [{"group": "Design", "exact": ["user05", "user01"]}]},
        {"max_removals": "few"},
    ),
    "offboard": (
        {"users": ["user03", "ghost"], "unknown_users": "warn", "new_manager": "user01"},
        {"users": ["admin"]},
    ),
    "portal": (
        {
            "users": [{"user": "new@example.org", "type": "user"}],
            "groups": [{"name": "Design", "add": ["new@example.org"]}],
        },
        {"parallel": 99},
    ),
    "portal_info": ({}, {"api_key": "sk-nobody"}),
    "room": (
        {"room": "New", "room_type": "custom", "tags": {"add": ["x"]}},
        {"room": "Nosuch", "state": "archived"},
    ),
    "room_info": (
        {"all": True, "access": True, "links": True, "effective_for": ["user01", "disabled01"]},
        {"tags": []},
    ),
    "room_access": (
        {"room": "Project", "add": [{"group": "Design", "level": "editor"}]},
        {"room": "None"},
    ),
    "room_link": (
        {
            "room": "Project",
            "title": "New",
            "level": "viewer",
            "expires": "+30d",
            "return_link": True,
        },
        {"room": "None"},
    ),
    "rooms": (
        {
            "rooms": [
                {
                    "room": "Plans",
                    "room_type": "custom",
                    "access": {"exact": [{"user": "user01", "level": "viewer"}]},
                    "links": [{"title": "x", "level": "viewer", "allow_permanent": True}],
                }
            ]
        },
        {"parallel": 99},
    ),
    "user_handover": (
        {"users": ["disabled01"], "successor": "roomadmin", "without_rooms": "start"},
        {"users": ["admin"]},
    ),
    "user_info": ({"status": "active", "rooms": True}, {"group": "Twins"}),
    "users": (
        {
            "users": [{"user": "new@example.org", "type": "user", "first_name": "Nora"}],
            "unlisted": "report",
        },
        {"users": [{"user": "ghost", "type": None, "state": None}]},
    ),
    "user_status": ({"users": ["user05"], "status": "disabled"}, {"users": ["admin"]}),
}
