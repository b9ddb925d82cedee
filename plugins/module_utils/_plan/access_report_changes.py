# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""What has changed from one report to the next."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .._portal.model.room_link import EXTERNAL
from .access_report_previous import ComparedReport, PreviousReport, Row

_Key = tuple[str, str]


def access_changes(previous: PreviousReport, report: Mapping[str, Any]) -> Row:
    """What is new, gone and changed: who gets into which rooms, people, rooms and links.

    :param report: all of it but the changes. Who and what is gone has its name beside its id.
    """
    before, after = previous.compared, ComparedReport.of(report)
    rows: dict[str, list[Row]] = {"gained": [], "lost": [], "changed": []}
    cells = {**before.cells, **after.cells}
    for key in sorted(cells, key=lambda key: _place(key, before, after)):
        old, new = before.cells.get(key), after.cells.get(key)
        if old != new:
            kind = "gained" if not old else "lost" if not new else "changed"
            room, person = key
            row = {"person": person, "room": room, "before": _cell(old), "after": _cell(new)}
            rows[kind].append(row)
    return {
        "since": previous.taken_at,
        "sha256": previous.sha256,
        **rows,
        "people": _compared("person", before.people, after.people, ("display_name", "email")),
        "rooms": _compared("room", before.rooms, after.rooms, ("title",)),
        "links": _compared_links(before, after),
        "item_links": _compared_item_links(before, after),
    }


def _compared(
    noun: str, before: Mapping[str, Row], after: Mapping[str, Row], named: tuple[str, ...]
) -> Row:
    return {
        "new": [id for id in after if id not in before],
        "gone": [
            {"id": id, **{key: before[id][key] for key in named}}
            for id in before
            if id not in after
        ],
        "changed": [
            {noun: id, **_difference(before[id], row)}
            for id, row in after.items()
            if id in before and before[id] != row
        ],
    }


def _compared_links(before: ComparedReport, after: ComparedReport) -> Row | None:
    """None where one of the two has no links.

    Only of rooms whose links both have been shown, or which only one of them has.
    """
    if before.linked is None or after.linked is None:
        return None
    of_all_kinds = before.has_invitations == after.has_invitations
    old = _links(before, after, of_all_kinds)
    new = _links(after, before, of_all_kinds)
    return {
        "new": [{"room": room, "link": link} for room, link in new if (room, link) not in old],
        "gone": [
            {"room": room, "link": link, "title": row["title"]}
            for (room, link), row in old.items()
            if (room, link) not in new
        ],
        "changed": [
            {"room": key[0], "link": key[1], **_difference(old[key], row)}
            for key, row in new.items()
            if key in old and old[key] != row
        ],
    }


def _links(report: ComparedReport, other: ComparedReport, of_all_kinds: bool) -> dict[_Key, Row]:
    """The links of a report that can be compared with those of another one."""
    return {
        key: row
        for key, row in report.links.items()
        if (key[0] in (other.linked or ()) or key[0] not in other.rooms)
        and (of_all_kinds or row["type"] == EXTERNAL)
    }


def _compared_item_links(before: ComparedReport, after: ComparedReport) -> Row | None:
    """The same of links on folders and files; of those whose links both have been shown."""
    if before.itemized is None or after.itemized is None:
        return None
    hidden = before.hidden_items | after.hidden_items
    old, new = (
        {
            key: row
            for key, row in one.item_links.items()
            if (key[0] in (other.itemized or ()) or key[0] not in other.rooms)
            and key[:3] not in hidden
        }
        for one, other in ((before, after), (after, before))
    )
    return {
        "new": [_item_link(key) for key in new if key not in old],
        "gone": [
            {**_item_link(key), "title": row["title"], "item_title": row["item_title"]}
            for key, row in old.items()
            if key not in new
        ],
        "changed": [
            {**_item_link(key), **_difference(old[key], row)}
            for key, row in new.items()
            if key in old and old[key] != row
        ],
    }


def _item_link(key: tuple[str, str, str, str]) -> Row:
    return dict(zip(("room", "type", "item", "link"), key))


def _place(key: _Key, before: ComparedReport, after: ComparedReport) -> tuple[str, ...]:
    room, person = key
    title = (after.rooms.get(room) or before.rooms[room])["title"]
    known = after.people.get(person) or before.people.get(person) or {"display_name": ""}
    return title.casefold(), room, known["display_name"].casefold(), person


def _difference(before: Row, after: Row) -> Row:
    """What differs, and nothing else."""
    keys = [key for key in after if before[key] != after[key]]
    return {
        "before": {key: before[key] for key in keys},
        "after": {key: after[key] for key in keys},
    }


def _cell(cell: tuple[str, str] | None) -> Row | None:
    return {"level": cell[0], "cause": cell[1]} if cell else None
