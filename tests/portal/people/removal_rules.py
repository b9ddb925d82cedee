# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The server's rules for deleting people."""

from __future__ import annotations

import dataclasses

from ..http import failures
from .records import GUEST, LOST_USER, OWNER, TECHNICAL, Person
from .state import People, not_found


@dataclasses.dataclass(frozen=True)
class RemovalRules:
    """Whom somebody may delete."""

    caller: Person
    people: People

    def removable(self, name: str, person_id: str | None) -> Person:
        """The person with this user name or id, if they can be deleted."""
        person = self.people.by_user_name(name) or self.people.get(person_id or "")
        if person is None:
            raise failures.access_denied() if self._is_built_in(person_id) else not_found()
        if person.ldap:
            raise failures.access_denied()
        if not person.is_disabled:
            raise failures.invalid_operation("The user is not suspended")
        if not self.may_delete(person):
            raise failures.access_denied()
        return person

    def listed(self, person_ids: list[str]) -> list[Person]:
        """Those of a list whom the answer shows, be they deleted or not; all are disabled."""
        known = (self.people.get(person_id) for person_id in person_ids)
        people = [person for person in known if person and not person.ldap]
        if not all(person.is_disabled for person in people):
            raise failures.invalid_operation("Users are not suspended")
        return people

    def may_delete(self, person: Person) -> bool:
        """Whether somebody can be deleted: administrators by the owner only."""
        return not person.is_admin or self.caller.type == OWNER

    def leave_guests(self, person_ids: list[str]) -> None:
        """End the caller's knowing of guests, who stay."""
        guests = [self.people.get(person_id) for person_id in person_ids]
        if not all(guest and self._knows(guest) for guest in guests):
            raise failures.access_denied()
        for guest in filter(None, guests):
            self.people.change(guest, made_by=LOST_USER)

    def _knows(self, guest: Person) -> bool:
        return guest.type == GUEST and self.caller.knows(guest)

    def _is_built_in(self, person_id: str | None) -> bool:
        return person_id in TECHNICAL and person_id != LOST_USER
