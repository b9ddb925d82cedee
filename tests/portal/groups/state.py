# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The groups of a portal."""

from __future__ import annotations

import collections.abc as c
import typing as t

from ..collation import fold
from ..http import failures
from ..journal import Entry, Journal, by_id
from .records import Group, group_entry, group_from


class Groups:
    """All groups, found by id and by member. The built-in ones are found by id only."""

    name = "groups"

    def __init__(self, entries: list[Entry], system_ids: dict[str, str], journal: Journal) -> None:
        self._journal = journal
        self._records = {group.id: group for group in map(group_from, entries)}
        self._system = {id: Group(id, name, system=name) for name, id in system_ids.items()}
        self._of: dict[str, dict[str, None]] = {}
        #: The ids of deleted groups.
        self._gone: set[str] = set()
        #: The groups of deleted people, which the server remembers until somebody joins or leaves.
        self._remembered: dict[str, list[Group]] = {}
        for group in self._records.values():
            for member in group.members:
                self._of.setdefault(member, {})[group.id] = None

    def __iter__(self) -> c.Iterator[Group]:
        return iter(self._records.values())

    def find(self, group_id: str) -> Group | None:
        """The group with this id, built-in ones included, or None."""
        return self._records.get(group_id) or self._system.get(group_id)

    def system_id(self, name: str) -> str:
        """The id of a built-in group."""
        return next(group.id for group in self._system.values() if group.system == name)

    def get(self, group_id: str) -> Group:
        """The group with this id, built-in ones included."""
        found = self.find(group_id)
        if found is None:
            raise failures.not_found("The group could not be found")
        return found

    def of(self, person_id: str) -> list[Group]:
        """The groups of a person, disabled or not, by name."""
        found = [self._records[id] for id in self._of.get(person_id, ())]
        return sorted(found, key=lambda group: (fold(group.name), group.id))

    def add(self, name: str) -> Group:
        """Make a group."""
        group = Group(self._journal.new_id(), name)
        self._journal.changing(self, group.id)
        self._records[group.id] = group
        return group

    def was_there(self, group_id: str) -> bool:
        """Whether this is the id of a group that was deleted."""
        return group_id in self._gone

    def rename(self, group: Group, name: str) -> None:
        """Give a group another name."""
        if group.name != name:
            self._journal.changing(self, group.id)
            group.name = name

    def delete(self, group: Group) -> None:
        """Remove a group."""
        self._journal.changing(self, group.id)
        self._remembered.clear()
        self._gone.add(group.id)
        del self._records[group.id]
        for person_id in group.members:
            del self._of[person_id][group.id]

    def set_manager(self, group: Group, person_id: str | None) -> None:
        """Make somebody, or nobody, the manager."""
        if group.manager != person_id:
            self._journal.changing(self, group.id)
            group.manager = person_id

    def join(self, group: Group, person_id: str) -> None:
        """Make somebody a member."""
        if person_id not in group.members:
            self._journal.changing(self, group.id)
            self._remembered.clear()
            group.members[person_id] = None
            self._of.setdefault(person_id, {})[group.id] = None

    def leave(self, group: Group, person_id: str) -> None:
        """End somebody's being a member, and manager."""
        # Of two managers neither is found, so neither ends being that by leaving.
        if group.manager == person_id and not group.second_manager:
            self.set_manager(group, None)
        if person_id in group.members:
            self._journal.changing(self, group.id)
            self._remembered.clear()
            del group.members[person_id]
            del self._of[person_id][group.id]

    def leave_all(self, person_id: str) -> None:
        """End somebody's being a member of any group."""
        for group in self.of(person_id):
            self.leave(group, person_id)

    def forget(self, person_id: str) -> None:
        """End the memberships of somebody who is deleted, but not what is remembered of them."""
        remembered = {**self._remembered, person_id: self.of(person_id)}
        self.leave_all(person_id)
        self._remembered = remembered

    def remembered(self, person_id: str) -> list[Group]:
        """The groups of a person, or of somebody who was deleted a short time ago."""
        return self.of(person_id) or self._remembered.get(person_id, [])

    def demand_known(self, people: t.Container[str]) -> None:
        """Refuse a state in which somebody belongs to a group who is not there."""
        for group in self:
            named = {*group.members, *filter(None, [group.manager])}
            unknown = sorted(person_id for person_id in named if person_id not in people)
            if unknown:
                raise ValueError(f"group {group.id} names unknown people: {unknown}")

    def entry(self, id: str) -> Entry | None:
        """A group as a state file holds it, None if it is not there."""
        return group_entry(self._records[id]) if id in self._records else None

    def entries(self, before: dict[str, t.Any]) -> list[Entry]:
        """All groups as a state file holds them; those of `before` as they stand there."""
        return by_id({id: group_entry(group) for id, group in self._records.items()} | before)
