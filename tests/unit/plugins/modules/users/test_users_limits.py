# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The limits of `users`: seats, brakes, the last administrator, and who is in no entry."""

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.tests.portal import load_state
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.users.tasks import (
    ADMIN,
    STATE,
    company,
    failed,
    person,
    refused,
    task,
)

NEW = "new@example.org"


@pytest.fixture(autouse=True)
def people(site):
    company(site, seats=12)


@pytest.mark.parametrize("entry", [{"type": "room_admin"}, {"type": "user"}, {"state": "disabled"}])
def test_the_last_administrator_beside_the_owner(site, entry):
    assert task(site, {"user": "dsadmin2", "state": "disabled"})["changed"]

    code, message = refused(site, {"user": "dsadmin", **entry})
    assert code == "last_administrator"
    assert "dsadmin@example.org (Adam Admin) would leave the portal without" in message

    # The type of another goes up later in the same task, and may be refused then.
    promoted = {"user": "user01", "type": "docspace_admin"}
    code, message = refused(site, {"user": "dsadmin", **entry}, promoted, max_new_seats=1)
    assert code == "last_administrator"
    assert "make somebody else a docspace_admin in a task before" in message
    assert task(site, promoted, max_new_seats=1)["changed"]
    assert task(site, {"user": "dsadmin", **entry})["changed"]


def test_the_only_administrator_whom_no_entry_is_about(site):
    task(site, {"user": "dsadmin2", "state": "disabled"})
    options = {"unlisted": "disable", "max_disables": "100%", "max_new_seats": 5}
    entry = {"user": "user01", "type": "docspace_admin"}

    code, message = refused(site, entry, **options)

    assert code == "last_administrator"
    assert "dsadmin@example.org (Adam Admin) would leave" in message
    task(site, entry, max_new_seats=1)
    assert task(site, entry, **options)["disabled"]
    assert not task(site, entry, **options)["changed"]


def test_seats_have_to_be_asked_for(site):
    code, message = refused(
        site, {"user": "user01", "type": "room_admin"}, {"user": NEW, "type": "room_admin"}
    )

    assert code == "max_new_seats_exceeded"
    assert message == (
        "max_new_seats: the plan takes 2 paid seats more than now, and the limit is 0:"
        " user01@example.org (Ada User01) (room_admin), new@example.org (room_admin). Nothing was"
        " changed; check the types, or raise the limit."
    )
    code, message = refused(site, {"user": "user01", "type": "room_admin"})
    assert (code, "takes 1 paid seat more" in message) == ("max_new_seats_exceeded", True)
    exchanged = [{"user": "user01", "type": "room_admin"}, {"user": "roomer01", "type": "user"}]
    assert task(site, *exchanged)["seats"] == {"before": 10, "after": 10, "allowed": 12}


def test_seats_that_do_not_suffice(site):
    company(site, seats=11)
    entries = [
        {"user": "user01", "type": "room_admin"},
        {"user": "user02", "type": "room_admin"},
        {"user": NEW, "type": "room_admin"},
        {"user": "roomer01", "state": "disabled"},
    ]
    code, message = refused(site, *entries, max_new_seats=9)

    assert code == "seats_exceeded"
    assert (
        "the subscription allows 11 paid seats, of which 10 are used, while 1 becomes free; with"
        in message
    )
    assert "it would be 12" in message
    assert task(site, *entries[1:], max_new_seats=9)["seats"]["after"] == 11


def test_a_key_that_cannot_know_the_limit(site):
    key = "owner accounts:read+write key"
    entry = {"user": "user01", "type": "room_admin"}
    code, message = refused(site, entry, key=key, max_new_seats=1)

    assert code == "seats_unknown"
    assert "10 paid seats are used, and the plan would make it 11" in message
    assert "give it the scope *:read too" in message

    # More may be used than are allowed, and then nothing is free after one was freed.
    freeing = {"user": "roomer01", "state": "disabled"}
    assert refused(site, entry, freeing, key=key)[0] == "seats_unknown"
    result = task(site, freeing, key=key)
    assert result["seats"] == {"before": 10, "after": 9, "allowed": None}
    assert result["warnings"] == []


def test_seats_are_told_where_some_are_only_freed(site):
    previewed = task(site, {"user": "roomer01", "state": "disabled"}, check_mode=True)

    assert previewed["seats"] == {"before": 10, "after": 9, "allowed": 12}
    assert task(site, {"user": "roomer01", "state": "disabled"})["seats"] == previewed["seats"]


@pytest.mark.parametrize(
    ("kind", "setting"), [("user", "invites_members"), ("guest", "invites_guests")]
)
def test_invitations_that_are_switched_off(site, kind, setting):
    company(site, **{setting: False})
    entry = {"user": NEW, "type": kind, "first_name": "Nora"}

    code, message = refused(site, entry, create="active")

    assert code == "invitations_off"
    assert "is switched off in the settings of the portal" in message
    code, _message = refused(site, entry, create="active", key="owner accounts:read+write key")
    assert code == "invitations_off"


def test_the_brakes(site):
    new = [{"user": f"n{number}@example.org", "type": "user"} for number in range(3)]
    code, message = refused(site, *new, max_new_users=2)
    assert code == "max_new_users_exceeded"
    assert "max_new_users: 3 people would get an account, and the limit is 2" in message
    code, _message = refused(site, *new, max_new_users="5%")
    assert code == "max_new_users_exceeded"
    assert task(site, *new, max_new_users="10%")["changed"]

    names = [f"user{number:02}" for number in range(1, 12)]
    off = [{"user": name, "state": "disabled"} for name in names]
    code, message = refused(site, *off)
    assert code == "max_disables_exceeded"
    assert "max_disables: 11 people would be disabled, and the limit is 10" in message
    assert task(site, *off, max_disables="30%")["changed"]


def test_all_that_stands_in_the_way_is_said_at_once(site):
    result = failed(
        site,
        {"user": "admin", "state": "disabled"},
        {"user": "ghost"},
        {"user": NEW, "type": "user"},
        max_new_users=0,
    )

    assert result["failure"]["code"] == "several"
    codes = [each["code"] for each in result["failure"]["problems"]]
    assert codes == ["unusable_users", "max_new_users_exceeded"]
    assert "ghost is nobody" in result["msg"]
    assert "is the owner of the portal" in result["msg"]


def test_people_whom_no_entry_is_about(site):
    names = [user["userName"] for user in load_state(STATE)["users"]]
    kept = [
        {"user": name} for name in names if name not in ("user03", "dsadmin", "guest01", "ldap01")
    ]

    reported = task(site, *kept[1:], unlisted="report")
    assert [each["email"] for each in reported["unlisted"]] == [
        "dsadmin@example.org",
        "user03@example.org",
    ]
    assert not reported["changed"]
    (warning,) = reported["warnings"]
    assert warning.startswith("users: no entry is about dsadmin@example.org (Adam Admin), user03@")
    everybody = task(site, *kept, unlisted="report", unlisted_include=["guests", "ldap", "sso"])
    assert len(everybody["unlisted"]) == 4

    options = {"unlisted": "disable", "unlisted_include": ["ldap"]}
    code, message = refused(site, *kept, max_disables=1, **options)
    assert code == "max_disables_exceeded"
    assert "2 people would be disabled" in message
    result = task(site, *kept, **options)

    assert [each["email"] for each in result["disabled"]] == [
        "dsadmin@example.org",
        "user03@example.org",
    ]
    assert len(result["unlisted"]) == 3
    assert "user03@example.org: active -> disabled (unlisted)" in result["diff"][0]["after"]
    assert person(site, "ldap01")["status"] == "active"
    again = task(site, *kept, **options)
    assert (again["changed"], [each["email"] for each in again["unlisted"]]) == (
        False,
        ["ldap01@example.org"],
    )


def test_who_is_never_disabled_for_not_being_named(site):
    kept = [{"user": name} for name in ("roomadmin", "dsadmin2")]
    result = task(site, *kept, unlisted="disable", max_disables=50, key="admin key")

    gone = {each["id"] for each in result["disabled"]}
    assert ADMIN not in gone
    assert {each["email"].partition("@")[0] for each in result["unlisted"]} > {"dsadmin"}

    company(site)
    task(site, {"user": "dsadmin2", "state": "disabled"})
    result = task(site, {"user": "roomadmin"}, unlisted="disable", max_disables=50)
    assert ADMIN not in {each["id"] for each in result["disabled"]}
    assert person(site, "dsadmin")["status"] == "active"
