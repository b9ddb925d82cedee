# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""The table in which people decide who keeps which access: written for them, and read again."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from .._base.errors import MAX_LISTED
from .._base.texts import printable
from .._plan.access_decisions import DECIDED, FIXED, GivenLine
from .._plan.access_review_lines import Line, ReportIndex
from .spreadsheet import neutral, read_table, write_table

COLUMNS = (*FIXED, *DECIDED)
#: What spreadsheets make numbers, moments and truth values of, whatever their language, and would
#: save in another form.
_CHANGED = re.compile(
    r"[\s.(]*[\d$\u20ac\u00a3%]|[^\W\d_]{3,12}[.\s/-]{0,2}\d{1,4}$"
    r"|(?i:true|false|wahr|falsch|vrai|faux)$"
)
#: What people have named.
_NAMES = ("name", "group", "room", "link")


def render_decisions(report: Mapping[str, Any]) -> str:
    """The table of what a report says that can be taken away, with nothing decided.

    :param report: that is not redacted.
    """
    index = ReportIndex(report)
    undecided = [""] * len(DECIDED)
    rows = ([*map(_cell, FIXED, fixed_texts(index, each)), *undecided] for each in index.lines())
    return write_table(COLUMNS, rows)


def read_decisions(option: str, data: bytes) -> list[GivenLine]:
    """The lines of such a table, as people and spreadsheets have left them.

    :param option: names the table in messages.
    :raises OptionError: if it is no such table.
    """
    return [
        GivenLine(
            tuple(row[column].strip() for column in FIXED),
            *(row[column].strip() for column in DECIDED),
        )
        for row in read_table(option, data, COLUMNS)
    ]


def fixed_texts(index: ReportIndex, line: Line) -> tuple[str, ...]:
    """What a table says of a line, in the order of the columns."""
    person = index.people.get(line.person, {})
    account = [str(person.get("type", "")).replace("_", " ")] if person else []
    if person and person["status"] != "active":
        account.append(person["status"])
    texts = (
        line.cause,
        person.get("email") or "",
        person.get("display_name") or "",
        line.person,
        ", ".join(account),
        index.groups.get(line.group) or "",
        line.group,
        index.rooms.get(line.room, {}).get("title") or "",
        line.room,
        index.link(line).get("title") or "",
        line.link,
        line.level,
    )
    named = tuple(printable(text).strip() for text in texts)
    return (*named, _shown(line.loses), _shown(line.stays))


def _shown(words: Sequence[str]) -> str:
    named = "; ".join(printable(each) for each in words[:MAX_LISTED])
    more = len(words) - MAX_LISTED
    return (f"{named} and {more:,} more" if more > 0 else named).strip()


def _cell(column: str, text: str) -> str:
    """A text as a cell that is the same after a spreadsheet has saved it."""
    cell = neutral(text)
    return f"'{cell}" if cell == text and column in _NAMES and _CHANGED.match(text) else cell
