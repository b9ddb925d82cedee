# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""`room_info` tells of links, without secrets, and never says "none" of what it cannot see."""

from __future__ import annotations

import json

import pytest

from ansible_collections.onlyoffice.docspace.tests.portal.http.faults import before
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.room_info.tasks import (
    DATA_ROOM,
    INVITATION,
    LINK,
    OLD_PLANS,
    OPEN,
    PASSWORD,
    PLANS,
    ROGER,
    ROSA,
    TWIN,
    WHOSE_KEY,
    portal_with_rooms,
    state_with_rooms,
    task,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.simulated import request


def links(result):
    return {
        int(room["id"]): room["links"] and [link["id"] for link in room["links"]]
        for room in result["rooms"]
    }


def test_the_owner_of_a_room_sees_its_links_without_secrets(rooms_site):
    result = task(rooms_site, key="room admin key", rooms=[str(OPEN)], links=True)

    assert result["rooms"][0]["links"] == [
        {
            "id": LINK,
            "title": "All come in",
            "type": "external",
            "primary": True,
            "level": "viewer",
            "expires": "never",
            "is_expired": False,
            "has_password": True,
            "deny_download": False,
            "internal": False,
            "max_use_count": None,
            "uses": None,
        }
    ]
    shown = json.dumps(result)
    assert PASSWORD not in shown
    assert "/s/" not in shown
    assert LINK.replace("-", "")[8:] not in shown
    assert result["warnings"] == []
    assert rooms_site.log() == [
        f"GET files/rooms/{OPEN}",
        f"GET people/{ROSA}",
        WHOSE_KEY[0],
        f"GET files/rooms/{OPEN}/links",
    ]


def test_an_administrator_is_told_that_links_are_not_seen(rooms_site):
    result = task(rooms_site, all=True, links=True)

    assert links(result) == {DATA_ROOM: [], OPEN: None, PLANS: None, TWIN: None, OLD_PLANS: None}
    (warning,) = result["warnings"]
    assert warning == (
        "links: only the owner and the managers of a room see its links, and the owner of the"
        f' credential is neither in "Open" ({OPEN}), "Plans" ({PLANS}), "Plans" ({TWIN}), "Plans of'
        f' old" ({OLD_PLANS}). There, links are null, which does not mean that there are none.'
    )
    assert [line for line in rooms_site.log() if "/links" in line] == [
        f"GET files/rooms/{DATA_ROOM}/links"
    ]


def test_a_manager_sees_them_too(rooms_site):
    result = task(rooms_site, key="room admin2 key", all=True, links=True)

    assert links(result) == {DATA_ROOM: None, PLANS: [INVITATION], TWIN: []}


def test_a_manager_who_is_an_administrator_sees_none_in_the_archive():
    state = state_with_rooms()
    for room in state["rooms"]:
        room["shares"] = [{"user": "a0000000-0000-4000-8000-000000000001", "access": 9}]
        room["archived"] = room["archived"] or room["id"] == PLANS
    with portal_with_rooms(rooms=state["rooms"]) as site:
        result = task(site, key="admin key", all=True, links=True)

    assert links(result) == {DATA_ROOM: [], OPEN: [LINK], PLANS: None, TWIN: None, OLD_PLANS: None}


def test_a_key_that_may_not_read_people_still_tells_whose_it_is(rooms_site):
    result = task(rooms_site, key="owner rooms:read key", rooms=[str(DATA_ROOM)], links=True)

    assert links(result) == {DATA_ROOM: []}


@pytest.mark.parametrize("rooms", [[PLANS], [PLANS, TWIN]], ids=["one", "several"])
def test_no_links_are_not_none_if_the_key_is_not_shown_them_any_more(rooms_site, rooms):
    def lower(portal):
        lowered = {"invitations": [{"id": ROGER, "access": 2}]}
        key = rooms_site.api_key("room admin key")
        request(portal, "PUT", f"files/rooms/{PLANS}/share", lowered, key)

    rooms_site.faults.append(("GET", f"{PLANS}/links", before(lower)))
    ids = [str(room) for room in rooms]
    result = task(rooms_site, key="room admin2 key", rooms=ids, links=True)

    assert links(result) == {**{room: [] for room in rooms}, PLANS: None}
    assert "does not mean that there are none" in result["warnings"][-1]
