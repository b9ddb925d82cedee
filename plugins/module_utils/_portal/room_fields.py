# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""What of a room is asked for, and how a row of rooms is read."""

from __future__ import annotations

from typing import Any

from . import answers
from .model.room import ROOM_TYPES, Room, RoomSettings

ROOM_FIELDS = "id,title,createdBy.id,rootFolderType,roomType,tags,shared,sharedExternal,access"
#: More bytes, and only for those who compare settings or show them.
SETTING_FIELDS = (
    f"{ROOM_FIELDS},createdBy.displayName,indexing,denyDownload,quotaLimit,isCustomQuota,lifetime"
    ",watermark,logo,filesCount,foldersCount"
)
#: Where active rooms are, archived ones, and templates.
ACTIVE_AREA, ARCHIVE_AREA, TEMPLATES_AREA = 14, 20, 30


def is_room(row: Any, *areas: int) -> bool:
    """Whether a row is a room, and no folder, section or template.

    :param areas: where it must be instead of among the active and archived rooms.
    """
    if not isinstance(row, dict) or "roomType" not in row:
        return False
    return row.get("rootFolderType") in (areas or (ACTIVE_AREA, ARCHIVE_AREA))


def parse_room(row: Any) -> Room:
    """A row of rooms.

    :raises RequestError: if it does not have the form of the API.
    """
    title = answers.text(row, "title")
    owner = row.get("createdBy")
    number = answers.number(row, "roomType")
    return Room(
        id=str(answers.whole(row, "id")),
        title=title,
        owner_id=answers.guid(owner) if owner else "",
        archived=row.get("rootFolderType") == ARCHIVE_AREA,
        type=ROOM_TYPES.get(number, str(number)),
        tags=tuple(sorted(map(str, answers.items(row, "tags")))),
        may_manage=_may(row, "EditAccess"),
        has_links=bool(row.get("shared")),
        has_open_links=bool(row.get("sharedExternal")),
        settings=_parse_settings(row) if "denyDownload" in row else None,
        owner_name=answers.text(owner, "displayName") if owner else "",
        files=_count(row, "filesCount"),
        folders=_count(row, "foldersCount"),
        may_move=_may(row, "Move"),
        may_give=_may(row, "ChangeOwner"),
        may_delete=_may(row, "Delete"),
        level=answers.number(row, "access") if "access" in row else None,
    )


def _count(row: Any, key: str) -> int:
    value = row.get(key)
    return value if isinstance(value, int) and value > 0 else 0


def _may(row: Any, right: str) -> bool | None:
    security = row.get("security")
    return bool(security.get(right)) if isinstance(security, dict) else None


def _parse_settings(row: Any) -> RoomSettings:
    quota = row.get("quotaLimit")
    logo = row.get("logo") or {}
    return RoomSettings(
        indexing=bool(row.get("indexing")),
        deny_download=bool(row.get("denyDownload")),
        quota=quota if isinstance(quota, int) else None,
        has_own_quota=bool(row.get("isCustomQuota")),
        lifetime=answers.mapping(row, "lifetime"),
        watermark=answers.mapping(row, "watermark"),
        color=answers.text(logo, "color"),
        cover=answers.text(logo.get("cover") or {}, "id"),
    )
