# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What `room` sends, and what it tells."""

from __future__ import annotations

import json

from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.room.tasks import (
    ENGINEERING,
    LIFETIME,
    OLD,
    PLANS,
    REMY,
    RITA,
    USER,
    WATERMARK,
    sent,
    stored,
    task,
)


def test_a_lifetime_is_sent_whole_and_only_where_it_differs(rooms):
    task(rooms, PLANS, lifetime=LIFETIME, indexing=True)
    task(rooms, PLANS, lifetime={"period": "month", "value": 3})

    assert sent(rooms) == [
        {"indexing": True},
        {"lifetime": {"enabled": True, "period": 1, "value": 3, "deletePermanently": False}},
    ]


def test_nothing_is_switched_off_in_a_creation(rooms):
    task(rooms, "New", room_type="custom", no_lifetime=True, no_watermark=True, no_cover=True)
    task(rooms, PLANS, no_lifetime=True, no_watermark=True)

    assert sent(rooms) == [
        {"title": "New", "roomType": 5},
        {"lifetime": {"enabled": False}},
    ]


def test_a_watermark_is_sent_whole(rooms):
    result = task(rooms, PLANS, watermark=WATERMARK)

    (body,) = sent(rooms)
    assert body == {
        "watermark": {
            "enabled": True,
            "text": "Secret",
            "additions": 1,
            "rotate": -45,
            "imageScale": 0,
            "imageWidth": 0,
            "imageHeight": 0,
        }
    }
    assert result["room"]["watermark"]["additions"] == ["user_name"]
    assert not task(rooms, PLANS, watermark=WATERMARK)["changed"]
    assert task(rooms, PLANS, no_watermark=True)["room"]["watermark"] is None


def test_tags_are_added_and_removed_by_calls_of_their_own(rooms):
    result = task(rooms, PLANS, tags={"add": ["beta", "gamma"], "remove": ["alpha", "never"]})

    assert sent(rooms) == [{"names": ["gamma"]}, {"names": ["alpha"]}]
    assert result["room"]["tags"] == ["beta", "gamma"]
    assert task(rooms, PLANS, tags={"exact": []})["room"]["tags"] == []


def test_a_room_that_is_renamed_already(rooms):
    assert task(rooms, "Plans", title="Style")["changes"] == ["title"]
    again = task(rooms, "Plans", title="Style")

    assert not again["changed"]
    assert again["room"]["title"] == "Style"


def test_a_difference_tells_what_becomes_of_former_and_new_owner(rooms):
    found = task(rooms, PLANS, check_mode=True, owner="roomer02")

    before, after = found["diff"]["before"], found["diff"]["after"]
    assert '"admin@example.org (Olga Owner): owner"' in before
    assert '"roomer02@example.org (Remy Roomer02): viewer (direct)"' in before
    assert '"admin@example.org (Olga Owner): room_manager (direct)"' in after
    assert '"roomer02@example.org (Remy Roomer02): owner"' in after
    assert found["warnings"] == [
        'admin@example.org (Olga Owner) stays in the room "Plans" as room_manager, as the portal'
        " leaves every former owner."
    ]

    task(rooms, PLANS, owner="roomer02")
    entries = {
        each.get("user") or each.get("group"): each["access"]
        for each in stored(rooms, PLANS)["shares"]
    }
    assert REMY not in entries
    assert entries[RITA] == 9
    assert entries[ENGINEERING] == 10
    assert 9 in entries.values()
    assert USER not in entries


def test_a_difference_of_a_deletion_tells_what_is_destroyed(rooms):
    found = task(rooms, PLANS, check_mode=True, state="absent", allow_delete=True)

    assert 'content: "1 file and 2 folders"' in found["diff"]["before"]
    assert found["diff"]["after"] == ""
    assert found["destroyed"] == {"files": 1, "folders": 2}

    real = task(rooms, PLANS, state="absent", allow_delete=True)
    assert real["changes"] == ["archived", "deleted"]
    assert stored(rooms, PLANS) is None


def test_a_room_from_a_template_gets_what_the_template_has_and_the_task_says(rooms):
    result = task(rooms, "New", template="Template", lifetime=LIFETIME, tags={"add": ["x"]})

    (body,) = sent(rooms)
    assert body["title"] == "New"
    assert "roomType" not in body
    assert body["tags"] == ["x"]
    assert result["room"]["deny_download"]
    assert result["room"]["lifetime"] == LIFETIME
    assert stored(rooms, "New")["settings"]["tags"] == ["x"]
    assert not task(rooms, "New", template="Template")["changed"]


def test_what_a_template_has_can_be_otherwise(rooms):
    assert not task(rooms, "New", template="Template", deny_download=False)["room"]["deny_download"]


def test_quotas_where_they_are_on(rooms):
    rooms.state["portal"] |= {"room_quota_enabled": True, "room_quota_default": 5000}
    rooms.__post_init__()

    assert task(rooms, PLANS, quota="9000")["room"]["quota"] == 9000
    assert not task(rooms, PLANS, quota="9000")["changed"]
    assert task(rooms, PLANS, quota="none")["room"]["quota"] == -1
    assert task(rooms, PLANS, quota="default")["room"]["quota"] == 5000
    new = task(rooms, "New", room_type="custom", quota="7000")
    assert (new["room"]["quota"], new["room"]["own_quota"]) == (7000, True)


def test_what_cannot_be_changed_is_told_and_not_pretended(rooms):
    result = task(rooms, PLANS, room_type="public", quota="5000", indexing=True)

    assert result["changes"] == ["indexing"]
    assert [each["option"] for each in result["unchangeable"]] == ["room_type", "quota"]
    assert len(result["warnings"]) == 2
    assert json.dumps(sent(rooms)) == '[{"indexing": true}]'


def test_a_room_in_the_archive_is_deleted_and_gone(rooms):
    result = task(rooms, OLD, state="absent")

    assert result["room"]["title"] == "Old plans"
    assert result["destroyed"] == {"files": 1, "folders": 0}
    assert task(rooms, "Old plans", state="absent")["room"] is None
