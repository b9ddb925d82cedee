# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Which rooms people lose, gain or have at another level through a change: pure functions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from .._portal.model.person import ADMINISTRATORS, Person
from .._portal.model.room import CONTENT_CREATOR, ROOM_MANAGER, Entry, Room
from .effective_access import EVERYONE, Access, effective_access

#: The status of an account that is not there yet, or not any more.
NO_ACCOUNT = "none"
#: Who cannot manage rooms: a room manager whose type goes down to one of these stays in as less.
#: The types of people who manage no room.
NO_MANAGERS = ("user", "guest")
_BUILT_IN = {EVERYONE: "Everyone"}


@dataclass(frozen=True)
class PersonChange:
    """What becomes of somebody; what is None or empty stays as it is.

    :param person: as they are now, and as they are then if the account is new.
    :param joins: the names of groups, by their ids.
    :param leaves: the ids of groups.
    :param type: what they are then.
    :param status: of the account then; :data:`NO_ACCOUNT` if it is deleted.
    """

    person: Person
    is_new: bool = False
    joins: Mapping[str, str] = field(default_factory=dict)
    leaves: frozenset[str] = frozenset()
    type: str | None = None
    status: str | None = None

    @property
    def before(self) -> Person:
        """This person as they are now."""
        return replace(self.person, status=NO_ACCOUNT) if self.is_new else self.person

    @property
    def after(self) -> Person:
        """This person as they are then."""
        person = self.person
        kept = {key: name for key, name in person.groups.items() if key not in self.leaves}
        return replace(
            person,
            groups={**kept, **self.joins},
            type=self.type or person.type,
            status=self.status or person.status,
        )

    @property
    def is_about_account(self) -> bool:
        """Whether more changes than groups."""
        return bool(self.is_new or self.type or self.status)

    @property
    def is_about_all_rooms(self) -> bool:
        """Whether it may matter in rooms that have no entry of this person or their groups."""
        kinds = {self.person.type, self.type}
        return self.is_about_account and not kinds.isdisjoint(ADMINISTRATORS)

    @property
    def subjects(self) -> frozenset[str]:
        """The ids of the groups and people whose entries in rooms may count otherwise then."""
        if not self.is_about_account:
            return frozenset(self.joins) | self.leaves
        mine = {self.person.id} if self.person.id and self.person.has_account else set()
        return frozenset({*mine, *self.person.groups, *self.joins, EVERYONE})

    def with_change(self, other: PersonChange) -> PersonChange:
        """Both changes about the same person."""
        return PersonChange(
            self.person,
            self.is_new or other.is_new,
            {**self.joins, **other.joins},
            self.leaves | other.leaves,
            other.type or self.type,
            other.status or self.status,
        )


@dataclass(frozen=True)
class RoomChange:
    """What becomes of a room.

    :param owner: who owns it then; None if nobody else does.
    :param levels: of entries then, by the ids of people; 0 for those who have none.
    """

    room: Room
    owner: Person | None = None
    levels: Mapping[str, int] = field(default_factory=dict)

    @property
    def room_after(self) -> Room:
        """The room as it is then."""
        return replace(self.room, owner_id=self.owner.id) if self.owner else self.room

    @property
    def people(self) -> frozenset[str]:
        """The ids of those whom it is about."""
        new = {self.owner.id, self.room.owner_id} if self.owner else set()
        return frozenset({*new, *self.levels})

    def entries_after(self, entries: Iterable[Entry]) -> list[Entry]:
        """The entries of the room then."""
        staying = [each for each in entries if each.is_group or each.id not in self.levels]
        return staying + [Entry(key, level) for key, level in self.levels.items() if level]


@dataclass(frozen=True)
class RoomEffect:
    """Somebody has access to a room, or not, that was otherwise before.

    :param before: None where they were not in.
    :param after: None where they are not in then.
    """

    person: Person
    room: Room
    before: Access | None
    after: Access | None
    group_names: Mapping[str, str] = field(default_factory=dict, hash=False)

    @property
    def may_be_in_by_link(self) -> bool:
        """Whether this person stays in if they have followed a link of the room."""
        return self.room.has_links and not self.room.archived and self.after is None


def merged(changes: Iterable[PersonChange]) -> list[PersonChange]:
    """One change for each person, who is told apart by the id or, without an account, by e-mail."""
    found: dict[str, PersonChange] = {}
    for each in changes:
        key = each.person.id or each.person.email.lower()
        found[key] = found[key].with_change(each) if key in found else each
    return list(found.values())


def room_effects(
    changes: Iterable[PersonChange],
    rooms: Iterable[Room],
    entries: Mapping[str, Sequence[Entry]],
    room_changes: Iterable[RoomChange] = (),
) -> tuple[RoomEffect, ...]:
    """For whom which room is another one, by people and the titles of rooms.

    Somebody who has not accepted the invitation counts as if they had.

    :param changes: with types and groups of everybody; each person once.
    :param rooms: at least those with an entry that matters.
    :param entries: of rooms, by their ids; without those of rooms where none matters.
    """
    world = _World(rooms, entries, room_changes)
    found = [effect for each in changes for effect in world.effects(each)]
    return tuple(
        sorted(
            found,
            key=lambda each: (
                each.person.email.lower(),
                each.person.id,
                each.room.title.lower(),
                int(each.room.id),
            ),
        )
    )


class _World:
    """Rooms before and after, and in which of them somebody is named."""

    def __init__(
        self,
        rooms: Iterable[Room],
        entries: Mapping[str, Sequence[Entry]],
        room_changes: Iterable[RoomChange],
    ) -> None:
        self._rooms = {room.id: room for room in rooms}
        self._entries = entries
        self._changes = {each.room.id: each for each in room_changes}
        #: The ids of rooms by the ids of people and groups.
        self._named: dict[str, set[str]] = {}
        for room in self._rooms.values():
            self._note(room.id, room.owner_id, *(each.id for each in entries.get(room.id, ())))
        #: In which rooms somebody is concerned whatever becomes of themselves.
        self._moved: dict[str, set[str]] = {}
        for change in self._changes.values():
            for person_id in change.people:
                self._moved.setdefault(person_id, set()).add(change.room.id)

    def _note(self, room_id: str, *subjects: str) -> None:
        for subject in subjects:
            self._named.setdefault(subject, set()).add(room_id)

    def effects(self, change: PersonChange) -> Iterable[RoomEffect]:
        """What changes for somebody."""
        ids = set(self._moved.get(change.person.id, ()))
        for subject in change.subjects:
            ids |= self._named.get(subject, set())
        if change.is_about_all_rooms:
            ids |= self._rooms.keys()
        before, after = _as_accepted(change.before), _as_accepted(change.after)
        names = {**_BUILT_IN, **before.groups, **after.groups}
        for room in (self._rooms[key] for key in ids if key in self._rooms):
            was = effective_access(before, room, self._entries.get(room.id, ()))
            then = self._access_then(after, room, change.type in NO_MANAGERS)
            if _differ(was, then):
                yield RoomEffect(change.person, room, was, then, names)

    def _access_then(self, person: Person, room: Room, is_lowered: bool) -> Access | None:
        entries = list(self._entries.get(room.id, ()))
        change = self._changes.get(room.id)
        if change:
            room, entries = change.room_after, change.entries_after(entries)
        if is_lowered and not room.archived:
            entries = [lowered(each) if each.id == person.id else each for each in entries]
        return effective_access(person, room, entries)


def _as_accepted(person: Person) -> Person:
    return replace(person, status="active") if person.status == "pending" else person


def lowered(entry: Entry) -> Entry:
    """What the portal makes of an entry of somebody who cannot manage rooms any more."""
    return replace(entry, level=CONTENT_CREATOR) if entry.level == ROOM_MANAGER else entry


def _differ(was: Access | None, then: Access | None) -> bool:
    if was is None or then is None:
        return was is not then
    return was.level_name != then.level_name
