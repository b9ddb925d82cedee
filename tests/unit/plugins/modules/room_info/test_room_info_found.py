# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""`room_info` finds the rooms that are asked for, and takes few requests for it."""

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.room_info.tasks import (
    ADMIN,
    DATA_ROOM,
    DIRECTORY,
    OLD_PLANS,
    OPEN,
    PLANS,
    ROGER,
    ROSA,
    TWIN,
    USER,
    WHOSE_KEY,
    portal_with_rooms,
    rooms_request,
    state_with_rooms,
    task,
    titles,
)

OWNERS = [f"GET people/{ROSA}", f"GET people/{ROGER}"]


def test_a_room_by_its_id_is_two_requests(rooms_site):
    result = task(rooms_site, rooms=[str(PLANS)])

    assert result["rooms"] == [
        {
            "id": str(PLANS),
            "title": "Plans",
            "room_type": "custom",
            "owner": {
                "id": ROSA,
                "display_name": "Rosa Roomadmin",
                "email": "roomadmin@example.org",
                "status": "active",
            },
            "tags": ["Beta", "alpha"],
            "archived": False,
            "indexing": False,
            "deny_download": False,
            "quota": None,
            "own_quota": False,
            "lifetime": None,
            "watermark": None,
            "color": "61C059",
            "cover": "",
            "files": 0,
            "folders": 0,
            "external_links": False,
            "open_links": False,
        }
    ]
    assert rooms_site.log() == [f"GET files/rooms/{PLANS}", f"GET people/{ROSA}"]
    assert result["requests"] == {"read": 2, "write": 0}
    assert (result["changed"], result["unknown"], result["warnings"]) == (False, [], [])
    assert "administrators" not in result


def test_all_rooms_are_sorted_by_title_and_id(rooms_site):
    result = task(rooms_site, all=True)

    assert [int(room["id"]) for room in result["rooms"]] == [
        DATA_ROOM, OPEN, PLANS, TWIN, OLD_PLANS,
    ]  # fmt: skip
    assert [room["archived"] for room in result["rooms"]] == [False, False, False, True, True]
    assert [room["title"] for room in result["rooms"] if room["open_links"]] == ["Open"]
    assert result["warnings"] == []
    assert rooms_site.log() == [
        rooms_request(),
        WHOSE_KEY[1],  # who owns a room, too
        *OWNERS,
        WHOSE_KEY[0],
    ]


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({"room_type": "public"}, [OPEN]),
        ({"owner": "roomadmin@example.org"}, [OPEN, PLANS, OLD_PLANS]),
        ({"owner": "roomadmin", "archived": True}, [OLD_PLANS]),
        ({"tags": ["BETA"]}, [OPEN, PLANS]),
        ({"tags": ["beta", " alpha"]}, [PLANS]),
        ({"tags": ["gamma"]}, []),
        ({"user": ADMIN}, [PLANS, OLD_PLANS]),
        ({"user": ADMIN, "archived": False}, [PLANS]),
        ({"user": "roomadmin2"}, [PLANS, TWIN]),
        ({"user": "roomadmin2", "owner": "roomadmin"}, [PLANS]),
        ({"search": " plan"}, [PLANS, TWIN, OLD_PLANS]),
        ({"search": "plan", "room_type": "custom", "archived": True}, [TWIN, OLD_PLANS]),
        # In by a group only, which the documentation says.
        ({"user": USER.format(4)}, []),
    ],
)
def test_filters_are_combined(rooms_site, filters, found):
    result = task(rooms_site, **filters)

    assert [int(room["id"]) for room in result["rooms"]] == found
    lists = [line for line in rooms_site.log() if line.startswith("GET files/rooms?")]
    assert len(lists) == 1


def test_two_people_are_one_list(rooms_site):
    task(rooms_site, user="roomadmin2", owner="roomadmin", archived=False)

    assert rooms_site.log() == [
        "GET people/roomadmin",
        "GET people/roomadmin2",
        rooms_request("Active", subjectId=ROGER),
        f"GET people/{ROSA}",
        *WHOSE_KEY,
    ]


def test_all_rooms_of_a_title_are_returned_and_what_is_none_is_told(rooms_site):
    result = task(rooms_site, rooms=["Plans", "plans", "999", f" {PLANS} ", "Plans"])

    assert [int(room["id"]) for room in result["rooms"]] == [PLANS, TWIN]
    assert result["unknown"] == ["plans", "999"]
    assert rooms_site.log() == [rooms_request(), *OWNERS, *WHOSE_KEY]


def test_an_empty_list_is_no_room_and_no_request(rooms_site):
    result = task(rooms_site, rooms=[])

    assert (result["rooms"], result["unknown"]) == ([], [])
    assert rooms_site.log() == []


@pytest.mark.parametrize("named", [{"owner": "left@example.org"}, {"user": "left@example.org"}])
def test_somebody_who_is_nobody_has_no_rooms(rooms_site, named):
    result = task(rooms_site, **named)

    assert (result["rooms"], result["unknown"]) == ([], ["left@example.org"])
    assert not any("files/rooms" in line for line in rooms_site.log())


def test_a_key_of_somebody_else_shows_their_rooms_and_says_so(rooms_site):
    result = task(rooms_site, key="user4 key", all=True)

    assert titles(result) == ["Numbers", "Plans", "Plans of old"]
    owner = result["rooms"][1]["owner"]
    assert (owner["display_name"], owner["email"], owner["status"]) == (
        "Rosa Roomadmin", "", "unknown",
    )  # fmt: skip
    missing, only = result["warnings"]
    assert missing.startswith("Addresses and statuses of the rooms' owners are missing: ")
    assert only.startswith("Only rooms are shown that this person may enter, as the owner of")


def test_a_room_that_is_closed_to_the_key_is_unknown(rooms_site):
    result = task(rooms_site, key="user key", rooms=[str(PLANS)])

    assert (result["rooms"], result["unknown"]) == ([], [str(PLANS)])
    assert result["warnings"][0].startswith("Only rooms are shown that this person may enter")


def test_many_owners_are_found_in_pages_of_people():
    state = state_with_rooms()
    users = [user["id"] for user in state["users"]][:8]
    rooms = [
        {"id": 200 + n, "title": f"R{n}", "type": 5, "owner": id} for n, id in enumerate(users)
    ]
    with portal_with_rooms(rooms=rooms) as site:
        result = task(site, archived=False)

        assert [room["owner"]["id"] for room in result["rooms"]] == users
        assert site.log() == [rooms_request("Active"), DIRECTORY]


def test_a_key_for_rooms_alone_is_told_what_is_missing():
    state = state_with_rooms()
    users = [user["id"] for user in state["users"]][:8]
    rooms = [
        {"id": 200 + n, "title": f"R{n}", "type": 5, "owner": id} for n, id in enumerate(users)
    ]
    with portal_with_rooms(rooms=rooms) as site:
        result = task(site, key="owner rooms:read key", all=True)

        assert [room["owner"]["display_name"] for room in result["rooms"]][:2] == [
            "Olga Owner", "Adam Admin",
        ]  # fmt: skip
        assert "lacks the scope accounts:read" in result["warnings"][0]
