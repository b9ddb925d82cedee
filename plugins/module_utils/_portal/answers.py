# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Reading the rows of an answer; what does not have the form of the API is an error."""

from __future__ import annotations

import re
from typing import Any

from .._base.errors import RequestError
from .._base.texts import encodable
from .._http.transport import Answer

_GUID = re.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
#: More people or groups than any portal has.
_MAX_NUMBER = 10**6


def wrong_shape() -> RequestError:
    """The failure behind an answer of another form."""
    return RequestError(
        "The portal's answer does not have the form of the API version 2.0; this collection"
        " supports DocSpace 2.0 and newer.",
        "bad_answer",
    )


def rows(answer: Answer) -> list[Any]:
    """The rows of a list."""
    if not isinstance(answer.response, list):
        raise wrong_shape()
    return answer.response


def total(answer: Answer) -> int:
    """How long a list is in all."""
    return len(rows(answer)) if answer.total is None else _plausible(answer.total)


def optional(answer: Answer) -> Any:
    """What an answer tells about something; None where there is nothing to tell."""
    if answer.response is None and not answer.is_empty:
        raise wrong_shape()
    return answer.response


def text(row: Any, key: str) -> str:
    """A property that an answer must or may have; absent counts as empty."""
    if not isinstance(row, dict):
        raise wrong_shape()
    value = row.get(key)
    return encodable(value) if isinstance(value, str) else ""


def guid(row: Any) -> str:
    """The id of a row; as it goes into paths and messages, it must be one."""
    key = text(row, "id")
    if not _GUID.fullmatch(key):
        raise wrong_shape()
    return key


def items(row: Any, key: str) -> list[Any]:
    """A list that an answer may have; absent counts as empty."""
    value = (row.get(key) or []) if isinstance(row, dict) else None
    if not isinstance(value, list):
        raise wrong_shape()
    return value


def mapping(row: Any, key: str) -> dict[str, Any] | None:
    """An object that an answer may have."""
    value = row.get(key) if isinstance(row, dict) else None
    if value is not None and not isinstance(value, dict):
        raise wrong_shape()
    return value


def whole(row: Any, key: str) -> int:
    """A number that an answer must have, such as the id of a room."""
    value = row.get(key) if isinstance(row, dict) else None
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise wrong_shape()
    return value


def number(row: Any, key: str) -> int:
    """A number that an answer may have; absent counts as zero."""
    return _plausible(row.get(key) or 0)


def _plausible(value: Any) -> int:
    # A list of any other length would be read without end.
    if not isinstance(value, int) or not 0 <= value <= _MAX_NUMBER:
        raise wrong_shape()
    return value
