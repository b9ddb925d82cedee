# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""What changed from one report of access to the next, by who and what it is about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from .._base.texts import listed
from .access_report_summary import noun_changes
from .access_report_words import ReportNames, Row, cell_words, in_words

_HEADINGS = {
    "gained": "Access gained",
    "lost": "Access lost",
    "changed": "Access changed",
}
_NOUNS = {"item_links": "Links on folders and files"}


@dataclass(frozen=True)
class Change:
    """One of the changes.

    :param names: whom or what it is about, as they are called on the portal.
    :param text: what became of it; empty where the heading says all.
    """

    names: tuple[str, ...]
    text: str = ""


def changes_by_heading(report: Row, names: ReportNames) -> dict[str, list[Change]]:
    """All changes, under headings such as ``Access lost``, as long as there are any."""
    changes = report["changes"]
    rooms = {row["room"] for kind in _HEADINGS for row in changes[kind]}
    causes = {
        (row["person"], room["id"]): row["causes"]
        for room in report["rooms"]
        if room["id"] in rooms
        for row in room["access"]
    }
    found = {
        heading: [_access_change(row, names, causes) for row in changes[kind]]
        for kind, heading in _HEADINGS.items()
    }
    for noun, kind, rows in noun_changes(report):
        found[f"{_NOUNS.get(noun, noun.capitalize())}: {kind}"] = [
            _noun_change(noun, row, names) for row in rows
        ]
    return {heading: rows for heading, rows in found.items() if rows}


def _access_change(
    row: Row, names: ReportNames, causes: Mapping[tuple[str, str], Sequence[Row]]
) -> Change:
    before, after = cell_words(row["before"]), cell_words(row["after"])
    if row["after"] and row["after"]["cause"] == "group":
        # Of the report before, groups are not known any more.
        now = causes.get((row["person"], row["room"]), ())
        groups = [names.group(each["group"]) for each in now if each["counts"] and each["group"]]
        after = f"{in_words(row['after']['level'])} (group {listed(groups)})" if groups else after
    text = after if not row["before"] else before if not row["after"] else f"{before} → {after}"
    return Change((names.person(row["person"]), names.room(row["room"])), text)


def _noun_change(noun: str, row: Row, names: ReportNames) -> Change:
    called = tuple(_called(noun, row, names))
    if "before" not in row:
        return Change(called)
    parts = [
        f"{in_words(key)}: {_difference(key, row['before'].get(key), after, names)}"
        for key, after in row["after"].items()
    ]
    return Change(called, "; ".join(parts))


def _difference(key: str, before: Any, after: Any, names: ReportNames) -> str:
    if isinstance(before, list) and isinstance(after, list):
        new = [_item(each, names) for each in after if each not in before]
        gone = [_item(each, names) for each in before if each not in after]
        words = [f"with {listed(new)}"] if new else []
        words += [f"without {listed(gone)}"] if gone else []
        return f"now {', '.join(words)}" if words else "in another order"
    if key == "owner":
        before, after = names.person(before) or None, names.person(after) or None
    return f"{_value(before)} → {_value(after)}"


def _item(item: Any, names: ReportNames) -> str:
    """A group, in a room with its level there."""
    if isinstance(item, Mapping):
        return f"{names.group(str(item.get('group')))} ({in_words(str(item.get('level')))})"
    return names.group(str(item))


def _called(noun: str, row: Row, names: ReportNames) -> Iterator[str]:
    if noun == "people":
        yield names.person(row.get("person") or row["id"])
        return
    room = row.get("room") or row.get("id")
    yield names.room(room)
    found = names.rooms.get(str(room), {})
    if noun == "item_links":
        items = (each for each in found.get("items") or () if each["id"] == row["item"])
        found = next((each for each in items if each["type"] == row["type"]), {})
        yield row.get("item_title") or found.get("title") or f"{row['type']} {row['item']}"
    if noun in ("links", "item_links"):
        links: Mapping[str, Any] = {link["id"]: link for link in found.get("links") or ()}
        link = row.get("link", "")
        yield row.get("title") or links.get(link, {}).get("title") or link


def _value(value: Any) -> str:
    if isinstance(value, bool) or value is None:
        return {True: "yes", False: "no", None: "none"}[value]
    return str(value)
