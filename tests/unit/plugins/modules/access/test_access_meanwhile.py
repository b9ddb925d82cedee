# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""`access` and `room_access` tell what somebody else does to a room while they write."""

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.tests.portal.http.faults import before
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.entered_rooms import (
    DSADMIN,
    OWNER,
    ROOMADMIN,
    USER,
    levels,
    room,
    with_rooms,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.access import (
    tasks as many,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.room_access import (
    tasks as one,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.room_access.tasks import (
    person,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.simulated import request


def meanwhile(site, method, path, body, at=("PUT", "share")):
    """Somebody with the owner's key is faster than the first write."""
    site.faults.append(
        (*at, before(lambda portal: request(portal, method, path, body, site.api_key())))
    )


def let_in(site, number, user):
    body = {"invitations": [{"id": user, "access": 2}], "notify": False}
    meanwhile(site, "PUT", f"files/rooms/{number}/share", body, ("PUT", "files/share"))


def test_who_comes_into_one_of_several_rooms_meanwhile_is_told_of_this_room(site):
    with_rooms(site, *(room(number, f"R{number}", {USER(5): 2}) for number in (120, 121, 122)))
    let_in(site, 121, USER(9))

    result = many.failed(site, *(many.entry(str(each), exact=[]) for each in (120, 121, 122)))

    assert levels(site, 121) == {USER(9): 2}
    rows = result["rooms"]
    assert [(each["changed"], each["failed"]) for each in rows] == [
        (True, False),
        (True, True),
        (True, False),
    ]
    # What was planned for it is done all the same.
    assert [len(each["removed"]) for each in rows] == [1, 1, 1]
    assert result["failure"]["code"] == "not_as_planned"
    assert 'meanwhile, user09@example.org is viewer in "R121" (121)' in result["msg"]


@pytest.mark.parametrize(
    ("lists", "named"),
    [
        ({"add": [one.person("user09", "editor"), one.person("user08")]}, "user09"),
        ({"add": [one.person("user08")], "remove": ["user07"]}, "user07"),
    ],
)
def test_who_is_named_and_was_as_wished_is_looked_at_too(site, lists, named):
    with_rooms(site, room(120, "R120", {USER(9): 10, USER(6): 10}))
    # Of those whom the task does not name, others decide.
    people = [{"id": USER(each), "access": 2} for each in (6, 7, 9)]
    body = {"invitations": people, "notify": False}
    meanwhile(site, "PUT", "files/rooms/120/share", body)

    result = one.failed(site, room="120", **lists)

    assert f"is not as planned: meanwhile, {named}@example.org is viewer." in result["msg"]
    assert "user06" not in result["msg"]
    assert (result["changed"], len(result["added"])) == (True, 1)


def test_what_is_not_known_of_one_room_is_known_of_the_others(site):
    with_rooms(site, *(room(number, f"R{number}", {USER(5): 2}) for number in (120, 121, 122)))
    # After the request, somebody lets them into one of the rooms as something else.
    body = {"invitations": [{"id": USER(5), "access": 10}], "notify": False}
    meanwhile(site, "PUT", "files/rooms/121/share", body, ("GET", "121/share"))
    site.faults.insert(0, ("GET", "121/share", before(lambda _portal: None)))

    result = many.failed(site, *(many.entry(str(n), remove=["user05"]) for n in (120, 121, 122)))

    first, second, third = result["rooms"]
    assert (first["failed"], second["failed"], third["failed"]) == (False, True, False)
    assert len(first["removed"]) == len(third["removed"]) == 1
    assert second["changed"]
    assert "removed" not in second


@pytest.mark.parametrize("lists", [{"remove": ["roomadmin"]}, {"exact": []}])
def test_who_becomes_the_owner_meanwhile_is_not_put_out(site, lists):
    with_rooms(site, room(120, "Contracts", {ROOMADMIN: 9}))
    meanwhile(site, "POST", "files/owner", {"folderIds": [120], "userId": ROOMADMIN})

    result = one.failed(site, **lists)

    assert "roomadmin@example.org (Rosa Roomadmin) is the owner" in result["msg"]
    assert result["failure"]["code"] == "not_as_planned"
    assert result["changed"]
    assert "removed" not in result


def test_who_becomes_the_owner_meanwhile_is_not_let_in(site):
    with_rooms(site, room(120, "Contracts"))
    meanwhile(site, "POST", "files/owner", {"folderIds": [120], "userId": ROOMADMIN})

    result = one.failed(site, add=[person("roomadmin", "room_manager"), person("user05")])

    assert "roomadmin@example.org (Rosa Roomadmin) is the owner" in result["msg"]
    assert "added" not in result


def test_a_change_of_the_owner_is_told_of_a_list_that_is_exact(site):
    with_rooms(site, room(120, "Contracts", {ROOMADMIN: 9, USER(5): 2}))
    meanwhile(site, "POST", "files/owner", {"folderIds": [120], "userId": ROOMADMIN})

    result = one.failed(site, exact=[person("roomadmin", "room_manager")])

    assert "meanwhile, roomadmin@example.org is the owner" in result["msg"]
    assert "meanwhile, admin@example.org is room_manager" in result["msg"]
    assert [each["user"]["id"] for each in result["removed"]] == [USER(5)]


def test_an_owner_of_whom_only_the_list_knows_is_the_owner(site):
    """The room is given away between the two reads."""
    with_rooms(site, room(120, "Contracts", {ROOMADMIN: 9, USER(5): 2}))
    body = {"folderIds": [120], "userId": ROOMADMIN}
    meanwhile(site, "POST", "files/owner", body, ("GET", "120/share"))

    result = one.failed(site, "120", remove=["roomadmin"])
    assert result["failure"]["code"] == "unusable_entries"
    assert "is the owner, whom no entry lets in or puts out" in result["msg"]


def test_a_former_owner_of_whom_only_the_list_knows_is_put_out(site):
    with_rooms(site, room(120, "Contracts", {ROOMADMIN: 9, USER(5): 2}, owner=DSADMIN))
    body = {"folderIds": [120], "userId": ROOMADMIN}
    meanwhile(site, "POST", "files/owner", body, ("GET", "120/share"))

    result = one.task(site, "120", exact=[], key="room admin key")

    assert {each["user"]["id"] for each in result["removed"]} == {DSADMIN, USER(5)}
    assert levels(site) == {}


def test_an_entry_of_the_owner_counts_for_nothing(site):
    """The list has two rows of the owner then."""
    with_rooms(site, room(120, "Contracts", {OWNER: 2, USER(5): 2}))

    result = one.task(site, exact=[])

    assert [each["user"]["id"] for each in result["removed"]] == [USER(5)]
    assert not one.task(site, exact=[])["changed"]


@pytest.mark.parametrize("read", [1, 2])
def test_a_list_that_is_not_shown_any_more_proves_nothing(site, read):
    """Who is not in a room is answered with an empty list, without the owner."""
    with_rooms(site, room(120, "Contracts", {ROOMADMIN: 9, USER(5): 2, USER(6): 2}))
    body = {"invitations": [{"id": ROOMADMIN, "access": 0}], "notify": False}
    meanwhile(site, "PUT", "files/rooms/120/share", body, ("GET" if read == 1 else "PUT", "share"))

    result = one.failed(site, "120", remove=["user05", "user06"], key="room admin key")

    assert levels(site) == {USER(5): 2, USER(6): 2}
    assert result["failure"]["code"] == ("forbidden" if read == 1 else "server_error")
    assert "does not show the owner of the credential who may enter the room 120" in result["msg"]
    assert "removed" not in result
    assert result["changed"] is (read == 2)
