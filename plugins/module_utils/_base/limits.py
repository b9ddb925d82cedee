# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Brakes: how much a task may do at most."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .errors import DocSpaceError, OptionError
from .texts import listed, printable

#: 100 %, in thousandths of a percent.
_ALL = 100_000


@dataclass(frozen=True)
class Limit:
    """The most of some things that one task may remove: a number, or a share of all of them.

    :param share: in thousandths of a percent.
    """

    text: str
    number: int | None = None
    share: int | None = None

    @classmethod
    def parse(cls, option: str, text: str) -> Limit:
        """Read ``10`` or ``25%``.

        :raises OptionError: if it is neither.
        """
        text = text.strip()
        if re.fullmatch(r"[0-9]{1,9}", text):
            return cls(text, number=int(text))
        percentage = re.fullmatch(r"([0-9]{1,3})(?:\.([0-9]{1,3}))?%", text)
        if percentage:
            share = int(percentage[1]) * 1000 + int((percentage[2] or "").ljust(3, "0"))
            if share <= _ALL:
                return cls(text, share=share)
        raise OptionError(
            option,
            f"'{printable(text)}' is neither a number such as 10 nor a percentage such as 25%.",
        )

    def allows(self, count: int, total: int) -> bool:
        """Whether so many of so many may go."""
        if self.number is not None:
            return count <= self.number
        return self.share is None or count * _ALL <= self.share * total


def parse_limit(option: str, text: str | None) -> Limit | None:
    """Read an option that may be left out.

    :raises OptionError: if it is neither a number nor a percentage.
    """
    return None if text is None else Limit.parse(option, text)


def check_range(option: str, number: int, least: int, most: int, unit: str = "") -> int:
    """Check a number that has bounds of its own.

    :param unit: of the bounds, with a blank in front.
    :raises OptionError: with these.
    """
    if not least <= number <= most:
        raise OptionError(option, f"must be from {least} to {most}{unit}, not {number}.")
    return number


def check_limit(
    option: str,
    limit: Limit | None,
    removals: int,
    total: int,
    what: str,
    who: Sequence[str] = (),
) -> None:
    """Refuse more removals than an option allows.

    :param what: the things of which there are ``total``, in words.
    :param who: what would be removed, if it is worth naming.
    :raises DocSpaceError: with both numbers.
    """
    if limit and not limit.allows(removals, total):
        raise DocSpaceError(
            f"{option}: {removals} of {total} {what} would be removed, and the limit is"
            f" {limit.text}{': ' if who else ''}{listed(who)}. Nothing was changed; check who is"
            " named, or raise the limit.",
            f"{option}_exceeded",
            removals=removals,
            members=total,
        )
