# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""The calls about rooms."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from . import answers
from .api import Api
from .model.room import Entry, Room
from .paging import PAGE, Listing, Page

# Leaf properties only: whole objects overflow the server's serializer.
_FIELDS = "id,title,createdBy.id,rootFolderType"
_LIST_FIELDS = ",".join([*(f"folders.{field}" for field in _FIELDS.split(",")), "total"])
_ENTRY_FIELDS = "access,isOwner,sharedToUser.id,sharedToGroup.id"
#: Where archived rooms are.
_ARCHIVE = 20
#: The order that is sent becomes the default of the key's owner, who sees it on the web pages.
_ORDER = {"sortBy": "AZ", "sortOrder": "ascending"}


class Rooms:
    """The rooms of a portal.

    Every method may raise :class:`RequestError`.
    """

    def __init__(self, api: Api) -> None:
        self._api = api

    def find(self, room_id: str) -> Room | None:
        """The room with an id."""
        answer = self._api.find(("files", "rooms", room_id), {"fields": _FIELDS})
        return _parse_room(answer.response) if answer else None

    def owned(self, person_id: str) -> list[Room]:
        """The rooms of which somebody is the owner, the archived ones included."""
        return self._listing(subjectOwnerId=person_id, searchArea="Any").all()

    def entered(self, person_id: str, archived: bool = False) -> list[Room]:
        """The rooms that somebody owns or has an entry of their own in, not only by a group.

        :param archived: those in the archive instead of the active ones.
        """
        area = "Archive" if archived else "Active"
        return self._listing(subjectId=person_id, searchArea=area).all()

    def entries(self, room_id: str) -> list[Entry]:
        """Who may enter a room by an entry of their own, and which groups may."""
        query = {"fields": _ENTRY_FIELDS}
        path = ("files", "rooms", room_id, "share")
        return self._api.listing("people in a room", path, query, _parse_entry).all()

    def give(self, room_ids: Sequence[str], person_id: str) -> None:
        """Make somebody the owner of rooms, one after the other until one is refused.

        The former owner stays as a room manager; an entry that the new one had is gone.
        """
        body = {"folderIds": [int(each) for each in room_ids], "userId": person_id}
        self._api.call("POST", ("files", "owner"), {}, body, repeatable=True)

    def set_levels(self, room_id: str, levels: Mapping[str, int]) -> None:
        """Give people and groups a level in a room; those at 0 are put out.

        Ids that mean nobody leave an entry behind that no list shows: only for ids that were read.
        """
        invitations = [{"id": each, "access": level} for each, level in levels.items()]
        body = {"invitations": invitations, "notify": False}
        path = ("files", "rooms", room_id, "share")
        self._api.call("PUT", path, {"fields": "error"}, body, repeatable=True)

    def _listing(self, **query: str) -> Listing[Room]:
        query = {**query, **_ORDER, "fields": _LIST_FIELDS}

        def read(start: int) -> Page[Room]:
            answer = self._api.call(
                "GET", ("files", "rooms"), {**query, "count": PAGE, "startIndex": start}
            )
            found = answer.response
            # Without these two, somebody would seem to have no rooms.
            if not isinstance(found, dict) or not {"folders", "total"} <= found.keys():
                raise answers.wrong_shape()
            rooms = [_parse_room(row) for row in answers.items(found, "folders")]
            return Page(start, rooms, answers.number(found, "total"))

        return Listing("rooms", self._api.in_parallel, read)


def _parse_room(row: Any) -> Room:
    title = answers.text(row, "title")
    owner = row.get("createdBy")
    return Room(
        id=str(answers.whole(row, "id")),
        title=title,
        owner_id=answers.guid(owner) if owner else "",
        archived=row.get("rootFolderType") == _ARCHIVE,
    )


def _parse_entry(row: Any) -> Entry:
    if not isinstance(row, dict):
        raise answers.wrong_shape()
    level = answers.number(row, "access")
    group = row.get("sharedToGroup")
    return Entry(
        id=answers.guid(group or row.get("sharedToUser")),
        level=level,
        is_group=bool(group),
        is_owner=bool(row.get("isOwner")),
    )
