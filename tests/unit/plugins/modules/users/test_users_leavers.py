# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""`users` leaves people out who are offboarded, so that nobody is invited again."""

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.users.tasks import (
    failed,
    task,
)

LEFT_OUT = "users: user01@example.org is among the leavers, and left out."
ID = "c0000000-0000-4000-8000-000000000001"


@pytest.mark.parametrize("leaver", ["USER01@example.org", ID, "user01"])
def test_a_leaver_is_left_out_however_named(site, leaver):
    entries = [{"user": "user01@example.org", "type": "room_admin"}, {"user": "user02"}]

    result = task(site, *entries, leavers=[leaver])

    assert not result["changed"]
    assert [each["user"] for each in result["users"]] == ["user02"]
    assert result["warnings"] == [LEFT_OUT]


def test_somebody_whose_account_is_deleted_is_not_invited_again(site):
    entry = {"user": "left@example.org", "type": "user"}

    result = task(site, entry, leavers=["Left@example.org"])

    assert not result["changed"]
    assert result["requests"]["write"] == 0
    assert task(site, entry)["added"]


def test_leavers_do_not_count_for_those_who_are_not_listed(site):
    everybody = [{"user": user["email"]} for user in site.state["users"]]
    some = [each for each in everybody if not each["user"].startswith(("user01", "user02"))]

    result = task(site, *some, unlisted="report", leavers=["user01"])
    again = task(site, *everybody, unlisted="report", leavers=["user01"])

    assert [each["email"] for each in result["unlisted"]] == ["user02@example.org"]
    assert again["unlisted"] == []
    assert again["warnings"] == [LEFT_OUT]


def test_where_all_who_are_named_leave_nobody_is_disabled_for_it(site):
    options = {"unlisted": "disable", "leavers": ["user01"], "max_disables": "100%"}

    result = failed(site, {"user": "user01"}, **options)

    assert result["failure"]["option"] == "users"
    assert "has nobody but leavers" in result["msg"]
    assert site.portal.mutations == 0
