# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The rooms of a portal."""

from __future__ import annotations

import collections.abc as c
import datetime
import itertools
import typing as t

from ..http.properties import moment
from ..journal import Entry, Journal
from .records import Event, Link, Room, Share, room_entry, room_from


class Rooms:
    """All rooms, found by number; their numbers are those of folders, too."""

    name = "rooms"

    def __init__(self, entries: list[Entry], journal: Journal) -> None:
        self._journal = journal
        self._records = {room.id: room for room in map(room_from, entries)}
        for room in self:
            journal.number_taken(room.id)
        numbers = (event.number for room in self for event in room.events)
        self._events = itertools.count(max(numbers, default=0) + 1)

    def __iter__(self) -> c.Iterator[Room]:
        return iter(self._records.values())

    def find(self, room_id: int) -> Room | None:
        """The room with this number, or None."""
        return self._records.get(room_id)

    def of(self, person_id: str) -> list[Room]:
        """The rooms in which somebody is the owner or has an entry of their own."""
        return [room for room in self if person_id == room.owner or person_id in room.shares]

    def by_link(self, token: str) -> tuple[Room, Link] | None:
        """The room that a link opens."""
        found = ((room, link) for room in self for link in room.links if link.token == token)
        return next(found, None)

    def add(self, title: str, kind: int, owner: str) -> Room:
        """Make a room."""
        room = Room(self._journal.new_number(), title, kind, owner)
        self._journal.changing(self, str(room.id))
        self._records[room.id] = room
        return room

    def delete(self, room: Room) -> None:
        """Remove a room."""
        self._journal.changing(self, str(room.id))
        del self._records[room.id]

    def share(self, room: Room, subject: str, share: Share | None) -> None:
        """Give somebody, or a group, an entry, or take it."""
        old = room.shares.get(subject)
        if (old and old.access) == (share and share.access):
            return
        self._journal.changing(self, str(room.id))
        room.shares.pop(subject, None)
        if share:
            room.shares[subject] = share

    def set_owner(self, room: Room, owner: str, editor: str | None = None) -> None:
        """Give a room to somebody, whose entry ends."""
        if room.owner == owner:
            return
        self._journal.changing(self, str(room.id))
        room.shares.pop(owner, None)
        room.owner, room.editor = owner, editor or room.editor

    def set_archived(self, room: Room, archived: bool) -> None:
        """Move a room into the archive, or back."""
        if room.archived != archived:
            self._journal.changing(self, str(room.id))
            room.archived = archived

    def add_link(self, room: Room, title: str, access: int, maker: str) -> Link:
        """Make a link by which people can come into a room."""
        self._journal.changing(self, str(room.id))
        room.links.append(Link(self._journal.new_id(), title, access, maker))
        return room.links[-1]

    def note(self, room: Room, action: str, initiator: str, **data: t.Any) -> None:
        """Write into the history of a room."""
        self._journal.changing(self, str(room.id))
        now = moment(datetime.datetime.now(datetime.timezone.utc))
        room.events.append(Event(next(self._events), action, initiator, data, now))

    def entry(self, id: str) -> Entry | None:
        """A room as a state file holds it, None if it is not there."""
        room = self.find(int(id))
        return room_entry(room) if room else None

    def entries(self, before: dict[str, t.Any]) -> list[Entry]:
        """All rooms as a state file holds them; those of `before` as they stand there."""
        entries = {str(room.id): room_entry(room) for room in self} | before
        return [entries[id] for id in sorted(entries, key=int) if entries[id]]
