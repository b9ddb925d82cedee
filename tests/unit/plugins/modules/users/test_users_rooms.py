# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""`show_rooms` of `users`: what another type or status makes of somebody's rooms."""

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.users.tasks import (
    OWNER,
    ROOMER,
    USER,
    company,
    room,
    task,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.rooms import furnish, shared_room

EVERYONE = "c5cc67d1-c3e8-43c0-a3ad-3928ae3e5b5e"
FINANCE = "10000000-0000-4000-8000-000000000005"


@pytest.fixture(autouse=True)
def people(site):
    company(site, seats=30)


def lines(result):
    return result["diff"][-1]["prepared"].splitlines()


def test_who_is_disabled_loses_every_room(site):
    furnish(
        site,
        shared_room(12, "Contracts", OWNER, {USER(1): 10}),
        shared_room(13, "Own", USER(1)),
        shared_room(14, "All", OWNER, groups={EVERYONE: 2}),
        shared_room(15, "Others", OWNER, {USER(2): 10}),
    )

    result = task(site, {"user": "user01", "state": "disabled"}, show_rooms=True)

    assert lines(result) == [
        'rooms of user01@example.org: "All" (14): viewer (by group Everyone) -> none',
        'rooms of user01@example.org: "Contracts" (12): editor (direct) -> none',
        'rooms of user01@example.org: "Own" (13): owner -> none',
    ]
    assert result["rooms"][0]["before"]["groups"] == [{"id": EVERYONE, "name": "Everyone"}]


def test_a_new_administrator_reads_all_rooms_in_one_line(site):
    rooms = [shared_room(each, f"Room {each}", OWNER, groups={EVERYONE: 2}) for each in (30, 31)]
    furnish(site, *rooms, *(shared_room(each, f"Room {each}", OWNER) for each in range(12, 20)))

    result = task(
        site,
        {"user": "user01", "type": "docspace_admin"},
        {"user": "new@example.org", "type": "docspace_admin"},
        {"user": "other@example.org", "type": "user"},
        max_new_seats=2,
        show_rooms=True,
    )

    assert lines(result) == [
        'rooms of new@example.org (pending): "Room 30" (30): none -> viewer (by group Everyone)',
        'rooms of new@example.org (pending): "Room 31" (31): none -> viewer (by group Everyone)',
        "rooms of new@example.org (pending): 8 rooms: none -> administrator",
        'rooms of other@example.org (pending): "Room 30" (30): none -> viewer (by group Everyone)',
        'rooms of other@example.org (pending): "Room 31" (31): none -> viewer (by group Everyone)',
        "rooms of user01@example.org: 8 rooms: none -> administrator",
    ]
    assert len(result["rooms"]) == 8 + 10 + 2


def test_a_type_that_goes_down_moves_rooms_and_ends_managing(site):
    company(
        site,
        [
            room(11, ROOMER(11)),
            room(12, ROOMER(11), archived=True),
            room(13, ROOMER(12), roomer01=9),
            room(14, ROOMER(14), roomer01=2),
        ],
        seats=30,
    )

    result = task(
        site,
        {"user": "roomer01", "type": "user"},
        successor="roomer04",
        other_rooms="restore",
        show_rooms=True,
    )

    assert lines(result) == [
        'rooms of roomer01@example.org: "Room 11" (11): owner -> content_creator (direct)',
        'rooms of roomer01@example.org: "Room 13" (13): room_manager (direct) ->'
        " content_creator (direct)",
        'rooms of roomer04@example.org: "Room 11" (11): none -> owner',
    ]


def test_who_becomes_a_guest_leaves_all_groups(site):
    members = next(each for each in site.state["groups"] if each["id"] == FINANCE)["members"]
    members.append(USER(12))
    furnish(site, shared_room(12, "Contracts", OWNER, groups={FINANCE: 10}))

    result = task(site, {"user": "user12", "type": "guest"}, show_rooms=True)

    assert lines(result) == [
        'rooms of user12@example.org: "Contracts" (12): editor (by group Finance) -> none'
    ]


def test_what_it_costs_and_that_other_changes_cost_nothing(site):
    furnish(site, *(shared_room(each, f"Room {each}", OWNER) for each in range(12, 40)))
    entry = {"user": "user12", "state": "disabled"}
    without = task(site, entry, check_mode=True)["requests"]["read"]

    result = task(site, entry, check_mode=True, show_rooms=True)

    # Active and archived rooms of this person and of everyone; nobody has an entry.
    assert result["requests"]["read"] == without + 4
    site.portal.reset_log()
    task(site, {"user": "user12", "email": "another@example.org"}, show_rooms=True)
    assert not [line for line in site.log() if "files" in line]
