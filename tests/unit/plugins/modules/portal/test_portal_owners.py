# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""`portal` plans rooms as `users` will leave them: with new people, and other owners."""

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.tests.portal import serve
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.generated_portals import (
    empty_state,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.portal.tasks import (
    failed,
    task,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.simulated import Site

VIEWER, MANAGER = 2, 9
LOWERED = {
    "users": [{"user": "p2", "type": "user"}],
    "users_options": {"successor": "p3@example.net"},
}


def person(number, kind):
    return {
        "id": f"70000000-0000-4000-8000-{number:012}",
        "firstName": f"First{number}",
        "lastName": "Last",
        "email": f"p{number}@example.net",
        "userName": f"p{number}",
        "status": "active",
        "type": kind,
    }


P1, P2, P3 = person(1, "User"), person(2, "RoomAdmin"), person(3, "DocSpaceAdmin")


def made_state(owner=None, shares=()):
    """A portal with one room, of a room admin; the key is that of the portal's owner."""
    state = empty_state()
    state["users"] += [P1, P2, P3]
    room = {
        "id": 100,
        "title": "A",
        "type": 5,
        "owner": (owner or P2)["id"],
        "shares": list(shares),
    }
    state["rooms"] = [room]
    return state


@pytest.fixture
def made():
    sites = []

    def make(**room):
        site = Site(made_state(**room))
        server = serve(site)
        site.base_url = server.__enter__()
        sites.append(server)
        return site

    yield make
    for server in sites:
        server.__exit__(None, None, None)


def shares(site):
    (room,) = site.portal.state()["rooms"]
    return room["owner"], {each["user"]: each["access"] for each in room["shares"]}


def refused(site, **options):
    """What a task is refused with before it writes."""
    result = failed(site, **options)
    assert not [line for line in site.log() if not line.startswith("GET")]
    assert not result["changed"]
    assert failed(site, check_mode=True, **options)["msg"] == result["msg"]
    return result["failure"]["code"], result["msg"]


def same(site, **options):
    """The result of a task whose preview says the same."""
    preview = task(site, check_mode=True, **options)
    real = task(site, **options)
    assert preview["summary"] == real["summary"]
    assert preview["diff"] == real["diff"]
    assert preview["warnings"] == real["warnings"]
    return real


def test_a_lowered_owner_is_not_to_keep_a_room(made):
    code, message = refused(made(), **LOWERED, rooms=[{"room": "A", "owner": "p2"}])

    assert code == "unusable_owner"
    assert "p2@example.net (First2 Last) is a user, and cannot own rooms" in message


def test_a_room_that_goes_to_a_successor_is_not_managed_by_somebody_else(made):
    code, message = refused(made(), **LOWERED, rooms=[{"room": "A", "access": {"exact": []}}])

    assert code == "forbidden"
    assert "may not change who enters" in message


def test_a_successor_is_not_named_for_a_room_that_they_own_then(made):
    state = made_state()
    me = state["users"][0]
    site = made(
        shares=[
            {"user": me["id"], "access": MANAGER},
            {"user": P3["id"], "access": VIEWER},
        ]
    )
    entries = [
        {"user": me["email"], "level": "room_manager"},
        {"user": "p3", "level": "viewer"},
    ]

    _code, message = refused(site, **LOWERED, rooms=[{"room": "A", "access": {"exact": entries}}])

    assert "p3@example.net (First3 Last) is the owner" in message


def test_a_room_of_somebody_who_is_lowered_is_that_of_the_successor(made):
    site = made()

    result = same(site, **LOWERED, rooms=[{"room": "A", "owner": "p3"}])

    assert result["summary"]["rooms"]["unchanged"] == 1
    assert shares(site)[0] == P3["id"]


def test_who_is_in_a_room_of_the_key_s_owner_by_then_is_put_out(made):
    me = made_state()["users"][0]
    site = made()
    options = {**LOWERED, "users_options": {"successor": me["email"]}}

    result = same(
        site,
        **options,
        rooms=[{"room": "A", "access": {"exact": [{"user": "p1", "level": "viewer"}]}}],
    )

    assert result["summary"]["rooms"]["put_out"] == 1
    assert shares(site) == (me["id"], {P1["id"]: VIEWER})


def test_an_owner_is_named_by_the_new_address(made):
    site = made(owner=made_state()["users"][0])
    users = [{"user": "p2", "email": "moved@example.net"}]

    code, message = refused(site, users=users, rooms=[{"room": "A", "owner": "p2@example.net"}])
    assert code == "unusable_owner"
    assert "p2@example.net is nobody" in message

    same(site, users=users, rooms=[{"room": "A", "owner": "moved@example.net"}])
    assert shares(site)[0] == P2["id"]


@pytest.mark.parametrize("leaver", ["p2", "P2@EXAMPLE.net", P2["id"]])
def test_no_room_is_given_to_somebody_who_leaves(made, leaver):
    site = made(owner=P3)

    result = same(site, leavers=[leaver], rooms=[{"room": "A", "owner": "p2@example.net"}])

    assert not result["changed"]
    assert shares(site) == (P3["id"], {})
    assert result["warnings"] == [
        'rooms, "A", owner: p2@example.net is among the leavers, and left out.'
    ]


def test_a_room_of_somebody_who_leaves_stays_so_without_a_word(made):
    result = task(made(), leavers=["p2"], rooms=[{"room": "A", "owner": "p2@example.net"}])

    assert (result["changed"], result["warnings"]) == (False, [])


@pytest.mark.parametrize("invite_guests", [False, True])
@pytest.mark.parametrize("where", ["add", "remove"])
def test_a_preview_takes_people_of_the_same_task_for_what_they_will_be(made, invite_guests, where):
    site = made(owner=made_state()["users"][0])
    site.portal.reset_log()
    new = {"user": "new@example.net", "type": "room_admin", "first_name": "A", "last_name": "B"}
    group = {"name": "New", "members": []}
    task(site, groups=[group])

    result = same(
        site,
        users=[new],
        users_options={"create": "active", "max_new_seats": 5},
        groups=[{"name": "New", where: ["new@example.net"]}],
        rooms=[
            {"room": "A", "access": {"add": [{"user": "new@example.net", "level": "room_manager"}]}}
        ],
        rooms_options={"invite_guests": invite_guests},
    )

    assert result["warnings"] == []
    assert result["unknown"] == []
    assert shares(site)[1].popitem()[1] == MANAGER


def test_a_group_that_the_same_task_deletes_is_not_suggested_for_a_room(made):
    site = made(owner=made_state()["users"][0])
    task(site, groups=[{"name": "Old", "members": ["p1"]}])
    site.portal.reset_log()

    code, message = refused(
        site,
        groups=[{"name": "Old", "state": "absent"}],
        rooms=[{"room": "A", "access": {"add": [{"group": "Old", "level": "viewer"}]}}],
    )

    assert code == "group_not_found"
    assert "Did you mean" not in message
