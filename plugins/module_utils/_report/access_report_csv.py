# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""The report of access for a spreadsheet: a row for each person and room."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .access_report_words import ReportNames, Row
from .spreadsheet import neutral, write_table

COLUMNS = (
    "person", "email", "person_id", "person_type", "status",
    "room", "room_id", "room_type", "archived",
    "enters", "level", "cause", "causes", "groups",
)  # fmt: skip
_EVERY_ROOM = ("(every room)", "", "", "")
_ADMINISTRATOR = ("yes", "administrator", "administrator", "administrator", "")


def render_csv(report: Row) -> str:
    """The report as CSV, which begins with a byte order mark and has CRLF at the ends of lines.

    By rooms. ``enters`` is ``no`` for an entry of somebody disabled or pending and ``unknown`` for
    one of somebody whom the portal does not show. At the end, administrators read every room.
    """
    return write_table(COLUMNS, _rows(report))


def _rows(report: Row) -> Iterator[tuple[str, ...]]:
    names = ReportNames(report)
    people = {id: _person_cells(row) for id, row in names.people.items()}
    reasons: dict[str, tuple[str, str]] = {}
    for room in report["rooms"]:
        archived = "yes" if room["archived"] else "no"
        cells = (neutral(room["title"]), room["id"], neutral(str(room["type"])), archived)
        for row in room["access"]:
            text = names.causes(row["causes"])
            if text not in reasons:
                reasons[text] = (neutral(text), neutral(names.groups_of(row["causes"])))
            person = people.get(row["person"]) or _unknown_cells(row["person"])
            yield (*person, *cells, "yes", row["level"], row["cause"], *reasons[text])
        for row in room["inactive"]:
            person = people.get(row["person"]) or _unknown_cells(row["person"])
            yield (*person, *cells, "no", row["level"], "", "", "")
        for row in room["unseen"]:
            yield (*_person_cells(row), *cells, "unknown", row["level"], "", "", "")
    for person_id in report["administrators"]:
        person = people.get(person_id) or _unknown_cells(person_id)
        yield (*person, *_EVERY_ROOM, *_ADMINISTRATOR)


def _person_cells(row: Row) -> tuple[str, ...]:
    keys = ("display_name", "email", "id", "type", "status")
    return tuple(neutral(_text(row.get(key))) for key in keys)


def _unknown_cells(person_id: str) -> tuple[str, ...]:
    return ("", "", neutral(person_id), "", "")


def _text(value: Any) -> str:
    return "" if value is None else str(value)
