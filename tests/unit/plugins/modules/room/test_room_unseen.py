# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""`room` takes no room of others for its own, and none that it is not shown for deleted."""

from __future__ import annotations

from threading import Event

import pytest

from ansible_collections.onlyoffice.docspace.tests.portal import serve
from ansible_collections.onlyoffice.docspace.tests.portal.http.faults import (
    before,
    done_but,
    instead,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.room.tasks import (
    ADMIN,
    OLD,
    OWNER,
    PLANS,
    RITA,
    failed,
    state_with_settings,
    stored,
    task,
    writes,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.simulated import Site, request

#: A room administrator who owns the room "Mine".
RUTH, MINE = "b0000000-0000-4000-8000-000000000001", 400
KEY = "room admin key"
#: The answer about what does not exist.
_NOT_FOUND = {"error": {"message": "gone", "type": "ASC.Common.Web.ItemNotFoundException"}}
_CLOSED = {"error": {"message": "closed", "type": "System.Security.SecurityException"}}


@pytest.fixture
def mine():
    """A portal with a room of a room administrator."""
    state = state_with_settings()
    state["rooms"].append({"id": MINE, "title": "Mine", "type": 5, "owner": RUTH})
    site = Site(state)
    with serve(site) as site.base_url:
        yield site


def made_by_another(site, answer):
    """Somebody else makes a room of the same title first."""

    def rule(portal, environ):
        body = {"title": "Fresh", "roomType": 5}
        request(portal, "POST", "files/rooms", body, site.api_key("admin key"))
        return answer(portal, environ)

    return rule


@pytest.mark.parametrize("check_mode", [True, False])
def test_who_gives_a_room_away_does_not_archive_it(mine, check_mode):
    found = failed(mine, MINE, check_mode, key=KEY, owner=RITA, state="archived")

    assert (found["changed"], found["failure"]["code"]) == (False, "forbidden")
    assert "once it has another owner" in found["msg"]
    assert writes(mine) == []


def test_an_administrator_gives_a_room_away_and_archives_it(mine):
    result = task(mine, MINE, key="admin key", owner=RITA, state="archived")
    assert result["changes"] == ["owner", "archived"]


def test_a_room_that_somebody_else_makes_is_not_ones_own(rooms):
    rooms.faults.append(("POST", "files/rooms", made_by_another(rooms, instead(500))))
    found = failed(rooms, "Fresh", room_type="custom", owner=RITA, tags={"add": ["x"]})

    assert not found["changed"]
    assert "somebody else has made one of this title" in found["msg"]
    assert stored(rooms, "Fresh")["owner"] == ADMIN
    assert len(writes(rooms)) == 1  # by that one


def test_both_rooms_that_are_made_at_once_are_told(rooms):
    rooms.faults.append(("POST", "files/rooms", made_by_another(rooms, done_but(500))))
    found = failed(rooms, "Fresh", room_type="custom", owner=RITA)

    assert found["changed"]
    assert "rename one" in found["msg"]
    owners = [room["owner"] for room in rooms.portal.state()["rooms"] if room["title"] == "Fresh"]
    assert sorted(owners) == sorted([ADMIN, OWNER])


@pytest.mark.parametrize("room", [PLANS, OLD])
@pytest.mark.parametrize("check_mode", [True, False])
def test_a_room_that_may_not_be_entered_is_not_absent(mine, room, check_mode):
    found = failed(mine, room, check_mode, key=KEY, state="absent", allow_delete=True)

    assert (found["changed"], found["failure"]["code"]) == (False, "forbidden")
    assert f"there is something with the id {room}" in found["msg"]


def test_a_title_that_is_not_seen_may_be_hidden(mine):
    result = task(mine, "Plans", key=KEY, state="absent", allow_delete=True)
    assert not result["changed"]
    assert "does not mean that there is none" in result["warnings"][0]
    assert not task(mine, "Nowhere", state="absent")["warnings"]


def test_an_id_that_nothing_has_is_absent(mine):
    result = task(mine, 999999, key=KEY, state="absent")
    assert (result["changed"], result["warnings"]) == (False, [])


def test_a_room_that_is_closed_meanwhile_is_not_deleted():
    state = state_with_settings()
    state["rooms"].append({"id": MINE, "title": "Mine", "type": 5, "owner": RUTH, "archived": True})
    site = Site(state)
    with serve(site) as site.base_url:

        def close(portal, environ):
            site.faults.append(("GET", f"files/rooms/{MINE}", instead(403, _CLOSED)))
            return instead(500)(portal, environ)

        site.faults.append(("DELETE", "files/rooms", close))
        found = failed(site, MINE, key=KEY, state="absent")

        assert found["changed"]
        assert found["failure"]["verified"] is False
        assert stored(site, MINE)


def test_a_room_that_is_brought_back_meanwhile_is_not_deleted(rooms):
    def bring_back(portal):
        body = {"deleteAfter": False}
        key = rooms.api_key("admin key")
        request(portal, "PUT", f"files/rooms/{OLD}/unarchive", body, key)
        while stored(rooms, OLD).get("archived"):
            Event().wait(0.01)
            request(portal, "GET", "files/fileops", None, key)

    rooms.faults.append(("GET", "keys/@self", before(bring_back)))
    found = failed(rooms, OLD, state="absent")

    assert (found["changed"], found["failure"]["code"]) == (False, "changed_meanwhile")
    assert stored(rooms, OLD)
    assert not any(line.startswith("DELETE") for line in rooms.log())


def test_a_deletion_that_somebody_else_has_made(rooms):
    rooms.faults.append(("DELETE", f"files/rooms/{OLD}", instead(404, _NOT_FOUND)))

    found = task(rooms, OLD, state="absent")

    assert not found["changed"]
    assert "deleted by somebody else" in found["warnings"][0]
