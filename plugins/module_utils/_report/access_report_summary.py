# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""What whoever answers for a portal looks for first in a report of access."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from .._plan.effective_access import ADMINISTRATORS_GROUP, EVERYONE
from .access_report_words import Row

#: Groups of the server itself, which a report has where one has an entry in a room.
_BUILT_IN = (ADMINISTRATORS_GROUP, EVERYONE)
_ANYBODY = "anybody"
#: By how many days links end, or how old they are; the last has no bound.
_DAYS = (30, 90, 365)


@dataclass(frozen=True)
class LinkCount:
    """How many open links are alike in when they end, or how old they are."""

    label: str
    links: int
    with_password: int


@dataclass(frozen=True)
class BlindSpot:
    """The same blind spot of several rooms as one.

    :param rooms: their titles; empty if it is not about rooms.
    """

    code: str
    text: str
    way_out: str
    count: int | None
    rooms: tuple[str, ...]


def counts(report: Row) -> list[tuple[str, int]]:
    """How many there are of what, each in words."""
    people, rooms = report["people"], report["rooms"]
    active = [row for row in people if row["status"] == "active"]
    found = [
        ("people", len(people)),
        ("active people", len(active)),
        ("active guests", sum(row["type"] == "guest" for row in active)),
        ("administrators, who read every room", len(report["administrators"])),
        ("groups", sum(row["id"] not in _BUILT_IN for row in report["groups"])),
        ("rooms, with those in the archive", len(rooms)),
        ("rooms in the archive", sum(row["archived"] for row in rooms)),
        ("rooms with links that need no account", sum(row["open_links"] for row in rooms)),
    ]
    if links_were_read(report):
        found.append(("links known that need no account", len(open_links(report))))
    if any("items" in row for row in rooms):
        number = len(open_item_links(report))
        found.append(("links known on folders and files that need no account", number))
    if changes := report["changes"]:
        changed = sum(len(changes[kind]) for kind in ("gained", "lost", "changed"))
        found.append(("changes of access since the report before", changed))
    return [
        *found,
        ("findings", len(report["findings"])),
        ("blind spots", len(blind_spots(report))),
    ]


def rooms_by_people(report: Row, top: int) -> list[Row]:
    """The rooms with the most people, those with the most first."""
    return sorted(report["rooms"], key=lambda row: -row["people"])[:top]


def people_by_rooms(report: Row, top: int) -> list[Row]:
    """Who is in the most rooms, those in the most first; only people who are in one."""
    inside = [row for row in report["people"] if row["rooms"] and row["status"] == "active"]
    return sorted(inside, key=lambda row: -row["rooms"])[:top]


def links_were_read(report: Row) -> bool:
    """Whether the report has links, be it that some are not shown."""
    return any("links" in row for row in report["rooms"])


def open_links(report: Row) -> list[tuple[Row, Row]]:
    """The links that need no account, each behind its room: first those that never end."""
    found = [
        (room, link)
        for room in report["rooms"]
        for link in room.get("links") or ()
        if link["readers"].startswith(_ANYBODY)
    ]
    return sorted(found, key=lambda pair: (pair[1]["expires"] is not None, pair[1]["expires"]))


def open_item_links(report: Row) -> list[tuple[Row, Row, Row]]:
    """The same on folders and files: a room, what is in it, and a link."""
    found = [
        (room, item, link)
        for room in report["rooms"]
        for item in room.get("items") or ()
        for link in item["links"] or ()
        if link["readers"].startswith(_ANYBODY)
    ]
    return sorted(found, key=lambda each: (each[2]["expires"] is not None, each[2]["expires"]))


def links_by_end(report: Row) -> list[LinkCount]:
    """The open links by when they end, counted from when the report was taken."""
    labels = (
        *(f"within {days} days" for days in _DAYS),
        f"in more than {_DAYS[-1]} days",
        "never",
    )
    return _counted(report, "expires", labels, sign=1)


def links_by_age(report: Row) -> list[LinkCount]:
    """The open links by their age, if the report knows when any was made; or else none."""
    if not any(link.get("created") for _room, link in open_links(report)):
        return []
    labels = (
        *(f"up to {days} days" for days in _DAYS),
        f"more than {_DAYS[-1]} days",
        "not known",
    )
    return _counted(report, "created", labels, sign=-1)


def _counted(report: Row, key: str, labels: tuple[str, ...], sign: int) -> list[LinkCount]:
    found = {label: [0, 0] for label in labels}
    for _room, link in open_links(report):
        label = labels[-1]
        if link.get(key):
            seconds = (_moment(link[key]) - _moment(report["taken_at"])).total_seconds() * sign
            bounds = (place for place, days in enumerate(_DAYS) if seconds <= days * 86400)
            label = labels[next(bounds, len(_DAYS))]
        found[label][0] += 1
        found[label][1] += bool(link["password"])
    return [LinkCount(label, *numbers) for label, numbers in found.items()]


def _moment(text: str) -> datetime:
    # Python before 3.11 knows no Z.
    return datetime.fromisoformat(text.replace("Z", "+00:00"))


def blind_spots(report: Row) -> list[BlindSpot]:
    """All of them, each once, in the order of the report."""
    found: dict[tuple[str, str, str, int | None], list[str]] = {}
    for row in report["blind_spots"]:
        rooms = found.setdefault((row["code"], row["text"], row["way_out"], row["count"]), [])
        rooms += [row["room"]["title"]] if row["room"] else []
    return [BlindSpot(*key, tuple(rooms)) for key, rooms in found.items()]


def findings_by_code(report: Row) -> dict[str, list[Row]]:
    """The findings of each code, in the order of the report."""
    found: dict[str, list[Row]] = {}
    for row in report["findings"]:
        found.setdefault(row["code"], []).append(row)
    return found


def noun_changes(report: Row) -> Iterator[tuple[str, str, list[Row]]]:
    """People, rooms and all links that are new, gone or changed, as long as there are any."""
    for noun in ("people", "rooms", "links", "item_links"):
        for kind in ("new", "gone", "changed"):
            rows = (report["changes"].get(noun) or {}).get(kind)
            if rows:
                yield noun, kind, [row if isinstance(row, dict) else {"id": row} for row in rows]
