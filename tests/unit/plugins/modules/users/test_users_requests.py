# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""How many requests `users` sends, and how large they are."""

from __future__ import annotations

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
