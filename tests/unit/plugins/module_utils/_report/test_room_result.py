# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""How rooms look in results."""

from __future__ import annotations

import dataclasses

from ansible_collections.onlyoffice.docspace.plugins.module_utils._portal.model.person import Person
from ansible_collections.onlyoffice.docspace.plugins.module_utils._portal.model.room import (
    Room,
    RoomSettings,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._portal.model.room_values import (
    write_lifetime,
    write_watermark,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._report.rooms import (
    room_result,
    rooms_result,
)

EVA = Person("e" * 8, "Eva", "eva@example.org", "eva", "active", type="room_admin")
LIFETIME = {"period": 1, "value": 3, "deletePermanently": True}
WATERMARK = {
    "additions": 5,
    "text": "Secret",
    "rotate": -45,
    "imageScale": 0,
    "imageWidth": 0,
    "imageHeight": 0,
}
SETTINGS = RoomSettings(
    indexing=True, quota=-1, has_own_quota=True, lifetime=LIFETIME, watermark=WATERMARK
)
ROOM = Room("7", "Plans", EVA.id, type="custom", tags=("b", "a"), settings=SETTINGS)


def test_a_room_with_its_settings_as_options_have_them() -> None:
    found = room_result(ROOM, EVA)

    assert found["owner"]["email"] == "eva@example.org"
    assert found["tags"] == ["a", "b"]
    assert (found["quota"], found["own_quota"]) == (-1, True)
    assert found["lifetime"] == {"period": "month", "value": 3, "delete_permanently": True}
    assert found["watermark"]["additions"] == ["user_name", "user_ip_address"]
    assert found["watermark"]["image_url"] == ""


def test_what_was_read_can_be_sent_again() -> None:
    found = room_result(ROOM, EVA)

    assert write_lifetime(found["lifetime"]) == {**LIFETIME, "enabled": True}
    assert write_watermark(found["watermark"]) == {**WATERMARK, "enabled": True}
    assert write_lifetime(None) == write_watermark(None) == {"enabled": False}


def test_what_is_not_known_is_left_out_or_empty() -> None:
    found = room_result(dataclasses.replace(ROOM, id="", settings=None))

    assert found["id"] is None
    assert found["owner"] == {"id": EVA.id, "display_name": "", "email": "", "status": "unknown"}
    assert "lifetime" not in found


def test_rooms_by_title_then_by_id() -> None:
    rooms = [Room("10", "b", EVA.id), Room("9", "B", EVA.id), Room("11", "a", EVA.id)]

    found = rooms_result(rooms, {EVA.id: EVA})

    assert [each["id"] for each in found] == ["11", "9", "10"]
    assert found[0]["owner"]["display_name"] == "Eva"
