# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""What a portal's subscription and settings allow."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Seats:
    """Paid seats: those of the owner, administrators and room administrators.

    :param used: pending accounts count, disabled ones do not.
    :param allowed: None if there is no limit, or it is not known.
    """

    used: int
    allowed: int | None = None

    @property
    def free(self) -> int | None:
        """How many are left; None if there is no limit, or it is not known."""
        return None if self.allowed is None else max(0, self.allowed - self.used)


@dataclass(frozen=True)
class Plan:
    """What a subscription allows.

    :param options: what is switched on or off, by the portal's name for it.
    :param limits: how much of something there is and may be, by the portal's name for it. What
        there is, is None for a key that may not know; what may be, where there is no limit.
    :param user_quotas: whether people may have a limit of their own on what they store.
    :param room_quotas: whether rooms may have one.
    :param shows_used: whether the key may know how many seats are used; users' keys may not.
    """

    seats: Seats
    options: Mapping[str, bool] = field(default_factory=dict, hash=False)
    limits: Mapping[str, tuple[int | None, int | None]] = field(default_factory=dict, hash=False)
    user_quotas: bool = False
    room_quotas: bool = False
    shows_used: bool = True


@dataclass(frozen=True)
class InvitationSettings:
    """Whether people may be invited into a portal at all."""

    members: bool
    guests: bool


@dataclass(frozen=True)
class PasswordPolicy:
    """What passwords must have, beside being of characters of ASCII without blanks.

    :param min_length: in characters.
    :param upper_case: whether a capital letter is needed.
    :param digits: whether a digit is.
    :param symbols: whether a character is that is neither letter nor digit.
    """

    min_length: int
    upper_case: bool = False
    digits: bool = False
    symbols: bool = False


@dataclass(frozen=True)
class PortalSettings:
    """What a portal tells of itself.

    :param version: of its server; empty if it is not told.
    :param name_pattern: what first and last names must match, as a regular expression of .NET;
        empty if none is told.
    :param invitation_limit: how many people may still be invited; None if there is no limit.
    """

    version: str = ""
    name_pattern: str = ""
    invitation_limit: int | None = None
