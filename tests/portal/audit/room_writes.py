# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What is written into the audit trail when something is written into the history of a room."""

from __future__ import annotations

import typing as t

from ..rooms.history import ACTIONS, LEVELS
from ..rooms.records import Event, Room
from .records import HIDDEN, KINDS

if t.TYPE_CHECKING:
    from ..world import World

_PERIODS = ("Day", "Month", "Year")


def write(world: World, room: Room, event: Event) -> None:
    """Write the row that goes with it, if there is one."""
    number = ACTIONS[event.action]
    if number not in KINDS and number not in HIDDEN:
        return
    values = _values(world, room, event.action, event.data)
    world.audit.write(number, event.initiator, values, [str(room.id)], room.title)


def _values(world: World, room: Room, action: str, data: dict[str, t.Any]) -> list[str]:
    level = LEVELS.get(data.get("access", 0), "")
    if action in ("RoomCreateUser", "RoomUpdateAccessForUser", "RoomRemoveUser"):
        return [world.people.demand(data["user"]).display_name, level]
    if action in ("RoomGroupAdded", "RoomUpdateAccessForGroup", "RoomGroupRemove"):
        group = world.groups.find(data["group"])
        return [group.name if group else "", level]
    if action == "RoomRenamed":
        return [data["newTitle"]]
    if action in ("AddedRoomTags", "DeletedRoomTags"):
        return [", ".join(data["tags"])]
    if action.startswith("RoomExternalLink"):
        return [data["title"], level]
    if action == "RoomLifeTimeSet":
        lifetime = data["lifetime"]
        period = _PERIODS[lifetime["period"]]
        return [str(lifetime["value"]), period, str(lifetime["deletePermanently"])]
    return [room.title]
