# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Texts in YAML that mean themselves to every parser, of YAML 1.1 and 1.2."""

from __future__ import annotations

import json
import re

#: What has no meaning in YAML after a letter. All notations of numbers, dates and times begin with
#: something else, and so does whatever has a meaning at the beginning.
_PLAIN = re.compile(r"\w([\w .@+&'()/-]*[\w.)])?")
#: Words that some parser takes for something else, and those that people would.
_NO_TEXT = re.compile(
    "true|false|yes|no|on|off|y|n|null|nil|none|undefined|nan|inf|infinity", re.IGNORECASE
)


def scalar(text: str) -> str:
    """A text in YAML: plain where it is plainly a word, and else in quotes."""
    if text[:1].isalpha() and _PLAIN.fullmatch(text) and not _NO_TEXT.fullmatch(text):
        return "".join(text)
    # Texts from templates are of kinds of their own; json and join only see the characters.
    return "".join(map(_escaped, json.dumps(text, ensure_ascii=False)))


def _escaped(char: str) -> str:
    """A character in quotes: what is not seen, or changes how others are seen, by its number."""
    if char.isprintable():
        return char
    return f"\\U{ord(char):08x}" if ord(char) > 0xFFFF else f"\\u{ord(char):04x}"
