# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""How rooms that people are put out of look in results, differences and warnings."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from .._base.texts import listed
from .._plan.offboarding import Leaver
from .._plan.room_departures import EnteredRoom, RoomDeparture
from .._plan.steps import Deed
from .._portal.model.room import LEVELS
from .handover import room_line

Row = dict[str, Any]


def departures_result(leaver: Leaver, mine: Iterable[Deed]) -> Row:
    """The rooms of others that somebody had, has left for certain, and stays in.

    Nothing if a task does not ask for that; what was left is null if it is not known.
    """
    if leaver.entered is None:
        return {}
    left = _left(leaver, mine)
    return {
        "rooms_entered": entered_result(leaver.entered),
        "rooms_left": None
        if left is None
        else entered_result(each for each in leaver.entered if each.room.id in left),
        "rooms_kept": [
            {**_row(each), "reason": each.obstacle} for each in leaver.entered if each.obstacle
        ],
    }


def entered_result(rooms: Iterable[EnteredRoom]) -> list[Row]:
    """Rooms of others in a result, with the level that somebody has there."""
    return list(map(_row, rooms))


def departure_warnings(leavers: Iterable[Leaver]) -> list[str]:
    """What to say of people who stay in the lists of rooms: one warning for each and reason."""
    found = []
    for leaver in leavers:
        kept: dict[str, list[str]] = {}
        for each in leaver.entered or ():
            if each.obstacle:
                kept.setdefault(each.obstacle, []).append(room_line(each.room))
        found += [
            f"leave_rooms: {leaver.person.label} stays in the list of {listed(labels)}: {reason}."
            for reason, labels in kept.items()
        ]
    return found


def room_lines(rooms: Iterable[EnteredRoom]) -> list[str]:
    """Rooms in the lines about somebody, for people to read."""
    return [f"  room {room_line(each.room)}: {_level(each)}" for each in rooms]


def _left(leaver: Leaver, mine: Iterable[Deed]) -> frozenset[str] | None:
    """The ids of the rooms that somebody was put out of for certain; None if it is not known."""
    found: set[str] = set()
    for deed in mine:
        if not isinstance(deed.action, RoomDeparture):
            continue
        if deed.done is None:
            return None
        if deed.seen is not None:
            found.update(room for person, room in deed.seen if person == leaver.person.id)
        elif leaver.person in deed.done:
            found.update(room.id for room in deed.action.rooms)
    return frozenset(found)


def _row(entered: EnteredRoom) -> Row:
    room = entered.room
    return {
        "id": room.id,
        "title": room.title,
        "archived": room.archived,
        "level": _level(entered),
    }


def _level(entered: EnteredRoom) -> str:
    return LEVELS.get(entered.level, str(entered.level))
