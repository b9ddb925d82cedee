# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Who gets into which rooms, as everything stands at one time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from .._portal.model.person import ADMINISTRATORS, Person
from .._portal.model.room import Entry, Room
from .effective_access import EVERYONE, Access, Cause, causes_of_access, effective_access
from .people import in_order


class AccessSnapshot:
    """Rooms, who may enter them by an entry, and people with their groups.

    What no list of the portal shows is not in it: people who came by a link, and entries of the
    groups of administrators and of users that the server has itself.

    :param rooms: those that count, each once.
    :param entries: of each of these rooms, by its id.
    :param people: everybody who is known, with type, status and groups.
    """

    def __init__(
        self,
        rooms: Iterable[Room],
        entries: Mapping[str, Sequence[Entry]],
        people: Iterable[Person],
    ) -> None:
        self.rooms = {room.id: room for room in rooms}
        self.entries = entries
        self.people = {person.id: person for person in people}
        self._own = {
            room_id: {entry.id: entry for entry in found if not (entry.is_group or entry.is_owner)}
            for room_id, found in entries.items()
        }
        self._of_groups = {
            room_id: tuple(entry for entry in found if entry.is_group)
            for room_id, found in entries.items()
        }

    @cached_property
    def group_names(self) -> dict[str, str]:
        """The names of all groups that somebody is in, or that have an entry, by their ids."""
        names = {
            entry.id: entry.name
            for found in self._of_groups.values()
            for entry in found
            if entry.name
        }
        for person in self.people.values():
            names.update(person.groups)
        return names

    @cached_property
    def administrators(self) -> tuple[Person, ...]:
        """The active administrators, the owner of the portal among them, who read every room."""
        everybody = self.people.values()
        return in_order(
            each for each in everybody if each.type in ADMINISTRATORS and each.status == "active"
        )

    def access_of(self, person: Person, room: Room) -> Access | None:
        """As what somebody is in a room; None for those who are not in.

        :param person: may be with other groups, or another type or status, than in the snapshot.
        """
        return effective_access(person, room, self._concerning(person, room))

    def causes_of(self, person: Person, room: Room) -> tuple[Cause, ...]:
        """All reasons why somebody is in a room, those first that count."""
        return causes_of_access(person, room, self._concerning(person, room))

    def members(self, group_id: str) -> tuple[Person, ...]:
        """Everybody who is in a group, whatever their status; not of groups of the server."""
        return self._members.get(group_id, ())

    def candidates(self, room: Room) -> tuple[Person, ...]:
        """All who may be in a room for another reason than that they are administrators."""
        of_groups = self._of_groups[room.id]
        if any(entry.id == EVERYONE for entry in of_groups):
            return in_order(self.people.values())
        ids = {room.owner_id, *self._own[room.id]}
        found = {id: self.people[id] for id in ids if id in self.people}
        for entry in of_groups:
            found.update({person.id: person for person in self.members(entry.id)})
        return in_order(found.values())

    def own_entries(self, room: Room) -> Mapping[str, Entry]:
        """The entries of people in a room, by their ids, without the owner's."""
        return self._own[room.id]

    def group_entries(self, room: Room) -> tuple[Entry, ...]:
        """The entries of groups in a room."""
        return self._of_groups[room.id]

    def unknown_people(self, room: Room) -> tuple[str, ...]:
        """The ids of those who have an entry or own a room, and are not among the people."""
        ids = [room.owner_id, *self._own[room.id]]
        return tuple(id for id in ids if id and id not in self.people)

    @cached_property
    def _members(self) -> dict[str, tuple[Person, ...]]:
        members: dict[str, list[Person]] = {}
        for person in self.people.values():
            for group_id in person.groups:
                members.setdefault(group_id, []).append(person)
        return {group_id: tuple(people) for group_id, people in members.items()}

    def _concerning(self, person: Person, room: Room) -> tuple[Entry, ...]:
        """The entries of a room that may count for somebody: their own, and all groups'."""
        own = self._own[room.id].get(person.id)
        of_groups = self._of_groups[room.id]
        return (own, *of_groups) if own else of_groups
