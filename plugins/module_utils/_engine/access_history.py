# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Reading who was let into rooms when and by whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from .._base.errors import RequestError
from .._base.texts import so_far
from .._plan.access_history import general_spots, history_rows, history_spots, refused_spot
from .._portal.model.room import Room
from .._portal.model.room_event import RoomEvent
from .._portal.portal import Portal

#: Failures that are about a single room, which others do not share.
_OF_ONE_ROOM = ("forbidden", "not_found", "server_error", "list_unstable")


@dataclass(frozen=True)
class AccessHistory:
    """What was done to the access to rooms, and what of it is not known.

    :param rows: by the ids of the rooms, the oldest first, as in ``rooms[].history`` of a report:
        ``person``, ``group``, ``name``, ``what``, ``level``, ``by``, ``at``. Of a room whose
        history is not shown there are none.
    :param blind_spots: as in ``blind_spots`` of a report.
    """

    rows: dict[str, list[dict[str, Any]]]
    blind_spots: list[dict[str, Any]]


def read_history(portal: Portal, rooms: Sequence[Room]) -> AccessHistory:
    """Who was let into rooms when and by whom, from the rooms' own histories.

    It takes a request for each 100 events of each room, four rooms side by side: of a room with
    fewer than 100 events, one. The key needs the scope ``files:read``. Without it, or where a room
    does not show its history, or the portal fails, that is a blind spot, and no failure; without
    the scope, the first room alone is asked.

    :raises RequestError: when the portal gives no usable answer.
    """
    done = so_far("histories of rooms", len(rooms))
    # Only an answer tells whether the key has the scope.
    found = [_read(portal, room) for room in rooms[:1]]
    if found and found[0] == "missing_scope":
        return AccessHistory({room.id: [] for room in rooms}, [refused_spot(None, found[0])])
    found += portal.in_parallel(lambda room: _read(portal, room), rooms[1:], done)
    rows: dict[str, list[dict[str, Any]]] = {}
    spots: list[dict[str, Any]] = []
    for room, events in zip(rooms, found):
        if isinstance(events, str):
            rows[room.id] = []
            spots.append(refused_spot(room, events))
        else:
            rows[room.id] = history_rows(events)
            spots += history_spots(room, events)
    has_groups = any(row["group"] for each in rows.values() for row in each)
    return AccessHistory(rows, spots + (general_spots(has_groups) if rooms else []))


def _read(portal: Portal, room: Room) -> list[RoomEvent] | str:
    """The events of a room, or the code of why they are not known."""
    try:
        events = portal.room_history.events(room.id)
    except RequestError as error:
        if error.code == "missing_scope" or error.code in _OF_ONE_ROOM:
            return error.code
        raise
    return "list_unstable" if events is None else events
