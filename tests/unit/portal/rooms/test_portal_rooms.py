# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Rooms: what of them no recording that is replayed shows."""

from __future__ import annotations

import copy
import typing as t

import pytest

from ansible_collections.onlyoffice.docspace.tests.portal import Portal, load_state
from ansible_collections.onlyoffice.docspace.tests.unit.portal.asking import send

OWNER = "66faa6e4-f133-11ea-b126-00ffeec8b4ef"
ADMIN = "a0000000-0000-4000-8000-000000000001"
ROOM_ADMIN = "b0000000-0000-4000-8000-000000000001"
ADA, BEN, CLEO = (f"c0000000-0000-4000-8000-00000000000{number}" for number in (1, 2, 3))
GUEST = "f0000000-0000-4000-8000-000000000001"
DISABLED = "e0000000-0000-4000-8000-000000000001"
ENGINEERING = "10000000-0000-4000-8000-000000000004"
ROOMS = "/api/2.0/files/rooms"
KEYS = {key["name"]: key["key"] for key in load_state()["api_keys"]}


def room(number: int, owner: str = OWNER, **given: t.Any) -> dict[str, t.Any]:
    plain = {"id": number, "title": f"Room {number}", "type": 5, "archived": False, "shares": []}
    return {**plain, "owner": owner, **given}


def shares(**levels: int) -> list[dict[str, t.Any]]:
    ids = {"ada": ADA, "ben": BEN, "room_admin": ROOM_ADMIN, "guest": GUEST, "admin": ADMIN}
    return [{"user": ids[name], "access": level} for name, level in levels.items()]


def portal_with(*rooms: dict[str, t.Any], **given: t.Any) -> Portal:
    return Portal({**load_state(), "rooms": list(rooms), **given})


def ask(
    portal: Portal, method: str, path: str, body: t.Any = None, key: str = "owner key"
) -> t.Any:
    answer = send(portal, method, path, body, {"Authorization": f"Bearer {KEYS[key]}"})
    return answer.get_json()["response"] if answer.status_code == 200 else answer.status_code


def listed(portal: Portal, query: str, key: str = "owner key") -> list[int]:
    path = f"{ROOMS}?sortBy=AZ&sortOrder=ascending&{query}"
    return [found["id"] for found in ask(portal, "GET", path, key=key)["folders"]]


def who(portal: Portal, number: int) -> dict[str, int]:
    rows = ask(portal, "GET", f"{ROOMS}/{number}/share")
    return {row["sharedTo"]["id"]: row["access"] for row in rows}


def test_a_state_with_rooms_and_documents_goes_round() -> None:
    groups = [{"group": ENGINEERING, "access": 10}, {"user": BEN, "access": 2}]
    folder = {"kind": "folder", "id": 30, "title": "F", "parent": 0, "maker": ADA}
    portal = portal_with(room(9, shares=groups), room(20, ADMIN, archived=True), documents=[folder])
    ask(portal, "POST", ROOMS, {"title": "New", "roomType": 5})
    state = portal.state()
    assert [each["id"] for each in state["rooms"]] == [9, 20, 31]
    assert Portal(copy.deepcopy(state)).state() == state


def test_a_portal_without_rooms_does_not_speak_of_them() -> None:
    assert {"rooms", "documents"}.isdisjoint(Portal(load_state()).state())


def test_a_number_of_a_section_is_no_number_of_a_room() -> None:
    with pytest.raises(ValueError, match="begin with 2"):
        portal_with(room(1))


def test_rooms_are_found_by_owner_and_by_those_who_are_in_but_not_by_their_groups() -> None:
    portal = portal_with(
        room(5, BEN),
        room(6, shares=shares(ben=2)),
        room(7, shares=[{"group": ENGINEERING, "access": 2}]),
        room(8, ADMIN, archived=True, shares=shares(ben=2)),
    )
    assert listed(portal, f"subjectId={BEN}") == [5, 6]
    assert listed(portal, f"subjectId={BEN}&searchArea=Archive") == [8]
    assert listed(portal, f"subjectId={BEN}&searchArea=Any") == [5, 6, 8]
    assert listed(portal, f"subjectId={BEN}&excludeSubject=true") == [7]
    assert listed(portal, f"subjectOwnerId={BEN}&searchArea=Any") == [5]
    assert listed(portal, f"subjectId={ENGINEERING}") == [7]
    assert listed(portal, "count=2&startIndex=1&searchArea=Any") == [6, 7]
    assert ask(portal, "GET", f"{ROOMS}?count=1&searchArea=Any")["total"] == 4


def test_others_than_administrators_see_only_rooms_in_which_they_are() -> None:
    portal = portal_with(room(5), room(6, shares=shares(ada=2)))
    assert listed(portal, "", "user key") == [6]
    assert listed(portal, "", "admin key") == [5, 6]
    assert ask(portal, "GET", f"{ROOMS}/5", key="user key") == 403
    assert ask(portal, "GET", f"{ROOMS}/5", key="admin key")["access"] == 3


def test_people_leave_by_themselves_and_put_nobody_out() -> None:
    portal = portal_with(room(5, shares=shares(ada=2, ben=2)))
    path = f"{ROOMS}/5/share"
    ask(portal, "PUT", path, {"invitations": [{"id": BEN, "access": 0}]}, "user key")
    assert BEN in who(portal, 5)
    ask(portal, "PUT", path, {"invitations": [{"id": ADA, "access": 0}]}, "user key")
    assert ADA not in who(portal, 5)


def test_taking_a_room_over_and_giving_it_back_leaves_the_taker_in() -> None:
    portal = portal_with(room(5, ROOM_ADMIN, shares=shares(ben=2, admin=2)))
    give = {"folderIds": [5], "userId": ADMIN}
    ask(portal, "POST", "/api/2.0/files/owner", give, "admin key")
    assert who(portal, 5) == {ADMIN: 1, ROOM_ADMIN: 9, BEN: 2}
    give["userId"] = ROOM_ADMIN
    ask(portal, "POST", "/api/2.0/files/owner", give, "admin key")
    assert who(portal, 5) == {ROOM_ADMIN: 1, ADMIN: 9, BEN: 2}
    leave = {"invitations": [{"id": ADMIN, "access": 0}], "notify": False}
    ask(portal, "PUT", f"{ROOMS}/5/share", leave, "admin key")
    assert who(portal, 5) == {ROOM_ADMIN: 1, BEN: 2}


def test_giving_rooms_away_stops_at_an_archived_one_with_those_before_it_given() -> None:
    portal = portal_with(room(5), room(6, archived=True), room(7))
    give = {"folderIds": [5, 6, 7], "userId": ADMIN}
    assert ask(portal, "POST", "/api/2.0/files/owner", give) == 403
    assert listed(portal, f"subjectOwnerId={ADMIN}&searchArea=Any") == [5]


@pytest.mark.parametrize("person", [BEN, GUEST, DISABLED, "d0000000-0000-4000-8000-000000000001"])
def test_who_may_have_no_rooms_is_given_none(person: str) -> None:
    portal = portal_with(room(5))
    give = {"folderIds": [5], "userId": person}
    assert ask(portal, "POST", "/api/2.0/files/owner", give) == 403


def test_the_job_takes_rooms_of_others_in_which_a_person_has_an_entry() -> None:
    portal = portal_with(
        room(5, ADMIN, shares=shares(room_admin=9, ben=2)),
        room(6, ADMIN, shares=[{"group": ENGINEERING, "access": 2}]),
        room(7, ROOM_ADMIN, archived=True),
    )
    start = {"userId": ROOM_ADMIN, "type": "User"}
    ask(portal, "POST", "/api/2.0/people/type", start)
    for _poll in range(3):
        ask(portal, "GET", f"/api/2.0/people/type/progress/{ROOM_ADMIN}")
    assert who(portal, 5) == {OWNER: 1, ADMIN: 11, ROOM_ADMIN: 11, BEN: 2}
    assert who(portal, 6)[ADMIN] == 1
    assert who(portal, 7) == {ROOM_ADMIN: 1}


def test_a_deletion_ends_the_entries_in_rooms_of_others_and_a_hand_over_does_not() -> None:
    entry = [{"user": DISABLED, "access": 2}]
    portal = portal_with(room(5, DISABLED), room(6, ADMIN, shares=entry))
    start = {"fromUserId": DISABLED, "toUserId": ROOM_ADMIN, "deleteProfile": False}
    for deletes, left in ((False, {ADMIN: 1, DISABLED: 2}), (True, {ADMIN: 1})):
        start["deleteProfile"] = deletes
        ask(portal, "POST", "/api/2.0/people/reassign/start", start)
        for _poll in range(3):
            ask(portal, "GET", f"/api/2.0/people/reassign/progress/{DISABLED}")
        assert who(portal, 5) == {ROOM_ADMIN: 1}
        assert who(portal, 6) == left


def test_moving_into_the_archive_is_over_when_it_was_shown_once() -> None:
    portal = portal_with(room(5))
    assert ask(portal, "PUT", f"{ROOMS}/5/archive", {})["finished"] is False
    seen = [ask(portal, "GET", "/api/2.0/files/fileops") for _poll in range(3)]
    assert [[job["finished"] for job in jobs] for jobs in seen] == [[False], [True], []]
    assert ask(portal, "GET", f"{ROOMS}/5")["rootFolderType"] == 20
