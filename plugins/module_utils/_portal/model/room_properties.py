# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""The properties of a room that a task may name, and why they cannot be set."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Callable

from ..._base.properties import Property
from ..._base.quotas import DEFAULT_QUOTA
from .room import TYPE_NUMBERS, Room, RoomSettings
from .room_values import read_lifetime, read_watermark, write_lifetime, write_watermark

#: What is a mapping, and empty where there is none.
_WHOLE = {"lifetime": write_lifetime, "watermark": write_watermark}


def settings_of(room: Room) -> RoomSettings:
    """What a room has beside its title; empty where it was not read."""
    return room.settings or RoomSettings()


def _of_settings(attribute: str) -> Callable[[Room], Any]:
    return lambda room: getattr(settings_of(room), attribute)


def read_quota(room: Room) -> int | None:
    """The quota of a room as it is sent; None where quotas of rooms are off."""
    settings = settings_of(room)
    if settings.quota is None:
        return None
    return settings.quota if settings.has_own_quota else DEFAULT_QUOTA


def _type_obstacle(room: Room, _desired: str) -> str | None:
    return "the type of a room cannot be changed once it is created" if room.id else None


def _quota_obstacle(room: Room, _desired: int) -> str | None:
    is_off = settings_of(room).quota is None
    return "quotas of rooms are switched off on this portal" if is_off else None


def _same_quota(current: int | None, desired: int) -> bool:
    # Where there are no quotas, no room has another one than the others.
    return current == desired or (current is None and desired < 0)


def _same_color(current: str, desired: str) -> bool:
    return current.lower() == desired.lower()


#: In the order in which they are shown. No lifetime and no watermark are empty mappings.
ROOM_PROPERTIES: tuple[Property[Room], ...] = (
    Property("title", "title", read=lambda room: room.title),
    Property(
        "room_type",
        "roomType",
        read=lambda room: room.type,
        encode=TYPE_NUMBERS.__getitem__,
        obstacle=_type_obstacle,
    ),
    Property("indexing", "indexing", read=_of_settings("indexing"), encode=bool),
    Property("deny_download", "denyDownload", read=_of_settings("deny_download"), encode=bool),
    Property(
        "quota", "quota", read=read_quota, same=_same_quota, encode=int, obstacle=_quota_obstacle
    ),
    Property(
        "lifetime",
        "lifetime",
        read=lambda room: read_lifetime(settings_of(room).lifetime) or {},
        encode=write_lifetime,
    ),
    Property(
        "watermark",
        "watermark",
        read=lambda room: read_watermark(settings_of(room).watermark) or {},
        encode=write_watermark,
    ),
    Property("color", "color", read=_of_settings("color"), same=_same_color),
    Property("cover", "cover", read=_of_settings("cover")),
)


def with_values(room: Room, values: Mapping[str, Any]) -> Room:
    """A room that has other properties.

    :param values: by option.
    """
    plain = {key: values[key] for key in values if key not in (*_WHOLE, "title", "room_type")}
    quota = plain.pop("quota", None)
    if quota == DEFAULT_QUOTA:  # what that is, is not known here
        plain["has_own_quota"] = False
    elif quota is not None:
        plain.update(quota=quota, has_own_quota=True)
    for option, write in _WHOLE.items():
        if option in values:
            sent = write(values[option])
            plain[option] = sent if sent.pop("enabled") else None
    return replace(
        room,
        title=values.get("title", room.title),
        type=values.get("room_type", room.type),
        settings=replace(settings_of(room), **plain),
    )
