# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""`show_rooms` of `offboard`: what people who leave lose, and who gains it."""

from __future__ import annotations

from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.offboard.tasks import (
    change,
    task,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.rooms import (
    BEN,
    furnish,
    shared_room,
)

OWNER = "66faa6e4-f133-11ea-b126-00ffeec8b4ef"
ENGINEERING = "10000000-0000-4000-8000-000000000004"
FINANCE = "10000000-0000-4000-8000-000000000005"


def lines(result):
    return result["diff"][-1]["prepared"].splitlines()


def test_who_is_disabled_loses_all_and_a_successor_gains(roomy):
    result = task(roomy, ["roomer03"], successor="roomer04", show_rooms=True)

    assert lines(result) == [
        'rooms of roomer03@example.org: "Contracts" (101): room_manager (direct) -> none',
        'rooms of roomer03@example.org: "Travel" (104): owner -> none',
        'rooms of roomer04@example.org: "Travel" (104): none -> owner',
    ]


def test_a_preview_tells_the_same(roomy):
    options = {"successor": "roomer04", "show_rooms": True}
    change(roomy, "roomer03", status="pending")

    previewed = task(roomy, ["roomer03", "user02"], True, **options)
    real = task(roomy, ["roomer03", "user02"], **options)

    assert previewed["rooms"] == real["rooms"]
    assert {row["user"]["email"] for row in real["rooms"]} == {
        "roomer03@example.org",
        "roomer04@example.org",
        "user02@example.org",
    }


def test_who_only_leaves_groups_keeps_the_rest(site):
    furnish(
        site,
        shared_room(12, "Contracts", OWNER, groups={ENGINEERING: 10}),
        shared_room(13, "Plans", OWNER, {"c0000000-0000-4000-8000-000000000005": 2}),
        shared_room(14, "Budget", OWNER, groups={FINANCE: 2}),
    )

    result = task(site, ["user05"], disable=False, show_rooms=True, new_manager="user01")

    assert lines(result) == [
        'rooms of user01@example.org: "Budget" (14): none -> viewer (by group Finance)',
        'rooms of user05@example.org: "Budget" (14): viewer (by group Finance) -> none',
        'rooms of user05@example.org: "Contracts" (12): editor (by group Engineering) -> none',
    ]


def test_what_it_costs(site):
    furnish(site, *(shared_room(each, f"Room {each}", OWNER, {BEN: 2}) for each in range(12, 30)))
    without = task(site, ["user12"], check_mode=True)["requests"]["read"]

    result = task(site, ["user12"], check_mode=True, show_rooms=True)

    # Active and archived rooms of this person and of everyone, and of no group.
    assert result["requests"]["read"] == without + 4
    assert result["rooms"] == []
