# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""The calls about the history of a room."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .._base.moments import in_utc
from . import answers
from .api import Api
from .model.room_event import RoomEvent
from .paging import PAGE, READINGS


class RoomHistory:
    """What was done with rooms: whoever is in one may read it, and administrators."""

    def __init__(self, api: Api) -> None:
        self._api = api

    def events(self, room_id: str) -> list[RoomEvent] | None:
        """All of it, the oldest first; None if it is not known to be all, as it changes too fast.

        It takes a request for each 100 events, one after the other. The key needs the scope
        ``files:read``, which ``rooms:read`` is not.

        :raises RequestError: when there is no usable answer, also if it is not shown.
        """
        for _reading in range(READINGS):
            events, total = self._read(room_id)
            # What is written meanwhile comes first, and moves the others down: they come twice.
            if len(events) >= total:
                return [events[id] for id in sorted(events)]
        return None

    def _read(self, room_id: str) -> tuple[dict[int, RoomEvent], int]:
        """By their ids, and how many there were at the beginning."""
        events: dict[int, RoomEvent] = {}
        start, first, total = 0, None, 1
        while start < total:
            query = {"count": PAGE, "startIndex": start}
            answer = self._api.call("GET", ("files", "folder", room_id, "log"), query)
            total = answers.total(answer)
            first = total if first is None else first
            for row in answers.rows(answer):
                events.update((event.id, event) for event in _parse(row))
            start += PAGE
        return events, first or 0


def _parse(row: Any) -> Iterator[RoomEvent]:
    """A row, and those that it carries: what one person did more than once in a short time."""
    for each in (row, *answers.items(row, "related")):
        at = in_utc(answers.text(each, "date"))
        if at is None:
            raise answers.wrong_shape()
        data = answers.mapping(each, "data") or {}
        person = answers.mapping(data, "user") or answers.mapping(data, "owner") or {}
        group, former = (
            answers.mapping(data, "group") or {},
            answers.mapping(data, "oldOwner") or {},
        )
        named = answers.text(person, "displayName") or answers.text(group, "name")
        yield RoomEvent(
            id=answers.whole(each, "id"),
            action=answers.text(answers.mapping(each, "action") or {}, "key"),
            at=at,
            by=_id(answers.mapping(each, "initiator") or {}),
            person=_id(person),
            group=_id(group),
            former_owner=_id(former),
            former_name=answers.text(former, "displayName"),
            name=named or answers.text(data, "title"),
            access=answers.text(data, "access"),
        )


def _id(row: dict[str, Any]) -> str | None:
    return answers.guid(row) if row.get("id") else None
