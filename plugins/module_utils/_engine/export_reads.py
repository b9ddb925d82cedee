# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Reading all rooms of a portal, who may enter them, and their links as far as they are shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .._base.texts import so_far
from .._plan.access_snapshot import AccessSnapshot
from .._portal.model.person import Person
from .._portal.model.room import Room
from .._portal.model.room_link import RoomLink
from .._portal.portal import Portal
from .access_snapshot import read_access
from .rights import credential_owner


@dataclass(frozen=True)
class RoomsRead:
    """What was read.

    :param links: by the rooms' ids, of those that the owner of the credential manages.
    """

    access: AccessSnapshot
    links: dict[str, list[RoomLink]]


def read_rooms(portal: Portal, people: Sequence[Person]) -> RoomsRead:
    """All rooms with their settings: one request for each 100, and up to two for each of them.

    :param people: everybody, with their groups.
    """
    portal.rooms.with_settings = True
    access = read_access(portal, people=people)
    me = credential_owner(portal, people) if access.rooms else None
    managed = [room for room in access.rooms.values() if me and _manages(access, me, room)]
    links = portal.in_parallel(
        lambda room: portal.room_links.of(room.id), managed, so_far("links", len(managed))
    )
    return RoomsRead(access, {room.id: found for room, found in zip(managed, links)})


def _manages(access: AccessSnapshot, me: Person, room: Room) -> bool:
    """Whether somebody is shown the links of a room; those in the archive are closed."""
    found = access.access_of(me, room)
    return not room.archived and found is not None and found.manages
