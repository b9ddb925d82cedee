# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What `users` refuses before its first write, in check mode too, and what it says."""

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.users.tasks import (
    USER,
    company,
    failed,
    refused,
    task,
)

NEW = "new@example.org"


@pytest.fixture(autouse=True)
def people(site):
    company(site, seats=12)


@pytest.mark.parametrize(
    ("entry", "options", "sentence"),
    [
        ({"user": "ghost"}, {}, "ghost is nobody on this portal: a new account needs an address"),
        ({"user": USER(99)}, {}, "is nobody on this portal: a new account needs an address"),
        ({"user": NEW}, {}, "new@example.org is new, and its type is not given: say type"),
        (
            {"user": NEW, "type": "user"},
            {"create": "never"},
            "new@example.org is nobody on this portal, and create is never",
        ),
        (
            {"user": NEW, "type": "guest"},
            {},
            "cannot be invited to the portal as a guest: set create to active, or invite this",
        ),
        (
            {"user": NEW, "type": "user", "email": "other@example.org"},
            {},
            "is nobody on this portal, nor is other@example.org: to make an account, name it by",
        ),
        ({"user": NEW, "type": "user"}, {"create": "active"}, "needs a first_name"),
        (
            {"user": NEW, "type": "user", "first_name": "Max", "last_name": "Power2 jr."},
            {"create": "active"},
            'the last_name Power2 jr., in which the portal refuses "2" (U+0032, character 6)',
        ),
        ({"user": "admin", "type": "user"}, {}, "(Olga Owner) is the owner of the portal"),
        ({"user": "admin", "state": "disabled"}, {}, "(Olga Owner) is the owner of the portal"),
        ({"user": "ldap01", "state": "disabled"}, {}, "which alone decides on the status"),
        ({"user": "ldap02", "state": "enabled"}, {}, "which alone decides on the status"),
        ({"user": "ldap01", "email": NEW}, {}, "a directory (LDAP), which has the address too"),
        ({"user": "ldap01", "first_name": "L"}, {}, "gets first_name from a directory (LDAP)"),
        ({"user": "sso01", "last_name": "L"}, {}, "gets last_name from an identity provider (SSO)"),
        ({"user": "disabled01", "type": "room_admin"}, {}, "leave type out, or set state to"),
        ({"user": "disabled01", "email": NEW}, {}, "leave email out, or set state to enabled"),
        (
            {"user": "disabled01", "type": "guest", "state": "enabled"},
            {},
            "enable the account in a task before, without a type",
        ),
        (
            {"user": "user01", "type": "room_admin", "state": "disabled"},
            {},
            "is to be disabled: change only the state, or the rest in a task before",
        ),
        ({"user": "pending01", "email": NEW}, {}, "has not accepted the invitation"),
        (
            {"user": "user01", "email": "Disabled02@example.org"},
            {},
            "is to have the address Disabled02@example.org, which disabled02@example.org",
        ),
    ],
)
def test_an_account_that_cannot_be_made_so(site, entry, options, sentence):
    code, message = refused(site, entry, {"user": "user05", "type": "user"}, **options)

    assert code == "unusable_users"
    assert sentence in message
    assert "Nothing was changed" in message


@pytest.mark.parametrize(
    ("entry", "key", "sentence"),
    [
        ({"user": "dsadmin", "state": "disabled"}, "admin key", "is the owner of api_key"),
        ({"user": "dsadmin", "type": "user"}, "admin key", "is the owner of api_key"),
        ({"user": "dsadmin2", "type": "user"}, "admin key", "is an administrator, whose account"),
        ({"user": "dsadmin2", "state": "disabled"}, "admin key", "whose account only the key"),
        ({"user": "dsadmin2", "email": NEW}, "admin key", "whose account only the key"),
        ({"user": "user01", "type": "docspace_admin"}, "admin key", "can be made an administrator"),
        (
            {"user": NEW, "type": "docspace_admin"},
            "admin key",
            "can be invited as an administrator",
        ),
        ({"user": "user01", "type": "room_admin"}, "room admin key", "by administrators only"),
        ({"user": "user01", "state": "disabled"}, "room admin key", "is a room administrator"),
        ({"user": "user01", "type": "guest"}, "room admin key", "by administrators only"),
        ({"user": NEW, "type": "room_admin"}, "room admin key", "by administrators only"),
        ({"user": NEW, "type": "user"}, "user key", "is a user"),
    ],
)
def test_what_this_key_may_not_do(site, entry, key, sentence):
    code, message = refused(site, entry, key=key, max_new_seats=5)

    assert code == "unusable_users"
    assert sentence in message


def test_what_keys_of_less_may_do(site):
    entry = {"user": NEW, "type": "docspace_admin", "first_name": "Nora"}
    assert task(site, entry, create="active", key="admin key", max_new_seats=1)["changed"]
    entry = {"user": "newer@example.org", "type": "user"}
    assert task(site, entry, key="room admin key")["changed"]


def test_everybody_once(site):
    code, message = refused(site, {"user": "user01"}, {"user": "User01@example.org"})
    assert code == "unusable_users"
    assert "user01 and User01@example.org are the same person" in message

    site.portal.reset_log()
    code, message = refused_option(site, {"user": NEW}, {"user": "New@Example.org"})
    assert (code, "users, entry 2, user: New@Example.org is in entry 1 too" in message) == (
        "invalid_option",
        True,
    )


def refused_option(site, *entries, **options):
    result = failed(site, *entries, **options)
    assert not site.log()
    return result["failure"]["code"], result["msg"]


@pytest.mark.parametrize(
    ("entries", "options", "sentence"),
    [
        ([{"user": "a b"}], {}, "users, entry 1, user: 'a b' is no address, id or user name"),
        ([{"user": "user01", "email": "nobody"}], {}, "users, entry 1, email: 'nobody' is no"),
        ([{"user": "user01", "quota": "1 GB"}], {}, "users, entry 1, quota: '1 GB' is neither"),
        ([{"user": "user01", "quota": "0"}], {}, "users, entry 1, quota: '0' is neither"),
        ([], {"unlisted": "disable"}, "users: is empty, and with unlisted=disable nobody would"),
        ([], {"send_password_link": True}, "send_password_link: is for accounts that are active"),
        ([], {"max_new_seats": -1}, "max_new_seats: must be from 0"),
        ([], {"wait_timeout": 0}, "wait_timeout: must be from 1 to 86400 seconds, not 0"),
        ([], {"max_disables": "many"}, "max_disables: 'many' is neither"),
        (
            [{"user": "user01", "email": NEW}, {"user": "user02", "email": NEW}],
            {},
            "users, entry 2, email: new@example.org is the address of entry 1 too",
        ),
    ],
)
def test_options_that_no_request_could_make_right(site, entries, options, sentence):
    code, message = refused_option(site, *entries, **options)

    assert code == "invalid_option"
    assert sentence in message


def test_addresses_are_not_swapped(site):
    entries = [
        {"user": "user01", "email": "user02@example.org"},
        {"user": "user02", "email": "user01@example.org"},
    ]
    _code, message = refused(site, *entries)
    assert message.count("to swap two, give one of them a third address in a task before") == 2

    entries[1]["email"] = "third@example.org"
    _code, message = refused(site, *entries)
    assert "(Ben User02) has: give this one another in a task before" in message

    entries = [{"user": "user01", "email": NEW}, {"user": NEW, "type": "user"}]
    _code, message = refused(site, *entries)
    assert "is to have the address new@example.org, and a new account too" in message


def test_who_is_named_twice_is_told_that_only(site):
    entries = [{"user": "user01", "type": "guest"}, {"user": USER(1), "type": "room_admin"}]

    result = failed(site, *entries)

    assert result["failure"]["code"] == "unusable_users"
    assert result["msg"].count("Nothing was changed") == 1


def test_what_room_administrators_may_do_is_no_lie_in_a_preview(site):
    state = site.portal.state()
    state["users"] = [each for each in state["users"] if each["status"] != "disabled"]
    state["api_keys"] = [each for each in state["api_keys"] if each["user"][0] != "e"]
    for group in state["groups"]:
        group["members"] = []
    site.state = state
    site.__post_init__()
    guest = {"user": "guest@example.org", "type": "guest", "first_name": "Gus"}
    for entry, options in (({"user": NEW, "type": "user"}, {}), (guest, {"create": "active"})):
        previewed = task(site, entry, key="room admin key", check_mode=True, **options)
        result = task(site, entry, key="room admin key", **options)

        assert previewed["warnings"] == result["warnings"] == []
        assert result["changed"]


def test_a_mail_that_this_key_may_not_send(site):
    entry = {"user": NEW, "type": "user", "first_name": "Nora"}
    options = {"create": "active", "send_password_link": True, "key": "room admin key"}

    code, message = refused(site, entry, **options)

    assert code == "forbidden"
    assert message.startswith("send_password_link: only administrators can send this mail, and")


def test_nobody_becomes_a_guest_where_guests_are_switched_off(site):
    company(site, invites_guests=False)

    code, message = refused(site, {"user": "user02", "type": "guest"}, {"user": "user01"})

    assert code == "invitations_off"
    assert "user02@example.org (Ben User02) would become guests, and inviting guests" in message


def test_a_quota_larger_than_the_portal(site):
    company(site, quota_enabled=True)
    entries = [{"user": "user02", "state": "disabled"}, {"user": "user01", "quota": str(2**62)}]

    code, message = refused(site, *entries)

    assert code == "unusable_users"
    assert "the quota of user01@example.org (Ada User01) is larger than that of the" in message
