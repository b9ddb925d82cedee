# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The tasks of `room_access` and `access` in which something goes wrong, and what is so then."""

from __future__ import annotations

from typing import Any

from ansible_collections.onlyoffice.docspace.tests.portal import load_state
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.entered_rooms import (
    ENGINEERING,
    FINANCE,
    ROOMADMIN,
    USER,
    room,
)

#: The room of somebody else.
FOREIGN = "125"
_LEVELS = {"viewer": 2, "editor": 10, "content_creator": 11}

ACCESS_TASKS: dict[str, tuple[str, dict[str, Any]]] = {
    "let somebody into a room": (
        "room_access",
        {"room": "120", "add": [{"user": "user05@example.org", "level": "editor"}]},
    ),
    "change who enters a room": (
        "room_access",
        {
            "room": "Contracts",
            "exact": [
                {"user": "user01@example.org", "level": "editor"},
                {"user": "user05", "level": "viewer"},
                {"group": "Engineering", "level": "viewer"},
            ],
        },
    ),
    "put somebody and a group out": (
        "room_access",
        {"room": "120", "remove": ["user01", {"group": FINANCE}]},
    ),
    "invite a guest into a room": (
        "room_access",
        {
            "room": "120",
            "add": [{"user": "made1@example.org", "level": "viewer"}],
            "invite_guests": True,
        },
    ),
    # Taken over, changed, given back, left.
    "change who enters a room of somebody else": (
        "room_access",
        {
            "room": FOREIGN,
            "add": [{"user": "user05@example.org", "level": "editor"}],
            "remove": ["user01@example.org"],
            "via_ownership": True,
        },
    ),
    # Four rooms together, with two levels, and one by itself.
    "change who enters many rooms": (
        "access",
        {
            "parallel": 1,
            "rooms": [
                *(
                    {
                        "room": str(number),
                        "add": [{"user": "user05", "level": "editor"}],
                        "remove": ["user01"],
                    }
                    for number in (120, 121, 122, 123)
                ),
                {"room": "124", "add": [{"group": ENGINEERING, "level": "editor"}]},
            ],
        },
    ),
}


def state_with_entries() -> dict[str, Any]:
    """The state of the portal before a task."""
    levels = {USER(1): 2, USER(2): 2, FINANCE: 2}
    titles = {120: "Contracts", 121: "Travel", 122: "Sales", 123: "Ideas", 124: "Plans"}
    rooms = [room(number, title, levels) for number, title in titles.items()]
    rooms.append(room(int(FOREIGN), "Foreign", levels, owner=ROOMADMIN))
    return {**load_state(), "rooms": rooms}


def check_entries(result: dict[str, Any], before: dict[str, Any], after: dict[str, Any]) -> None:
    """What is said of rooms is what became of their entries, and no other one has changed.

    :param before: the entries of all rooms.
    """
    if "rooms_left" in result.get("failure", {}):  # which tells what is left, and what to do
        return
    told = {}
    # Of the tasks for one room, one is about the last one.
    only = FOREIGN if before[FOREIGN] != after[FOREIGN] else "120"
    for row in result.get("rooms") or [{"id": only, **result}]:
        if "added" not in row:  # it is not known, or nothing was done
            told[row["id"]] = after[row["id"]]
            continue
        entries = dict(before[row["id"]])
        for each in (*row["added"], *row["changed_levels"]):
            entries[_key(each)] = _LEVELS[each["level"]]
        for each in row["removed"]:
            del entries[_key(each)]
        told[row["id"]] = entries
    assert told == {key: after[key] for key in told}
    others = before.keys() - told.keys()
    assert {key: before[key] for key in others} == {key: after[key] for key in others}


def _key(row: dict[str, Any]) -> str:
    whose = row["user"] or row["group"]
    return str(whose["id"] or whose["email"])
