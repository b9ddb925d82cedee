# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What `invitation_link` refuses, and why a portal does."""

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.invitation_link.tasks import (  # noqa: E501  one name
    PATH,
    READ,
    failed,
    links,
    site_with,
    task,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.simulated import request


@pytest.mark.parametrize(
    ("options", "option", "words"),
    [
        ({"expires": None}, "expires", "is missing"),
        ({"expires": "never"}, "expires", "set allow_permanent"),
        ({"expires": "tomorrow"}, "expires", "is no moment such as"),
        ({"expires": "2999-12-31"}, "expires", "give a date, a time and a zone"),
        ({"expires": "2999-13-31T00:00:00Z"}, "expires", "is no moment such as"),
        ({"expires": "9999-12-31T23:59:00-14:00"}, "expires", "is no moment such as"),
        ({"expires": "2999-12-31T23:59:00"}, "expires", "has no zone; add Z"),
        ({"expires": "2020-01-01T00:00:00Z"}, "expires", "is over; give a moment to come"),
        ({"expires": "1700000000"}, "expires", "is no moment such as"),
        ({"max_use_count": 0}, "max_use_count", "must be from 1 to 1000, not 0"),
        ({"max_use_count": 1001}, "max_use_count", "must be from 1 to 1000, not 1001"),
    ],
)
def test_options_are_refused_before_any_request(site, options, option, words):
    result = failed(site, **options)

    assert result["failure"] == {"code": "invalid_option", "option": option, "status": None}
    assert words in result["msg"]
    assert site.log() == []


def test_a_limit_below_the_uses():
    with site_with(max_uses=9, uses=4) as site:
        result = failed(site, max_use_count=3)

        assert result["failure"] == {"code": "limit_below_uses", "status": None, "uses": 4}
        assert site.log() == [READ]
        assert task(site, max_use_count=4)["changed"]


@pytest.mark.parametrize("state", ["present", "absent"])
@pytest.mark.parametrize("kind", ["room_admin", "docspace_admin"])
def test_full_seats(kind, state):
    with site_with(seats=3) as site:
        result = failed(site, type=kind, state=state)

        assert result["failure"] == {"code": "seats_full", "status": 402}
        assert not result["changed"]
        assert "while all paid seats are used" in result["msg"]
        assert task(site, max_use_count=5)["changed"]


#: By key, the types whose links it may not have.
MATRIX = {
    "owner key": [],
    "admin key": ["docspace_admin"],
    "room admin key": ["room_admin", "docspace_admin"],
    "user key": ["user", "room_admin", "docspace_admin"],
    "guest key": ["user", "room_admin", "docspace_admin"],
}


@pytest.mark.parametrize("kind", ["user", "room_admin", "docspace_admin"])
@pytest.mark.parametrize("key", MATRIX)
def test_who_may_have_which_link(site, key, kind):
    if kind not in MATRIX[key]:
        for options in ({}, {"max_use_count": 5}, {"state": "absent"}):
            assert task(site, key=key, type=kind, **options)["changed"]
        return

    result = failed(site, key=key, type=kind)

    assert result["failure"] == {"code": "forbidden", "status": 403}
    assert (
        f"may not have the link for the type {kind} (403). Use the key of somebody"
        in (result["msg"])
    )
    assert links(site) == {}


def test_where_inviting_is_switched_off():
    with site_with() as site:
        off = {"allowInvitingMembers": False, "allowInvitingGuests": True}
        request(site.portal, "PUT", "settings/invitationsettings", off, site.api_key())

        result = failed(site, state="absent")

        assert result["failure"] == {"code": "invitations_off", "status": 403}
        assert "Switch it on first." in result["msg"]
        assert len(links(site)) == 1


@pytest.mark.parametrize("key", ["owner accounts:read+write key", "owner files:read key"])
def test_a_missing_scope(site, key):
    result = failed(site, key=key)

    assert result["failure"] == {"code": "missing_scope", "status": 403}
    assert "lacks the scope *:read" in result["msg"]


def test_a_key_that_only_reads(site):
    result = failed(site, key="owner *:read key")

    assert result["failure"] == {"code": "missing_scope", "status": 403}
    assert "lacks the scope *:write" in result["msg"]
    assert not result["changed"]
    assert site.log()[:2] == [READ, f"POST {PATH}"]
