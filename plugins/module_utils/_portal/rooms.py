# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""The calls about rooms."""

from __future__ import annotations

import json
from collections.abc import Sequence

from .._base.errors import RequestError
from . import answers
from .api import Api
from .model.room import TYPE_NUMBERS, Room
from .paging import PAGE, Listing, Page
from .room_fields import ROOM_FIELDS, SETTING_FIELDS, is_room, parse_room

#: The order that is sent becomes the default of the key's owner, who sees it on the web pages.
_ORDER = {"sortBy": "AZ", "sortOrder": "ascending"}
#: The status of a room that somebody may not enter.
_CLOSED = 403
#: Which rooms a list has.
ACTIVE, ARCHIVED, ANY = "Active", "Archive", "Any"


class Rooms:
    """The rooms of a portal.

    Every method may raise :class:`RequestError`.
    """

    #: Whether rooms are to be read with their settings.
    with_settings = False

    def __init__(self, api: Api) -> None:
        self._api = api
        #: The ids of what was asked for, is there, and is closed to the owner of the credential.
        self.closed: set[str] = set()

    def find(self, room_id: str) -> Room | None:
        """The room with an id, and whether the owner of the credential may manage it.

        None where there is none that they may enter; :attr:`closed` tells which are there.
        """
        self.closed.discard(room_id)
        query = {"fields": f"{self._fields},security"}
        try:
            answer = self._api.find(("files", "rooms", room_id), query)
        except RequestError as error:
            # Who is not in is answered as by a fault of the portal, unlike whose key may not ask.
            if error.code == "server_error" and error.status == _CLOSED:
                self.closed.add(room_id)
                return None
            raise
        if answer is None:
            return None
        row = answer.response
        if answers.whole(row, "id") != int(room_id):  # the answer to another request
            raise answers.wrong_shape()
        # The ids of folders and templates are answered too.
        return parse_room(row) if is_room(row) else None

    def listing(
        self,
        area: str = ANY,
        title: str | None = None,
        room_type: str | None = None,
        tags: Sequence[str] = (),
        owner_id: str | None = None,
        person_id: str | None = None,
    ) -> Listing[Room]:
        """Rooms: all, or those to which everything given applies.

        :param area: the active ones, those in the archive, or both.
        :param title: words that must be in their titles.
        :param room_type: one of ``ROOM_TYPES``.
        :param tags: one of which they must have.
        :param person_id: somebody who owns them or has an entry of their own.
        """
        query = {"searchArea": area}
        if owner_id is not None:
            query["subjectOwnerId"] = owner_id
        if person_id is not None:
            query["subjectId"] = person_id
        if title is not None:
            query["filterValue"] = title
        if room_type is not None:
            query["type"] = str(TYPE_NUMBERS[room_type])
        if tags:
            query["tags"] = json.dumps(list(tags))
        return self._listing(**query)

    def owned(self, person_id: str) -> list[Room]:
        """The rooms of which somebody is the owner, the archived ones included."""
        return self._listing(subjectOwnerId=person_id, searchArea=ANY).all()

    def entered(self, subject_id: str, archived: bool = False) -> list[Room]:
        """The rooms that somebody owns or has an entry of their own in, or that a group has.

        Rooms that somebody is in by a group only are those of the group.

        :param archived: those in the archive instead of the active ones.
        """
        area = ARCHIVED if archived else ACTIVE
        return self._listing(subjectId=subject_id, searchArea=area).all()

    def give(self, room_ids: Sequence[str], person_id: str) -> dict[str, str]:
        """Make somebody the owner of rooms, one after the other until one is refused.

        The former owner stays as a room manager; an entry that the new one had is gone.

        :returns: whose each room is by the answer, as far as that tells, by the rooms' ids.
        """
        body = {"folderIds": [int(each) for each in room_ids], "userId": person_id}
        # With fields, the answer has no ids of rooms.
        answer = self._api.call("POST", ("files", "owner"), {}, body, repeatable=True)
        rows = answer.response if isinstance(answer.response, list) else []
        return {room.id: room.owner_id for room in map(parse_room, filter(is_room, rows))}

    @property
    def _fields(self) -> str:
        return SETTING_FIELDS if self.with_settings else ROOM_FIELDS

    def _listing(self, **query: str) -> Listing[Room]:
        fields = [*(f"folders.{field}" for field in self._fields.split(",")), "total"]
        query = {**query, **_ORDER, "fields": ",".join(fields)}

        def read(start: int) -> Page[Room]:
            answer = self._api.call(
                "GET", ("files", "rooms"), {**query, "count": PAGE, "startIndex": start}
            )
            found = answer.response
            # Without these two, somebody would seem to have no rooms.
            if not isinstance(found, dict) or not {"folders", "total"} <= found.keys():
                raise answers.wrong_shape()
            rooms = [parse_room(row) for row in answers.items(found, "folders")]
            return Page(start, rooms, answers.number(found, "total"))

        return Listing("rooms", self._api.in_parallel, read)
