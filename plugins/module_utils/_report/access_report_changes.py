# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""What changed from one report of access to the next, by who and what it is about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from .access_report_summary import noun_changes
from .access_report_words import ReportNames, Row, cell_words, in_words

_HEADINGS = {
    "gained": "Access gained",
    "lost": "Access lost",
    "changed": "Access changed",
}


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
    found = {
        heading: [_access_change(row, names) for row in report["changes"][kind]]
        for kind, heading in _HEADINGS.items()
    }
    for noun, kind, rows in noun_changes(report):
        found[f"{noun.capitalize()}: {kind}"] = [_noun_change(noun, row, names) for row in rows]
    return {heading: rows for heading, rows in found.items() if rows}


def _access_change(row: Row, names: ReportNames) -> Change:
    before, after = cell_words(row["before"]), cell_words(row["after"])
    text = after if not row["before"] else before if not row["after"] else f"{before} → {after}"
    return Change((names.person(row["person"]), names.room(row["room"])), text)


def _noun_change(noun: str, row: Row, names: ReportNames) -> Change:
    called = tuple(_called(noun, row, names))
    if "before" not in row:
        return Change(called)
    parts = [
        f"{in_words(key)}: {_value(row['before'].get(key))} → {_value(after)}"
        for key, after in row["after"].items()
    ]
    return Change(called, "; ".join(parts))


def _called(noun: str, row: Row, names: ReportNames) -> Iterator[str]:
    if noun == "people":
        yield names.person(row.get("person") or row["id"])
        return
    room = row.get("room") or row.get("id")
    yield names.room(room)
    if noun == "links":
        links: Mapping[str, Any] = {
            link["id"]: link for link in names.rooms.get(str(room), {}).get("links") or ()
        }
        link = row.get("link", "")
        yield row.get("title") or links.get(link, {}).get("title") or link


def _value(value: Any) -> str:
    if isinstance(value, list):
        return f"{len(value)} in all"
    if isinstance(value, bool) or value is None:
        return {True: "yes", False: "no", None: "none"}[value]
    return str(value)
