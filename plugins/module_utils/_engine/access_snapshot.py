# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Reading who gets into which rooms, with the fewest requests."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from .._plan.access_snapshot import AccessSnapshot
from .._portal.model.person import Person
from .._portal.model.room import Room
from .._portal.portal import Portal
from .room_list_reads import read_entries


def read_access(
    portal: Portal,
    rooms: Sequence[Room] | None = None,
    people: Iterable[Person] | None = None,
) -> AccessSnapshot:
    """Who gets into rooms: one request for each 100 entries of a room, some at a time.

    Names of groups come with the entries and the people, so that no list of groups is needed.

    :param rooms: those that count, if they were read already; otherwise all rooms are read, those
        in the archive too, by pages of 100.
    :param people: everybody, with their groups, if they were read already; otherwise they are read,
        by pages of 100.
    :raises RequestError: if something cannot be read. The key needs ``rooms:read``, and
        ``accounts:read`` for people.
    """
    if rooms is None:
        rooms = portal.rooms.listing().all()
    if people is None:
        people = portal.people.listing().all()
    return AccessSnapshot(rooms, read_entries(portal, rooms), people)
