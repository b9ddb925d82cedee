# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Reading into which rooms a few people get, without reading everybody and every room."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from .._base.references import Reference
from .._base.texts import so_far
from .._plan.access_snapshot import AccessSnapshot
from .._plan.effective_access import EVERYONE
from .._plan.people import distinct
from .._portal.model.person import Person
from .._portal.model.room import Room
from .._portal.portal import Portal
from .._portal.rooms import ANY
from .people_reads import find_people
from .room_list_reads import FEW_ROOMS, read_entries


def read_named(
    portal: Portal, references: Sequence[Reference], with_everybody: bool
) -> tuple[tuple[Person, ...], list[Reference]]:
    """The people that a task names, with their groups, each once; and what means nobody.

    :param with_everybody: whether all people are read for another reason; kept in
        ``portal.people`` then.
    """
    if not references:
        return (), []
    if with_everybody:
        portal.people.everybody()
    found = find_people(portal, references, portal.people.listing)
    return distinct(found.values()), [each for each in references if each not in found]


def rooms_of(portal: Portal, people: Sequence[Person]) -> list[Room]:
    """The rooms that people own, or in which they or a group of theirs have an entry.

    One request for each person, each group of theirs and the group of all people, with the archive;
    or all rooms are read, if there are no more than that. Then there are others among them.
    """
    subjects = _subjects(people)
    if len(subjects) > FEW_ROOMS:
        listing = portal.rooms.listing()
        if listing.total <= len(subjects):
            return listing.all()
    return _with_entries(portal, subjects, ANY)


def read_access_of(
    portal: Portal, people: Sequence[Person], rooms: Sequence[Room], area: str | None
) -> AccessSnapshot:
    """Into which of some rooms people get: one request for each 100 entries of a room.

    Where it is fewer requests, it is first found in which of the rooms they or their groups have an
    entry, as in :func:`rooms_of`, and of the others nothing is read.

    :param people: with their groups; the only ones of whom the snapshot knows.
    :param area: where the rooms are; None if they are those of :func:`rooms_of`.
    """
    subjects = _subjects([each for each in people if each.status == "active"])
    if area is None or len(rooms) <= len(subjects):
        read = list(rooms) if subjects else []
    else:
        named = {room.id for room in _with_entries(portal, subjects, area)}
        read = [room for room in rooms if room.id in named]
    entries = read_entries(portal, read)
    return AccessSnapshot(rooms, {**{room.id: [] for room in rooms}, **entries}, people)


def are_of(people: Sequence[Person], snapshot: AccessSnapshot) -> list[Room]:
    """The rooms that people own, or in which they or a group of theirs have an entry."""
    subjects = set(_subjects(people))

    def is_theirs(room: Room) -> bool:
        entries = snapshot.entries[room.id]
        return room.owner_id in subjects or any(entry.id in subjects for entry in entries)

    return [room for room in snapshot.rooms.values() if is_theirs(room)]


def _subjects(people: Iterable[Person]) -> list[str]:
    """The ids of those whose entries may let one of some people in; none for nobody."""
    ids = {subject for each in people for subject in (each.id, *each.groups, EVERYONE)}
    return sorted(ids)


def _with_entries(portal: Portal, subjects: Sequence[str], area: str) -> list[Room]:
    listings = portal.in_parallel(
        lambda subject: portal.rooms.listing(area, person_id=subject),
        subjects,
        so_far("lists of rooms", len(subjects)),
    )
    return list({room.id: room for listing in listings for room in listing.all()}.values())
