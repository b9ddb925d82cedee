# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Texts of others, as they are shown to people."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .errors import MAX_LISTED

#: The longest name or address that a portal stores, in characters.
MAX_LENGTH = 255

#: Halves of characters beyond U+FFFF, which are no text on their own.
SURROGATES = re.compile("[\ud800-\udfff]")


def encodable(text: str) -> str:
    """Text that can be written in any encoding of Unicode."""
    return SURROGATES.sub("\ufffd", text)


def printable(text: str) -> str:
    """Text on one line of a limited length, without anything that would steer a terminal."""
    cut = text if len(text) <= MAX_LENGTH else f"{text[:MAX_LENGTH]}\u2026"
    return "".join(char if char.isprintable() else "\ufffd" for char in cut)


def listed(texts: Sequence[str], separator: str = ", ") -> str:
    """Texts in a message: all of them if they are few."""
    named = separator.join(texts[:MAX_LISTED])
    more = len(texts) - MAX_LISTED
    return f"{named} and {more} more" if more > 0 else named
