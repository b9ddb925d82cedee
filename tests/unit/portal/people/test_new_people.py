# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Making accounts: what no recording shows."""

from __future__ import annotations

import copy
import datetime
import typing as t

import pytest

from ansible_collections.onlyoffice.docspace.tests.portal import Portal
from ansible_collections.onlyoffice.docspace.tests.unit.portal.asking import call, key_of

ACTIVE = "people/active"
NEW = {"email": "new@example.org", "firstName": "Nora", "lastName": "New", "type": "User"}
GUEST = {**NEW, "type": "Guest"}
GROUP = "10000000-0000-4000-8000-000000000004"


def refused(portal: Portal, body: dict[str, t.Any]) -> int:
    status = call(portal, "POST", ACTIVE, body)[0]
    assert portal.mutations == 0
    return status


@pytest.mark.parametrize("email", ["  new@example.org ", "Nora <new@example.org>"])
def test_of_an_address_the_address_alone_is_kept(portal: Portal, email: str) -> None:
    _status, made = call(portal, "POST", ACTIVE, {**NEW, "email": email})
    assert (made["email"], made["userName"]) == ("new@example.org", "new")


@pytest.mark.parametrize("made", [0, 1])
def test_who_is_new_was_made_today(portal: Portal, made: int) -> None:
    body = {"invitations": [{"email": NEW["email"], "type": "User"}]}
    method, path, sent = [("POST", "people/invite", body), ("POST", ACTIVE, NEW)][made]
    before = datetime.datetime.now(datetime.timezone.utc)

    call(portal, method, path, sent)

    found = call(portal, "GET", f"people/email?email={NEW['email']}", None)[1]
    assert found["registrationDate"][:10] in {
        f"{before:%Y-%m-%d}",
        datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%d"),
    }


@pytest.mark.parametrize("name", ["Nora, Dr", "O\u2019Neill", "Nora.", "N0ra", "\U0001d4a9ora"])
def test_a_name_has_letters_only(portal: Portal, name: str) -> None:
    assert refused(portal, {**NEW, "firstName": name}) == 400
    assert refused(portal, {**NEW, "lastName": name}) == 400


@pytest.mark.parametrize("name", ["李", "Пётр", "Zoë-Ann", "D'Arcy", " "])
def test_a_name_may_be_of_any_script(portal: Portal, name: str) -> None:
    assert call(portal, "POST", ACTIVE, {**NEW, "firstName": name})[1]["firstName"] == name


def test_a_last_name_may_be_empty_and_not_be_missing(portal: Portal) -> None:
    without = {name: value for name, value in NEW.items() if name != "lastName"}
    assert refused(portal, without) == 500
    assert call(portal, "POST", ACTIVE, {**NEW, "lastName": ""})[0] == 200


@pytest.mark.parametrize("password", ["Short1!", "a password", "x" * 31, "Pässwörter1"])
def test_a_password_keeps_to_the_policy(portal: Portal, password: str) -> None:
    assert refused(portal, {**NEW, "password": password}) == 400


def test_the_policy_can_be_made_stricter(portal: Portal) -> None:
    policy = {"minLength": 12, "upperCase": True, "digits": True, "specSymbols": True}
    call(portal, "PUT", "settings/security/password", policy)
    plain, strong = (
        {**NEW, "password": "recording-recording"},
        {**NEW, "password": "Recording-2026"},
    )
    assert call(portal, "POST", ACTIVE, plain)[0] == 400
    assert call(portal, "POST", ACTIVE, strong)[0] == 200


def test_a_room_administrator_puts_nobody_into_groups(portal: Portal) -> None:
    body = {**NEW, "department": [GROUP]}
    _status, made = call(portal, "POST", ACTIVE, body, key_of("room admin key"))
    assert "groups" not in made


def test_who_made_a_guest_sees_them(portal: Portal) -> None:
    mine, other = key_of("room admin key"), key_of("user key")
    _status, made = call(portal, "POST", ACTIVE, GUEST, mine)
    asked = f"people/{made['id']}"
    assert call(portal, "GET", asked, key=mine)[0] == 200
    assert call(portal, "GET", asked, key=other)[0] == 403
    _status, found = call(portal, "GET", "people/filter?area=Guests", key=mine)
    assert [person["id"] for person in found] == [made["id"]]


def test_all_that_is_known_goes_round(portal: Portal) -> None:
    contacts = [{"type": "phone", "value": "12"}]
    profile = {"location": "Riga", "comment": "new here", "contacts": contacts}
    call(portal, "POST", "people", {**NEW, **profile, "cultureName": "lv"})
    call(portal, "POST", "settings/userquotasettings", {"enableQuota": True, "defaultQuota": 5})
    call(portal, "POST", "portal/users/invitationlink", {"employeeType": "User", "maxUseCount": 2})
    call(portal, "PUT", "settings/invitationsettings", {"allowInvitingGuests": True})
    state = portal.state()
    assert Portal(copy.deepcopy(state)).state() == state
    new = next(user for user in state["users"] if user["email"] == NEW["email"])
    assert {"location": "Riga", "notes": "new here", "culture": "lv"}.items() <= new.items()
    assert state["portal"]["invites_members"] is False
    assert len(state["invitation_links"]) == 1


def test_nobody_becomes_a_guest_while_guests_are_not_invited(portal: Portal) -> None:
    call(portal, "PUT", "settings/invitationsettings", {"allowInvitingMembers": True})
    change = {"userId": "c0000000-0000-4000-8000-000000000001", "type": "Guest"}
    assert call(portal, "POST", "people/type", change)[0] == 403
    assert call(portal, "POST", ACTIVE, GUEST)[0] == 403
    assert call(portal, "POST", ACTIVE, NEW)[0] == 200
