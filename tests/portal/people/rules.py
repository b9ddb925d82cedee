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
    INVITED,
    OWNER,
    PAID,
    PENDING,
    Person,
)
from .state import People


class Seats(t.Protocol):
    """What the rules ask of the portal as a whole."""

    def demand_seat(self) -> None:
        """Refuse what takes a paid seat if none is free."""


@dataclasses.dataclass(frozen=True)
class Rules:
    """What happens to people when somebody asks the server to change them."""

    caller: Person
    people: People
    seats: Seats

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
        people = [self.people.get(person_id) for person_id in person_ids]
        return [self._demand_below(person) for person in people]

    def set_status(self, person: Person, status: int) -> None:
        """Enable or disable somebody; memberships stay. Enabling wants a seat."""
        if status == DISABLED:
            self.people.set_status(person, DISABLED)
        elif person.status == DISABLED:
            if person.type in PAID:
                self.seats.demand_seat()
            self.people.set_status(person, PENDING if _never_came(person) else ACTIVE)

    def _demand_below(self, person: Person | None) -> Person:
        if person is None or person.type == OWNER or person is self.caller:
            raise failures.access_denied()
        if person.type == ADMIN and self.caller.type != OWNER:
            raise failures.access_denied()
        return person


def _never_came(person: Person) -> bool:
    return person.activation == INVITED and not (person.first_name or person.last_name)
