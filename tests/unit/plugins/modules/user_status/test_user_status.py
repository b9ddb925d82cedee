# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What `user_status` does to accounts, and what it reports of it."""

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.user_status.tasks import (
    emails,
    failed,
    statuses,
    task,
)


def test_who_is_not_as_wanted_is_changed_by_one_write(site):
    result = task(site, ["user05@example.org", "disabled01", "USER05", "pending01"])

    assert emails(result) == ["pending01@example.org", "user05@example.org"]
    assert statuses(site, "user05", "disabled01", "pending01") == ["disabled"] * 3
    assert site.log()[-1] == "PUT people/status/Terminated"
    assert all("fields=" in each.query for each in site.portal.requests)
    assert len(site.portal.requests[-1].body["userIds"]) == 2
    assert result["requests"] == {"read": 4, "write": 1}


def test_enabling_brings_people_back_as_they_were(site):
    task(site, ["pending01"])

    result = task(site, ["pending01", "disabled01", "user05"], status="active")

    assert emails(result) == ["disabled01@example.org", "pending01@example.org"]
    assert statuses(site, "pending01", "disabled01") == ["pending", "active"]


@pytest.mark.parametrize(("before", "after"), [("active", "disabled"), ("disabled", "active")])
def test_the_diff_has_a_line_for_each_account(site, before, after):
    task(site, ["user05", "user06"], before)

    assert task(site, ["user05", "user06"], after)["diff"] == {
        "before_header": "accounts",
        "after_header": "accounts",
        "before": f"user05@example.org (Eva User05): {before}\n"
        f"user06@example.org (Finn User06): {before}\n",
        "after": f"user05@example.org (Eva User05): {after}\n"
        f"user06@example.org (Finn User06): {after}\n",
    }


@pytest.mark.parametrize("status", ["disabled", "active"])
def test_check_mode_tells_what_the_real_run_does_and_writes_nothing(site, status):
    people = ["user05", "disabled01", "pending01"]
    if status == "active":
        task(site, ["pending01"])
        site.portal.reset_log()

    previewed = task(site, people, status, check_mode=True)
    assert site.portal.mutations == 0
    real = task(site, people, status)
    again = task(site, people, status)

    assert previewed["requests"].pop("write") == again["requests"]["write"] == 0
    assert not again["changed"]
    for result in (previewed, real):
        del result["requests"]
    assert previewed == real


def test_an_invitation_that_is_open_is_pending_again(site):
    task(site, ["pending01"])

    result = task(site, ["pending01", "disabled01"], "active")

    told = [(each["email"], each["previous_status"], each["status"]) for each in result["users"]]
    assert told == [
        ("disabled01@example.org", "disabled", "active"),
        ("pending01@example.org", "disabled", "pending"),
    ]
    assert "pending01@example.org (pending01@example.org): pending" in result["diff"]["after"]


def test_the_owner_and_unknown_people_are_refused_before_a_write(site):
    result = failed(site, ["admin", "ghost", "user05"], unknown_users="fail")

    assert result["failure"]["code"] == "unusable_users"
    assert "admin@example.org (Olga Owner) is the owner of the portal" in result["msg"]
    assert "ghost is nobody on this portal" in result["msg"]
    assert site.portal.mutations == 0


@pytest.mark.parametrize(
    ("status", "choice", "fails", "warned"),
    [
        ("disabled", None, False, 1),
        ("active", None, True, 0),
        ("active", "warn", False, 1),
        ("disabled", "ignore", False, 0),
    ],
)
def test_people_who_are_not_there(site, status, choice, fails, warned):
    options = {"unknown_users": choice} if choice else {}
    if fails:
        assert failed(site, ["ghost"], status, **options)["failure"]["code"] == "unusable_users"
        return
    result = task(site, ["ghost"], status, **options)
    assert result["unknown"] == ["ghost"]
    assert len(result["warnings"]) == warned
    assert not result["changed"]


def lars(**other):
    return {
        "id": "ab000000-0000-4000-8000-000000000001",
        "firstName": "Lars",
        "lastName": "Ldap01",
        "email": "ldap01@example.org",
        "userName": "ldap01",
        "status": "active",
        "type": "User",
        "ldap": True,
        **other,
    }


@pytest.mark.parametrize("check_mode", [True, False])
@pytest.mark.parametrize(("before", "after"), [("active", "disabled"), ("disabled", "active")])
def test_who_comes_from_a_directory_is_refused_with_that_reason(site, before, after, check_mode):
    site.state["users"].append(lars(status=before))
    site.__post_init__()

    result = failed(site, ["ldap01", "user05"], after, check_mode)

    assert result["failure"] == {"code": "unusable_users", "status": None}
    assert "ldap01@example.org (Lars Ldap01) comes from a directory (LDAP)" in result["msg"]
    assert result["requests"] == {"read": 2, "write": 0}
    assert not task(site, ["ldap01"], before)["changed"]


@pytest.mark.parametrize("check_mode", [True, False])
def test_disabling_oneself_is_refused_before_a_write(site, check_mode):
    result = failed(site, ["dsadmin", "user05"], check_mode=check_mode, key="admin key")

    assert result["failure"] == {"code": "unusable_users", "status": None}
    assert "admin@example.org (Adam Admin) is the owner of api_key" in result["msg"]
    assert result["requests"] == {"read": 2 + 1, "write": 0}


@pytest.mark.parametrize("check_mode", [True, False])
@pytest.mark.parametrize("status", ["disabled", "active"])
def test_administrators_are_left_to_the_owner(site, check_mode, status):
    before = "active" if status == "disabled" else "disabled"
    other = lars(type="DocSpaceAdmin", ldap=False, status=before)
    site.state["users"].append(other)
    site.__post_init__()

    result = failed(site, ["ldap01"], status, check_mode=check_mode, key="admin key")

    assert "(Lars Ldap01) is an administrator, whose account only the key of" in result["msg"]
    assert result["requests"] == {"read": 1 + 2, "write": 0}
    assert task(site, ["ldap01"], status)["changed"]


def test_whose_key_it_is_is_only_asked_if_an_administrator_would_be_changed(site):
    task(site, ["user05", "disabled01"])
    task(site, ["dsadmin"], status="active")

    assert not any("keys" in line for line in site.log())


def test_more_than_a_hundred_people_take_more_than_one_write(big_site):
    people = [f"person{number:04}" for number in range(150)]

    result = task(big_site, people)

    assert len(result["users"]) == 150
    assert result["requests"]["write"] == 2
