# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The server's rules for making accounts."""

from __future__ import annotations

import dataclasses
import re
import typing as t

from ..http import failures
from .names import demand_names
from .records import (
    ACTIVE,
    ALL,
    DISABLED,
    GUEST,
    INVITED,
    NOT_ACTIVATED,
    PAID,
    PENDING,
    RANKS,
    ROOM_ADMIN,
    USER,
    Person,
    roles_of,
    today,
)
from .state import People

_IN_BRACKETS = re.compile(r".*<([^<>]+)>", re.DOTALL)


class Portal(t.Protocol):
    """What the rules ask of the portal as a whole."""

    def demand_seat(self) -> None:
        """Refuse what takes a paid seat if none is free."""

    def demand_seats(self, wanted: int) -> None:
        """Refuse a list that takes more paid seats than are free."""

    def demand_inviting(self, of_guests: bool = False) -> None:
        """Refuse new accounts that the settings do not allow."""

    def demand_password(self, password: str) -> None:
        """Refuse a password that the policy does not allow."""


@dataclasses.dataclass
class New:
    """What is known of somebody who is to have an account."""

    email: str | None
    first_name: str | None
    last_name: str | None
    password: str | None = None
    location: str = ""
    notes: str = ""
    culture: str = ""
    contacts: list[dict[str, str]] = dataclasses.field(default_factory=list)


@dataclasses.dataclass(frozen=True)
class NewRules:
    """What happens when somebody asks the server for new accounts."""

    people: People
    portal: Portal

    def create(self, caller: Person, new: New, kind: str) -> Person:
        """Make an active account."""
        self._demand_maker(caller, kind)
        self.portal.demand_inviting(of_guests=kind == GUEST)
        return self._add(new, kind, INVITED, caller.id)

    def post(self, caller: Person, new: New, kind: str) -> Person:
        """Make an active account; who would take a seat that is not there becomes a user."""
        self._demand_maker(caller, kind)
        if not may_invite(caller, kind):
            raise failures.access_denied()
        self.portal.demand_inviting()
        return self._add(new, self._with_seats(kind), INVITED, caller.id)

    def join(self, reader: str, new: New, kind: str) -> Person:
        """Make the account of somebody who has a link that another person was shown."""
        self.portal.demand_inviting()
        return self._add(new, self._with_seats(kind), NOT_ACTIVATED, reader)

    def invite(
        self, caller: Person, invitations: list[tuple[str | None, str]], culture: str
    ) -> None:
        """Make pending accounts, one after the other: those before a refused one are invited."""
        if caller.type in (USER, GUEST):
            raise failures.access_denied()
        self.portal.demand_inviting()
        self.portal.demand_seats(sum(kind in PAID for _email, kind in invitations))
        for email, kind in invitations:
            self._invite(caller, email, ROOM_ADMIN if kind == ALL else kind, culture)

    def to_resend(self, caller: Person, person_ids: list[str] | None) -> list[Person]:
        """Those who get another invitation; all who are waited for if nobody is named."""
        named = person_ids if person_ids is not None else [p.id for p in self.awaited()]
        if caller.type in (USER, GUEST) and (person_ids is None or set(named) - {caller.id}):
            raise failures.access_denied()
        people = [person for person in map(self.people.get, named) if person]
        if len(people) < len(named):
            raise failures.null_reference()
        return people

    def awaited(self) -> list[Person]:
        """Everybody who did not come yet, whoever invited them."""
        return [p for p in self.people if p.activation == INVITED and p.status != DISABLED]

    def _invite(self, caller: Person, email: str | None, kind: str, culture: str) -> None:
        if email is None:
            raise failures.bad_argument("Incorrect email")
        known = self.people.by_email(email)
        if known and known.status == DISABLED:
            raise failures.bad_argument(f"User disabled: {email}")
        if not may_invite(caller, kind):
            raise failures.access_denied()
        if known is None:
            self._demand_seat(kind)
            new = Person("", "", "", address(email), None, PENDING, roles_of(kind), INVITED)
            self.people.add(
                dataclasses.replace(new, culture=culture, made_by=caller.id, registered=today())
            )
        elif RANKS.index(kind) > RANKS.index(known.type):
            if not known.has_seat:
                self._demand_seat(kind)
            self.people.set_roles(known, roles_of(kind))

    def _add(self, new: New, kind: str, activation: int, maker: str) -> Person:
        if new.password:
            self.portal.demand_password(new.password)
        if new.email is None:
            raise failures.null_argument("address")
        demand_names(new.first_name, new.last_name)
        email = address(new.email)
        if self.people.by_email(email):
            raise failures.bad_argument("User with this email is already registered")
        self._demand_seat(kind)
        if new.last_name is None:
            raise failures.not_stored()
        person = Person(
            *("", new.first_name or "", new.last_name, email, None, ACTIVE),
            roles_of(kind),
            activation,
        )
        return self.people.add(
            dataclasses.replace(
                person,
                location=new.location,
                notes=new.notes,
                culture=new.culture,
                contacts=new.contacts,
                made_by=maker,
                registered=today(),
            )
        )

    def _demand_maker(self, caller: Person, kind: str) -> None:
        makes = caller.is_admin or (caller.type == ROOM_ADMIN and kind in (USER, GUEST))
        if not makes:
            raise failures.not_authorized()

    def _demand_seat(self, kind: str) -> None:
        if kind in PAID:
            self.portal.demand_seat()

    def _with_seats(self, kind: str) -> str:
        try:
            self._demand_seat(kind)
        except failures.ApiError:
            return USER
        return kind


def may_invite(caller: Person, kind: str) -> bool:
    """Whether somebody stands above a type; guests are invited to rooms only."""
    return kind != GUEST and RANKS.index(kind) < RANKS.index(caller.type)


def address(email: str) -> str:
    """The address alone, without blanks and a name before it."""
    found = _IN_BRACKETS.fullmatch(email.strip())
    return found[1].strip() if found else email.strip()
