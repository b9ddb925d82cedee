# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Texts of others, as they are shown to people."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Callable

from .errors import MAX_LISTED

#: The longest name or address that a portal stores, in characters.
MAX_LENGTH = 255

#: Halves of characters beyond U+FFFF, which are no text on their own.
SURROGATES = re.compile("[\ud800-\udfff]")

#: Joins letters of Arabic, Persian and Indic scripts, and is part of how words are written there.
_JOINERS = "\u200c\u200d"
#: Printable by the rules, and nothing to see: fillers, blank patterns, variation selectors.
_BLANK = re.compile("[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0]")


def invisible(text: str) -> str:
    """The first character that nobody sees, in words with its number; empty if there is none."""
    if text.isprintable() and not _BLANK.search(text):
        return ""
    import unicodedata  # as rare as such a text

    for at, char in enumerate(text):
        if char.isprintable() and not _BLANK.match(char):
            continue
        before, after = (
            unicodedata.category(each) if each > "\u05ff" else ""
            for each in (text[at - 1 : at], text[at + 1 : at + 2])
        )
        if char in _JOINERS and before[:1] in ("L", "M") and after[:1] in ("L", "M"):
            continue
        if "\ufe00" <= char <= "\ufe0f" and before == "So":
            continue  # says how a symbol is drawn
        name = unicodedata.name(char, "a line end" if char in "\r\n" else "a control character")
        return f"U+{ord(char):04X} ({name.lower()})"
    return ""


def decomposed(text: str) -> str:
    """The first mark that stands apart from its letter although both are one character, in words.

    Names of files on some systems are written so. Empty if there is none.
    """
    if text.isascii():
        return ""
    import unicodedata

    if unicodedata.is_normalized("NFC", text):
        return ""
    composed = unicodedata.normalize("NFC", text)
    at = next((at for at, pair in enumerate(zip(text, composed)) if pair[0] != pair[1]), 0)
    mark = next((char for char in text[at:] if unicodedata.combining(char)), text[at])
    return f"U+{ord(mark):04X} ({unicodedata.name(mark, 'a mark').lower()})"


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


def so_far(what: str, total: int, size: int = 1, before: int = 0) -> Callable[[int], str]:
    """How far long work is, by how many parts of it are done.

    :param size: of a part.
    :param before: what was done before the first part.
    """
    return lambda done: f"{what} {min(before + done * size, total):,} of {total:,}"
