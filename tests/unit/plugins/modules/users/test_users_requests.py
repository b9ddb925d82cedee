# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""How many requests `users` sends, and how large they are."""

from __future__ import annotations

from typing import Any

import pytest

from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.users.tasks import (
    company,
    task,
)


@pytest.fixture(autouse=True)
def people(site):
    company(site, seats=12)


def test_many_people_are_read_by_pages_and_changed_in_the_smallest_pieces(site):
    new = [{"user": f"n{number}@example.org", "type": "user"} for number in range(120)]
    old = [
        {"user": f"user{number:02}@example.org", "type": "room_admin"} for number in range(1, 13)
    ]
    company(site, seats=30)

    result = task(site, *new, *old, max_new_seats=12)

    writes = [line for line in site.log() if not line.startswith("GET")]
    assert writes == ["PUT people/type/RoomAdmin", *["POST people/invite"] * 2]
    sizes = [
        len(each.body["invitations"])
        for each in site.portal.requests
        if "invite" in each.path and each.method == "POST"
    ]
    assert sizes == [100, 20]
    assert len(result["added"]) == 120
    assert result["seats"] == {"before": 10, "after": 22, "allowed": 30}
    site.portal.reset_log()
    assert task(site, *new, *old)["requests"] == {"read": 2, "write": 0}


def test_paid_people_are_enabled_one_by_one(site):
    for name in ("roomer01", "roomer02", "user01", "user02"):
        task(site, {"user": name, "state": "disabled"})
    site.portal.reset_log()

    names = ("roomer01", "roomer02", "user01", "user02", "disabled01")
    result = task(site, *({"user": name, "state": "enabled"} for name in names), max_new_seats=2)

    bodies = [each.body["userIds"] for each in site.portal.requests if each.method == "PUT"]
    assert list(map(len, bodies)) == [3, 1, 1]
    assert len(result["enabled"]) == 5
    assert result["seats"] == {"before": 8, "after": 10, "allowed": 12}


#: What a task costs for each kind of change: reads, among them two of whose key it is, and writes.
COSTS: dict[str, tuple[list[dict[str, Any]], dict[str, Any], int, int]] = {
    # The person is read, and again after the write where the answer is no proof.
    "nothing": ([{"user": "user01", "type": "user"}], {}, 1, 0),
    "disable": ([{"user": "user01", "state": "disabled"}], {}, 1 + 2, 1),
    "disable two": ([{"user": f"user0{n}", "state": "disabled"} for n in (1, 2)], {}, 2 + 2, 1),
    # What the whole portal may store.
    "quota": ([{"user": "user01", "quota": "1024"}], {}, 1 + 2 + 1, 1),
    "no quota": ([{"user": "user01", "quota": "none"}], {}, 1 + 2, 1),
    # The address is read, which nobody has, and may be a user name.
    "email": ([{"user": "user01", "email": "a@example.org"}], {}, 1 + 2 + 2 + 1, 1),
    # The paid seats are read.
    "type": ([{"user": "user01", "type": "room_admin"}], {"max_new_seats": 1}, 1 + 2 + 1, 1),
    "seats counted": (
        [{"user": "roomer01", "state": "disabled"}],
        {"key": "owner accounts:read+write key"},
        1 + 2 + 4,
        1,
    ),
    # Who else is an administrator, and the paid seats.
    "administrator": ([{"user": "dsadmin", "state": "disabled"}], {}, 1 + 2 + 1 + 1, 1),
    # An address, whether inviting is on, and what became of it.
    "invite": ([{"user": "n@example.org", "type": "user"}], {}, 2 + 2 + 1 + 1, 1),
    # The pattern of names, and the answer is proof.
    "active": (
        [{"user": "n@example.org", "type": "user", "first_name": "N"}],
        {"create": "active"},
        2 + 2 + 1 + 1,
        1,
    ),
    # How many people there are.
    "percentage": ([{"user": "user01", "state": "disabled"}], {"max_disables": "50%"}, 4, 1),
    # Seats; two lists of rooms before, and once more; the job, twice; the person, and the rooms.
    "lower": ([{"user": "roomer01", "type": "user"}], {}, 1 + 2 + 1 + 2 + 1 + 2 + 2, 1),
    # Whether guests are switched off.
    "guest": ([{"user": "user01", "type": "guest"}], {}, 1 + 2 + 1 + 2 + 1 + 2 + 2, 1),
    "everybody": ([{"user": "user01"}], {"unlisted": "report"}, 1, 0),
}


@pytest.mark.parametrize("name", sorted(COSTS))
def test_what_a_task_costs(site, naps, name):
    company(site, seats=12, quota_enabled=True)
    entries, options, reads, writes = COSTS[name]

    result = task(site, *entries, **options)

    assert result["requests"] == {"read": reads, "write": writes}, site.log()


def test_a_new_account_gets_no_quota_where_there_are_none(site):
    entry = {"user": "n@example.org", "type": "user", "quota": "1024"}
    previewed = task(site, entry, check_mode=True)
    result = task(site, entry)

    assert result["users"][0]["done"] == previewed["users"][0]["done"] == ["invited"]
    assert [each["option"] for each in result["users"][0]["unchangeable"]] == ["quota"]
