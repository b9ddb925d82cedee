# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The settings of a room as clients send them."""

from __future__ import annotations

import random
import typing as t

from ..http import binding, failures, values
from ..http.failures import Invalid
from ..http.jsontext import Node
from .covers import COVERS
from .records import COLORS, Settings

_DTO = "ASC.Files.ApiModels.RequestDto"
_LONGEST_TITLE, _LONGEST_COLOR, _LONGEST_TEXT = 170, 6, 255
_LONGEST_LIFE = 999
_DEFAULT_QUOTA = -2
_PERIODS = (0, 1, 2)
_LOGO = ("color", "cover")


def _period(node: Node) -> int:
    if not isinstance(node.value, int) or node.value not in _PERIODS:
        raise node.invalid("ASC.Files.Core.RoomDataLifetimePeriod")
    return node.value


_LIFETIME = binding.record(
    f"{_DTO}.RoomDataLifetimeDto",
    {
        "period": _period,
        "value": binding.number,
        "deletePermanently": binding.truth,
        "enabled": binding.truth,
    },
)
_WATERMARK = binding.record(
    f"{_DTO}.WatermarkRequestDto",
    {
        **dict.fromkeys(("text", "imageUrl"), binding.text),
        **dict.fromkeys(("additions", "rotate", "imageScale"), binding.number),
        **dict.fromkeys(("imageWidth", "imageHeight"), binding.number),
        "enabled": binding.truth,
    },
)


def _whole(node: Node) -> int | None:
    if node.value is not None and not values.Anything(node.value).is_number:
        raise node.invalid("System.Nullable`1[System.Int64]")
    return values.Anything(node.value).whole_number()


def _or_null(convert: binding.Converter) -> binding.Converter:
    return lambda node: None if node.value is None else convert(node)


#: What may stand beside the title.
FIELDS: dict[str, binding.Converter] = {
    "tags": binding.list_of(binding.text, "System.String"),
    **dict.fromkeys(("color", "cover"), binding.text),
    **dict.fromkeys(("indexing", "denyDownload"), binding.truth),
    **dict.fromkeys(("saveFormAsXLSX", "sendFormToExternalDB"), binding.truth),
    "quota": _whole,
    "lifetime": _or_null(_LIFETIME),
    "watermark": _or_null(_WATERMARK),
}


def demand_valid(sent: dict[str, t.Any], prefix: str = "") -> None:
    """Refuse what is too long or cannot be."""
    _demand_length(sent.get("title"), _LONGEST_TITLE, prefix, "Title")
    _demand_length(sent.get("color"), _LONGEST_COLOR, prefix, "Color")
    lifetime = sent.get("lifetime") or {}
    value = lifetime.get("value")
    if value is not None and not 1 <= value <= _LONGEST_LIFE:
        message = f"The field Value must be between 1 and {_LONGEST_LIFE}."
        raise Invalid(f"{prefix}Lifetime.Value", message)
    text = (sent.get("watermark") or {}).get("text")
    _demand_length(text, _LONGEST_TEXT, f"{prefix}Watermark.", "Text")


def demand_cover(sent: dict[str, t.Any]) -> None:
    """Refuse a picture that is not among those of the server."""
    if sent.get("cover") and sent["cover"] not in COVERS:
        message = "Value does not fall within the expected range. (Parameter 'icon')"
        raise failures.bad_argument(message)


def changes(sent: dict[str, t.Any], of: Settings, is_new: bool = False) -> dict[str, t.Any]:
    """The settings that a body changes, by their names here."""
    found: dict[str, t.Any] = {}
    plain = {
        "indexing": "indexing",
        "denyDownload": "denies_download",
        "saveFormAsXLSX": "saves_as_xlsx",
        "sendFormToExternalDB": "sends_to_database",
    }
    for name, kept in plain.items():
        if sent.get(name) is not None:
            found[kept] = sent[name]
    if sent.get("tags") is not None:
        found["tags"] = list(dict.fromkeys(tag for tag in sent["tags"] if tag))
    if sent.get("color") is not None:
        others = [color for color in COLORS if color != of.color]
        found["color"] = sent["color"] or random.choice(others)
    if sent.get("cover") is not None:
        found["cover"] = sent["cover"]
    if sent.get("lifetime") is not None:
        found["lifetime"] = _lifetime(sent["lifetime"], is_new)
    if sent.get("watermark") is not None:
        found["watermark"] = _watermark(sent["watermark"], is_new)
    return found


def quota(sent: int | None) -> int | None:
    """The quota of its own that a number gives; from the default down there is none."""
    return None if sent is None or sent <= _DEFAULT_QUOTA else sent


def events(before: Settings, found: dict[str, t.Any]) -> list[tuple[str, dict[str, t.Any]]]:
    """What is noted of changed settings; a lifetime each time that it is sent."""
    noted: list[tuple[str, dict[str, t.Any]]] = []
    if "tags" in found:
        added = [tag for tag in found["tags"] if tag not in before.tags]
        gone = [tag for tag in before.tags if tag not in found["tags"]]
        noted += [("AddedRoomTags", {"tags": added})] if added else []
        noted += [("DeletedRoomTags", {"tags": gone})] if gone else []
    for name, title in (("indexing", "Indexing"), ("denies_download", "DenyDownload")):
        if name in found and found[name] != getattr(before, name):
            noted.append((f"Room{title}{'Enabled' if found[name] else 'Disabled'}", {}))
    if found.get("lifetime"):
        noted.append(("RoomLifeTimeSet", {"lifetime": found["lifetime"]}))
    elif "lifetime" in found and before.lifetime:
        noted.append(("RoomLifeTimeDisabled", {}))
    if found.get("watermark"):
        noted.append(("RoomWatermarkSet", {}))
    elif "watermark" in found and before.watermark:
        noted.append(("RoomWatermarkDisabled", {}))
    drawn = any(found.get(name, getattr(before, name)) != getattr(before, name) for name in _LOGO)
    return [*noted, ("RoomCoverChanged", {})] if drawn else noted


def _lifetime(sent: dict[str, t.Any], is_new: bool) -> dict[str, t.Any] | None:
    # A new room has it even if it is sent as switched off.
    if sent.get("enabled") is False and not is_new:
        return None
    return {
        "deletePermanently": sent.get("deletePermanently") or False,
        "period": sent.get("period", 0),
        "value": sent.get("value") or 0,
    }


def _watermark(sent: dict[str, t.Any], is_new: bool) -> dict[str, t.Any] | None:
    if sent.get("enabled") is False and not is_new:
        return None
    texts = {name: sent[name] for name in ("text", "imageUrl") if sent.get(name)}
    numbers = ("additions", "rotate", "imageScale", "imageHeight", "imageWidth")
    shown = {name: sent.get(name) or 0 for name in numbers}
    # It is lost on the way into a new room.
    shown["imageScale"] *= not is_new
    return {**texts, **shown}


def _demand_length(text: str | None, longest: int, prefix: str, field: str) -> None:
    if text is not None and len(text) > longest:
        limit = f"must be a string with a maximum length of {longest}."
        raise Invalid(prefix + field, f"The field {field} {limit}")
