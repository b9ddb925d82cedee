# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Texts of others: what of them is taken, and how they are shown to people."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ._errors import MOST_NAMED, OptionError

#: The longest name or address that a portal stores, in characters.
LONGEST = 255

_HALVES = re.compile("[\ud800-\udfff]")


def check_text(option: str, text: str, longest: int = LONGEST) -> None:
    """Refuse what no request could carry.

    :raises OptionError: if a text is too long, or cannot be written as UTF-8.
    """
    if len(text) > longest:
        raise OptionError(
            option, f"has {len(text)} characters, and what it may mean has at most {longest}."
        )
    if _HALVES.search(text):
        raise OptionError(
            option, "contains bytes that are no text; write it in UTF-8, without escapes."
        )


def whole(text: str) -> str:
    """Text that can be written in any encoding of Unicode."""
    return _HALVES.sub("\ufffd", text)


def printable(text: str) -> str:
    """Text on one line of a limited length, without anything that would steer a terminal."""
    cut = text if len(text) <= LONGEST else f"{text[:LONGEST]}\u2026"
    return "".join(char if char.isprintable() else "\ufffd" for char in cut)


def some(texts: Sequence[str], separator: str = ", ") -> str:
    """Texts in a message: all of them if they are few."""
    named = separator.join(texts[:MOST_NAMED])
    more = len(texts) - MOST_NAMED
    return f"{named} and {more} more" if more > 0 else named
