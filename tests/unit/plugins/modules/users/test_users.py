# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What `users` does to accounts, and what it reports of it."""

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.users.tasks import (
    USER,
    company,
    done,
    person,
    task,
)


@pytest.fixture(autouse=True)
def people(site):
    company(site, seats=12)


def test_a_whole_plan_in_the_order_that_frees_seats_first(site):
    entries = [
        {"user": "new@example.org", "type": "user"},
        {"user": "user01", "type": "room_admin"},
        {"user": "user02@example.org", "type": "docspace_admin"},
        {"user": "disabled01", "state": "enabled"},
        {"user": "user03", "state": "disabled"},
        {"user": "roomer01", "type": "user"},
        {"user": "user04", "email": "dora@example.org"},
    ]
    before = site.portal.state()
    previewed = task(site, *entries, check_mode=True, max_new_seats=1)
    assert site.portal.state() == before
    site.portal.reset_log()

    result = task(site, *entries, max_new_seats=1)

    assert done(result) == {
        "new@example.org": ["invited"],
        "user01": ["type"],
        "user02@example.org": ["type"],
        "disabled01": ["enabled"],
        "user03": ["disabled"],
        "roomer01": ["type"],
        "user04": ["email"],
    }
    writes = [line for line in site.log() if not line.startswith("GET")]
    assert writes == [
        "POST people/type",
        "PUT people/status/Terminated",
        "PUT people/status/Active",
        "PUT people/type/RoomAdmin",
        "PUT people/type/DocSpaceAdmin",
        "POST people/email",
        "POST people/invite",
    ]
    assert result["seats"] == {"before": 10, "after": 11, "allowed": 12}
    assert person(site, "user01")["type"] == "RoomAdmin"
    assert person(site, "user04")["email"] == "dora@example.org"
    assert [each["email"] for each in result["added"]] == ["new@example.org"]
    assert [each["status"] for each in result["added"]] == ["pending"]
    assert len(result["updated"]) == 4
    for told in (previewed, result):
        del told["requests"]
        told["added"][0]["id"] = told["users"][0]["id"] = None
    assert previewed == result
    site.portal.reset_log()
    again = task(site, *entries)
    assert (again["changed"], again["requests"]["write"]) == (False, 0)


def test_the_diff_has_a_line_for_each_account_with_its_seat(site):
    result = task(
        site,
        {"user": "user01", "type": "room_admin"},
        {"user": "new@example.org", "type": "room_admin"},
        {"user": "disabled01", "state": "enabled"},
        {"user": "roomer02", "state": "disabled"},
        {"user": "user02", "email": "anna@example.org", "type": "user"},
        max_new_seats=1,
        check_mode=True,
    )

    assert result["diff"] == [
        {
            "before_header": "accounts",
            "after_header": "accounts",
            "before": "",
            "after": "disabled01@example.org: disabled -> active\n"
            "new@example.org: new, invited, room_admin (paid seat 10 of 12)\n"
            "roomer02@example.org: active -> disabled (frees a paid seat)\n"
            "user01@example.org: user -> room_admin (paid seat 11 of 12)\n"
            "user02@example.org: user02@example.org -> anna@example.org\n",
        }
    ]


def test_what_is_so_already_costs_reads_only(site):
    result = task(
        site,
        {"user": "USER01@example.org", "type": "user", "state": "enabled"},
        {"user": "pending01@example.org", "type": "user", "state": "enabled"},
        {"user": "disabled01", "state": "disabled"},
        {"user": "disabled02"},
        {"user": USER(5), "first_name": "Eva", "last_name": "User05"},
    )

    assert not result["changed"]
    assert result["requests"] == {"read": 5, "write": 0}
    assert result["warnings"] == []
    assert [row["done"] for row in result["users"]] == [[]] * 5
    assert result["seats"] is None
    assert result["diff"] == []


def test_an_account_that_is_active_at_once(site):
    entry = {
        "user": "Nora.New@example.org",
        "type": "guest",
        "first_name": "Nora-Zoë",
        "last_name": "O'New",
        "location": "Riga",
        "comment": "From HR",
        "language": "de",
    }

    result = task(site, entry, create="active", send_password_link=True)

    assert done(result) == {"Nora.New@example.org": ["created", "password_link"]}
    made = person(site, "nora.new")
    assert (made["type"], made["firstName"], made["lastName"]) == ("Guest", "Nora-Zoë", "O'New")
    assert (made["location"], made["notes"]) == ("Riga", "From HR")
    (row,) = result["users"]
    assert row["id"] == made["id"]
    assert [each["option"] for each in row["unchangeable"]] == ["language"]
    assert result["requests"]["write"] == 2
    assert result["diff"][0]["after"] == (
        "Nora.New@example.org: new, active, guest, mail to set a password\n"
    )
    again = task(site, {**entry, "language": "en-US"}, create="active")
    assert (again["changed"], again["requests"]) == (False, {"read": 1, "write": 0})


def test_what_nobody_can_change_is_reported_once_and_never_sent(site):
    result = task(
        site,
        {"user": "user01", "first_name": "Adalbert", "location": "Riga"},
        {"user": "user02", "last_name": "Other", "email": "USER02@example.org"},
        {"user": "pending01", "first_name": "Paul", "quota": 1024},
        {"user": "new@example.org", "type": "user", "first_name": "Nora"},
    )

    assert done(result) == {
        "user01": [],
        "user02": [],
        "pending01": [],
        "new@example.org": ["invited"],
    }
    options = [[each["option"] for each in row["unchangeable"]] for row in result["users"]]
    assert options == [
        ["first_name", "location"],
        ["last_name", "email"],
        ["first_name", "quota"],
        ["first_name"],
    ]
    (warning,) = result["warnings"]
    reason = "an invitation carries none, and only this person can set it"
    assert f"first_name of new@example.org ({reason}); " in warning
    assert "quota of pending01@example.org (pending01@example.org) (quotas of users are" in warning
    assert result["requests"]["write"] == 1


def test_an_address_that_is_changed_already_is_found_by_the_new_one(site):
    entry = {"user": "user01@example.org", "email": "ada@example.org"}
    first = task(site, entry)
    again = task(site, entry)

    assert done(first) == {"user01@example.org": ["email"]}
    assert first["users"][0]["email"] == "ada@example.org"
    assert (again["changed"], again["users"][0]["id"]) == (False, USER(1))


def test_quotas(site):
    company(site, quota_enabled=True, quota_default=2**30)
    entries = [
        {"user": "user01", "quota": 1024},
        {"user": "user02", "quota": "1024"},
        {"user": "user03", "quota": "none"},
        {"user": "user04", "quota": "default"},
        {"user": "new@example.org", "type": "user", "quota": "1024"},
    ]

    result = task(site, *entries)

    assert list(done(result).values()) == [
        ["quota"],
        ["quota"],
        ["quota"],
        [],
        ["invited", "quota"],
    ]
    assert result["requests"]["write"] == 3
    assert "user01@example.org: quota default -> 1024" in result["diff"][0]["after"]
    assert not task(site, *entries)["changed"]


def test_present_never_enables_and_never_changes_a_type_that_is_not_named(site):
    result = task(site, {"user": "disabled01"}, {"user": "roomer01"}, {"user": "dsadmin"})

    assert not result["changed"]
    assert [row["status"] for row in result["users"]] == ["disabled", "active", "active"]


def test_nobody_is_made_to_be_disabled(site):
    result = task(site, {"user": "gone@example.org", "state": "disabled", "type": "user"})

    assert (result["changed"], result["requests"]["write"]) == (False, 0)
    assert result["users"][0]["id"] is None
    (warning,) = result["warnings"]
    assert "gone@example.org is nobody on this portal, so there is nothing to disable" in warning
