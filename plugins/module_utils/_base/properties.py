# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""What a property of a noun is: one row of the table that each noun brings."""

from __future__ import annotations

import operator
from dataclasses import dataclass
from typing import Any, Callable, Generic, TypeVar

Noun = TypeVar("Noun")


def _always(_current: Any, _desired: Any) -> None:
    return None


@dataclass(frozen=True)
class Property(Generic[Noun]):
    """A property that a task may name.

    :param option: the module's option, and the key in differences.
    :param api_name: the property in the API's requests.
    :param read: its value in what the portal has.
    :param same: whether two values are the same.
    :param encode: a value as it is sent.
    :param obstacle: why a value cannot be set on what the portal has; None if it can.
    """

    option: str
    api_name: str
    read: Callable[[Noun], Any]
    same: Callable[[Any, Any], bool] = operator.eq
    encode: Callable[[Any], Any] = str
    obstacle: Callable[[Noun, Any], str | None] = _always
