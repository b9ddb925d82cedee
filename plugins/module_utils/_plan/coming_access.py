# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""People and groups as earlier steps of a task would leave them: for plans of who enters rooms."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from .._base.references import Reference
from .._portal.model.group import Group
from .._portal.model.person import Person
from .._portal.model.room import Entry, Room
from .access_subjects import Directory
from .groups import GroupPlan
from .room_effects import NO_MANAGERS, RoomChange, lowered

#: In the place of an id, before the name of a group that is still to be made.
_TO_COME = "to come: "


@dataclass(frozen=True)
class ComingGroups:
    """What plans for groups make of them.

    :param by_name: groups that are new or get another name, by the names that they will have.
    :param gone: the ids of those that will not be there.
    :param joined: who comes into groups, by the groups' ids.
    :param left: the ids of those who leave them, likewise.
    """

    by_name: Mapping[str, Group] = field(default_factory=dict)
    gone: frozenset[str] = frozenset()
    joined: Mapping[str, Sequence[Person]] = field(default_factory=dict)
    left: Mapping[str, frozenset[str]] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, plans: Iterable[GroupPlan]) -> ComingGroups:
        """What plans for groups make of them."""
        by_name, gone, joined, left, names = {}, set(), {}, {}, {}
        for plan in plans:
            if plan.before and not plan.after:
                gone.add(plan.before.id)
            elif plan.after:
                group = replace(plan.after, id=plan.after.id or f"{_TO_COME}{plan.after.name}")
                if not plan.before or plan.before.name != group.name:
                    by_name[group.name] = group
                names[group.id] = group.name
                joined[group.id] = plan.membership.add if plan.before else plan.members
                left[group.id] = frozenset(each.id for each in plan.membership.remove)
        return cls(by_name, frozenset(gone), joined, left, names)

    def in_groups(self, person: Person) -> Person:
        """Somebody with the groups that they will be in."""
        groups = {
            key: self.names.get(key, name)
            for key, name in person.groups.items()
            if key not in self.gone and person.id not in self.left.get(key, ())
        }
        for key, people in self.joined.items():
            if any(each.id == person.id for each in people):
                groups[key] = self.names[key]
        return replace(person, groups=groups)

    def members(self, group_id: str, now: Iterable[Person]) -> list[Person]:
        """Who will be in a group.

        :param now: who is.
        """
        left = self.left.get(group_id, frozenset())
        found = {each.id: each for each in now if each.id not in left}
        found.update({each.id: each for each in self.joined.get(group_id, ())})
        return [self.in_groups(each) for each in found.values()]

    def meant(self, text: str, now: Iterable[Group]) -> list[Group]:
        """The groups that an id or a name will mean.

        :param now: those that it means.
        """
        renamed = {each.id for each in self.by_name.values()}
        kept = [
            each
            for each in now
            if each.id not in self.gone and (each.id not in renamed or each.id == text)
        ]
        new = self.by_name.get(text)
        return [*kept, new] if new else kept


@dataclass(frozen=True)
class Coming:
    """People, groups and the owners of rooms to come.

    :param rooms: that get another owner as somebody's type goes down.
    :param me: the id of the owner of the credential, if that is known.
    """

    people: Sequence[Person] = ()
    groups: ComingGroups = field(default_factory=ComingGroups)
    rooms: Sequence[RoomChange] = ()
    me: str = ""

    @property
    def by_email(self) -> dict[Reference, Person]:
        """People who will have an account or another address, by what names them then."""
        return {
            Reference("email", person.email.lower()): self.groups.in_groups(person)
            for person in self.people
            if person.email
        }

    @cached_property
    def _changed(self) -> dict[str, Person]:
        return {person.id: person for person in self.people if person.has_account}

    def person(self, person: Person) -> Person:
        """Somebody as they will be."""
        now = self._changed.get(person.id)
        if now:
            person = replace(
                person,
                display_name=now.display_name,
                email=now.email,
                status=now.status,
                type=now.type,
                guest=now.guest,
                # No guest is in a group.
                groups={} if now.guest else person.groups,
            )
        return self.groups.in_groups(person)

    def members(self, group_id: str, now: Iterable[Person]) -> list[Person]:
        """Who will be in a group.

        :param now: who is.
        """
        return list(map(self.person, self.groups.members(group_id, now)))

    def people_after(
        self, people: Mapping[Reference, Person], named: Iterable[Reference]
    ) -> dict[Reference, Person]:
        """Whom references will mean.

        :param people: whom they mean now.
        :param named: all of them.
        """
        found = {key: self.person(each) for key, each in people.items()}
        if self._changed:  # whose address changes is not known by the old one any more
            found = {key: each for key, each in found.items() if each.is_named_by(key)}
        new = self.by_email
        missing = [key for key in named if key not in found or found[key].is_invited_by_room]
        found.update({key: new[key] for key in missing if key in new})
        return found

    @cached_property
    def _moved(self) -> dict[str, RoomChange]:
        return {each.room.id: each for each in self.rooms}

    def room(self, room: Room) -> Room:
        """A room as it will be."""
        change = self._moved.get(room.id)
        if not (change and change.owner):
            return room
        heir = change.owner
        # All others have the rights that they had.
        may_manage = True if heir.id == self.me else room.may_manage
        return replace(room, owner_id=heir.id, owner_name=heir.display_name, may_manage=may_manage)

    def entries_of(
        self, rooms: Iterable[Room], entries: Mapping[str, Sequence[Entry]]
    ) -> dict[str, Sequence[Entry]]:
        """Who will have an entry in rooms.

        :param entries: who has, by the rooms' ids.
        """
        found = dict(entries)
        for room in rooms:
            change = self._moved.get(room.id)
            if change:
                found[room.id] = change.entries_after(found[room.id])
            if not room.archived:
                found[room.id] = list(map(self._entry, found[room.id]))
        return found

    def _entry(self, entry: Entry) -> Entry:
        person = self._changed.get(entry.id)
        return lowered(entry) if person and person.type in NO_MANAGERS else entry

    def after(self, directory: Directory, named: Iterable[Reference]) -> Directory:
        """What will be read then.

        :param named: whom the task names.
        """
        return replace(
            directory,
            people=self.people_after(directory.people, named),
            some_groups=[each for each in directory.some_groups if each.id not in self.groups.gone],
            by_id={key: self.person(each) for key, each in directory.by_id.items()},
            groups={
                text: self.groups.meant(text, found) for text, found in directory.groups.items()
            },
        )
