# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The server's rules for changing people."""

from __future__ import annotations

import dataclasses
import typing as t

from ..http import failures
from .records import (
    ACTIVE,
    ADMIN,
    DISABLED,
    GUEST,
    INVITED,
    OWNER,
    PENDING,
    ROOM_ADMIN,
    USER,
    Person,
    roles_of,
)
from .state import People

_RANKS = (GUEST, USER, ROOM_ADMIN, ADMIN, OWNER)


class Memberships(t.Protocol):
    """What the rules change of groups."""

    def leave_all(self, person_id: str) -> None:
        """End somebody's being a member of any group."""


@dataclasses.dataclass(frozen=True)
class Rules:
    """What happens to people when somebody asks the server to change them."""

    caller: Person
    people: People
    groups: Memberships

    def switchable(self, person_ids: list[str] | None) -> list[Person]:
        """The people, if the caller may enable and disable all of them: not those from LDAP."""
        people = self.changeable(person_ids)
        if any(person.ldap for person in people):
            raise failures.access_denied()
        return people

    def changeable(self, person_ids: list[str] | None) -> list[Person]:
        """The people, if the caller stands above all of them."""
        if person_ids is None:
            raise failures.null_argument("source")
        people = [self.people.get(person_id) for person_id in dict.fromkeys(person_ids)]
        return [self._demand_below(person) for person in people]

    def set_status(self, person: Person, status: int) -> None:
        """Enable or disable somebody; memberships stay."""
        enabled = PENDING if _never_came(person) else ACTIVE
        self.people.set_status(person, DISABLED if status == DISABLED else enabled)

    def raise_type(self, person: Person, kind: str) -> None:
        """Change somebody's type, upwards only."""
        if _RANKS.index(kind) <= _RANKS.index(person.type):
            raise failures.access_denied()
        self._set_type(person, kind)

    def lower_type(self, person_id: str, kind: str) -> None:
        """Change somebody's type to one without a seat; guests are in no group."""
        person = self.people.get(person_id)
        if person is None or person.status == DISABLED or person is self.caller:
            raise failures.bad_argument("Can not update type")
        if person.type == OWNER:
            raise failures.bad_argument("Can not update type")
        if kind in (ROOM_ADMIN, ADMIN):
            raise failures.bad_argument(f"Can not update to {kind}")
        if person.type == ADMIN and self.caller.type != OWNER:
            raise failures.bad_argument("Can not update type for admin")
        self._set_type(person, kind)

    def create(self, email: str, kind: str, first_name: str, last_name: str) -> Person:
        """Make an active account."""
        if self.people.by_email(email):
            raise failures.bad_argument("User with this email is already registered")
        return self.people.add(_new_person(email, kind, ACTIVE, first_name, last_name))

    def invite(self, email: str, kind: str) -> None:
        """Make a pending account, unless there is one already."""
        known = self.people.by_email(email)
        if known and known.status == DISABLED:
            raise failures.bad_argument(f"User disabled: {email}")
        # Guests are invited to rooms only, others by whoever stands above them.
        if kind == GUEST or _RANKS.index(kind) >= _RANKS.index(self.caller.type):
            raise failures.access_denied()
        if not known:
            self.people.add(_new_person(email, kind, PENDING))

    def delete(self, person: Person) -> None:
        """Remove somebody from everywhere; their keys stay, and open nothing."""
        if person.ldap:
            raise failures.access_denied()
        self.groups.leave_all(person.id)
        self.people.delete(person)

    def _set_type(self, person: Person, kind: str) -> None:
        self.people.set_roles(person, roles_of(kind))
        if person.type == GUEST:
            self.groups.leave_all(person.id)

    def _demand_below(self, person: Person | None) -> Person:
        if person is None or person.type == OWNER or person is self.caller:
            raise failures.access_denied()
        if person.type == ADMIN and self.caller.type != OWNER:
            raise failures.access_denied()
        return person


def _new_person(
    email: str, kind: str, status: int, first_name: str = "", last_name: str = ""
) -> Person:
    return Person("", first_name, last_name, email, None, status, roles_of(kind), INVITED)


def _never_came(person: Person) -> bool:
    return person.activation == INVITED and not (person.first_name or person.last_name)
