# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The server's rules for changing the type of people."""

from __future__ import annotations

import dataclasses
import typing as t

from ..http import failures
from .records import (
    ADMIN,
    GUEST,
    OWNER,
    PAID,
    ROOM_ADMIN,
    TECHNICAL,
    USER,
    Person,
    roles_of,
)
from .state import People

_HIGHER = {
    OWNER: {
        GUEST: {USER, ROOM_ADMIN, ADMIN},
        USER: {ROOM_ADMIN, ADMIN},
        ROOM_ADMIN: {ADMIN},
        ADMIN: {ROOM_ADMIN},
    },
    ADMIN: {GUEST: {USER, ROOM_ADMIN}, USER: {ROOM_ADMIN}},
    ROOM_ADMIN: {GUEST: {USER}},
}


class Seats(t.Protocol):
    """What the rules ask of the portal as a whole."""

    def demand_seat(self) -> None:
        """Refuse what takes a paid seat if none is free."""


@dataclasses.dataclass(frozen=True)
class TypeRules:
    """What happens to people when somebody changes their type at once."""

    caller: Person
    people: People
    seats: Seats

    def demand_allowed(self, kind: str) -> None:
        """Refuse those who give nobody this type, whoever it is for."""
        if self.caller.type == ROOM_ADMIN and kind in (USER, GUEST):
            return
        if not self.caller.is_admin:
            raise failures.not_authorized()

    def raise_type(self, person_id: str, kind: str) -> Person | None:
        """Change somebody's type, and tell who it was; nobody if they are unknown."""
        person = self.people.get(person_id)
        if person is None and person_id not in TECHNICAL and self.caller.is_admin:
            return None
        if person is None or person is self.caller or person.is_disabled:
            raise failures.access_denied()
        if kind not in _HIGHER[self.caller.type].get(person.type, ()):
            raise failures.access_denied()
        if self.caller.type == ROOM_ADMIN and not self.caller.knows(person):
            raise failures.access_denied()
        if kind in PAID and not person.has_seat:
            self.seats.demand_seat()
        self.people.set_roles(person, roles_of(kind))
        return person
