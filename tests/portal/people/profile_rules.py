# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The server's rules for what stands in a profile."""

from __future__ import annotations

import dataclasses
import typing as t

from ..http import failures
from .names import demand_names
from .records import ACTIVE, DISABLED, GUEST, NOT_ACTIVATED, OUTSIDE_USER, OWNER, Person
from .state import People, not_found

#: The languages of the portal.
CULTURES = (
    *("ar-SA", "az", "bg", "cs", "de", "el-GR", "en-GB", "en-US", "es", "fi", "fr", "hy-AM"),
    *("it", "ja-JP", "ko-KR", "lo-LA", "lv", "nl", "pl", "pt", "pt-BR", "ro", "ru", "si", "sk"),
    *("sl", "sq-AL", "sr-Cyrl-RS", "sr-Latn-RS", "tr", "uk-UA", "vi", "zh-CN"),
)


class Seats(t.Protocol):
    """What the rules ask of the portal as a whole."""

    def demand_seat(self) -> None:
        """Refuse what takes a paid seat if none is free."""


@dataclasses.dataclass(frozen=True)
class ProfileRules:
    """What happens to profiles when somebody asks the server to change them."""

    caller: Person
    people: People
    seats: Seats

    def demand_editor(self, person: Person) -> None:
        """Refuse callers who do not stand above somebody else."""
        if person is self.caller:
            return
        if not self.caller.is_admin:
            raise failures.not_authorized()
        if person.id == OUTSIDE_USER or not self._stands_above(person):
            raise failures.access_denied()

    def change_own(self, sent: dict[str, t.Any]) -> None:
        """Change the caller's own profile; a directory keeps the names of its people."""
        caller = self.caller
        contacts = sent.get("contacts")
        values = {
            "notes": _kept(sent.get("comment"), caller.notes),
            "contacts": caller.contacts if contacts is None else contacts,
        }
        if not (caller.ldap or caller.sso):
            first_name = _kept(sent.get("firstName"), caller.first_name)
            last_name = _kept(sent.get("lastName"), caller.last_name)
            demand_names(first_name, last_name)
            values.update(
                first_name=first_name,
                last_name=last_name,
                location=_kept(sent.get("location"), caller.location),
            )
        self.people.change(caller, **values)

    def switch(self, person: Person, disable: bool | None, is_guest: bool | None) -> None:
        """Enable or disable somebody else, seats or not, and make a guest of them or not."""
        if disable is not None:
            self.people.set_status(person, DISABLED if disable else ACTIVE)
        if is_guest and not person.is_admin:
            self.people.set_roles(person, person.roles | {GUEST})
        if is_guest is False and person.type == GUEST:
            self.seats.demand_seat()
            self.people.set_roles(person, person.roles - {GUEST})

    def change_email(self, person: Person | None, email: str) -> None:
        """Change an address: administrators at once, others are sent a mail."""
        if person is None or person.status != ACTIVE:
            raise not_found()
        if person is not self.caller and not (self.caller.is_admin and self._stands_above(person)):
            raise failures.access_denied()
        if self.people.by_email(email):
            raise failures.bad_argument("User with this email is already registered")
        if self.caller.is_admin:
            self.people.change(person, email=email, activation=NOT_ACTIVATED)

    def demand_password_mail(self, email: str) -> None:
        """Refuse a mail with which somebody changes their password."""
        person = self.people.by_email(email)
        if person is None:
            message = f'The user with "{email}" email could not be found'
            raise failures.invalid_operation(message)
        if person is not self.caller and (not self.caller.is_admin or person.type == OWNER):
            raise failures.access_denied()
        if person.status == DISABLED:
            raise failures.invalid_operation("Your profile is suspended")
        if person.ldap or person.sso:
            kind = "LDAP" if person.ldap else "SSO"
            message = f"Password recovery operation is prohibited for an {kind} user"
            raise failures.invalid_operation(message)

    def change_culture(self, person: Person | None, culture: str) -> None:
        """Change the caller's own language."""
        if person is not self.caller:
            raise failures.access_denied()
        if culture not in CULTURES:
            message = "The specified culture is not in the list of available ones"
            raise failures.bad_argument(message)
        self.people.change(person, culture=culture)

    def _stands_above(self, person: Person) -> bool:
        return self.caller.type == OWNER or not person.is_admin


def known_culture(culture: str | None) -> str:
    """A language of the portal, or none."""
    return culture if culture in CULTURES else ""


def _kept(sent: str | None, value: str) -> str:
    return value if sent is None else sent
