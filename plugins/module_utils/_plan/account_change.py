# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""What is to be done about one account."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from .._portal.model.person import TYPES, Person
from .desired_account import DesiredAccount
from .people import status_after


@dataclass(frozen=True)
class Unchangeable:
    """A property that is not as desired, and that the API cannot change."""

    option: str
    current: Any
    desired: Any
    reason: str


@dataclass(frozen=True, eq=False)
class AccountChange:
    """What is to be done about one account; what is None stays as it is.

    Each is only equal to itself, as there may be thousands to be told apart.

    :param desired: what the task wants; None for somebody whom it does not name.
    :param create: how the account is made: ``invite``, ``active`` or ``never``; None if there is
        one.
    """

    desired: DesiredAccount | None
    before: Person | None = None
    create: str | None = None
    type: str | None = None
    status: str | None = None
    email: str | None = None
    quota: int | None = None
    unchangeable: tuple[Unchangeable, ...] = ()

    @property
    def label(self) -> str:
        """Whose account it is, in a message."""
        return self.before.label if self.before else self.after.email

    @property
    def is_change(self) -> bool:
        """Whether there is anything to do."""
        return bool(self.create or self.type or self.status or self.email) or self.quota is not None

    @property
    def is_unknown(self) -> bool:
        """Whether there is no account, and none is to be made."""
        return not (self.before or self.create)

    @property
    def is_lowering(self) -> bool:
        """Whether the type goes down by a job, which moves rooms."""
        return bool(
            self.before
            and self.type in ("user", "guest")
            and rank(self.type) > rank(self.before.type)
        )

    @property
    def after(self) -> Person:
        """The account as it is then; that of a new one has no id."""
        if self.before:
            kind = self.type or self.before.type
            return replace(
                self.before,
                type=kind,
                guest=kind == "guest",
                status=status_after(self.before, self.status)
                if self.status
                else self.before.status,
                email=self.email or self.before.email,
            )
        desired = self.desired
        if desired is None:
            raise ValueError("an account that is nobody's")
        names = [desired.properties.get(each, "") for each in ("first_name", "last_name")]
        is_active = self.create == "active"
        return Person(
            id="",
            display_name=" ".join(filter(None, names)) if is_active else desired.address,
            email=desired.address,
            user_name="",
            status="active" if is_active else "pending",
            guest=self.type == "guest",
            type=self.type or "unknown",
        )

    @property
    def seats(self) -> int:
        """How many paid seats this takes; -1 if it frees one."""
        if self.is_unknown:
            return 0
        return int(self.after.takes_seat) - int(bool(self.before and self.before.takes_seat))


def rank(kind: str) -> int:
    """Where a type stands; that with the most rights is 0."""
    return TYPES.index(kind) if kind in TYPES else len(TYPES)


def is_active_admin(person: Person) -> bool:
    """Whether somebody beside the owner can do all that administrators do."""
    return person.type == "docspace_admin" and person.status == "active"
