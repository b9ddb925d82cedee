# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Properties as YAML, for people to read in a difference."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Union

from .._base.texts import printable
from .._base.yaml import scalar

Value = Union[str, None, Sequence[str]]


def to_yaml(properties: Mapping[str, Value]) -> str:
    """Texts, lists of texts, and null, each on lines of its own."""
    return "".join(line for key, value in properties.items() for line in _lines(key, value))


def _lines(key: str, value: Value) -> list[str]:
    if value is None:
        return [f"{key}: null\n"]
    if isinstance(value, str):
        return [f"{key}: {_shown(value)}\n"]
    if not value:
        return [f"{key}: []\n"]
    return [f"{key}:\n", *(f"  - {_shown(item)}\n" for item in value)]


def _shown(text: str) -> str:
    return scalar(printable(text))
