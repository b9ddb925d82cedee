# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""`show_rooms` of `groups`: many groups in one plan, and what it costs to know."""

from __future__ import annotations

from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.groups.tasks import (
    DESIGN,
    ENGINEERING,
    LEGAL,
    USER,
    task,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.rooms import furnish, shared_room

OWNER = "66faa6e4-f133-11ea-b126-00ffeec8b4ef"
MANY = "20000000-0000-4000-8000-{:012}"
EDITOR, VIEWER = 10, 2


def lines(result):
    return result["diff"][-1]["prepared"].splitlines()


def test_a_deleted_group_closes_rooms_to_its_members(site):
    furnish(
        site,
        shared_room(12, "Contracts", OWNER, groups={LEGAL: EDITOR}),
        shared_room(13, "Plans", OWNER, {USER.format(8): VIEWER}, {LEGAL: EDITOR}),
    )

    result = task(site, {"name": "Legal", "state": "absent"}, show_rooms=True)

    assert lines(result) == [
        f"rooms of user{number}@example.org: {room}: editor (by group Legal) -> none"
        for number, room in [
            ("07", '"Contracts" (12)'),
            ("07", '"Plans" (13)'),
            ("08", '"Contracts" (12)'),
            ("09", '"Contracts" (12)'),
            ("09", '"Plans" (13)'),
        ]
    ]


def test_who_moves_to_another_group_may_keep_a_room(site):
    furnish(
        site,
        shared_room(12, "Contracts", OWNER, groups={LEGAL: EDITOR, ENGINEERING: EDITOR}),
        shared_room(13, "Plans", OWNER, groups={LEGAL: VIEWER, ENGINEERING: EDITOR}),
    )

    result = task(
        site,
        {"name": "Engineering", "remove": ["user04"]},
        {"name": "Legal", "add": ["user04"]},
        show_rooms=True,
    )

    assert lines(result) == [
        'rooms of user04@example.org: "Plans" (13): editor (by group Engineering) ->'
        " viewer (by group Legal)"
    ]


def test_a_new_manager_joins_and_a_new_group_is_in_no_room(site):
    furnish(site, shared_room(12, "Contracts", OWNER, groups={DESIGN: EDITOR}))

    result = task(
        site,
        {"name": "Design", "manager": "user12"},
        {"name": "Brand new", "exact": ["user11"]},
        show_rooms=True,
    )

    assert lines(result) == [
        'rooms of user12@example.org: "Contracts" (12): none -> editor (by group Design)'
    ]


def test_people_to_come_gain_rooms_in_a_preview(site):
    furnish(site, shared_room(12, "Contracts", OWNER, groups={DESIGN: EDITOR}))
    coming = {
        "id": None,
        "display_name": "new@example.org",
        "email": "new@example.org",
        "status": "pending",
        "type": "user",
    }

    result = task(
        site,
        {"name": "Design", "add": ["new@example.org"]},
        preview_users=[coming],
        check_mode=True,
        show_rooms=True,
    )

    assert lines(result) == [
        'rooms of new@example.org (pending): "Contracts" (12): none -> editor (by group Design)'
    ]
    assert result["rooms"][0]["user"]["id"] is None


def test_many_groups_read_all_rooms_where_that_is_fewer_requests(many):
    rooms = [
        shared_room(1000 + each, f"Room {each:03}", OWNER, groups={MANY.format(each): EDITOR})
        for each in range(120)
    ]
    furnish(many, *rooms)
    entries = [{"name": f"Group {each:03}", "exact": []} for each in range(100)]

    result = task(many, *entries, show_rooms=True, parallel=4)

    assert len(result["rooms"]) == 100 * 50
    unasked = 2 + 100 * 1
    assert result["requests"]["read"] - 2 - 120 - 21 <= unasked
    # Two pages of rooms, and one of entries for each; nothing by groups.
    of_rooms = [line for line in many.log() if "files/rooms" in line]
    assert len(of_rooms) == 2 + 120
    many.portal.reset_log()
    assert task(many, *entries, show_rooms=True, parallel=4)["requests"]["write"] == 0
    assert not [line for line in many.log() if "files" in line]


def test_few_groups_read_only_the_rooms_that_they_are_in(many):
    rooms = [
        shared_room(1000 + each, f"Room {each:03}", OWNER, groups={MANY.format(each): EDITOR})
        for each in range(120)
    ]
    furnish(many, *rooms)
    entries = [{"name": f"Group {each:03}", "exact": []} for each in range(5)]

    result = task(many, *entries, show_rooms=True, parallel=4)

    assert len(result["rooms"]) == 5 * 50
    of_rooms = [line for line in many.log() if "files/rooms" in line]
    # A page of rooms tells how many there are; active and archived rooms of each; their entries.
    assert len(of_rooms) == 1 + 5 * 2 + 5
