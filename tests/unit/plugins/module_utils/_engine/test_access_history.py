# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Who was let into rooms when and by whom, and what of it nobody can know."""

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.plugins.module_utils._engine.access_history import (
    read_history,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._http.connection import Connection
from ansible_collections.onlyoffice.docspace.plugins.module_utils._portal.portal import open_portal
from ansible_collections.onlyoffice.docspace.plugins.modules import room_info
from ansible_collections.onlyoffice.docspace.tests.portal import serve
from ansible_collections.onlyoffice.docspace.tests.portal.http.fault_rules import instead
from ansible_collections.onlyoffice.docspace.tests.portal.rooms import history as portal_history
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.room_info.tasks import (
    ADMIN,
    DESIGN,
    EVERYONE,
    OLGA,
    USER,
    state_with_rooms,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.simulated import (
    Site,
    parameters,
    request,
)

_USER3 = USER.format(3)


@pytest.fixture
def rooms_site():
    """Rooms that Olga and Rosa have just made."""
    made = Site({**state_with_rooms(), "rooms": [], "links": []})
    with serve(made) as made.base_url:
        yield made


def make(site, title="Plans", key="owner key"):
    request(site.portal, "POST", "files/rooms", {"title": title, "roomType": 5}, site.api_key(key))
    return max(room["id"] for room in site.portal.state()["rooms"])


def share(site, room, subject, access):
    body = {"invitations": [{"id": subject, "access": access}], "notify": False}
    request(site.portal, "PUT", f"files/rooms/{room}/share", body, site.api_key())


def read(site, key="owner key"):
    connection = Connection.from_params(parameters(site, room_info, key, all=True))
    with open_portal(connection, read_only=True) as portal:
        rooms = portal.rooms.listing("Any").all()
        site.portal.reset_log()
        return read_history(portal, rooms)


def told(rows):
    return [
        (row["what"], row["person"] or row["group"] or row["name"], row["level"], row["by"])
        for row in rows
    ]


def spots(history):
    return [(spot["code"], spot["room"] and spot["room"]["id"]) for spot in history.blind_spots]


def test_each_change_of_access_with_whom_and_by_whom(rooms_site):
    room = make(rooms_site)
    share(rooms_site, room, _USER3, 2)
    share(rooms_site, room, _USER3, 10)
    share(rooms_site, room, DESIGN, 2)
    share(rooms_site, room, _USER3, 0)
    # Who is not in and is put out was not let in.
    share(rooms_site, room, _USER3, 0)
    body = {"folderIds": [room], "userId": ADMIN}
    request(rooms_site.portal, "POST", "files/owner", body, rooms_site.api_key())

    history = read(rooms_site)

    rows = history.rows[str(room)]
    assert told(rows) == [
        ("made the room", OLGA, "owner", OLGA),
        ("let in", _USER3, "viewer", OLGA),
        ("changed the level", _USER3, "editor", OLGA),
        ("let the group in", DESIGN, "viewer", OLGA),
        ("put out", _USER3, None, OLGA),
        ("gave the room to", ADMIN, "owner", OLGA),
        ("took the room from", OLGA, None, OLGA),
    ]
    assert [row["name"] for row in rows] == [
        *("Plans", "Cleo User03", "Cleo User03", "Design", "Cleo User03"),
        *("Adam Admin", "Olga Owner"),
    ]
    assert set(rows[0]) == {"person", "group", "name", "what", "level", "by", "at"}
    assert all(row["at"].endswith("Z") for row in rows)
    assert spots(history) == [
        ("history_of_links", None), ("history_of_owners", None), ("history_of_groups", None),
    ]  # fmt: skip


def test_one_request_for_a_room_of_less_than_a_hundred_events_and_groups_that_come_as_one(
    rooms_site,
):
    rooms = [make(rooms_site, f"Room {number}") for number in range(5)]
    for group in (DESIGN, EVERYONE):
        share(rooms_site, rooms[0], group, 2)
    history = read(rooms_site)
    assert len(rooms_site.portal.requests) == 5
    groups = [row["group"] for row in history.rows[str(rooms[0])] if row["group"]]
    assert groups == [DESIGN, EVERYONE]


def test_hundreds_of_events_of_one_room(rooms_site):
    room = make(rooms_site)
    for number in range(130):
        share(rooms_site, room, _USER3, (2, 10)[number % 2])
    history = read(rooms_site)
    assert len(history.rows[str(room)]) == 131
    assert len(rooms_site.portal.requests) == 2


def test_a_key_that_may_not_read_histories_asks_once(rooms_site):
    for number in range(3):
        make(rooms_site, f"Room {number}")
    for key in rooms_site.portal._world.keys:
        if key.name == "owner accounts:read key":
            key.permissions = ["rooms:read"]
    history = read(rooms_site, "owner accounts:read key")
    assert spots(history) == [("history_not_shown", None)]
    assert history.blind_spots[0]["way_out"] == "Give the key the scope files:read."
    assert set(map(tuple, history.rows.values())) == {()}
    logs = [line for line in rooms_site.log() if line.endswith("startIndex=0")]
    assert len(logs) == 1


@pytest.mark.parametrize("status", [403, 404, 500])
def test_a_room_that_does_not_tell_is_a_blind_spot(rooms_site, status):
    rooms = [make(rooms_site, title) for title in ("One", "Two")]
    error = {"error": {"message": "no"}, "status": 1, "statusCode": status}
    rooms_site.faults.append(("GET", f"files/folder/{rooms[1]}/log", instead(status, error)))
    history = read(rooms_site)
    assert spots(history)[0] == ("history_not_shown", str(rooms[1]))
    assert history.rows[str(rooms[1])] == []
    assert len(history.rows[str(rooms[0])]) == 1


def test_a_history_that_does_not_begin_with_the_room_is_one(rooms_site):
    room = make(rooms_site)
    del rooms_site.portal._world.rooms.find(room).events[0]
    share(rooms_site, room, _USER3, 2)
    history = read(rooms_site)
    assert ("history_incomplete", str(room)) in spots(history)


def test_levels_in_another_language_are_left_out_and_counted(rooms_site, monkeypatch):
    room = make(rooms_site)
    share(rooms_site, room, _USER3, 2)
    levels = portal_history.LEVELS
    monkeypatch.setattr(portal_history, "LEVELS", {**levels, 2: "Betrachter"})
    history = read(rooms_site)
    assert told(history.rows[str(room)])[1] == ("let in", _USER3, None, OLGA)
    spot = next(each for each in history.blind_spots if each["code"] == "history_levels")
    assert spot["count"] == 1
