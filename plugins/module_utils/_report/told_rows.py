# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Reading what results of modules tell, as playbooks hand it back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from .._base.errors import OptionError
from .._base.texts import printable

#: The option whose value these are.
RESULT = "_input"
_WHAT = "is not what room_info returned with effective_for or access, nor a report of access_report"


def not_told(why: str) -> OptionError:
    """That something is no result of the modules.

    :param why: where in it, and what is wrong there.
    """
    return OptionError(RESULT, f"{_WHAT}: {why}. Give that as it is, and not a part of it.")


def mapping(value: Any, where: str) -> Mapping[str, Any]:
    """A mapping.

    :raises OptionError: naming the place, if it is none.
    """
    if not isinstance(value, Mapping):
        raise not_told(f"{where} is no mapping")
    return value


def rows(row: Mapping[str, Any], key: str, where: str = "it") -> list[Mapping[str, Any]]:
    """A list of mappings; empty if it is left out.

    :raises OptionError: naming the place, if it is something else.
    """
    found = row.get(key, ())
    if isinstance(found, (str, bytes)) or not isinstance(found, Sequence):
        raise not_told(f"{key} of {where} is no list")
    return [mapping(each, f"{key}, entry {at} of {where}") for at, each in enumerate(found, 1)]


def text(row: Mapping[str, Any], key: str, where: str) -> str:
    """A text.

    :raises OptionError: naming the place, if it is none.
    """
    found = row.get(key)
    if not isinstance(found, str):
        raise not_told(f"{key} of {where} is no text")
    return found


def some_text(row: Mapping[str, Any], key: str, where: str) -> str:
    """A text that is empty if it is null or left out.

    :raises OptionError: naming the place, if it is something else.
    """
    return "" if row.get(key) is None else text(row, key, where)


def flag(row: Mapping[str, Any], key: str, where: str) -> bool:
    """Whether something is so.

    :raises OptionError: naming the place, if it is neither true nor false.
    """
    found = row.get(key)
    if not isinstance(found, bool):
        raise not_told(f"{key} of {where} is neither true nor false")
    return found


def place(row: Mapping[str, Any], position: int) -> str:
    """A room in a message."""
    title = row.get("title")
    named = f' ("{printable(title)}")' if isinstance(title, str) else ""
    return f"rooms, entry {position}{named}"
