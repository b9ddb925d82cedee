# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""What a task tells of a report on access beside its files: counts, and what it could not see."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from .access_report_words import counted

#: What a task warns of, as whoever reads the report should know before.
_WARNED = (
    *("hidden_people", "hidden_rooms", "unseen_people"),
    *("keys_not_shown", "invitations_not_shown", "settings_not_shown"),
)
_LINKS = "links_not_shown"


def summary(report: Mapping[str, Any]) -> dict[str, Any]:
    """The report in numbers."""
    people, rooms, changes = report["people"], report["rooms"], report["changes"]
    has_links = "links" in report["scope"]["include"]
    keys = report.get("keys")
    return {
        "people": len(people),
        "guests": sum(person["type"] == "guest" for person in people),
        "pending": sum(person["status"] == "pending" for person in people),
        "disabled": sum(person["status"] == "disabled" for person in people),
        "administrators": len(report["administrators"]),
        "groups": len(report["groups"]),
        "rooms": sum(not room["archived"] for room in rooms),
        "archived_rooms": sum(room["archived"] for room in rooms),
        "access": sum(len(room["access"]) for room in rooms),
        "links": sum(len(room["links"] or ()) for room in rooms) if has_links else None,
        "item_links": _item_links(rooms) if "items" in report["scope"]["include"] else None,
        "api_keys": None if keys is None else len(keys),
        "findings": dict(Counter(each["code"] for each in report["findings"])),
        "changes": changes and {kind: len(changes[kind]) for kind in ("gained", "lost", "changed")},
    }


def _item_links(rooms: Sequence[Mapping[str, Any]]) -> int:
    items = (item for room in rooms for item in room["items"] or ())
    return sum(len(item["links"] or ()) for item in items)


def blind_warnings(report: Mapping[str, Any]) -> list[str]:
    """What to say of blind spots that another key would not have."""
    spots = report["blind_spots"]
    # Without items it is in each report.
    warned = (*_WARNED, "items_not_read") if "items" in report["scope"]["include"] else _WARNED
    found = [
        f"access_report: {spot['text']} {spot['way_out']}"
        for spot in spots
        if spot["code"] in warned
    ]
    linked = sum(spot["code"] == _LINKS for spot in spots)
    if linked:
        have = "has" if linked == 1 else "have"
        found.append(
            f"access_report: {counted(linked, 'room')} {have} external links that are shown only to"
            " their owners and managers, and the owner of the key is neither. They are among"
            " blind_spots."
        )
    return found
