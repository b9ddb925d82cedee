# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What is computed of access, from what the owner's key reads, is what each key is answered."""

from __future__ import annotations

import os
import random
from typing import Any

import pytest

from ansible_collections.onlyoffice.docspace.plugins.module_utils._engine.access_snapshot import (
    read_access,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._engine.effective_reads import (
    are_of,
    read_access_of,
    rooms_of,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.effective_access import (
    ADMINISTRATOR,
    Cause,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._portal.portal import Portal
from ansible_collections.onlyoffice.docspace.plugins.module_utils._portal.rooms import ANY
from ansible_collections.onlyoffice.docspace.tests.portal import Portal as Simulated
from ansible_collections.onlyoffice.docspace.tests.portal.rooms.records import GROUP_LEVELS, LEVELS
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.in_process import InProcess, ask

#: All of them with ``DOCSPACE_ALL_PORTALS=1``, which takes half a minute.
PORTALS, IN_ONE = 1000 if os.environ.get("DOCSPACE_ALL_PORTALS") else 150, 50
EVERYONE = "c5cc67d1-c3e8-43c0-a3ad-3928ae3e5b5e"
MANAGER = 9
MAY_OWN = ("Owner", "DocSpaceAdmin", "RoomAdmin")


@pytest.mark.parametrize("first", range(0, PORTALS, IN_ONE))
def test_every_cell_is_as_the_portal_answers_to_that_person(first: int) -> None:
    for seed in range(first, first + IN_ONE):
        state = drawn_portal(random.Random(seed))
        simulated = Simulated(state)
        transport = InProcess(simulated, key_of(state["users"][0]))

        snapshot = read_access(Portal(transport))

        # One page of rooms, one of people, and one of entries for each room.
        assert transport.reads == 2 + len(state["rooms"])
        computed, answered = {}, {}
        for user in state["users"]:
            for room in state["rooms"]:
                cell = user["id"], room["id"]
                answered[cell] = answer_to(simulated, user, room)
                person, known = snapshot.people[user["id"]], snapshot.rooms[str(room["id"])]
                access = snapshot.access_of(person, known)
                causes = snapshot.causes_of(person, known)
                computed[cell] = (200, access.level) if access else (403, None)
                assert [cause.access.level for cause in causes if cause.counts][:1] == (
                    [access.level] if access else []
                )
        assert computed == answered, seed


def test_a_few_people_are_told_of_as_if_everything_were_read() -> None:
    for seed in range(20):
        state = drawn_portal(random.Random(seed))
        simulated, key = Simulated(state), key_of(state["users"][0])
        whole = read_access(Portal(InProcess(simulated, key)))
        rooms = list(whole.rooms.values())
        for person in whole.people.values():
            portal = Portal(InProcess(simulated, key))
            of_rooms = read_access_of(portal, [person], rooms, ANY)
            causes = {room.id: of_rooms.causes_of(person, room) for room in rooms}
            assert causes == {room.id: whole.causes_of(person, room) for room in rooms}, seed

            found = read_access_of(portal, [person], rooms_of(portal, [person]), None)
            theirs = {room.id for room in are_of([person], found)}
            entered = {id for id in causes if any(is_own(cause) for cause in causes[id])}
            assert entered <= theirs, seed
            assert person.status != "active" or theirs == entered, seed


def is_own(cause: Cause) -> bool:
    return cause.access.cause != ADMINISTRATOR


def answer_to(portal: Simulated, user: dict[str, Any], room: dict[str, Any]) -> Any:
    """The status, and the level if there is one, of somebody's own look at a room."""
    status, envelope = ask(portal, key_of(user), f"files/rooms/{room['id']}", "fields=access")
    return status, envelope["response"]["access"] if status == 200 else None


def key_of(user: dict[str, Any]) -> str:
    return f"sk-{user['id']}"


def drawn_portal(draw: random.Random) -> dict[str, Any]:
    """About 8 people, 4 groups and 6 rooms, whoever is in, and however."""
    kinds = ["Owner", "DocSpaceAdmin", *draw.choices((*MAY_OWN[1:], "User", "Guest"), k=6)]
    users = [drawn_user(draw, number, kind) for number, kind in enumerate(kinds)]
    joining = [user["id"] for user in users if user["type"] != "Guest"]
    groups = [
        {
            "id": f"10000000-0000-4000-8000-{number:012}",
            "name": f"Group {number}",
            "manager": None,
            "members": draw.sample(joining, draw.randint(0, min(4, len(joining)))),
            "ldap": False,
        }
        for number in range(draw.randint(2, 5))
    ]
    return {
        "users": users,
        "groups": groups,
        "api_keys": [
            {"name": user["userName"], "key": key_of(user), "user": user["id"], "permissions": []}
            for user in users
        ],
        "system_groups": {"Everyone": EVERYONE},
        "rooms": [drawn_room(draw, 10 + number, users, groups) for number in range(6)],
    }


def drawn_user(draw: random.Random, number: int, kind: str) -> dict[str, Any]:
    """An account; that of the owner is active."""
    statuses = ["active"] if kind == "Owner" else ["active", "active", "disabled", "pending"]
    return {
        "id": f"c0000000-0000-4000-8000-{number:012}",
        "firstName": f"First{number}",
        "lastName": "Last",
        "email": f"person{number}@example.org",
        "userName": f"person{number}",
        "status": draw.choice(statuses),
        "type": kind,
    }


def drawn_room(
    draw: random.Random, number: int, users: list[dict[str, Any]], groups: list[dict[str, Any]]
) -> dict[str, Any]:
    """A room with levels that its type has, for people, groups and sometimes everyone."""
    kind = draw.choice(sorted(LEVELS))
    owner = draw.choice([user["id"] for user in users if user["type"] in MAY_OWN])
    shares = []
    for user in draw.sample(users, draw.randint(0, 4)):
        levels = sorted(LEVELS[kind]) + ([MANAGER] if user["type"] in MAY_OWN else [])
        if user["id"] != owner:
            shares.append({"user": user["id"], "access": draw.choice(levels)})
    ids = [group["id"] for group in groups] + [EVERYONE] * (draw.random() < 0.2)
    for group_id in draw.sample(ids, draw.randint(0, min(3, len(ids)))):
        level = draw.choice(sorted(GROUP_LEVELS.get(kind, LEVELS[kind])))
        shares.append({"group": group_id, "access": level})
    return {
        "id": number,
        "title": f"Room {number}",
        "type": kind,
        "owner": owner,
        "archived": draw.random() < 0.25,
        "shares": shares,
    }
