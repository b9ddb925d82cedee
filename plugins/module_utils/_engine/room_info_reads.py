# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Reading what is told of rooms beside the rooms themselves: owners, and links."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from .._base.errors import RequestError
from .._base.references import Reference
from .._base.texts import so_far
from .._portal.model.person import ADMINISTRATORS, Person
from .._portal.model.room import ROOM_MANAGER, Room
from .._portal.model.room_link import RoomLink
from .._portal.portal import Portal
from .people_reads import find_people
from .rights import credential_owner, room_warnings

#: Why a key that reads rooms may not read people.
_REFUSED = ("missing_scope", "forbidden")
#: Whoever is one of these, or may be one, sees no links of rooms in the archive as their manager.
_MAY_ADMINISTER = (*ADMINISTRATORS, "unknown")


def read_owners(
    portal: Portal, rooms: Iterable[Room], known: Iterable[Person] = ()
) -> tuple[dict[str, Person], list[str]]:
    """The owners of rooms by their ids, and what to say if the credential may not read people.

    One request for each of up to five; of more, a page of people, and then whatever is fewer
    requests: those who are not on it, or all other pages.

    :param known: people who need not be read again.
    """
    found = {person.id: person for person in known}
    lacking = sorted({room.owner_id for room in rooms if room.owner_id} - found.keys())
    references = [Reference("id", person_id, person_id) for person_id in lacking]
    try:
        people = find_people(portal, references, portal.people.listing)
    except RequestError as error:
        if error.code not in _REFUSED:
            raise
        return found, [f"Addresses and statuses of the rooms' owners are missing: {error}"]
    return {**found, **{person.id: person for person in people.values()}}, []


def missing_room_warnings(portal: Portal, known: Iterable[Person]) -> list[str]:
    """What to say of rooms that were read with a key that may not be shown all of them.

    Up to two requests.

    :param known: people with their types, who need not be read again.
    """
    try:
        return room_warnings(portal, known)
    except RequestError as error:
        if error.code not in _REFUSED:
            raise
        return [
            "Only administrators are shown all rooms, and it is not known whether the owner of"
            f" api_key is one: {error}"
        ]


def read_links(
    portal: Portal, rooms: Sequence[Room], known: Iterable[Person] = ()
) -> dict[str, list[RoomLink] | None]:
    """The links of rooms, by the rooms' ids; None where only others see them.

    Two requests that tell whose key it is, unless that is known, and one for each room of which
    this person is the owner or a manager: to everybody else, the portal shows an empty list. If
    some of these are empty, one for each 100 rooms tells whether they still are that.

    :param known: people who need not be read again.
    """
    caller = _read_caller(portal, known)
    seen = [room for room in rooms if _sees_links(caller, room)]
    told = so_far("rooms", len(seen))
    links = portal.in_parallel(lambda room: portal.room_links.of(room.id), seen, told)
    by_room: dict[str, list[RoomLink] | None] = {room.id: None for room in rooms}
    by_room.update((room.id, found) for room, found in zip(seen, links))
    blank = [room.id for room in seen if not by_room[room.id]]
    by_room.update(dict.fromkeys(_unseen(portal, caller, blank)))
    return by_room


def _unseen(portal: Portal, caller: Person | None, blank: Sequence[str]) -> set[str]:
    """The rooms without links of which somebody is not the owner or a manager any more.

    :param blank: the ids of those without links.
    """
    if not blank:
        return set()
    if len(blank) == 1:
        room = portal.rooms.find(blank[0])
        now = [room] if room else []
    else:
        now = portal.rooms.listing().all()
    return set(blank) - {room.id for room in now if _sees_links(caller, room)}


def _read_caller(portal: Portal, known: Iterable[Person]) -> Person | None:
    """Whose the credential is; no more than the id if that is all it opens."""
    try:
        return credential_owner(portal, known)
    except RequestError as error:
        if error.code not in _REFUSED:
            raise
        key = portal.keys.current()
        return Person(key.owner_id, "", "", "", "unknown") if key and key.owner_id else None


def _sees_links(caller: Person | None, room: Room) -> bool:
    if caller and caller.id == room.owner_id:
        return True
    is_hidden = room.archived and (not caller or caller.type in _MAY_ADMINISTER)
    return room.level == ROOM_MANAGER and not is_hidden
