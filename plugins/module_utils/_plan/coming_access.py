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
from .access_subjects import Directory
from .groups import GroupPlan

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
    """People and groups to come."""

    people: Sequence[Person] = ()
    groups: ComingGroups = field(default_factory=ComingGroups)

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
                person, email=now.email, status=now.status, type=now.type, guest=now.guest
            )
        return self.groups.in_groups(person)

    def members(self, group_id: str, now: Iterable[Person]) -> list[Person]:
        """Who will be in a group.

        :param now: who is.
        """
        return list(map(self.person, self.groups.members(group_id, now)))

    def after(self, directory: Directory, named: Iterable[Reference]) -> Directory:
        """What will be read then.

        :param named: whom the task names.
        """
        people = {key: self.person(each) for key, each in directory.people.items()}
        if self._changed:  # whose address changes is not known by the old one any more
            people = {key: each for key, each in people.items() if each.is_named_by(key)}
        new = self.by_email
        people.update({key: new[key] for key in named if key not in people and key in new})
        return replace(
            directory,
            people=people,
            by_id={key: self.person(each) for key, each in directory.by_id.items()},
            groups={
                text: self.groups.meant(text, found) for text, found in directory.groups.items()
            },
        )
