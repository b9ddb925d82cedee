# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What `room` refuses before its first write."""

from __future__ import annotations

from typing import Any

import pytest

from ansible_collections.onlyoffice.docspace.plugins.modules import room as module
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.room.tasks import (
    AGENT,
    OLD,
    PLANS,
    RITAS,
    RITAS_OLD,
    failed,
    task,
    writes,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.simulated import validator

#: The room, the options, the code and words of the message.
REFUSED: dict[str, tuple[Any, dict[str, Any], str, str]] = {
    "unknown title": ("Nosuch", {}, "room_not_found", "say its room_type"),
    "similar title": ("Plan", {"title": "X"}, "room_not_found", 'Did you mean "Plans"'),
    "unknown id": (99999, {"room_type": "custom"}, "room_not_found", "99999"),
    "unknown, to archive": ("Nosuch", {"state": "archived"}, "room_not_found", "Nosuch"),
    "twins": ("Twin", {}, "room_ambiguous", "304, 305 (archived)"),
    "twins, to delete": ("Twin", {"state": "absent"}, "room_ambiguous", "304"),
    "title of another": (PLANS, {"title": "Rita's"}, "room_title_taken", "302"),
    "title of one in the archive": (
        "Plans",
        {"title": "Old plans"},
        "room_title_taken",
        "in the archive",
    ),
    "a title that would change": (
        PLANS,
        {"title": "Plans: 2026"},
        "invalid_option",
        "Plans_ 2026",
    ),
    "a room that would be called otherwise": (
        "A/B",
        {"room_type": "custom"},
        "invalid_option",
        "A_B",
    ),
    "an unknown owner": (PLANS, {"owner": "nobody@example.org"}, "unusable_owner", "is nobody"),
    "an owner who cannot": (PLANS, {"owner": "user04"}, "unusable_owner", "cannot own rooms"),
    "a pending owner": (PLANS, {"owner": "pending01@example.org"}, "unusable_owner", "accepted"),
    "an owner of a new room": (
        "New",
        {"owner": "user04", "room_type": "custom"},
        "unusable_owner",
        "cannot own rooms",
    ),
    "no such picture": (PLANS, {"cover": "ancor"}, "invalid_option", 'Did you mean "anchor"'),
    "a color": (PLANS, {"color": "#FF0000"}, "invalid_option", "six hexadecimal digits"),
    "a lifetime": (
        PLANS,
        {"lifetime": {"period": "day", "value": 1000}},
        "invalid_option",
        "from 1 to 999",
    ),
    "a quota": (PLANS, {"quota": "5GB"}, "invalid_option", "number of bytes"),
    "a tag twice": (
        PLANS,
        {"tags": {"add": ["x"], "remove": ["x"]}},
        "invalid_option",
        "added and removed",
    ),
    "active": (PLANS, {"state": "absent"}, "room_active", "1 file and 2 folders"),
    "archived": (OLD, {"indexing": True, "state": "archived"}, "room_archived", "indexing"),
    "archived owner": (OLD, {"owner": "roomer01", "state": "archived"}, "room_archived", "owner"),
    "agents": (AGENT, {"state": "archived"}, "unchangeable", "agents"),
    "no template": ("New", {"template": "Nosuch"}, "room_not_found", "no template"),
    "a room as a template": ("New", {"template": str(PLANS)}, "room_not_found", "no template"),
    "a template of another type": (
        "New",
        {"template": "Template", "room_type": "public"},
        "invalid_option",
        "of the type custom",
    ),
    "title by an administrator": (
        RITAS,
        {"title": "X", "key": "admin key"},
        "forbidden",
        "Administrators who are not in a room",
    ),
    "settings of an archived one by an administrator": (
        RITAS_OLD,
        {"indexing": True, "key": "admin key"},
        "forbidden",
        "indexing",
    ),
    "owner by a manager": (
        PLANS,
        {"owner": "roomer02", "key": "roomer1 key"},
        "forbidden",
        "owner",
    ),
    "archive by a manager": (PLANS, {"state": "archived", "key": "roomer1 key"}, "forbidden", ""),
    "tags by a viewer": (PLANS, {"tags": {"add": ["x"]}, "key": "roomer2 key"}, "forbidden", ""),
    "delete by a manager": (
        PLANS,
        {"state": "absent", "allow_delete": True, "key": "roomer1 key"},
        "forbidden",
        "",
    ),
    "create by a user": ("New", {"room_type": "custom", "key": "user2 key"}, "forbidden", "none"),
}


@pytest.mark.parametrize("case", REFUSED)
@pytest.mark.parametrize("check_mode", [False, True])
def test_refused_before_the_first_write(rooms, case, check_mode):
    room, options, code, words = REFUSED[case]

    found = failed(rooms, room, check_mode=check_mode, **options)

    assert found["failure"]["code"] == code
    assert words in found["msg"]
    assert not found["changed"]
    assert writes(rooms) == []


def test_all_reasons_in_one_message(rooms):
    found = failed(rooms, RITAS, key="admin key", title="Plans", indexing=True, owner="user04")

    codes = [each["code"] for each in found["failure"].get("problems", [found["failure"]])]
    assert codes == ["unusable_owner", "room_title_taken", "forbidden"] or len(codes) > 1
    assert writes(rooms) == []


def test_a_room_manager_may_change_settings(rooms):
    assert task(rooms, PLANS, key="roomer1 key", indexing=True)["changes"] == ["indexing"]


@pytest.mark.parametrize(
    ("options", "scope"),
    [
        ({"state": "archived"}, "files:read"),
        ({"owner": "b0000000-0000-4000-8000-000000000011"}, "files:write"),
    ],
)
def test_a_key_that_lacks_a_scope_is_refused_before_the_first_write(rooms, options, scope):
    found = failed(rooms, PLANS, key="owner rooms:write key", **options)

    assert found["failure"]["code"] == "missing_scope"
    assert scope in found["msg"]
    assert writes(rooms) == []


def test_a_preview_warns_of_a_key_that_lacks_a_scope(rooms):
    found = task(rooms, PLANS, check_mode=True, key="owner rooms:write key", state="archived")

    assert "files:read" in found["warnings"][0]
    assert task(rooms, PLANS, key="owner rooms:write key", indexing=True)["changed"]
    found = task(rooms, PLANS, check_mode=True, key="owner rooms:read key", indexing=False)
    assert "rooms:write" in found["warnings"][0]


def test_a_key_for_rooms_creates_one(rooms):
    made = task(rooms, "New", key="owner rooms:write key", room_type="custom", quota="9")

    assert made["changes"] == ["created"]
    assert [each["option"] for each in made["unchangeable"]] == ["quota"]
    assert "switched off" in made["warnings"][0]


@pytest.mark.parametrize(
    "options",
    [
        {"lifetime": {"period": "day", "value": 1}, "no_lifetime": True},
        {"watermark": {"text": "x"}, "no_watermark": True},
        {"watermark": {"rotate": 45}},
        {"cover": "anchor", "no_cover": True},
        {"tags": {"exact": ["x"], "add": ["y"]}},
        {"tags": {}},
        {"room_type": "folder"},
    ],
)
def test_options_that_do_not_go_together(options):
    given = {"base_url": "http://x.example", "api_key": "k", "room": "Plans", **options}

    assert validator(module).validate(given).error_messages
