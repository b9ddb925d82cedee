# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Lifetime and watermark of rooms: as options and results have them, and as the API does."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

#: How long files stay is counted in these, by their numbers in the API.
PERIODS = ("day", "month", "year")
#: What a watermark may say of whoever looks at a document; their numbers are added up.
ADDITIONS = {
    "user_name": 1,
    "user_email": 2,
    "user_ip_address": 4,
    "current_date": 8,
    "room_name": 16,
}
#: What of a watermark is a number, by option.
_NUMBERS = {
    "rotate": "rotate",
    "image_scale": "imageScale",
    "image_width": "imageWidth",
    "image_height": "imageHeight",
}
#: What of it is text.
_TEXTS = {"text": "text", "image_url": "imageUrl"}

Values = Mapping[str, Any]


def read_lifetime(row: Values | None) -> dict[str, Any] | None:
    """The lifetime of the files of a room as the option has it; None if they stay."""
    if row is None:
        return None
    number = _number(row, "period")
    return {
        "period": PERIODS[number] if number in range(len(PERIODS)) else str(number),
        "value": _number(row, "value"),
        "delete_permanently": bool(row.get("deletePermanently")),
    }


def write_lifetime(option: Values | None) -> dict[str, Any]:
    """A lifetime as it is sent, whole, as the portal resets what is left out; nothing ends it."""
    if not option:
        return {"enabled": False}
    return {
        "enabled": True,
        "period": PERIODS.index(option["period"]),
        "value": option["value"],
        "deletePermanently": option["delete_permanently"],
    }


def read_watermark(row: Values | None) -> dict[str, Any] | None:
    """The watermark of a room as the option has it; None if there is none."""
    if row is None:
        return None
    flags = _number(row, "additions")
    return {
        **{option: str(row.get(name) or "") for option, name in _TEXTS.items()},
        "additions": [each for each, flag in ADDITIONS.items() if flags & flag],
        **{option: _number(row, name) for option, name in _NUMBERS.items()},
    }


def write_watermark(option: Values | None) -> dict[str, Any]:
    """A watermark as it is sent, whole, as the portal resets what is left out; nothing ends it."""
    if not option:
        return {"enabled": False}
    return {
        "enabled": True,
        **{name: option[key] for key, name in _TEXTS.items() if option[key]},
        "additions": sum(ADDITIONS[each] for each in option["additions"]),
        **{name: option[key] for key, name in _NUMBERS.items()},
    }


def _number(row: Values, name: str) -> int:
    value = row.get(name)
    return value if isinstance(value, int) else 0
