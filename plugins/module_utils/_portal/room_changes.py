# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""The calls that make, change, move and delete rooms."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from . import answers
from .api import Api
from .model.operation import Operation
from .model.room import Room
from .room_fields import SETTING_FIELDS, is_room, parse_room

#: An operation of which the finished entry is deleted is never seen to end.
_MOVE = {"deleteAfter": False}


class RoomChanges:
    """What is done to rooms. Those that change one return it as their answer shows it, or None.

    Every method may raise :class:`RequestError`.
    """

    def __init__(self, api: Api) -> None:
        self._api = api

    def create(self, properties: Mapping[str, Any]) -> Room | None:
        """Create a room. Doing it again creates another one.

        :param properties: by their names in the API, and ``tags``.
        """
        return self._write("POST", (), dict(properties))

    def change(
        self, room_id: str, properties: Mapping[str, Any], repeatable: bool = True
    ) -> Room | None:
        """Change properties; one that is refused refuses all of them.

        :param properties: by their names in the API.
        :param repeatable: whether sending it twice is the same as once. It is not for a lifetime,
            whose time begins again.
        """
        return self._write("PUT", (room_id,), dict(properties), repeatable)

    # Adding tags, or removing them, twice is the same as once.

    def add_tags(self, room_id: str, tags: Sequence[str]) -> Room | None:
        """Give a room tags, also such as no room has."""
        return self._write("PUT", (room_id, "tags"), {"names": list(tags)}, repeatable=True)

    def remove_tags(self, room_id: str, tags: Sequence[str]) -> Room | None:
        """Take tags from a room."""
        return self._write("DELETE", (room_id, "tags"), {"names": list(tags)}, repeatable=True)

    # What follows only begins; each returns the id of the operation if the answer has one.

    def archive(self, room_id: str) -> str | None:
        """Move a room into the archive."""
        return self._start("PUT", (room_id, "archive"))

    def unarchive(self, room_id: str) -> str | None:
        """Bring a room back from the archive."""
        return self._start("PUT", (room_id, "unarchive"))

    def delete(self, room_id: str) -> str | None:
        """Delete a room with all that is in it, whether or not it is in the archive."""
        return self._start("DELETE", (room_id,))

    def operations(self) -> list[Operation]:
        """The operations of the credential's owner, those that are over for the last time."""
        query = {"fields": "id,progress,error,finished"}
        answer = self._api.call("GET", ("files", "fileops"), query)
        return [self._operation(row) for row in answers.rows(answer)]

    def covers(self) -> list[str]:
        """The ids of the pictures that a room may have."""
        query = {"fields": "id"}
        answer = self._api.call("GET", ("files", "rooms", "covers"), query)
        return [answers.text(row, "id") for row in answers.rows(answer)]

    def _write(
        self, method: str, route: Sequence[str], body: dict[str, Any], repeatable: bool = False
    ) -> Room | None:
        path = ("files", "rooms", *route)
        row = self._api.call(method, path, {"fields": SETTING_FIELDS}, body, repeatable).response
        room = parse_room(row) if is_room(row) else None
        # An answer about another room is that to another request.
        return None if room and route and room.id != route[0] else room

    def _start(self, method: str, route: Sequence[str]) -> str | None:
        # Another one would only wait for the first.
        answer = self._api.call(method, ("files", "rooms", *route), {}, _MOVE)
        return answers.text(answer.response, "id") if isinstance(answer.response, dict) else None

    def _operation(self, row: Any) -> Operation:
        is_completed = row.get("finished") if isinstance(row, dict) else None
        if not isinstance(is_completed, bool):  # or it would be waited for
            raise answers.wrong_shape()
        error = answers.text(row, "error")
        return Operation(
            answers.text(row, "id"),
            answers.number(row, "progress"),
            is_completed,
            self._api.quotable(error) if error else "",
        )
