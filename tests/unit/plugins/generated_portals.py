# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Portals made at random, the same for the same seed, and empty ones."""

from __future__ import annotations

import copy
from random import Random
from typing import Any

from ansible_collections.onlyoffice.docspace.tests.portal import load_state

_TYPES = ("User", "RoomAdmin", "DocSpaceAdmin", "Guest")
_MANAGING = ("RoomAdmin", "DocSpaceAdmin", "Owner")
EVERYONE = "c5cc67d1-c3e8-43c0-a3ad-3928ae3e5b5e"
#: By the numbers of the types of rooms: the levels of people and groups, and of external and
#: invitation links.
_ROOMS = {
    1: ((7, 11), (), (7, 11)),
    2: ((2, 10, 11), (), (2, 10, 11)),
    5: ((2, 5, 6, 10, 11), (2, 5, 6, 7, 10), (2, 5, 6, 10, 11)),
    6: ((11,), (2, 7, 10), (2, 11)),
    8: ((2, 7, 10, 11), (), (2, 7, 10, 11)),
}
_TITLES = ("Plans", "Büro & Co", "{{ Sales }}", "2026 budget", "yes", "Ideas - none", "#1", "- x")
_NAMES = ("Ada", "Ben", "Cleo", "Dan", "Eva", "Finn", "Gina", "Hugo", "Ines")
_MANAGER = 9


def empty_state() -> dict[str, Any]:
    """A portal with nobody but its owner, whose key it is."""
    state = load_state()
    state["users"] = [user for user in state["users"] if user["type"] == "Owner"]
    state["groups"] = []
    owner = state["users"][0]["id"]
    state["api_keys"] = [key for key in state["api_keys"] if key["name"] == "owner key"]
    assert {key["user"] for key in state["api_keys"]} == {owner}
    return state


def generated_state(seed: int) -> dict[str, Any]:
    """A portal with a few people, groups, rooms and links."""
    random = Random(seed)
    state = empty_state()
    state["users"] += [
        {
            "id": f"70000000-0000-4000-8000-{number:012}",
            "firstName": _NAMES[number],
            "lastName": "Last",
            "email": f"person{number}@example.net",
            "userName": f"person{number}",
            "status": "active",
            "type": _TYPES[number % len(_TYPES)],
        }
        for number in range(random.randint(4, 9))
    ]
    members = [user for user in state["users"] if user["type"] != "Guest"]
    for number in range(random.randint(0, 4)):
        inside = random.sample(members, random.randint(0, len(members)))
        state["groups"].append(
            {
                "id": f"20000000-0000-4000-8000-{number:012}",
                "name": f"Group {number}",
                "manager": random.choice([None, *(each["id"] for each in inside)]),
                "members": [each["id"] for each in inside],
                "ldap": False,
            }
        )
    state["rooms"] = [
        _room(random, state, 100 + number, title)
        for number, title in enumerate(random.sample(_TITLES, random.randint(1, 6)))
    ]
    state["links"] = [link for room in state["rooms"] for link in _links(random, room)]
    return state


def _room(random: Random, state: dict[str, Any], number: int, title: str) -> dict[str, Any]:
    kind = random.choice(list(_ROOMS))
    levels = _ROOMS[kind][0]
    owner = random.choice([user for user in state["users"] if user["type"] in _MANAGING])
    others = [user for user in state["users"] if user["id"] != owner["id"]]
    shares = []
    for user in random.sample(others, random.randint(0, len(others))):
        offered = [*levels, *([_MANAGER] if user["type"] in _MANAGING else [])]
        shares.append({"user": user["id"], "access": random.choice(offered)})
    groups = [*(group["id"] for group in state["groups"]), EVERYONE]
    shares += [
        {"group": group, "access": random.choice(levels)}
        for group in random.sample(groups, random.randint(0, len(groups)))
    ]
    settings: dict[str, Any] = {
        "tags": random.sample(["alpha", "beta", "{% gamma %}"], random.randint(0, 3)),
        "color": random.choice(["FF6680", "61C059"]),
    }
    if random.random() < 0.4:
        settings["denies_download"] = True
    if random.random() < 0.4:
        settings["indexing"] = True
    if random.random() < 0.4:
        settings["lifetime"] = {
            "period": random.randint(0, 2),
            "value": random.randint(1, 999),
            "deletePermanently": random.random() < 0.5,
        }
    return {
        "id": number,
        "title": title,
        "type": kind,
        "owner": owner["id"],
        "archived": random.random() < 0.2,
        "shares": shares,
        "settings": settings,
    }


def _links(random: Random, room: dict[str, Any]) -> list[dict[str, Any]]:
    _levels, external, invitation = _ROOMS[room["type"]]
    number = room["id"]
    made = []
    if random.random() < 0.5:
        made.append({"title": "Join", "type": 0, "access": random.choice(invitation)})
        if random.random() < 0.5:
            made[-1]["max_uses"] = random.randint(1, 1000)
    for at in range(random.randint(0, 3) if external else 0):
        level = random.choice(external)
        made.append({"title": f"Link {at}", "type": 1, "access": level})
        made[-1]["denies_download"] = random.random() < 0.5
        made[-1]["is_internal"] = room["type"] == 5 and random.random() < 0.5
    for link in made:
        if random.random() < 0.6:
            link["expires"] = f"20{random.randint(30, 34)}-01-01T00:00:00+00:00"
    if room["type"] in (1, 6):  # which always have one
        title, level = ("Link to fill out", 7) if room["type"] == 1 else ("Shared link", 2)
        made.append({"title": title, "type": 1, "access": level, "is_primary": True})
    elif room["type"] == 5 and random.random() < 0.3:
        made.append({"title": "First", "type": 1, "access": 2, "is_primary": True})
    return [
        {
            "id": f"71000000-0000-4000-8000-{number:06}{at:06}",
            "holder": f"room {number}",
            "maker": room["owner"],
            **link,
        }
        for at, link in enumerate(made)
    ]


def copied(state: dict[str, Any]) -> dict[str, Any]:
    """Another portal like this one."""
    return copy.deepcopy(state)
