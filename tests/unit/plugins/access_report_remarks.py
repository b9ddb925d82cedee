# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What a report of access says beside who is in: what it could not see, and what changed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

Row = dict[str, Any]


def blind_spots(rooms: list[Row]) -> list[Row]:
    hidden = "whether the portal's own groups of administrators or of users were let into a room"
    spots: list[tuple[str, Row | None, str, str]] = [
        ("system_groups", None, hidden, "Nothing shows it.")
    ]
    spots += [
        ("links_not_shown", room, "the links of this room", "Read with a key of a manager of it.")
        for room in rooms
        if room["links"] is None
    ]
    return [
        {
            "code": code,
            "room": room and {"id": room["id"], "title": room["title"]},
            "count": None,
            "text": text,
            "way_out": way_out,
        }
        for code, room, text, way_out in spots
    ]


def findings(people: list[Row], rooms: list[Row]) -> list[Row]:
    nothing = {"room": None, "person": None, "group": None, "link": None, "key": None}
    found: list[Row] = []
    for room in rooms:
        of_room = {**nothing, "room": room["id"]}
        if room["owner"] is None:
            text = f"{room['title']} has no owner."
            found.append({"code": "room_without_owner", "text": text, **of_room})
        for link in room["links"] or ():
            if not link["expires"]:
                text = f"The link {link['title']} of {room['title']} has no end."
                row = {"code": "link_without_end", "text": text, **of_room, "link": link["id"]}
                found.append(row)
    for person in people:
        if person["type"] == "guest":
            text = f"{person['display_name']} is a guest."
            found.append({"code": "guest", "text": text, **nothing, "person": person["id"]})
    return sorted(found, key=lambda row: (row["code"], row["text"]))


def changes_of(people: list[Row], rooms: list[Row], names: Sequence[str]) -> Row:
    """What might have changed.

    :param names: of a person and a room who are gone, and of a link.
    """
    rows = [(room["id"], row) for room in rooms for row in room["access"]]
    now = {key: rows[0][1][key] for key in ("level", "cause")} if rows else {}
    who = {"person": people[0]["id"], "room": rooms[0]["id"] if rooms else ""}
    viewer = {"level": "viewer", "cause": "direct"}
    gone = {"id": "gone", "display_name": names[0], "email": "gone@example.net"}
    closed = {"id": "1", "title": names[1]}
    link = {"room": who["room"], "link": "30000000-0000-4000-8000-000000000009"}
    return {
        "since": "2026-10-28T02:00:00Z",
        "sha256": "5" * 64,
        "gained": [{**who, "before": None, "after": now}],
        "lost": [
            {**who, "before": viewer, "after": None},
            {"person": "gone", "room": "1", "before": viewer, "after": None},
        ],
        "changed": [{**who, "before": viewer, "after": now}],
        "people": {
            "new": [people[0]["id"]],
            "gone": [gone],
            "changed": [
                {
                    "person": people[1]["id"],
                    "before": {"status": "active", "groups": []},
                    "after": {"status": "disabled", "groups": ["x"]},
                }
            ],
        },
        "rooms": {"new": [], "gone": [closed], "changed": []},
        "links": {"new": [link], "gone": [{**link, "title": names[2]}], "changed": []},
    }
