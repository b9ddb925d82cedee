# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""How rooms look in results."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from .._portal.model.person import Person
from .._portal.model.room import Room, RoomSettings
from .._portal.model.room_values import read_lifetime, read_watermark
from .people import person_result


def room_result(room: Room, owner: Person | None = None) -> dict[str, Any]:
    """A room in a result: with its settings, if it was read with them.

    :param owner: of the room, if more is known than the id.
    """
    return {
        "id": room.id or None,  # check mode cannot know it of a new room
        "title": room.title,
        "room_type": room.type,
        "owner": _owner_result(room, owner),
        "tags": sorted(room.tags),
        "archived": room.archived,
        **(_settings_result(room.settings) if room.settings else {}),
    }


def rooms_result(rooms: Iterable[Room], owners: Mapping[str, Person]) -> list[dict[str, Any]]:
    """Rooms in a result: by title, then by id.

    :param owners: people by their ids, as far as they are known.
    """
    return [room_result(room, owners.get(room.owner_id)) for room in in_room_order(rooms)]


def in_room_order(rooms: Iterable[Room]) -> list[Room]:
    """Rooms by title, then by id."""
    return sorted(rooms, key=lambda room: (room.title.lower(), int(room.id or 0)))


def _owner_result(room: Room, owner: Person | None) -> dict[str, Any] | None:
    if owner:
        return person_result(owner)
    if not room.owner_id:
        return None
    return person_result(Person(room.owner_id, room.owner_name, "", "", "unknown"))


def _settings_result(settings: RoomSettings) -> dict[str, Any]:
    return {
        "indexing": settings.indexing,
        "deny_download": settings.deny_download,
        "quota": settings.quota,
        "own_quota": settings.has_own_quota,
        "lifetime": read_lifetime(settings.lifetime),
        "watermark": read_watermark(settings.watermark),
        "color": settings.color,
        "cover": settings.cover,
    }
