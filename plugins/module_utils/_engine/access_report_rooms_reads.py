# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Reading the rooms of a report on access, who is let in by an entry, and their links."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from .._base.errors import DocSpaceError
from .._base.texts import listed, printable, so_far
from .._plan.access_report_facts import INVITATIONS, LINKS
from .._plan.access_snapshot import AccessSnapshot
from .._plan.room_index import RoomIndex
from .._portal.model.person import Person
from .._portal.model.room import Room
from .._portal.model.room_link import RoomLink
from .._portal.portal import Portal
from .._portal.room_access import EntryList
from .._portal.rooms import ACTIVE, ARCHIVED
from .room_list_reads import see_rooms


def report_rooms(portal: Portal, named: Sequence[str] | None) -> dict[str, list[Room]]:
    """The rooms of a report, by what they are in its counts.

    :param named: ids and titles of those that are wanted; None for all, the archive included.
    :raises DocSpaceError: if one of them is nothing that the key's person sees.
    """
    if named is None:
        listing = portal.rooms.listing
        return {"rooms": listing(ACTIVE).all(), "archived rooms": listing(ARCHIVED).all()}
    index = RoomIndex(see_rooms(portal, named).rooms)
    missing = [text for text in named if not index.meant(text)]
    if missing:
        raise DocSpaceError(
            "rooms: the owner of the credential sees no room called"
            f" {listed([printable(each) for each in missing])}; correct the list, in which titles"
            " count in full and in their case.",
            "room_not_found",
            room=missing[0],
        )
    found = {room.id: room for text in named for room in index.meant(text)}
    return {"rooms that were named": list(found.values())}


def read_entry_lists(portal: Portal, rooms: Sequence[Room]) -> dict[str, EntryList]:
    """Who may enter rooms by an entry, by the rooms' ids: a request for each 100 of a room."""
    found = portal.in_parallel(
        lambda room: portal.room_access.entry_list(room.id), rooms, so_far("rooms", len(rooms))
    )
    return {room.id: each for room, each in zip(rooms, found)}


def read_shown_links(
    portal: Portal, include: Collection[str], access: AccessSnapshot, me: Person | None
) -> dict[str, list[RoomLink] | None]:
    """The links of the rooms whose links somebody is shown, by the rooms' ids.

    A list of rooms tells which have external links; those by which people are invited may be in
    any, and are looked for everywhere only if they are asked for. None of rooms that were not
    looked into.

    :param me: whose key it is, if that is known.
    """
    managed = [room for room in access.rooms.values() if me and _sees_links(access, me, room)]
    wants_all, wants_some = INVITATIONS in include, LINKS in include
    asked = [room for room in managed if wants_all or (wants_some and room.has_links)]
    links = portal.in_parallel(
        lambda room: portal.room_links.of(room.id), asked, so_far("links", len(asked))
    )
    found: dict[str, list[RoomLink] | None] = {room.id: None for room in managed}
    for room, of_room in zip(asked, links):
        found[room.id] = of_room
        if room.has_links and not any(link.is_external for link in of_room):
            del found[room.id]  # there are some, and this person is not shown them
    return found


def _sees_links(access: AccessSnapshot, me: Person, room: Room) -> bool:
    """Whether somebody is shown the links of a room; in the archive, administrators are not."""
    found = access.access_of(me, room)
    return found is not None and found.manages
