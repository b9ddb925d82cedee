# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Portals of any size, as states: people, groups, rooms with who is in them, links.

All of it follows from numbers, so that a job can name what the state has.
"""

from __future__ import annotations

import typing as t

from ..portal import load_state
from ..portal.rooms.records import CUSTOM, DATA, EDITING, LEVELS

Entry = dict[str, t.Any]

#: The types of rooms, in turn. The first one has links if any room has.
_TYPES = (CUSTOM, EDITING, DATA, CUSTOM, CUSTOM)
#: Every so many rooms one has links.
LINKED = len(_TYPES)
_FIRST_ROOM = 1000
_PEOPLE_IN_ROOM, _GROUPS_IN_ROOM = 12, 2
_INVITATION, _EXTERNAL = 0, 1
_READ = 2


def state(people: int, groups: dict[str, list[str]], rooms: int = 0) -> Entry:
    """A portal with so many people and rooms, these groups, and the key of its owner."""
    recorded = load_state()
    owner = next(user for user in recorded["users"] if user["type"] == "Owner")
    keys = [key for key in recorded["api_keys"] if key["name"] == "owner key"]
    return {
        **recorded,
        "users": [owner, *(person(number) for number in range(people))],
        "groups": [
            {"id": group, "name": group_name(number), "manager": None, "members": ids}
            for number, (group, ids) in enumerate(groups.items())
        ],
        "api_keys": keys,
        "rooms": [_room(number, people, len(groups), owner["id"]) for number in range(rooms)],
        "links": [
            link
            for number in range(0, rooms, LINKED)
            for link in _links(room_id(number), number, owner["id"])
        ],
    }


def person_id(number: int) -> str:
    """The id of a person."""
    return f"70000000-0000-4000-8000-{number:012}"


def person(number: int) -> Entry:
    """A person: a user who is active."""
    return {
        "id": person_id(number),
        "firstName": f"First{number:05}",
        "lastName": "Last",
        "email": email(number),
        "userName": f"person{number:05}",
        "status": "active",
        "type": "User",
    }


def email(number: int) -> str:
    """The address of a person."""
    return f"person{number:05}@example.net"


def group_id(number: int) -> str:
    """The id of a group."""
    return f"10000000-0000-4000-8000-{number:012}"


def group_name(number: int) -> str:
    """The name of a group."""
    return f"Group {number:04}"


def room_id(number: int) -> int:
    """The id of a room."""
    return _FIRST_ROOM + number


def room_title(number: int) -> str:
    """The title of a room."""
    return f"Room {number:04}"


def levels_of_people(number: int, people: int) -> dict[int, int]:
    """Who has which level in a room, by the numbers of the people."""
    first = number * _PEOPLE_IN_ROOM
    return {(first + place) % people: _level(number, place) for place in range(_PEOPLE_IN_ROOM)}


def levels_of_groups(number: int, groups: int) -> dict[int, int]:
    """Which group has which level in a room, by the numbers of the groups."""
    first = number * _GROUPS_IN_ROOM
    return {(first + place) % groups: _level(number, place) for place in range(_GROUPS_IN_ROOM)}


def _level(number: int, place: int) -> int:
    levels = sorted(LEVELS[_TYPES[number % len(_TYPES)]])
    return levels[(number + place) % len(levels)]


def _room(number: int, people: int, groups: int, owner: str) -> Entry:
    users = levels_of_people(number, people).items()
    teams = levels_of_groups(number, groups).items()
    return {
        "id": room_id(number),
        "title": room_title(number),
        "type": _TYPES[number % len(_TYPES)],
        "owner": owner,
        "archived": False,
        "shares": [
            *({"user": person_id(each), "access": level} for each, level in users),
            *({"group": group_id(each), "access": level} for each, level in teams),
        ],
    }


def _links(room: int, number: int, owner: str) -> list[Entry]:
    shared = {"holder": f"room {room}", "access": _READ, "maker": owner}
    end = "2035-01-31T12:00:00+00:00"
    return [
        {
            **shared,
            "id": f"71000000-0000-4000-8000-{2 * number + kind:012}",
            "title": title,
            "type": kind,
            "expires": end,
        }
        for kind, title in ((_INVITATION, "Come in"), (_EXTERNAL, "Have a look"))
    ]
