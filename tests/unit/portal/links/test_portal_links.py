# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Links: what of them no recording that is replayed shows."""

from __future__ import annotations

import copy
import typing as t

import pytest

from ansible_collections.onlyoffice.docspace.tests.portal import Portal, load_state
from ansible_collections.onlyoffice.docspace.tests.portal.links import dates
from ansible_collections.onlyoffice.docspace.tests.unit.portal.asking import call, key_of

OWNER = "66faa6e4-f133-11ea-b126-00ffeec8b4ef"
ADA = "c0000000-0000-4000-8000-000000000001"
LINK = "71000000-0000-4000-8000-000000000001"
CUSTOM, PUBLIC = 5, 6
ROOM = {"id": 7, "title": "Plans", "type": CUSTOM, "owner": OWNER}
OPEN = {"id": LINK, "holder": "room 7", "title": "Way in", "access": 2, "maker": OWNER, "type": 1}


def portal_with(kind: int = CUSTOM, **given: t.Any) -> Portal:
    room, link = {**ROOM, "type": kind}, {**OPEN, **given}
    return Portal({**load_state(), "rooms": [room], "links": [link]})


def put(portal: Portal, **sent: t.Any) -> t.Any:
    body = {"linkId": LINK, "linkType": 1, "access": 2, **sent}
    return call(portal, "PUT", "files/rooms/7/links", body)[1]


def only_link(portal: Portal) -> t.Any:
    rows = call(portal, "GET", "files/rooms/7/links")[1]
    return rows[0]["sharedLink"]


def opened(portal: Portal, key: str | None = None, **body: str) -> t.Any:
    path = f"files/share/{only_link(portal)['requestToken']}"
    if body:
        return call(portal, "POST", f"{path}/password", body, key)[1]
    return call(portal, "GET", path, key=key)[1]


def test_a_state_with_links_goes_round() -> None:
    portal = portal_with(expires="2031-06-30T12:00:00+00:00", password="Passw0rd!12")
    put(portal, linkId="71000000-0000-4000-8000-000000000002", linkType=0)
    state = portal.state()
    assert [link["id"] for link in state["links"]] == [LINK, LINK[:-1] + "2"]
    assert Portal(copy.deepcopy(state)).state() == state


def test_a_portal_without_links_does_not_speak_of_them() -> None:
    assert "links" not in Portal(load_state()).state()


def test_only_what_changes_a_link_counts_as_a_change() -> None:
    portal = portal_with()
    put(portal, title="Way in")
    assert portal.mutations == 0
    put(portal, title="Other")
    assert portal.mutations == 1


def test_who_came_by_a_link_is_in_until_it_is_removed() -> None:
    portal, ada = portal_with(access=10), key_of("user key")
    assert call(portal, "GET", "files/rooms/7", key=ada)[0] == 403
    assert opened(portal, ada)["shared"] is True
    assert call(portal, "GET", "files/rooms/7", key=ada)[1]["access"] == 10
    assert portal.state()["links"][0]["visitors"] == [ADA]
    put(portal, access=0)
    assert call(portal, "GET", "files/rooms/7", key=ada)[0] == 403


def test_a_member_needs_no_password_and_others_do() -> None:
    portal = portal_with(password="Passw0rd!12")
    assert opened(portal)["status"] == 3
    assert opened(portal, password="wrong")["status"] == 4
    assert opened(portal, password="Passw0rd!12")["status"] == 0
    assert opened(portal, key_of("admin key"), password="Passw0rd!12")["shared"] is True


@pytest.mark.parametrize(
    ("sent", "read"),
    [
        ("2031-06-30T12:00:00Z", "2031-06-30T12:00:00"),
        ("2031-06-30T12:00:00.5-01:30", "2031-06-30T13:30:00.500000"),
        ("2031-06-30 12:00", "2031-06-30T12:00:00"),
        ("6/1/2031", "2031-06-01T00:00:00"),
        ("2031-02-30", None),
        ("tomorrow", None),
        ("", None),
    ],
)
def test_reads_dates_as_the_server_does(sent: str, read: str | None) -> None:
    found = dates.parse(sent)
    assert found is None if read is None else (found and found.isoformat()) == f"{read}+00:00"


@pytest.mark.parametrize(
    ("today", "end", "is_far"),
    [
        ("2026-11-30T12:00:00", "2036-11-30T11:00:00", False),
        ("2026-11-30T12:00:00", "2036-11-30T13:00:00", True),
        ("2028-02-29T12:00:00", "2038-02-28T11:00:00", False),
        ("2028-02-29T12:00:00", "2038-02-28T13:00:00", True),
    ],
)
def test_links_end_within_ten_years(
    monkeypatch: pytest.MonkeyPatch, today: str, end: str, is_far: bool
) -> None:
    monkeypatch.setattr(dates, "now", lambda: dates.parse(today))
    when = dates.parse(end)
    assert when is not None
    assert dates.is_far(when) is is_far


def test_the_primary_link_of_a_public_room_comes_back_open() -> None:
    portal = portal_with(PUBLIC, is_primary=True, password="Passw0rd!12")
    made = put(portal, access=0)["sharedLink"]
    assert made["primary"] is True
    assert made["id"] != LINK
    assert "password" not in made


def test_links_go_with_their_room() -> None:
    portal = portal_with()
    call(portal, "DELETE", "files/rooms/7", {})
    for _poll in range(3):
        call(portal, "GET", "files/fileops")
    assert {"rooms", "links"}.isdisjoint(portal.state())
