# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What enabling costs in paid seats, and who is left when administrators are disabled."""

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.offboard.tasks import (
    task as offboard,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.user_status.tasks import (
    emails,
    failed,
    statuses,
    task,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.users.tasks import company

NAMES = ["roomer02", "user10"]


@pytest.fixture(autouse=True)
def people(site):
    company(site, seats=10)
    task(site, NAMES)
    site.portal.reset_log()


@pytest.mark.parametrize("check_mode", [True, False])
def test_the_seats_of_those_who_are_enabled_are_told(site, check_mode):
    result = task(site, NAMES, "active", check_mode=check_mode)

    assert result["seats"] == {"before": 9, "after": 10, "allowed": 10}
    assert (
        "roomer02@example.org (Remy Roomer02): active (paid seat 10 of 10)\n"
        in (result["diff"]["after"])
    )
    assert result["warnings"] == []


@pytest.mark.parametrize("check_mode", [True, False])
def test_seats_that_do_not_suffice_are_told_before(site, check_mode):
    state = site.portal.state()
    state["portal"]["seats"] = 9
    site.state = state
    site.__post_init__()

    result = failed(site, NAMES, "active", check_mode=check_mode)

    assert result["failure"]["code"] == "seats_exceeded"
    assert "with roomer02@example.org (Remy Roomer02) (room_admin) it would be 10" in result["msg"]
    assert result["requests"]["write"] == 0
    assert task(site, ["user10"], "active")["seats"] is None


def test_those_without_a_seat_come_first_where_the_limit_is_not_known(site, naps):
    state = site.portal.state()
    state["portal"]["seats"] = 9
    site.state = state
    site.__post_init__()
    key = "owner accounts:read+write key"

    previewed = task(site, NAMES, "active", check_mode=True, key=key)
    result = failed(site, NAMES, "active", key=key)

    (warning,) = previewed["warnings"]
    assert "10 paid seats are used; how many the subscription allows, this api_key may" in warning
    assert result["failure"]["status"] == 402
    assert emails(result) == ["user10@example.org"]
    assert statuses(site, *NAMES) == ["disabled", "active"]


def test_what_it_costs_to_enable(site):
    assert task(site, ["user10"], "active")["requests"] == {"read": 1, "write": 1}
    # The key, and the seats.
    assert task(site, ["roomer02"], "active")["requests"] == {"read": 1 + 2, "write": 1}


@pytest.mark.parametrize("check_mode", [True, False])
@pytest.mark.parametrize("run", [task, offboard])
def test_the_last_administrators_are_not_disabled_without_a_word(site, run, check_mode):
    assert run(site, ["dsadmin2"])["warnings"] == []

    (warning,) = run(site, ["dsadmin"], check_mode=check_mode)["warnings"]

    assert "users: without dsadmin@example.org (Adam Admin), no active DocSpace" in warning
