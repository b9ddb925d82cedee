# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Reading who can open what, with the fewest requests, and once more if it changed meanwhile."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace

from .._base.errors import DocSpaceError, RequestError
from .._base.references import Reference
from .._base.texts import listed, printable
from .._plan.access_report_facts import HISTORY, ITEMS, Counted, ReportFacts
from .._plan.access_snapshot import AccessSnapshot
from .._plan.people import UNKNOWN, match
from .._portal.model.person import Person
from .._portal.model.room import Room
from .._portal.paging import Listing, Noun
from .._portal.portal import Portal
from .._portal.room_access import EntryList
from .access_history import read_history
from .access_items import read_items
from .access_report_parts_reads import FILES_SCOPE, read_parts
from .access_report_rooms_reads import read_entry_lists, read_shown_links, report_rooms
from .rights import credential_owner

#: How often everything is read at most until nothing has changed meanwhile.
READINGS = 3
#: What the portal answers about a room that is gone, or that the key's person is put out of.
_GONE = ("not_found", "forbidden")


@dataclass(frozen=True)
class ReportRead:
    """What was read, and what of it the task has named.

    :param rooms: the ids of the rooms that were named; None if none were.
    :param people: the same of people.
    """

    facts: ReportFacts
    rooms: tuple[str, ...] | None
    people: tuple[str, ...] | None


class _ChangedError(Exception):
    """Something has changed while it was read.

    :param what: in the plural.
    :param reason: what the portal has answered, if it did not tell.
    """

    def __init__(self, what: str, reason: RequestError | None = None) -> None:
        super().__init__(what)
        self.what, self.reason = what, reason


def read_report(
    portal: Portal,
    include: Sequence[str] = (),
    rooms: Sequence[str] | None = None,
    people: Sequence[Reference] | None = None,
) -> ReportRead:
    """Read all of it, and again if rooms, people or groups have changed before the end.

    One request for each 100 people, groups, active rooms and rooms in the archive, one for each 100
    entries of each room, one for whose key it is, and at the end the pages of rooms and one each
    for people and groups again. With links one for each room that has external ones and whose links
    this person is shown, with invitations for each room whose links this person is shown; with
    history one for each 100 events of each room.

    :param rooms: ids and titles of the only ones that are wanted.
    :param people: whom the report is to be about; everybody is read all the same.
    :raises DocSpaceError: if something cannot be read, does not exist, or does not stay as it is.
    """
    reader = _Reader(portal, frozenset(include), rooms, people)
    found = None
    for _reading in range(READINGS - 1):
        with suppress(_ChangedError):
            found = found or reader.read()
    try:
        found = found or reader.read()
    except _ChangedError as changed:
        raise changed.reason or DocSpaceError(
            f"The {changed.what} of the portal changed while the report was read, {READINGS} times"
            " one after the other, so that no report would be true; run the task again when fewer"
            " changes are being made.",
            "list_unstable",
        ) from None
    return replace(found, facts=_with_parts(portal, found.facts, include))


class _Reader:
    def __init__(
        self,
        portal: Portal,
        include: frozenset[str],
        rooms: Sequence[str] | None,
        people: Sequence[Reference] | None,
    ) -> None:
        self._portal = portal
        self._include = include
        self._named_rooms = rooms
        self._named_people = people

    def read(self) -> ReportRead:
        """:raises _ChangedError: if something has changed before the end."""
        portal = self._portal
        people = portal.people.listing()
        everybody = people.all()
        named = self._ids_of(everybody)
        groups = portal.groups.listing()
        every_group = groups.all()
        rooms = [
            room for found in report_rooms(portal, self._named_rooms).values() for room in found
        ]
        me = credential_owner(portal, everybody)
        with _noticing_gone_rooms():
            entries = read_entry_lists(portal, rooms)
            access = AccessSnapshot(
                rooms, {room.id: entries[room.id].entries for room in rooms}, everybody
            )
            links = read_shown_links(portal, self._include, access, me)
        completeness = [
            *self._rooms_again(rooms),
            _again("people", people, len(everybody), portal.people.listing()),
            _again("groups", groups, len(every_group), portal.groups.listing()),
            _entries_counted(entries),
        ]
        for each in completeness:
            if each.counted != each.portal:
                raise _ChangedError(each.what)
        facts = ReportFacts(
            access=access,
            groups=every_group,
            read_by=me,
            completeness=completeness,
            managed=frozenset(links),
            links={room_id: found for room_id, found in links.items() if found is not None},
        )
        ids = None if self._named_rooms is None else tuple(sorted(access.rooms, key=int))
        return ReportRead(facts, ids, named)

    def _ids_of(self, everybody: Sequence[Person]) -> tuple[str, ...] | None:
        if self._named_people is None:
            return None
        found, missing = match(self._named_people, everybody, is_everybody=True)
        if missing:
            names = listed([printable(each.text) for each in missing])
            verb = "is" if len(missing) == 1 else "are"
            raise DocSpaceError(
                f"people: {names} {UNKNOWN.replace('is', verb, 1)}; correct the list.",
                "unusable_users",
                users=[each.text for each in missing],
            )
        return tuple(sorted({person.id for person in found.values()}))

    def _rooms_again(self, before: Sequence[Room]) -> list[Counted]:
        """The counts of rooms as they are at the end.

        :raises _ChangedError: if one of them is not as it was.
        """
        now = report_rooms(self._portal, self._named_rooms)
        if _as_seen(before) != _as_seen([room for found in now.values() for room in found]):
            raise _ChangedError("rooms")
        ids = {room.id for room in before}
        return [
            Counted(what, sum(room.id in ids for room in found), len(found))
            for what, found in now.items()
        ]


@contextmanager
def _noticing_gone_rooms() -> Iterator[None]:
    """:raises _ChangedError: where a room is gone, or closed to the key's person now."""
    try:
        yield
    except RequestError as error:
        if error.code not in _GONE:
            raise
        raise _ChangedError("rooms", error) from None


def _with_parts(portal: Portal, facts: ReportFacts, include: Sequence[str]) -> ReportFacts:
    parts = read_parts(portal, include, facts.read_by)
    rooms = list(facts.access.rooms.values()) if HISTORY in include else []
    history = read_history(portal, rooms)
    items = None
    if ITEMS in include:
        every_room = list(facts.access.rooms.values())
        items = read_items(portal, every_room, facts.managed, facts.read_by)
        if items is None:
            parts.refused[ITEMS] = FILES_SCOPE
    return replace(
        facts,
        history=history.rows,
        history_spots=history.blind_spots,
        current_key=parts.current_key,
        keys=parts.keys,
        invitation_links=parts.invitation_links,
        settings=parts.settings,
        items=items,
        refused=parts.refused,
    )


def _again(what: str, before: Listing[Noun], counted: int, now: Listing[Noun]) -> Counted:
    """How many there were, and how many there are at the end.

    :raises _ChangedError: if the first page is not as it was.
    """
    if list(before.first) != list(now.first):
        raise _ChangedError(what)
    return Counted(what, counted, now.total)


def _entries_counted(entries: dict[str, EntryList]) -> Counted:
    found = entries.values()
    return Counted(
        "entries in rooms", sum(each.counted for each in found), sum(each.total for each in found)
    )


def _as_seen(rooms: Sequence[Room]) -> dict[str, tuple[Room, int | None]]:
    """With the level of the key's person, which decides on what is shown."""
    return {room.id: (room, room.level) for room in rooms}
