# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""The options about a room, which several modules have: how they are declared and read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, Callable

from .._base.edge import check_text
from .._base.errors import OptionError
from .._base.limits import check_range
from .._base.quotas import parse_quota
from .._base.references import parse_reference
from .._base.room_references import check_room_reference, check_title
from .._base.texts import printable
from .._portal.model.room import TYPE_NUMBERS
from .._portal.model.room_values import ADDITIONS, PERIODS
from .desired_room import ABSENT, ARCHIVED, PRESENT, DesiredRoom

_TAGS = {"type": "list", "elements": "str"}
#: What is desired of a room.
ROOM: dict[str, Any] = {
    "room": {"type": "str", "required": True},
    "title": {"type": "str"},
    "room_type": {"type": "str", "choices": list(TYPE_NUMBERS)},
    "owner": {"type": "str"},
    "tags": {
        "type": "dict",
        "options": {"add": _TAGS, "remove": _TAGS, "exact": _TAGS},
        "mutually_exclusive": [["exact", "add"], ["exact", "remove"]],
        "required_one_of": [["add", "remove", "exact"]],
    },
    "quota": {"type": "str"},
    "indexing": {"type": "bool"},
    "deny_download": {"type": "bool"},
    "lifetime": {
        "type": "dict",
        "options": {
            "period": {"type": "str", "choices": list(PERIODS), "required": True},
            "value": {"type": "int", "required": True},
            "delete_permanently": {"type": "bool", "default": False},
        },
    },
    "no_lifetime": {"type": "bool"},
    "watermark": {
        "type": "dict",
        "options": {
            "text": {"type": "str"},
            "additions": {"type": "list", "elements": "str", "choices": list(ADDITIONS)},
            "rotate": {"type": "int", "default": 0},
            "image_url": {"type": "str"},
            "image_scale": {"type": "int", "default": 0},
            "image_width": {"type": "int", "default": 0},
            "image_height": {"type": "int", "default": 0},
        },
        "required_one_of": [["text", "additions", "image_url"]],
    },
    "no_watermark": {"type": "bool"},
    "color": {"type": "str"},
    "cover": {"type": "str"},
    "no_cover": {"type": "bool"},
    "template": {"type": "str"},
    "state": {"type": "str", "choices": [PRESENT, ARCHIVED, ABSENT], "default": PRESENT},
    "allow_delete": {"type": "bool", "default": False},
}
#: Which of these exclude each other.
ROOM_EXCLUSIONS = [
    ["lifetime", "no_lifetime"],
    ["watermark", "no_watermark"],
    ["cover", "no_cover"],
]
_COLOR = re.compile("[0-9A-Fa-f]{6}")
_LONGEST_LIFE = 999


def parse_room(entry: Mapping[str, Any], place: str = "") -> DesiredRoom:
    """Read what is desired of a room.

    :param place: where it stands in the options, in front of what a message is about.
    :raises OptionError: naming what is wrong with it.
    """
    reference = check_room_reference(f"{place}room", entry["room"])
    if entry["state"] == ABSENT:
        return DesiredRoom(reference, place, ABSENT, allow_delete=entry["allow_delete"])
    tags = entry["tags"] or {}
    exact = tags.get("exact")
    desired = DesiredRoom(
        reference,
        place,
        entry["state"],
        dict(_properties(entry, place)),
        parse_reference(f"{place}owner", entry["owner"]),
        add=_tags(f"{place}tags, add", tags.get("add")),
        remove=_tags(f"{place}tags, remove", tags.get("remove")),
        exact=None if exact is None else _tags(f"{place}tags, exact", exact),
        template=_template(place, entry["template"]),
    )
    desired.check_tags()
    return desired


def _properties(entry: Mapping[str, Any], place: str) -> Iterable[tuple[str, Any]]:
    """The properties that are named, by option, as ``ROOM_PROPERTIES`` compares them."""
    for option, read in _READERS.items():
        if entry[option] is not None:
            yield option, read(f"{place}{option}", entry[option])
    for option, nothing in _NOTHING.items():
        if entry[f"no_{option}"]:
            yield option, nothing


def _as_it_is(_option: str, given: Any) -> Any:
    return given


def _lifetime(option: str, given: Mapping[str, Any]) -> dict[str, Any]:
    value = check_range(f"{option}, value", given["value"], 1, _LONGEST_LIFE)
    return {
        "period": given["period"],
        "value": value,
        "delete_permanently": bool(given["delete_permanently"]),
    }


def _watermark(option: str, given: Mapping[str, Any]) -> dict[str, Any]:
    for key in ("text", "image_url"):
        if given.get(key):
            check_text(f"{option}, {key}", given[key])
    named = set(given.get("additions") or ())
    return {
        "text": given.get("text") or "",
        "image_url": given.get("image_url") or "",
        "additions": [each for each in ADDITIONS if each in named],
        **{
            key: check_range(f"{option}, {key}", given[key], -(10**6), 10**6)
            for key in ("rotate", "image_scale", "image_width", "image_height")
        },
    }


def is_color(text: str) -> bool:
    """Whether a task can give a text as a color."""
    return bool(_COLOR.fullmatch(text))


def _color(option: str, text: str) -> str:
    color = text.strip()
    if not is_color(color):
        raise OptionError(
            option,
            f"'{printable(text)}' is no color such as FF6680; give six hexadecimal digits, without"
            " a number sign.",
        )
    return color


def _cover(_option: str, text: str) -> str:
    return text.strip()


def _tags(option: str, given: Iterable[str] | None) -> tuple[str, ...]:
    found = []
    for position, text in enumerate(given or (), start=1):
        check_text(f"{option}, entry {position}", text)
        tag = text.strip()
        if not tag:
            raise OptionError(f"{option}, entry {position}", "is empty; give a tag.")
        found.append(tag)
    return tuple(dict.fromkeys(found))


def _template(place: str, text: str | None) -> str | None:
    return None if text is None else check_room_reference(f"{place}template", text)


#: How a property is read from its option.
_READERS: dict[str, Callable[[str, Any], Any]] = {
    "title": check_title,
    "room_type": _as_it_is,
    "indexing": _as_it_is,
    "deny_download": _as_it_is,
    "quota": parse_quota,
    "lifetime": _lifetime,
    "watermark": _watermark,
    "color": _color,
    "cover": _cover,
}
#: What stands for none of it.
_NOTHING: dict[str, Any] = {"lifetime": {}, "watermark": {}, "cover": ""}
