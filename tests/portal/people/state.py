# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The people of a portal."""

from __future__ import annotations

import collections.abc as c
import itertools
import typing as t

from ..collation import fold
from ..http import failures
from ..journal import Entry, Journal, by_id
from .records import (
    ACTIVE,
    ADMIN,
    DISABLED,
    GUEST,
    OWNER,
    ROOM_ADMIN,
    TECHNICAL,
    USER,
    Person,
    person_entry,
    person_from,
)

_EVERYONE = "Everyone"
_ROLES = (ADMIN, USER, GUEST)


class People:
    """Everybody with an account, found by id, user name and address."""

    name = "users"

    def __init__(self, entries: list[Entry], journal: Journal) -> None:
        self._journal = journal
        self._records = {person.id: person for person in map(person_from, entries)}
        self._by_user_name = {(p.user_name or "").lower(): p for p in self}
        self._by_email = {(p.email or "").lower(): p for p in self}

    def __iter__(self) -> c.Iterator[Person]:
        return iter(self._records.values())

    def __contains__(self, person_id: object) -> bool:
        return person_id in self._records

    def __getitem__(self, person_id: str) -> Person:
        return self._records[person_id]

    def get(self, person_id: str) -> Person | None:
        """The person with this id, or None."""
        return self._records.get(person_id)

    def demand(self, person_id: str) -> Person:
        """The person with this id, or the server's refusal."""
        found = self.get(person_id)
        if found is None:
            raise not_found()
        return found

    def by_user_name(self, user_name: str) -> Person | None:
        """The person with this user name, in any case."""
        return self._by_user_name.get(user_name.lower())

    def by_email(self, email: str) -> Person | None:
        """The person with this address, in any case, with or without blanks around."""
        return self._by_email.get(email.strip().lower())

    # What other nouns ask

    def is_enabled(self, person_id: str) -> bool:
        """Whether there is somebody with this id who is not disabled."""
        return person_id in self and self[person_id].status != DISABLED

    def is_active(self, person_id: str) -> bool:
        """Whether there is somebody with this id who is neither disabled nor only invited."""
        return person_id in self and self[person_id].status == ACTIVE

    def is_technical(self, person_id: str) -> bool:
        """Whether it is one of the accounts of the server itself."""
        return person_id in TECHNICAL

    def may_join(self, person_id: str) -> bool:
        """Whether somebody can be a member of a group."""
        return self.is_enabled(person_id) and self[person_id].type != GUEST

    def with_role(self, role: str) -> list[str]:
        """Those whose type makes them members of a built-in group."""
        return [person.id for person in self if _has_role(person, role)]

    def shown(self, person_ids: t.Iterable[str]) -> list[str]:
        """Those who are not disabled, by display name."""
        enabled = [self[person_id] for person_id in person_ids if self.is_enabled(person_id)]
        return [p.id for p in sorted(enabled, key=lambda person: fold(person.display_name))]

    def seats_taken(self) -> int:
        """How many have a paid seat."""
        return sum(person.has_seat for person in self)

    def guests(self) -> int:
        """How many guests there are."""
        return sum(person.type == GUEST and person.status != DISABLED for person in self)

    # Changing

    def add(self, person: Person) -> Person:
        """Add somebody; the user name is made from the address, the id is given here."""
        person.id = self._journal.new_id()
        person.user_name = self._free_user_name((person.email or "").partition("@")[0])
        self._journal.changing(self, person.id)
        self._records[person.id] = person
        self._by_user_name[person.user_name.lower()] = person
        self._by_email[(person.email or "").lower()] = person
        return person

    def set_status(self, person: Person, status: int) -> None:
        """Enable or disable somebody."""
        if person.status != status:
            self._journal.changing(self, person.id)
            person.status = status

    def change(self, person: Person, **values: t.Any) -> None:
        """Change what stands in somebody's profile."""
        self._journal.changing(self, person.id)
        if self.by_email(person.email or "") is person:
            del self._by_email[(person.email or "").lower()]
        for name, value in values.items():
            setattr(person, name, value)
        self._by_email[(person.email or "").lower()] = person

    def set_roles(self, person: Person, roles: set[str]) -> None:
        """Change somebody's type; the owner keeps theirs."""
        if person.type != OWNER and person.roles != roles:
            self._journal.changing(self, person.id)
            person.roles = roles

    def change_role(self, person_id: str, role: str, gives: bool) -> None:
        """Give or take a role, which changes somebody's type; roles that are none are ignored."""
        if role in _ROLES:
            person = self[person_id]
            self.set_roles(person, person.roles | {role} if gives else person.roles - {role})

    def delete(self, person: Person) -> None:
        """Remove somebody."""
        self._journal.changing(self, person.id)
        del self._records[person.id]
        del self._by_user_name[(person.user_name or "").lower()]
        del self._by_email[(person.email or "").lower()]

    def entry(self, id: str) -> Entry | None:
        """A person as a state file holds them, None if they are not there."""
        return person_entry(self[id]) if id in self else None

    def entries(self, before: dict[str, t.Any]) -> list[Entry]:
        """All people as a state file holds them; those of `before` as they stand there."""
        return by_id({person.id: person_entry(person) for person in self} | before)

    def _free_user_name(self, wanted: str) -> str:
        numbered = (f"{wanted}{number or ''}" for number in itertools.count())
        return next(name for name in numbered if self.by_user_name(name) is None)


def not_found() -> failures.ApiError:
    """There is no such person."""
    return failures.not_found("The user could not be found")


def _has_role(person: Person, role: str) -> bool:
    if role == ROOM_ADMIN:
        return person.type in (OWNER, ADMIN, ROOM_ADMIN)
    return role == _EVERYONE or role in person.roles
