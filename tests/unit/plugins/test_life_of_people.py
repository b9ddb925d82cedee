# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Twenty people join, move and leave: rooms end with their right owners, nothing is repeated."""

from __future__ import annotations

from typing import Any

import pytest

from ansible_collections.onlyoffice.docspace.plugins.modules import user_handover, users
from ansible_collections.onlyoffice.docspace.tests.portal import load_state, serve
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.simulated import Site, parameters

_PERSON = "70000000-0000-4000-8000-{:012}".format
VIEWER, MANAGER, EDITOR, CREATOR = 2, 9, 10, 11

BOSS, HEIR, BYSTANDER = 1, 2, 3
RAISED = (4, 5, 6)
LOWERED = (7, 8, 9, 10)
LEAVING = (11, 12, 13, 14, 15, 16, 17)
INVITED = (18, 19, 20)
MADE = (21, 22, 23)
SEATED = (BOSS, HEIR, BYSTANDER, *LOWERED, *LEAVING)


def email(number):
    return f"person{number:02}@example.net"


def room(number, title, owner, *shares, archived=False):
    entries = [{"user": _PERSON(person), "access": level} for person, level in shares]
    return {
        "id": number,
        "title": title,
        "type": 5,
        "owner": _PERSON(owner),
        "archived": archived,
        "shares": entries,
    }


def company():
    state = load_state()
    state["users"] += [
        {
            "id": _PERSON(number),
            "firstName": "Person",
            "lastName": "Last",
            "email": email(number),
            "userName": f"person{number:02}",
            "status": "active",
            "type": "RoomAdmin" if number in SEATED else "User",
        }
        for number in (*SEATED, *RAISED)
    ]
    state["rooms"] = [
        *(room(100 + each, f"Own {each}", each, (4, VIEWER)) for each in (*LOWERED, *LEAVING)),
        *(room(200 + each, f"Old {each}", each, archived=True) for each in (7, 11, 12)),
        # Of others: the mover reads, manages, is in it with the heir, and with many.
        room(301, "Board", BOSS, (7, VIEWER), (HEIR, EDITOR), (4, EDITOR)),
        room(302, "Plans", BOSS, (7, MANAGER), (8, CREATOR)),
        room(303, "Store", BYSTANDER, (9, EDITOR), (11, VIEWER), (HEIR, MANAGER)),
        # Of the heir, and of somebody who leaves.
        room(304, "Heir", HEIR, (10, EDITOR)),
        room(305, "Left", 11, (BOSS, VIEWER), (10, VIEWER)),
    ]
    return state


@pytest.fixture
def site():
    made = Site(company())
    with serve(made) as made.base_url:
        yield made


def run_users(site, check_mode=False, **options):
    options = {
        "successor": email(HEIR),
        "other_rooms": "restore",
        "max_new_seats": 20,
        "max_new_users": "10",
        **options,
    }
    return users.run(parameters(site, users, **options), check_mode)


def hand_over(site, check_mode=False):
    options: dict[str, Any] = {
        "users": [email(number) for number in LEAVING],
        "successor": {email(number): email(BOSS if number < 14 else HEIR) for number in LEAVING},
        "delete": True,
        "confirm_delete": len(LEAVING),
        "unknown_users": "ignore",
    }
    return user_handover.run(parameters(site, user_handover, **options), check_mode)


STAFF = [
    *({"user": email(number), "type": "room_admin"} for number in (BOSS, HEIR, BYSTANDER, *RAISED)),
    *({"user": email(number), "type": "user"} for number in LOWERED),
    *({"user": email(number), "type": "user"} for number in INVITED),
]
LEAVERS = [{"user": email(number), "state": "disabled"} for number in LEAVING]
NEW = [
    {"user": email(number), "type": "user", "first_name": "Eva", "last_name": "Last"}
    for number in MADE
]


def write_all(site, check_mode=False):
    return [
        run_users(site, check_mode, users=[*STAFF, *LEAVERS]),
        run_users(site, check_mode, users=NEW, create="active"),
        hand_over(site, check_mode),
    ]


def rooms(site):
    """Each room's owner and levels, by title."""
    state = site.portal.state()
    numbers = {
        user["id"]: int(user["email"][6:8]) for user in state["users"] if "person" in user["email"]
    }
    return {
        each["title"]: (
            numbers[each["owner"]],
            {numbers[entry["user"]]: entry["access"] for entry in each.get("shares", [])},
        )
        for each in state["rooms"]
    }


def test_everybody_and_every_room_is_as_planned_and_a_second_run_writes_nothing(site):
    first = write_all(site)

    assert all(result["changed"] for result in first)
    people = {user["email"]: user for user in site.portal.state()["users"]}
    assert {people[email(number)]["type"] for number in (*RAISED, BOSS, HEIR)} == {"RoomAdmin"}
    assert {people[email(number)]["type"] for number in (*LOWERED, *INVITED, *MADE)} == {"User"}
    assert {people[email(number)]["status"] for number in INVITED} == {"pending"}
    assert {people[email(number)]["status"] for number in MADE} == {"active"}
    assert not {email(number) for number in LEAVING} & people.keys()

    now = rooms(site)
    for number in LOWERED:
        assert now[f"Own {number}"][0] == HEIR
    assert now["Old 7"][0] == 7  # archived rooms stay, as the task has warned
    for number in LEAVING:
        assert now[f"Own {number}"][0] == (BOSS if number < 14 else HEIR)
    assert now["Old 11"][0] == now["Old 12"][0] == now["Left"][0] == BOSS
    assert now["Board"] == (BOSS, {7: VIEWER, HEIR: EDITOR, 4: EDITOR})
    # No user can manage a room.
    assert now["Plans"] == (BOSS, {7: CREATOR, 8: CREATOR})
    assert now["Store"] == (BYSTANDER, {9: EDITOR, HEIR: MANAGER})
    assert now["Heir"] == (HEIR, {10: EDITOR})

    before = site.portal.state()
    second = write_all(site)

    assert [result["changed"] for result in second] == [False, False, False]
    assert [result["requests"]["write"] for result in second] == [0, 0, 0]
    assert site.portal.state() == before


def test_a_preview_of_it_writes_nothing(site):
    before = site.portal.state()

    result = run_users(site, check_mode=True, users=[*STAFF, *LEAVERS])

    assert result["changed"]
    assert result["requests"]["write"] == 0
    assert site.portal.state() == before
