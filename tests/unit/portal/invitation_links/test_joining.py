# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Joining by a link: what no recording shows."""

from __future__ import annotations

import json
import typing as t
import urllib.parse

import pytest
from werkzeug.test import Client

from ansible_collections.onlyoffice.docspace.tests.portal import Portal
from ansible_collections.onlyoffice.docspace.tests.unit.portal.asking import OWNER_KEY, call, key_of

LINK = "portal/users/invitationlink"
ADMIN = "a0000000-0000-4000-8000-000000000001"


@pytest.fixture
def link(portal: Portal) -> t.Any:
    """A link for users, as the owner sees it."""
    return call(portal, "POST", LINK, {"employeeType": "User"})[1]


def followed(portal: Portal, shown: t.Any) -> dict[str, str]:
    """What a browser has after it followed a link."""
    to = Client(portal).get(urllib.parse.urlsplit(shown["url"]).path)
    return dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(to.headers["Location"]).query))


def join(portal: Portal, known: dict[str, str], **changed: t.Any) -> int:
    """Join with what is known of a link; gives the status."""
    body = {
        "fromInviteLink": True,
        "key": known["key"],
        "type": "User",
        "email": "joiner@example.org",
        "firstName": "Jo",
        "lastName": "Joiner",
        **changed,
    }
    headers = {"Content-Type": "application/json", "confirm": urllib.parse.urlencode(known)}
    path = "/api/2.0/people"
    return Client(portal).post(path, data=json.dumps(body), headers=headers).status_code


def test_whoever_knows_a_link_joins_and_is_counted(portal: Portal, link: t.Any) -> None:
    assert join(portal, followed(portal, link)) == 200
    assert call(portal, "GET", f"{LINK}/User")[1]["currentUseCount"] == 1


def test_without_a_link_nobody_joins(portal: Portal, link: t.Any) -> None:
    known = followed(portal, link)
    assert join(portal, {**known, "key": "0" * 64}) == 401
    assert join(portal, {**known, "emplType": "1"}) == 401
    assert join(portal, known, key="another") == 403
    assert join(portal, known, fromInviteLink=False) == 403


def test_nobody_joins_as_what_the_link_is_not_for(portal: Portal, link: t.Any) -> None:
    assert join(portal, followed(portal, link), type="RoomAdmin") == 403


def test_nobody_joins_while_inviting_is_off(portal: Portal, link: t.Any) -> None:
    known = followed(portal, link)
    call(portal, "PUT", "settings/invitationsettings", {"allowInvitingGuests": True})
    assert join(portal, known) == 403


def test_a_link_ends_for_all_and_a_reader_for_those_whom_they_told(
    portal: Portal, link: t.Any
) -> None:
    told = followed(portal, call(portal, "GET", f"{LINK}/User", key=key_of("admin key"))[1])
    assert told["key"] != followed(portal, link)["key"]
    call(portal, "PUT", "people/status/Terminated", {"userIds": [ADMIN]})
    assert join(portal, told) == 401
    assert join(portal, followed(portal, link)) == 200
    call(portal, "DELETE", LINK, {"id": link["id"]})
    assert Client(portal).get(urllib.parse.urlsplit(link["url"]).path).status_code == 404


def test_fewer_uses_than_there_were_are_refused(portal: Portal, link: t.Any) -> None:
    for number in range(2):
        join(portal, followed(portal, link), email=f"joiner{number}@example.org")
    assert call(portal, "PUT", LINK, {"id": link["id"], "maxUseCount": 1})[0] == 400
    assert call(portal, "PUT", LINK, {"id": link["id"], "maxUseCount": 2})[0] == 200
    assert join(portal, followed(portal, link)) == 401


@pytest.mark.parametrize(
    ("sent", "read"),
    [
        ("2099-01-02T03:04:05Z", "2099-01-02T03:04:05"),
        ("2099-01-02T03:04:05", "2099-01-02T03:04:05"),
        ("2099-01-02T03:04:05.5+02:00", "2099-01-02T01:04:05"),
        ("2099-01-02", "2099-01-02T00:00:00"),
    ],
)
def test_moments_are_read_in_utc(portal: Portal, link: t.Any, sent: str, read: str) -> None:
    _status, changed = call(portal, "PUT", LINK, {"id": link["id"], "expiration": sent})
    assert changed["expiration"].startswith(read)


@pytest.mark.parametrize("key", [OWNER_KEY, None])
def test_everybody_may_know_the_names_and_the_version(portal: Portal, key: str | None) -> None:
    for path in ("settings?fields=userNameRegex", "settings/version/build"):
        assert call(portal, "GET", path, key=key)[0] == 200


def test_scoped_keys_may_not(portal: Portal) -> None:
    key = key_of("owner accounts:read key")
    assert call(portal, "GET", "settings?fields=userNameRegex", key=key)[0] == 403
    assert call(portal, "GET", "settings/security/password", key=key)[0] == 200
