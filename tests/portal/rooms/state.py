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
from .records import Event, Room, Share, room_entry, room_from


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
        #: All tags, also those that no room has any more; the last one made comes first.
        self.tags = sorted({tag for room in self for tag in room.settings.tags})
        #: Who came first to the section of rooms: the server takes them for its owner.
        self.first_visitor = min(self, key=lambda room: room.id).owner if self._records else ""
        #: Is told of everything that is written into the history of a room.
        self.noted: c.Callable[[Room, Event], None] = lambda _room, _event: None
        #: How somebody wanted their list of rooms last.
        self.orders: dict[str, tuple[str, bool]] = {}

    def __iter__(self) -> c.Iterator[Room]:
        return iter(self._records.values())

    def find(self, room_id: int) -> Room | None:
        """The room with this number, or None."""
        return self._records.get(room_id)

    def of(self, person_id: str) -> list[Room]:
        """The rooms in which somebody is the owner or has an entry of their own."""
        rooms = (room for room in self if not room.is_template)
        return [room for room in rooms if person_id == room.owner or person_id in room.shares]

    def look(self, person_id: str, numbers: int) -> None:
        """Note that somebody comes to the section of rooms: the first makes other sections."""
        if not self.first_visitor:
            self._journal.skip_numbers(numbers)
            self.first_visitor = person_id

    def add(self, title: str, kind: int, owner: str, is_template: bool = False) -> Room:
        """Make a room, or a template."""
        room = Room(self._journal.new_number(), title, kind, owner, is_template=is_template)
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

    def change(self, room: Room, title: str | None = None, **settings: t.Any) -> None:
        """Change the title or some of the settings."""
        self._journal.changing(self, str(room.id))
        room.title = title or room.title
        for name, value in settings.items():
            setattr(room.settings, name, value)
        for tag in room.settings.tags:
            self.add_tag(tag)

    def edited(self, room: Room, editor: str) -> None:
        """Note who changed a room last."""
        if room.editor != editor:
            self._journal.changing(self, str(room.id))
            room.editor = editor

    def pin(self, room: Room, person_id: str, is_pinned: bool) -> None:
        """Put a room to the top of somebody's list, or back."""
        self._journal.changing(self, str(room.id))
        others = [id for id in room.pinned_by if id != person_id]
        room.pinned_by = [*others, person_id] if is_pinned else others

    def add_tag(self, tag: str) -> None:
        """Make a tag that rooms can have."""
        if tag not in self.tags:
            self.tags.insert(0, tag)

    def delete_tag(self, tag: str) -> None:
        """Remove a tag, also from all rooms."""
        self.tags = [each for each in self.tags if each != tag]
        for room in self:
            if tag in room.settings.tags:
                self.change(room, tags=[each for each in room.settings.tags if each != tag])

    def note(self, room: Room, action: str, initiator: str, **data: t.Any) -> None:
        """Write into the history of a room."""
        self._journal.changing(self, str(room.id))
        now = moment(datetime.datetime.now(datetime.timezone.utc))
        event = Event(next(self._events), action, initiator, data, now)
        room.events.append(event)
        self.noted(room, event)

    def entry(self, id: str) -> Entry | None:
        """A room as a state file holds it, None if it is not there."""
        room = self.find(int(id))
        return room_entry(room) if room else None

    def entries(self, before: dict[str, t.Any]) -> list[Entry]:
        """All rooms as a state file holds them; those of `before` as they stand there."""
        entries = {str(room.id): room_entry(room) for room in self} | before
        return [entries[id] for id in sorted(entries, key=int) if entries[id]]
