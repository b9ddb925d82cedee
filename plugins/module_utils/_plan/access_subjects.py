# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Whom the entries of a task and of a room mean: people and groups."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from .._base.references import Reference
from .._base.texts import printable
from .._portal.model.group import Group
from .._portal.model.person import Person
from .._portal.model.room import Entry
from .desired_access import DesiredEntry, GroupReference
from .people import in_order


@dataclass(frozen=True)
class Subject:
    """Whom an entry is about.

    :param id: of the person or the group; of guests to invite, none that a portal knows.
    :param name: of the group.
    """

    id: str
    person: Person | None = None
    name: str = ""

    @property
    def label(self) -> str:
        """This person or group in a message."""
        return self.person.label if self.person else f'the group "{printable(self.name)}"'

    @property
    def is_new(self) -> bool:
        """Whether this is somebody who has no account yet, and is to be invited."""
        return bool(self.person and self.person.is_invited_by_room)


@dataclass(frozen=True)
class Directory:
    """Who and what is meant.

    :param people: by the references that name them.
    :param groups: that a task names, by what it calls them; of several of one name all of them.
    :param by_id: everybody who is known.
    :param members: of groups, where they are known, by the groups' ids.
    :param some_groups: others, of which one may be meant by a name that none has.
    :param hidden: who is not shown to the owner of the credential.
    """

    people: Mapping[Reference, Person]
    groups: Mapping[str, Sequence[Group]] = field(default_factory=dict)
    by_id: Mapping[str, Person] = field(default_factory=dict)
    members: Mapping[str, Sequence[Person]] = field(default_factory=dict)
    some_groups: Sequence[Group] = ()
    hidden: frozenset[Reference] = frozenset()

    def subject(self, entry: DesiredEntry) -> Subject | None:
        """Whom an entry means; None if that is nobody, or not clear."""
        reference = entry.reference
        if isinstance(reference, GroupReference):
            found = self.groups.get(reference.text, ())
            return Subject(found[0].id, name=found[0].name) if len(found) == 1 else None
        person = self.people.get(reference)
        return Subject(person.id, person) if person else None

    def is_known(self, entry: DesiredEntry) -> bool:
        """Whether an entry means somebody or something, clear or not."""
        reference = entry.reference
        if isinstance(reference, GroupReference):
            return bool(self.groups.get(reference.text))
        return reference in self.people or reference in self.hidden

    def subject_of(self, entry: Entry) -> Subject:
        """Whom an entry of a room is about, also if the portal shows nothing more of them."""
        if entry.is_group:
            return Subject(entry.id, name=entry.name or entry.id)
        return Subject(entry.id, self.by_id.get(entry.id) or person_of(entry))

    def people_of(self, entries: Iterable[DesiredEntry]) -> tuple[Person, ...]:
        """The people whom some entries mean, in order."""
        subjects = map(self.subject, entries)
        return in_order(each.person for each in subjects if each and each.person)

    def with_guests(self, references: Iterable[Reference]) -> Directory:
        """The same with guests to come, whom addresses mean that nobody has."""
        guests = {
            each: Person.guest_to_come(each.text)
            for each in references
            if each.kind == "email" and each not in self.people and each not in self.hidden
        }
        return replace(self, people={**self.people, **guests})


def person_of(entry: Entry) -> Person:
    """Somebody as the list of a room shows them: without status, type and groups."""
    return Person(entry.id, entry.name, entry.email, "", "unknown")
