# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Properties as YAML, for people to read in a difference."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Union

from .._base.texts import printable
from .documents import yaml_lines

Value = Union[str, None, Sequence[str]]


def to_yaml(properties: Mapping[str, Value]) -> str:
    """Texts, lists of texts, and null, each on lines of its own."""
    shown = {key: _shown(value) for key, value in properties.items()}
    return "".join(f"{line}\n" for line in yaml_lines(shown))


def _shown(value: Value) -> Value:
    if value is None or isinstance(value, str):
        return value and printable(value)
    return [printable(item) for item in value]
