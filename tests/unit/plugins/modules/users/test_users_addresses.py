# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Whom `users` takes for the owner of an address, and what becomes of a look-up that fails."""

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.tests.portal.http.faults import instead
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.users.tasks import (
    company,
    failed,
    person,
    refused,
    task,
)

NEW = "new@example.org"
#: What a portal says of a malformed address; nothing else that is refused is nobody.
MALFORMED = {"response": {"errors": {"email": ["The Email field is not valid."]}}, "count": 1}


@pytest.mark.parametrize("body", ["", "<html>nginx</html>", {"error": {"message": "x"}}])
@pytest.mark.parametrize("user", ["user05@example.org", "user05"])
def test_a_look_up_that_is_refused_makes_nobody_unknown(site, body, user):
    path = "people/email" if "@" in user else "people/user05"
    for entry in ({"type": "room_admin"}, {"state": "disabled"}):
        site.faults.append(("GET", path, instead(400, body)))
        before = site.portal.state()

        result = failed(site, {"user": user, **entry}, max_new_seats=1)

        assert result["failure"]["status"] == 400
        assert site.portal.state() == before


def test_what_the_portal_calls_malformed_is_nobodys(site):
    site.faults.append(("GET", "people/email", instead(400, MALFORMED)))

    assert task(site, {"user": NEW, "state": "disabled"})["users"][0]["id"] is None


def test_a_new_address_is_not_anothers_user_name(site):
    state = site.portal.state()
    next(user for user in state["users"] if user["userName"] == "user01")["userName"] = NEW
    site.state = state
    site.__post_init__()

    _code, message = refused(site, {"user": "gone@example.org", "email": NEW})
    assert "gone@example.org is nobody on this portal, nor is new@example.org" in message

    assert task(site, {"user": "user02", "email": NEW})["changed"]
    assert person(site, "user02")["email"] == NEW


def test_an_address_that_moves_belongs_to_one_entry(site):
    entries = [{"user": "user01", "email": NEW}, {"user": NEW, "state": "disabled"}]

    _code, message = refused(site, *entries)

    assert "the address new@example.org, and an entry of that address is to be disabled" in message


@pytest.mark.parametrize("address", [".a@example.org", "a..b@example.org", "a.@example.org"])
def test_dots_that_no_address_has(site, address):
    company(site, seats=12)
    for entry in ({"user": address, "type": "user"}, {"user": "user01", "email": address}):
        code, message = refused(site, entry, {"user": "user02", "state": "disabled"})

        assert code == "unusable_users"
        assert "a dot is at the wrong place" in message
