# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""What first and last names may be made of, by the portal's own pattern."""

from __future__ import annotations

import re
import unicodedata
from typing import Callable

from .._base.texts import printable

_ONE_CLASS = re.compile(r"\^\[((?!\^)(?:\\p\{[A-Z][a-z]?\}|\\[^pP]|[^\\\[\]])+)\][+*]\$")
_PART = re.compile(r"\\p\{(?P<category>[A-Z][a-z]?)\}|\\(?P<escaped>.)|(?P<plain>.)", re.DOTALL)
_SHORTHANDS: dict[str, Callable[[str], bool]] = {
    "d": lambda char: unicodedata.category(char) == "Nd",
    "s": str.isspace,
    "w": lambda char: (
        unicodedata.category(char)[0] == "L" or unicodedata.category(char) in ("Mn", "Nd", "Pc")
    ),
}


def compile_pattern(pattern: str) -> Callable[[str], bool] | None:
    """Whether a character may be in a name; None if a pattern is of a form not known here.

    :param pattern: a regular expression of .NET, which has classes that Python's have not.
    """
    found = _ONE_CLASS.fullmatch(pattern)
    if not found:
        return None
    tests: list[Callable[[str], bool]] = []
    chars: list[str | None] = []  # None where no range can begin
    for part in _PART.finditer(found[1]):
        category, escaped, plain = part["category"], part["escaped"], part["plain"]
        if category:
            tests.append(_is_of(category))
            chars.append(None)
        elif escaped and escaped.isalnum():
            if escaped not in _SHORTHANDS:
                return None
            tests.append(_SHORTHANDS[escaped])
            chars.append(None)
        elif plain == "-":
            chars.append("range")
        else:
            chars.append(escaped or plain)
    single = _singles_and_ranges(chars)
    if single is None:
        return None
    return lambda char: single(char) or any(test(char) for test in tests)


def refused_character(name: str, pattern: str) -> str | None:
    """The first character of a name that a portal refuses, and its place, in words."""
    allows = compile_pattern(pattern)
    if not allows:
        return None
    for place, char in enumerate(name, start=1):
        if not allows(char):
            return f'"{printable(char)}" (U+{ord(char):04X}, character {place})'
    return None


def _is_of(category: str) -> Callable[[str], bool]:
    return lambda char: unicodedata.category(char).startswith(category)


def _singles_and_ranges(chars: list[str | None]) -> Callable[[str], bool] | None:
    singles: set[str] = set()
    ranges: list[tuple[str, str]] = []
    at = 0
    while at < len(chars):
        char = chars[at]
        is_range = at + 2 < len(chars) and chars[at + 1] == "range"
        end = chars[at + 2] if is_range else None
        if char is None and is_range:
            return None
        if char is not None and is_range and len(char) == 1:
            if end is None or len(end) != 1 or end < char:
                return None
            ranges.append((char, end))
            at += 3
            continue
        if char == "range":
            singles.add("-")
        elif char is not None:
            singles.add(char)
        at += 1
    return lambda char: char in singles or any(low <= char <= high for low, high in ranges)
