# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Types that go down: who owns which room afterwards, and what is refused before."""

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.plugins.module_utils._portal.model.room import (
    CONTENT_CREATOR,
    ROOM_MANAGER,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.users.tasks import (
    ADMIN,
    OWNER,
    ROOMER,
    USER,
    company,
    entries_of,
    failed,
    person,
    room,
    task,
)

READ, EDIT = 2, 10
LOWERED = {"user": "roomer01", "type": "user"}


@pytest.fixture(autouse=True)
def people(site, naps):
    company(site)


def test_rooms_of_their_own_go_to_the_successor(site):
    rooms = [room(5, ROOMER(11), user02=READ), room(8, ROOMER(11), archived=True)]
    company(site, rooms)

    result = task(site, LOWERED, successor="roomer05")

    assert person(site, "roomer01")["type"] == "User"
    former = {USER(2): READ, ROOMER(11): CONTENT_CREATOR}
    assert entries_of(site, 5) == (ROOMER(15), former)
    assert entries_of(site, 8)[0] == ROOMER(11)
    (row,) = result["users"]
    assert (row["done"], row["type"]) == (["type"], "user")
    assert row["rooms"] == {
        "to_successor": [{"id": "5", "title": "Room 5"}],
        "given_back": [],
        "archived": [{"id": "8", "title": "Room 8"}],
    }
    (warning,) = result["warnings"]
    assert 'roomer01@example.org (Rita Roomer01) stays the owner of room "Room 8" (8)' in warning
    assert result["diff"][1]["after"] == (
        '"Room 5" (5): roomer05@example.org (Raul Roomer05)\n'
        '"Room 8" (8): roomer01@example.org (Rita Roomer01) (archived)\n'
    )
    assert result["requests"] == {"read": 14, "write": 1}
    site.portal.reset_log()
    assert task(site, LOWERED)["requests"] == {"read": 1, "write": 0}


def test_without_a_successor_no_room_changes_hands(site):
    company(site, [room(5, ROOMER(11)), room(6, ROOMER(12))])

    result = failed(site, LOWERED, {"user": "roomer02", "type": "guest"})

    assert result["failure"]["code"] == "successor_needed"
    assert result["msg"] == (
        'successor: roomer01@example.org (Rita Roomer01) owns room "Room 5" (5);'
        ' roomer02@example.org (Remy Roomer02) owns room "Room 6" (6), and somebody has to own'
        " these rooms when the type goes down. Nothing was changed; name a successor."
    )
    assert result["requests"]["write"] == 0


def test_who_owns_nothing_needs_no_successor(site):
    company(site, [room(8, ROOMER(11), archived=True), room(5, ROOMER(12))])

    result = task(site, LOWERED, {"user": "user01", "type": "guest"}, key="admin key")

    assert result["changed"]
    starts = [each.body for each in site.portal.requests if each.method == "POST"]
    assert [each["reassignUserId"] for each in starts] == [ADMIN] * 2
    assert person(site, "user01")["type"] == "Guest"
    assert entries_of(site, 5)[0] == ROOMER(12)
    assert any("leaves all groups as a guest" in each for each in result["warnings"])


@pytest.mark.parametrize(
    ("successor", "reason"),
    [
        ("ghost", "ghost is nobody on this portal"),
        ("user01", "is a user, who cannot own rooms"),
        ("guest01", "is a guest, who cannot own rooms"),
        ("roomer04", "is disabled"),
        ("roomer01", "is lowered or disabled by the same task"),
        ("roomer03", "is lowered or disabled by the same task"),
        ("pending01", "is pending"),
    ],
)
def test_a_successor_who_cannot_own_rooms(site, successor, reason):
    company(site, [room(5, ROOMER(11))])
    task(site, {"user": "roomer04", "state": "disabled"})
    site.portal.reset_log()
    leaving = {"user": "roomer03", "state": "disabled"}

    result = failed(site, LOWERED, leaving, successor=successor)

    assert result["failure"]["code"] == "unusable_successor"
    assert reason in result["msg"]
    assert site.portal.mutations == 0


def test_rooms_of_others_are_not_taken(site):
    company(site, [room(5, ROOMER(11)), room(6, ROOMER(12), roomer01=READ), room(7, OWNER)])

    result = failed(site, LOWERED, successor="roomer05")

    assert result["failure"]["code"] == "other_rooms"
    assert (
        'in which the person has an entry, of roomer01@example.org (Rita Roomer01): room "Room 6"'
        in result["msg"]
    )
    assert result["requests"]["write"] == 0


@pytest.mark.parametrize("key", ["owner key", "admin key"])
@pytest.mark.parametrize("successor", ["roomer05", "admin", "dsadmin", None])
def test_rooms_of_others_are_given_back_with_all_levels(site, key, successor):
    rooms = [
        room(6, ROOMER(12), roomer01=READ, user02=EDIT),
        room(7, ROOMER(12), roomer01=ROOM_MANAGER, roomer05=EDIT, dsadmin=READ, admin=READ),
        room(9, OWNER, roomer01=EDIT, roomer05=ROOM_MANAGER, dsadmin=ROOM_MANAGER),
        room(10, ADMIN, roomer01=EDIT, admin=ROOM_MANAGER),
        room(11, ROOMER(15), roomer01=EDIT),
        room(12, ROOMER(13), roomer02=EDIT),
    ]
    rooms += [room(5, ROOMER(11))] if successor else []
    company(site, rooms)
    before = {each["id"]: entries_of(site, each["id"]) for each in rooms}

    result = task(
        site, LOWERED, successor=successor, other_rooms="restore", key=key, create="never"
    )

    assert person(site, "roomer01")["type"] == "User"
    for number, (owner, levels) in before.items():
        if number == 5:
            continue
        if levels.get(ROOMER(11)) == ROOM_MANAGER:
            levels[ROOMER(11)] = CONTENT_CREATOR
        assert entries_of(site, number) == (owner, levels), number
    managed = [each for each in result["warnings"] if "is room manager in" in each]
    assert len(managed) == 1
    assert 'is room manager in room "Room 7" (7), and content creator there' in managed[0]
    titles = [each["id"] for each in result["users"][0]["rooms"]["given_back"]]
    assert set(titles) <= {"6", "7", "9", "10", "11"}
    site.portal.reset_log()
    again = task(site, LOWERED, successor=successor, other_rooms="restore", key=key)
    assert (again["changed"], again["requests"]["write"]) == (False, 0)


def test_rooms_of_those_who_are_lowered_too_go_to_the_successor(site):
    company(site, [room(5, ROOMER(11), roomer02=EDIT), room(6, ROOMER(12), roomer01=READ)])

    result = task(site, LOWERED, {"user": "roomer02", "type": "user"}, successor="roomer05")

    assert [entries_of(site, number)[0] for number in (5, 6)] == [ROOMER(15)] * 2
    assert [len(row["rooms"]["to_successor"]) for row in result["users"]] == [1, 1]


def test_what_could_not_be_given_back_is_refused(site):
    company(site, [room(5, ROOMER(12), roomer01=READ), room(6, USER(1), roomer01=READ)])
    task(site, {"user": "roomer02", "state": "disabled"})
    site.portal.reset_log()

    result = failed(site, LOWERED, successor="roomer05", other_rooms="restore")

    assert result["failure"]["code"] == "not_restorable"
    assert 'room "Room 5" (5), whose owner, roomer02@example.org' in result["msg"]
    assert "is disabled" in result["msg"]
    assert site.portal.mutations == 0

    scoped = next(each for each in site.state["api_keys"] if each["name"] == "owner key")
    state = {"permissions": ["accounts:read", "accounts:write", "rooms:read"]}
    company(site, [room(5, ROOMER(13), roomer01=READ)])
    next(e for e in site.state["api_keys"] if e["key"] == scoped["key"]).update(state)
    site.__post_init__()
    result = failed(site, LOWERED, successor="roomer05", other_rooms="restore")
    assert "api_key lacks the scopes rooms:write, files:write" in result["msg"]
    assert site.portal.mutations == 0

    # The key of a preview only reads, and is told what the other one needs.
    preview = task(site, LOWERED, check_mode=True, successor="roomer05", other_rooms="restore")
    assert preview["users"][0]["rooms"]["given_back"]
    (warning,) = [each for each in preview["warnings"] if "would be refused" in each]
    assert "lacks the scopes rooms:write, files:write (it has" in warning


def test_a_key_that_may_not_see_rooms_lowers_nobody(site):
    result = failed(site, LOWERED, key="owner accounts:read+write key")

    assert result["failure"]["code"] == "missing_scope"
    assert result["msg"].startswith(
        "users: to lower the type of roomer01@example.org (Rita Roomer01), their rooms have to be"
        ' read, and the API key "owner accounts:read+write key" lacks the scope rooms:read (it has'
    )
    assert site.portal.mutations == 0


def test_check_mode_tells_all_of_it_and_does_nothing(site):
    rooms = [room(5, ROOMER(11)), room(6, ROOMER(12), roomer01=ROOM_MANAGER)]
    company(site, rooms)
    options = {"successor": "roomer05", "other_rooms": "restore"}
    before = site.portal.state()

    previewed = task(site, LOWERED, check_mode=True, **options)
    assert site.portal.state() == before
    real = task(site, LOWERED, **options)

    assert previewed["requests"].pop("write") == 0
    for told in (previewed, real):
        del told["requests"]
    assert previewed == real
    assert real["diff"][1] == {
        "before_header": "owners of rooms (2)",
        "after_header": "owners of rooms (2)",
        "before": '"Room 5" (5): roomer01@example.org (Rita Roomer01)\n'
        '"Room 6" (6): roomer02@example.org (Remy Roomer02)\n',
        "after": '"Room 5" (5): roomer05@example.org (Raul Roomer05)\n'
        '"Room 6" (6): roomer02@example.org (Remy Roomer02)'
        " (given back by roomer05@example.org (Raul Roomer05))\n",
    }


def test_an_administrator_becomes_room_administrator_without_a_job(site):
    company(site, [room(5, ADMIN), room(6, ROOMER(12), dsadmin=EDIT)])

    result = task(site, {"user": "dsadmin", "type": "room_admin"})

    assert result["changed"]
    assert [line for line in site.log() if line[:3] != "GET"] == ["PUT people/type/RoomAdmin"]
    assert entries_of(site, 5)[0] == ADMIN
    assert "rooms" not in result["users"][0]
