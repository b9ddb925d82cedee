# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What the plan and the settings allow."""

from __future__ import annotations

import dataclasses
import re
import typing as t

from ..http import failures
from .records import SPACE, UNLIMITED, Settings

#: The version that was recorded.
VERSION = "3.7.2"
#: Letters, their marks, apostrophes, blanks and hyphens.
NAME_PATTERN = r"^[\p{L}\p{M}' \-]+$"
PASSWORD_CHARACTERS = r"[\x21-\x7E]"
PASSWORD_DIGITS = r"(?=.*\d)"
PASSWORD_UPPER_CASE = r"(?=.*[A-Z])"
PASSWORD_SYMBOLS = r"(?=.*[\x21-\x2F\x3A-\x40\x5B-\x60\x7B-\x7E])"
LONGEST_PASSWORD = 30


class Accounts(t.Protocol):
    """What the rules ask of people."""

    def seats_taken(self) -> int:
        """How many have a paid seat."""


@dataclasses.dataclass(frozen=True)
class Rules:
    """What somebody may do as far as the portal as a whole is concerned."""

    settings: Settings
    people: Accounts

    def demand_seat(self) -> None:
        """Refuse what takes a paid seat if none is free."""
        if not self._has_seats(1):
            raise failures.quota_exceeded(
                f"The number of admins should not exceed {self.settings.seats}"
            )

    def demand_seats(self, wanted: int) -> None:
        """Refuse a list that takes more paid seats than are free."""
        if wanted and not self._has_seats(wanted):
            free = max(self.settings.seats - self.people.seats_taken(), 0)
            raise failures.quota_exceeded(
                f"The number of admins exceeds the limit: {wanted}/{free}."
            )

    def demand_option(self, name: str) -> None:
        """Refuse what the plan does not have."""
        if name in self.settings.lacks:
            raise failures.not_in_plan()

    def demand_inviting(self, of_guests: bool = False) -> None:
        """Refuse new accounts that the settings do not allow."""
        settings = self.settings
        if not (settings.invites_guests if of_guests else settings.invites_members):
            raise failures.access_denied()

    def demand_password(self, password: str) -> None:
        """Refuse a password that the policy does not allow."""
        settings = self.settings
        wanted = "".join(
            pattern
            for pattern, is_on in (
                (PASSWORD_DIGITS, settings.password_digits),
                (PASSWORD_UPPER_CASE, settings.password_upper_case),
                (PASSWORD_SYMBOLS, settings.password_symbols),
            )
            if is_on
        )
        length = f"{{{settings.password_length},{LONGEST_PASSWORD}}}"
        if not re.fullmatch(f"{wanted}{PASSWORD_CHARACTERS}{length}", password, re.ASCII):
            raise failures.bad_argument(
                f"Password must contain from {settings.password_length} to {LONGEST_PASSWORD}"
                " characters, only latin letters, no spaces"
            )

    def demand_space(self, quota: int | None) -> None:
        """Refuse a quota that is larger than the portal, or no whole number."""
        if quota is None or quota > SPACE:
            raise failures.bad_argument(
                "Failed to set quota per user."
                " The entered value is greater than the total DocSpace storage."
            )

    def restricts_rooms(self) -> bool:
        """Whether external sharing is off for rooms."""
        return self.settings.restricts_rooms and not self.settings.shares_externally

    def blocks_links(self) -> bool:
        """Whether open links of rooms are closed to people without an account."""
        return self.settings.blocks_old_links and self.restricts_rooms()

    def links_are_internal(self) -> bool:
        """Whether new links are internal where nothing is said."""
        return self.settings.links_are_internal or not self.settings.shares_externally

    def demand_room_space(self, quota: int | None) -> None:
        """Refuse a quota that is larger than the portal."""
        if quota is not None and quota > SPACE:
            raise failures.invalid_operation(
                "Failed to set quota per room."
                " The entered value is greater than the total DocSpace storage."
            )

    def _has_seats(self, wanted: int) -> bool:
        seats = self.settings.seats
        return seats == UNLIMITED or self.people.seats_taken() + wanted <= seats
