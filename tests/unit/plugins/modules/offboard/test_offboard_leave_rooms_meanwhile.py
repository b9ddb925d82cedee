# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""`leave_rooms` of `offboard` tells what somebody else does to the rooms while it writes."""

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.tests.portal.http.faults import before, instead
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.offboard.tasks import (
    failed,
    leaver,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.rooms import furnish, shared_room
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.simulated import request

OWNER = "66faa6e4-f133-11ea-b126-00ffeec8b4ef"
ADMIN = "a0000000-0000-4000-8000-000000000001"
ROSA = "b0000000-0000-4000-8000-000000000001"
LATE = "c0000000-0000-4000-8000-000000000012"
EDITOR, MANAGER, VIEWER = 10, 9, 2


@pytest.fixture(name="site")
def _site(site):
    return furnish(
        site,
        shared_room(12, "Contracts", OWNER, {LATE: EDITOR}),
        shared_room(13, "Plans", ADMIN, {LATE: VIEWER, OWNER: MANAGER}),
    )


def entries(site, number):
    (room,) = (each for each in site.portal.state()["rooms"] if each["id"] == number)
    return {each["user"] for each in room["shares"]}


def titles(rooms):
    return [room["title"] for room in rooms]


def archive(portal, *numbers):
    """Somebody else archives rooms, and that is done already."""
    for number in numbers:
        portal._world.rooms.set_archived(portal._world.rooms.find(number), True)


@pytest.mark.parametrize("numbers", [(12, 13), (12,), (13,)])
def test_who_is_in_rooms_that_are_archived_meanwhile_has_not_left_them(site, numbers):
    site.faults.append(("PUT", "files/share", before(lambda portal: archive(portal, *numbers))))

    result = failed(site, ["user12"], leave_rooms=True)

    row = leaver(result, "user12")
    # Rooms are done in the order of their ids, up to the one that is refused.
    assert titles(row["rooms_left"]) == (["Contracts"] if numbers == (13,) else [])
    assert all(LATE in entries(site, number) for number in numbers)
    assert 'is still in "Plans" (13)' in row["msg"]
    assert ('is still in "Contracts" (12)' in row["msg"]) is (12 in numbers)


def test_who_is_in_one_room_that_is_archived_meanwhile_has_not_left_it(site):
    furnish(site, shared_room(12, "Contracts", OWNER, {LATE: EDITOR}))

    def rule(portal, environ):
        archive(portal, 12)
        return instead(502)(portal, environ)

    site.faults.append(("PUT", "rooms/12/share", rule))

    result = failed(site, ["user12"], leave_rooms=True)

    assert titles(leaver(result, "user12")["rooms_left"]) == []
    assert entries(site, 12) == {LATE}


def test_a_key_whose_owner_is_put_out_too_proves_nothing(site):
    """A room administrator does not see rooms any more that somebody is in all the same."""
    furnish(
        site,
        *(shared_room(each, "Room", OWNER, {LATE: VIEWER, ROSA: MANAGER}) for each in (12, 13)),
    )
    bodies = {"invitations": [{"id": ROSA, "access": 0}], "notify": False}

    def put_out(portal):
        for number in (12, 13):
            request(portal, "PUT", f"files/rooms/{number}/share", bodies, site.api_key())

    site.faults.append(("PUT", "files/share", before(put_out)))

    result = failed(site, ["user12"], disable=False, leave_rooms=True, key="room admin key")

    assert entries(site, 12) == entries(site, 13) == {LATE}
    assert leaver(result, "user12")["rooms_left"] is None
    assert "does not show the owner of the credential" in leaver(result, "user12")["msg"]
