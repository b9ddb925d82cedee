# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""How rooms look in the result of a task that asks about rooms."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from .._plan.access_snapshot import AccessSnapshot
from .._portal.model.person import Person
from .._portal.model.room import Room
from .._portal.model.room_link import RoomLink
from .access_causes import (
    access_result,
    administrators_result,
    effective_result,
    hidden_access_warnings,
    linked_rooms_warnings,
)
from .people import members_result
from .room_links import room_links_result
from .rooms import room_result


@dataclass(frozen=True)
class AccessTold:
    """What a result tells of who gets in.

    :param rooms: of each room, by its id.
    :param facts: of all of them.
    :param warnings: of what nobody is shown.
    """

    rooms: Mapping[str, dict[str, Any]]
    facts: dict[str, Any]
    warnings: list[str]


def access_told(
    snapshot: AccessSnapshot,
    rooms: Sequence[Room],
    everybody: bool,
    named: Sequence[Person] | None,
    searched: bool,
) -> AccessTold:
    """What is told of who gets into rooms.

    :param everybody: whether all who get in are told of.
    :param named: people of whom it is told whether they get in; None if nobody is asked about.
    :param searched: whether the rooms were looked for by the entries of these people.
    """
    told: dict[str, dict[str, Any]] = {room.id: {} for room in rooms}
    facts: dict[str, Any] = {}
    if everybody:
        told = {room.id: access_result(snapshot, room) for room in rooms}
        facts["administrators"] = administrators_result(snapshot)
    if named is not None:
        for room in rooms:
            told[room.id]["effective_for"] = effective_result(snapshot, room, named)
        facts["users"] = members_result(named)
    option = "access" if everybody else "effective_for"
    warnings = hidden_access_warnings(rooms, option)
    if searched:
        warnings += linked_rooms_warnings(named or ())
    return AccessTold(told, facts, warnings)


def found_room_result(room: Room, owner: Person | None) -> dict[str, Any]:
    """A room that was read with its settings.

    :param owner: of the room, if more is known than the id.
    """
    return {
        **room_result(room, owner),
        "files": room.files,
        "folders": room.folders,
        "external_links": room.has_links,
        "open_links": room.has_open_links,
    }


def shown_links_result(links: Sequence[RoomLink] | None) -> list[dict[str, Any]] | None:
    """The links of a room, None where they are not shown."""
    return None if links is None else room_links_result(links)
