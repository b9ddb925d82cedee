# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""`show_rooms`: what is told is what each person's own key is answered before and after."""

from __future__ import annotations

import random

import pytest

from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.errors import DocSpaceError
from ansible_collections.onlyoffice.docspace.plugins.module_utils._portal.model.room import LEVELS
from ansible_collections.onlyoffice.docspace.plugins.modules import (
    group_members,
    groups,
    memberships,
    offboard,
    users,
)
from ansible_collections.onlyoffice.docspace.tests.portal import serve
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.module_utils._engine.test_access_of_generated_portals import (  # noqa: E501 one name
    answer_to,
    drawn_portal,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.simulated import Site, parameters

PORTALS = 12
MAY_OWN = ("Owner", "DocSpaceAdmin", "RoomAdmin")


def of_group_members(draw, state):
    group, people = drawn_group(draw, state), drawn_people(draw, state)
    kept = [each["userName"] for each in people if can_join(each)]
    return group_members, {
        "group": group,
        "members": kept,
        "state": draw.choice(["exact", "absent"]),
    }


def of_memberships(draw, state):
    entries = []
    for group in state["groups"]:
        people = [each["userName"] for each in drawn_people(draw, state) if can_join(each)]
        entries.append({"group": group["name"], draw.choice(["add", "remove"]): people})
    return memberships, {"groups": entries}


def of_groups(draw, state):
    entries = []
    for group in state["groups"]:
        people = [each["userName"] for each in drawn_people(draw, state) if can_join(each)]
        manager = [each for each in people if draw.random() < 0.3][:1]
        entry = {
            "name": group["name"],
            "exact": people,
            **({"manager": manager[0]} if manager else {}),
        }
        gone = {"name": group["name"], "state": "absent"}
        entries.append(gone if draw.random() < 0.3 else entry)
    return groups, {"groups": entries}


def of_users(draw, state):
    """Types that need no job, for people who own rooms; statuses of any."""
    entries = []
    for each in state["users"][1:]:
        entry = {"user": each["userName"], "state": draw.choice(["enabled", "disabled", "present"])}
        is_admin = each["type"] in ("DocSpaceAdmin", "RoomAdmin")
        if entry["state"] == "present" and each["status"] == "active":
            kinds = ["docspace_admin", "room_admin"] if is_admin else ["user", "room_admin"]
            entry["type"] = draw.choice([*kinds, "user"])
        entries.append(entry)
    new = {"user": "new@example.org", "type": "docspace_admin"}
    options = {"create": "active", "max_new_seats": 20, "other_rooms": "restore"}
    new |= {"first_name": "New", "last_name": "Person"}
    entries += [new] if draw.random() < 0.5 else []
    return users, {"users": entries, **options, "successor": state["users"][0]["userName"]}


def of_offboard(draw, state):
    people = drawn_people(draw, state)[:3]
    options = draw.choice([{}, {"disable": False}, {"successor": state["users"][0]["userName"]}])
    return offboard, {"users": [each["userName"] for each in people], **options}


@pytest.mark.parametrize(
    "drawn", [of_group_members, of_memberships, of_groups, of_users, of_offboard]
)
def test_what_is_told_is_what_people_see(drawn):
    told = 0
    for seed in range(PORTALS):
        draw = random.Random(seed)
        state = drawn_portal(draw)
        site = Site(state)
        with serve(site) as site.base_url:
            module, options = drawn(draw, state)
            given = parameters(site, module, key_name(state), show_rooms=True, **options)
            before = cells(site, state)
            try:
                previewed = module.run(given, True)
            except DocSpaceError:  # a plan that is refused
                continue
            assert cells(site, state) == before
            result = module.run(given, False)
            after = cells(site, state)
            assert module.run(given, False)["rooms"] == []
        assert result["rooms"] == previewed["rooms"]
        expected = {
            cell: (before[cell], after[cell]) for cell in before if before[cell] != after[cell]
        }
        shown = {
            (row["user"]["email"], row["room"]["title"]): (
                level(row["before"]),
                level(row["after"]),
            )
            for row in result["rooms"]
            if not row["open_invitation"] and row["user"]["email"] != "new@example.org"
        }
        assert shown == expected, seed
        told += len(shown)
    assert told


def key_name(state):
    return next(key["name"] for key in state["api_keys"] if key["user"] == state["users"][0]["id"])


def drawn_group(draw, state):
    return draw.choice(state["groups"])["name"]


def drawn_people(draw, state):
    return draw.sample(state["users"][1:], draw.randint(1, len(state["users"]) - 1))


def can_join(user):
    return user["type"] != "Guest" and user["status"] == "active"


def cells(site, state):
    """As what who is in which room; None if not at all."""
    rooms = site.portal.state()["rooms"]
    return {
        (user["email"], room["title"]): seen(answer_to(site.portal, user, room), user, room)
        for user in state["users"]
        for room in rooms
    }


def seen(answer, user, room):
    status, number = answer
    if status != 200:
        return None
    if number in (0, 3):
        return "owner" if room["owner"] == user["id"] else "administrator"
    return LEVELS[number]


def level(access):
    return access and access["level"]
