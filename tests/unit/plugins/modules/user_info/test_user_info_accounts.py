# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""`user_info` tells what kind of accounts people have, and with rooms, what they own."""

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.tests.portal import load_state, serve
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.user_info.tasks import (
    failed,
    task,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.simulated import Site

OWNER = "66faa6e4-f133-11ea-b126-00ffeec8b4ef"
ADMIN = "a0000000-0000-4000-8000-000000000001"
ROOM_ADMIN = "b0000000-0000-4000-8000-000000000001"
USER01 = "c0000000-0000-4000-8000-000000000001"
ROOM_ADMIN_S_ROOMS = [
    f"GET files/rooms?count=100&searchArea={area}&sortOrder=ascending&startIndex=0"
    f"&{who}={ROOM_ADMIN}"
    for area, who in (("Any", "subjectOwnerId"), ("Active", "subjectId"))
]


@pytest.fixture
def furnished():
    """A portal with rooms, and with people of all kinds."""
    state = load_state()
    people = {user["userName"]: user for user in state["users"]}
    people["user02"] |= {"ldap": True, "location": "Berlin", "notes": "Contractor"}
    people["user03"] |= {"sso": True, "culture": "de"}
    people["pending01"] |= {"registered": "2026-10-05T10:30:00.0000000+02:00"}
    people["pending02"] |= {"type": "RoomAdmin"}
    people["disabled01"] |= {"type": "RoomAdmin"}
    state["rooms"] = [
        {"id": 10, "title": "Zoo", "type": 5, "owner": ROOM_ADMIN},
        {"id": 11, "title": "alpha", "type": 5, "owner": ROOM_ADMIN},
        {"id": 12, "title": "Old", "type": 5, "owner": ROOM_ADMIN, "archived": True},
        {"id": 13, "title": "Entered", "type": 5, "owner": ADMIN,
         "shares": [{"user": ROOM_ADMIN, "access": 9}, {"user": USER01, "access": 2}]},
        {"id": 14, "title": "Others'", "type": 5, "owner": ADMIN},
    ]  # fmt: skip
    made = Site(state)
    with serve(made) as made.base_url:
        yield made


def person(result, name):
    return next(each for each in result["users"] if each["user_name"] == name)


def test_kinds_of_accounts(furnished):
    result = task(furnished, all=True)

    seats = {each["user_name"] for each in result["users"] if each["seat"]}
    assert seats == {"admin", "dsadmin", "roomadmin", "pending02"}
    assert [each["user_name"] for each in result["users"] if each["ldap"]] == ["user02"]
    assert [each["user_name"] for each in result["users"] if each["sso"]] == ["user03"]
    assert person(result, "user02")["location"] == "Berlin"
    assert person(result, "user02")["comment"] == "Contractor"
    assert person(result, "user03")["language"] == "de"
    assert all("rooms" not in each for each in result["users"])


def test_since_when_people_are_pending_in_utc(furnished):
    result = task(furnished, all=True)

    since = {each["user_name"]: each["pending_since"] for each in result["users"]}
    assert since.pop("pending01") == "2026-10-05T08:30:00Z"
    assert since.pop("pending02") == "2026-01-15T09:00:00Z"
    assert set(since.values()) == {None}


def test_rooms_are_two_requests_for_each_person(furnished):
    result = task(furnished, users=["roomadmin", "user01"], rooms=True)

    assert person(result, "roomadmin")["rooms"] == {
        "owned": [{"id": "11", "title": "alpha"}, {"id": "10", "title": "Zoo"}],
        "archived": [{"id": "12", "title": "Old"}],
        "entered": [{"id": "13", "title": "Entered"}],
    }
    assert person(result, "user01")["rooms"] == {
        "owned": [],
        "archived": [],
        "entered": [{"id": "13", "title": "Entered"}],
    }
    assert result["warnings"] == []
    assert furnished.log()[2:4] == ROOM_ADMIN_S_ROOMS
    # Whose key it is, as nobody disabled has shown that it is an administrator's.
    assert furnished.log()[6:] == ["GET keys/%40self", f"GET people/{OWNER}"]
    assert len(furnished.log()) == 2 + 4 + 2


def test_rooms_of_people_who_are_listed(furnished):
    result = task(furnished, status="disabled", rooms=True)

    assert len(result["users"]) == 3
    assert len(furnished.log()) == 1 + 2 * 3


def test_rooms_that_a_room_administrator_does_not_see(furnished):
    result = task(furnished, users=["dsadmin"], rooms=True, key="room admin key")

    assert person(result, "dsadmin")["rooms"]["owned"] == [{"id": "13", "title": "Entered"}]
    (warning,) = result["warnings"]
    assert warning.startswith(
        "Only rooms are shown that this person may enter, as the owner of api_key,"
        " roomadmin@example.org (Rosa Roomadmin), is a room administrator."
    )


def test_rooms_of_everybody_are_refused(furnished):
    result = failed(furnished, all=True, rooms=True)

    assert result["failure"] == {"code": "invalid_option", "option": "rooms", "status": None}
    assert "two requests for each person" in result["msg"]
    assert furnished.log() == []


def test_rooms_need_a_scope(furnished):
    result = failed(furnished, users=["user01"], rooms=True, key="owner accounts:read key")

    assert result["failure"]["code"] == "missing_scope"
    assert "lacks the scope rooms:read" in result["msg"]
    assert "Give it rooms:read, or no restriction." in result["msg"]
