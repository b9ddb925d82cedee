# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""`via_ownership` where somebody else gives the room away while the task is on its way."""

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.tests.portal.http.faults import Fault, before, instead
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.entered_rooms import (
    DSADMIN,
    OWNER,
    ROOMADMIN,
    USER,
    levels,
    room,
    with_rooms,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.room_access.tasks import (
    failed,
    person,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.simulated import request

VIA = {"via_ownership": True, "key": "admin key"}
GIVEN = {"folderIds": [120], "userId": OWNER}


@pytest.fixture(name="site")
def _site(site):
    """A room of Rosa, which goes to the owner of the portal meanwhile."""
    return with_rooms(site, room(120, "Contracts", {USER(1): 2}, owner=ROOMADMIN))


def give_away(site, method, path, **when):
    def act(portal):
        request(portal, "POST", "files/owner", GIVEN, site.api_key())

    site.faults.append(Fault(method, path, before(act), **when))


def owner_of(site):
    return site.portal.state()["rooms"][0]["owner"]


def test_a_room_that_is_given_away_before_it_is_taken_is_not_taken(site):
    # The last read of the room before it is taken.
    give_away(site, "GET", "files/rooms/120", first=7)

    result = failed(site, "120", add=[person("user05")], **VIA)

    assert (owner_of(site), levels(site)) == (OWNER, {USER(1): 2, ROOMADMIN: 9})
    assert not result["changed"]
    assert result["failure"]["code"] == "changed_meanwhile"
    assert "rooms_left" not in result["failure"]


def test_a_room_that_is_given_away_as_soon_as_it_is_taken_is_left_to_them(site):
    def taken(portal, environ):
        answer = before(lambda _portal: None)(portal, environ)
        request(site.portal, "POST", "files/owner", GIVEN, site.api_key())
        return answer

    site.faults.append(Fault("POST", "files/owner", taken))

    result = failed(site, "120", add=[person("user05")], **VIA)

    assert owner_of(site) == OWNER
    assert levels(site) == {USER(1): 2, ROOMADMIN: 9}
    assert "Somebody else has given it away while the task ran" in result["msg"]
    assert "as it was before" not in result["msg"]
    assert "rooms_left" not in result["failure"]


def test_a_room_that_is_given_away_after_the_change_is_left_to_them(site):
    give_away(site, "GET", "120/share", first=11)

    result = failed(site, "120", add=[person("user05")], **VIA)

    assert owner_of(site) == OWNER
    assert levels(site) == {USER(1): 2, USER(5): 2, ROOMADMIN: 9}
    assert result["changed"]
    assert "Somebody else has given it away while the task ran" in result["msg"]
    assert "without dsadmin@example.org" in result["msg"]


def test_who_cannot_leave_what_was_given_away_is_told_so(site):
    give_away(site, "GET", "120/share", first=11)
    site.faults.append(Fault("PUT", "share", instead(403), first=12, times=9))

    result = failed(site, "120", add=[person("user05")], **VIA)

    assert levels(site)[DSADMIN] == 9
    assert "may still be a room manager in it: put this person out" in result["msg"]


@pytest.mark.parametrize("time", [1, 2])
def test_who_gets_a_room_at_the_very_moment_is_named(site, time):
    """Nothing can be read between the two."""
    if time == 2:
        site.faults.append(Fault("POST", "files/owner", before(lambda _portal: None)))
    give_away(site, "POST", "files/owner")

    result = failed(site, "120", add=[person("user05")], **VIA)

    assert "admin@example.org is room_manager" in result["msg"]
    assert "belongs to roomadmin@example.org (Rosa Roomadmin) again, without" in result["msg"]
    assert owner_of(site) == ROOMADMIN
    assert levels(site) == {USER(1): 2, USER(5): 2, OWNER: 9}
