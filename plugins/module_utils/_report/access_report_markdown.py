# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""The report of access for a comment on a merge request: what a reader must know, of limited size.

Every text of the portal stands in code, where no markup, mention, reference or address counts.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from .access_report_changes import Change, changes_by_heading
from .access_report_summary import (
    BlindSpot,
    blind_spots,
    counts,
    findings_by_code,
    open_item_links,
    people_by_rooms,
    rooms_by_people,
)
from .access_report_words import ReportNames, Row, counted, finding_heading, in_words, shown

#: The longest comment that GitHub takes has 65,536 characters.
MAX_LENGTH = 60_000
#: What each part may take of it, in characters, and at least one line of each list within.
_FINDINGS, _CHANGES, _BLIND_SPOTS, _ITEMS = 14_000, 20_000, 10_000, 3_000
_LISTS = 3_500
_LONGEST_LINE = 700
_TOP = 5
_NAMED_ROOMS = 10


def render_markdown(report: Row, sha256: str) -> str:
    """The summary, what changed, the findings and the blind spots.

    :param sha256: of the report as JSON.
    :returns: at most :data:`MAX_LENGTH` characters; each list says how much of it was left out.
    """
    names = ReportNames(report)
    lines = [*_head(report, sha256), *_tops(report)]
    lines += _limited(_changes(report, names), _CHANGES)
    lines += _limited(_findings(report), _FINDINGS)
    lines += _limited(_items(report), _ITEMS)
    lines += _limited(_blind_spots(report), _BLIND_SPOTS)
    return "\n".join(lines) + "\n"


def code(text: str) -> str:
    """A text of others within a line, as it is: nothing in it means anything."""
    text = shown(text)
    if not text.strip():
        return "(no name)"
    if len(text) > _LONGEST_LINE:
        text = f"{text[:_LONGEST_LINE]}\u2026"
    if any(unicodedata.bidirectional(char) in ("R", "AL", "AN") for char in text):
        text = f"\u2068{text}\u2069"  # what is around it keeps its direction
    longest = max(map(len, re.findall("`+", text)), default=0)
    fence, space = "`" * (longest + 1), " " if longest or text[0] == text[-1] == " " else ""
    return f"{fence}{space}{text}{space}{fence}"


def blind_spot_line(spot: BlindSpot) -> str:
    """What was not seen, with how much as far as that is known, what helps, and in which rooms."""
    rooms = ""
    if spot.rooms:
        more = len(spot.rooms) - _NAMED_ROOMS
        listed = ", ".join(map(code, spot.rooms[:_NAMED_ROOMS]))
        rooms = f" Rooms: {listed}{f' and {more:,} more' if more > 0 else ''}."
    return f"{code(spot.text)} {code(spot.way_out)}{rooms}"


def _head(report: Row, sha256: str) -> Iterator[str]:
    reader = report["read_by"]
    yield "# Who can open what"
    yield ""
    yield f"{code(report['portal'])}, {code(report['taken_at'])}"
    yield ""
    if reader["display_name"]:
        yield f"Read with a key of {code(reader['display_name'])} ({in_words(reader['type'])})."
    yield f"SHA-256 of the report as JSON: `{sha256}`"
    yield ""
    if report["scope"]["rooms"] is not None or report["scope"]["people"] is not None:
        yield "**Not the whole portal: the report was asked for some rooms or people only.**"
        yield ""
    yield "| what | how many |"
    yield "|---|---:|"
    yield from (f"| {what} | {number:,} |" for what, number in counts(report))
    yield ""
    checked = ", ".join(
        f"{each['what']} {each['counted']:,} of {each['portal']:,}"
        for each in report["completeness"]
    )
    yield f"Read of what the portal says that it has: {checked or 'nothing was counted'}."


def _tops(report: Row) -> Iterator[str]:
    lists = (
        ("Rooms with the most people", rooms_by_people(report, _TOP), _room_line),
        ("People in the most rooms", people_by_rooms(report, _TOP), _person_line),
    )
    for heading, rows, line in lists:
        if rows:
            yield from ("", f"## {heading}", "")
            yield from map(line, rows)


def _room_line(row: Row) -> str:
    people, guests = counted(row["people"], "person"), counted(row["guests"], "guest")
    archived = ", in the archive" if row["archived"] else ""
    return f"- {code(row['title'])}: {people}, of these {guests}{archived}"


def _person_line(row: Row) -> str:
    guest = ", a guest" if row["type"] == "guest" else ""
    return f"- {code(row['display_name'])}{guest}: {counted(row['rooms'], 'room')}"


#: A heading and the lines below, as far as there is room.
_Part = tuple[str, Sequence[str]]


def _changes(report: Row, names: ReportNames) -> Iterator[_Part]:
    changes = report["changes"]
    if changes is None:
        yield "## What changed", ["This report was not compared with another one."]
        return
    found = changes_by_heading(report, names)
    compared = f"Compared with {code(changes['since'])}, SHA-256 `{changes['sha256']}`."
    yield "## What changed", [compared, *([] if found else ["", "Nothing."])]
    for heading, rows in found.items():
        yield f"### {heading} ({len(rows):,})", [_change_line(row) for row in rows]


def _change_line(change: Change) -> str:
    text = f": {code(change.text)}" if change.text else ""
    return f"- {', '.join(map(code, change.names))}{text}"


def _findings(report: Row) -> Iterator[_Part]:
    yield f"## Findings ({len(report['findings']):,})", [] if report["findings"] else ["None."]
    for kind, rows in findings_by_code(report).items():
        heading = f"### {finding_heading(kind)} ({len(rows):,})"
        yield heading, [f"- {code(row['text'])}" for row in rows]


def _items(report: Row) -> Iterator[_Part]:
    found = open_item_links(report)
    if found:
        lines = [
            f"- {code(link['title'])} of the {item['type']} {code(item['title'])} in"
            f" {code(room['title'])}: {in_words(link['level'])}, {link['readers']}, ends"
            f" {link['expires'] or 'never'}"
            for room, item, link in found
        ]
        yield f"## Links on folders and files that need no account ({len(found):,})", lines


def _blind_spots(report: Row) -> Iterator[_Part]:
    spots = blind_spots(report)
    lines = [f"- {blind_spot_line(spot)}" for spot in spots]
    heading = f"## What this report could not see ({len(spots):,})"
    yield heading, lines or ["Nothing that it knows of."]


def _limited(parts: Iterator[_Part], size: int) -> Iterator[str]:
    """The parts in so many characters: of each list its beginning, and how much is left out."""
    for heading, rows in parts:
        yield from ("", heading, "") if rows else ("", heading)
        size -= len(heading) + 3
        room = min(size, _LISTS) if heading.startswith("###") else size
        for place, line in enumerate(rows):
            if len(line) >= room:
                left = len(rows) - place
                yield f"- *{left:,} more of these {'is' if left == 1 else 'are'} in the JSON*"
                size -= 60
                break
            yield line
            room -= len(line) + 1
            size -= len(line) + 1
