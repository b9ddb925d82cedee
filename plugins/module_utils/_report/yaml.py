# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Properties as YAML, for people to read in a difference."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import Union

from .._base.texts import printable

Value = Union[str, None, Sequence[str]]

#: Texts that mean themselves without quotes, at least if no parser takes them for something else.
_PLAIN = re.compile(r"[^\W\d_]([\w .@+&'()/-]*[\w.)])?")
_WORDS = frozenset(("false", "n", "no", "null", "off", "on", "true", "y", "yes"))


def to_yaml(properties: Mapping[str, Value]) -> str:
    """Texts, lists of texts, and null, each on lines of its own."""
    return "".join(line for key, value in properties.items() for line in _lines(key, value))


def _lines(key: str, value: Value) -> list[str]:
    if value is None:
        return [f"{key}: null\n"]
    if isinstance(value, str):
        return [f"{key}: {_scalar(value)}\n"]
    if not value:
        return [f"{key}: []\n"]
    return [f"{key}:\n", *(f"  - {_scalar(item)}\n" for item in value)]


def _scalar(text: str) -> str:
    shown = printable(text)
    if _PLAIN.fullmatch(shown) and shown.lower() not in _WORDS:
        return shown
    return json.dumps(shown, ensure_ascii=False)
