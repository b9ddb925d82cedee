# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""People as an earlier task would leave them: for previews of what comes after it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from .._base.errors import OptionError
from .._base.guids import parse_guid
from .._base.references import Reference
from .._portal.model.person import Person
from .accounts import AccountsPlan
from .desired_account import DesiredAccount
from .desired_group import DesiredGroup
from .membership import Snapshot

#: What a result shows of people.
_KEYS = ("id", "display_name", "email", "status", "type")


class ComingPeople:
    """People who will have another address, status or type, or an account at all.

    :param by_task: whether the same task makes them so before, and not an earlier one.
    """

    def __init__(self, people: Iterable[Person] = (), by_task: bool = False) -> None:
        people = list(people)
        self.by_task = by_task
        self._by_id = {person.id: person for person in people}
        self._by_email = {person.email.lower(): person for person in people if person.email}

    @classmethod
    def parse(cls, option: str, rows: Sequence[Mapping[str, Any]]) -> ComingPeople:
        """Read results of the module `users`; who is nobody before and after is left out.

        :raises OptionError: if they are something else.
        """
        people = []
        for position, row in enumerate(rows, start=1):
            values = [row.get(key) for key in _KEYS]
            if not all(key in row and isinstance(row[key], (str, type(None))) for key in _KEYS):
                raise OptionError(
                    f"{option}, entry {position}",
                    "is no result of users; give what that module returns as users.",
                )
            key, name, email, status, kind = (value or "" for value in values)
            if key and parse_guid(key):
                person = Person(parse_guid(key) or "", name, email, "", status, type=kind)
                people.append(replace(person, guest=kind == "guest"))
            elif status and email:
                people.append(Person.to_come(email, name, status, kind))
        return cls(people)

    def as_now(self, desired: DesiredGroup) -> DesiredGroup:
        """A wish with references by which the portal knows people today, whatever comes."""
        return replace(
            desired,
            manager=desired.manager and self._as_now(desired.manager),
            add=tuple(map(self._as_now, desired.add)),
            remove=tuple(map(self._as_now, desired.remove)),
        )

    def after(self, snapshot: Snapshot, joining: Iterable[Reference]) -> Snapshot:
        """What will be read then.

        :param joining: who is to be a member; of those to come only these matter.
        """
        people = {key: self._after(person) for key, person in snapshot.people.items()}
        # Whose address changes is not known by the old one any more.
        people = {key: person for key, person in people.items() if person.is_named_by(key)}
        for key in snapshot.unknown(joining):
            person = self._by_email.get(key.value) if key.kind == "email" else None
            if person:
                people[key] = person
        members = {
            group: [person for person in map(self._after, each) if not person.guest]
            for group, each in snapshot.members.items()
        }
        return Snapshot(people, members)

    def _as_now(self, reference: Reference) -> Reference:
        person = self._by_email.get(reference.value) if reference.kind == "email" else None
        if not person or not person.has_account:
            return reference
        return Reference("id", person.id, reference.text)

    def _after(self, person: Person) -> Person:
        coming = self._by_id.get(person.id)
        if not coming:
            return person
        return replace(
            person,
            email=coming.email,
            status=coming.status,
            # What was read without a type was read without groups, too.
            type=coming.type if person.type != "unknown" else person.type,
            guest=coming.guest,
        )


def people_planned(plan: AccountsPlan) -> list[Person]:
    """Whom a plan for accounts changes or makes, as they are then."""
    found = []
    for change in plan.changing:
        after = change.after
        if not change.before:
            kind = change.type or after.type
            after = Person.to_come(after.email, after.display_name, after.status, kind)
        found.append(after)
    return found


def people_desired(accounts: Iterable[DesiredAccount]) -> list[Person]:
    """Who would have an account, whatever speaks against it."""
    return [
        Person.to_come(each.address, each.address, "active", each.type or "user")
        for each in accounts
        if each.state != "disabled"
    ]
