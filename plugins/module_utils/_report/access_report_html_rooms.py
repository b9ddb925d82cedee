# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Rooms, groups and people on the page of a report of access, grouped so that it stays short."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from .._plan.effective_access import EVERYONE
from .access_report_words import ReportNames, Row, in_words

#: More people who are in a room by the same groups are named only under the groups.
_NAMED_BY_GROUP = 30
#: More members of a group, and more rooms of a person by one group, are only counted.
_MEMBERS, _ROOMS_BY_GROUP = 300, 10
#: How many people are in one part of the page.
_PART = 100
_MANAGING = ("owner", "room_manager")
_ORDER = ("owner", "direct", "group", "everyone", "link", "administrator")


@dataclass(frozen=True)
class Link:
    """A name that leads to a place on the page; empty where there is none."""

    name: str
    anchor: str


@dataclass(frozen=True)
class PeopleIn:
    """Those who are in a room by the same causes, or whom a room has as entries only.

    :param people: their names; empty if there are too many, who are in by groups.
    :param groups: by which they are in.
    """

    causes: str
    level: str
    count: int
    people: Sequence[str]
    groups: Sequence[Link] = ()


@dataclass(frozen=True)
class RoomView:
    """A room on the page; ``row`` is what the report has of it."""

    anchor: str
    row: Row
    owner: str
    people: Sequence[PeopleIn]
    entries: Sequence[tuple[Link, str]]
    inactive: Sequence[tuple[str, str, str]]
    unseen: Sequence[tuple[str, str]]


@dataclass
class GroupView:
    """A group on the page; of Everyone, and of very many members, not all are named."""

    anchor: str
    name: str
    manager: str
    count: int
    members: list[str] = field(default_factory=list)
    rooms: list[tuple[Link, str]] = field(default_factory=list)


@dataclass(frozen=True)
class PersonView:
    """A person on the page, with rooms by what counts; ``more`` rooms are only counted."""

    anchor: str
    row: Row
    name: str
    rooms: Sequence[tuple[str, Sequence[Link], int]]


class Views:
    """All that the page lists; anchors are numbers, as ids of a portal are no part of a page."""

    def __init__(self, report: Row, names: ReportNames) -> None:
        self._report = report
        self._names = names
        called = Counter(row["display_name"] for row in report["people"])
        #: With the address where a name is not that of one person only.
        self._people = {
            row["id"]: _label(row, is_unique=called[row["display_name"]] == 1)
            for row in report["people"]
        }
        self._guests = {row["id"] for row in report["people"] if row["type"] == "guest"}
        self._group_links = {
            row["id"]: Link(names.group(row["id"]), f"group-{number}")
            for number, row in enumerate(report["groups"], start=1)
        }
        self.room_links = {
            row["id"]: Link(row["title"], f"room-{number}")
            for number, row in enumerate(report["rooms"], start=1)
        }
        self.person_links = {
            row["id"]: Link(self._people[row["id"]], f"person-{number}")
            for number, row in enumerate(report["people"], start=1)
        }
        #: In how many rooms people decide who gets in.
        self.managing = Counter(
            row["person"]
            for room in report["rooms"]
            for row in room["access"]
            if row["level"] in _MANAGING
        )

    def rooms(self) -> list[RoomView]:
        """The rooms, in the order of the report."""
        return [
            RoomView(
                self.room_links[room["id"]].anchor,
                room,
                self.person(room["owner"]) if room["owner"] else "",
                self._people_in(room["access"]),
                [(self._group(each["group"]), in_words(each["level"])) for each in room["groups"]],
                [
                    (self.person(each["person"]), in_words(each["level"]), each.get("status", ""))
                    for each in room["inactive"]
                ],
                [
                    (_label(each, is_unique=False), in_words(each["level"]))
                    for each in room["unseen"]
                ],
            )
            for room in self._report["rooms"]
        ]

    def groups(self) -> list[GroupView]:
        """The groups, with their members and the rooms that they are in."""
        found = {
            row["id"]: GroupView(
                self._group_links[row["id"]].anchor,
                self._group_links[row["id"]].name,
                self.person(row["manager"]) if row["manager"] else "",
                row["members"],
            )
            for row in self._report["groups"]
        }
        for person in self._report["people"]:
            for group in person["groups"]:
                if group in found and group != EVERYONE and len(found[group].members) < _MEMBERS:
                    found[group].members.append(self.person(person["id"]))
        for room in self._report["rooms"]:
            for entry in room["groups"]:
                if entry["group"] in found:
                    row = (self.room_links[room["id"]], in_words(entry["level"]))
                    found[entry["group"]].rooms.append(row)
        return list(found.values())

    def people(self) -> list[list[PersonView]]:
        """The people in parts of the page, in the order of the report."""
        rooms: dict[str, dict[tuple[int, str], list[Link]]] = {}
        for room in self._report["rooms"]:
            link = self.room_links[room["id"]]
            for row in room["access"]:
                cause = row["causes"][0]
                key = (_rank(cause["cause"]), self._names.cause(cause))
                rooms.setdefault(row["person"], {}).setdefault(key, []).append(link)
        views = [
            PersonView(
                self.person_links[row["id"]].anchor,
                row,
                row["display_name"],
                [
                    (words, *_some(rank, links))
                    for (rank, words), links in sorted(rooms.get(row["id"], {}).items())
                ],
            )
            for row in self._report["people"]
        ]
        return [views[start : start + _PART] for start in range(0, len(views), _PART)]

    def person(self, person_id: str) -> str:
        """How a person is called on the page."""
        name = self._people.get(person_id) or self._names.person(person_id)
        return f"{name} (guest)" if person_id in self._guests else name

    def _group(self, group_id: str) -> Link:
        return self._group_links.get(group_id) or Link(self._names.group(group_id), "")

    def _people_in(self, rows: Sequence[Row]) -> list[PeopleIn]:
        found: dict[tuple[int, str], list[Row]] = {}
        for row in rows:
            key = (_rank(row["cause"]), self._names.causes(row["causes"]))
            found.setdefault(key, []).append(row)
        return [self._alike(rank, causes, found[rank, causes]) for rank, causes in sorted(found)]

    def _alike(self, rank: int, causes: str, rows: Sequence[Row]) -> PeopleIn:
        by_group = rank in (_rank("group"), _rank("everyone"))
        named = not by_group or (len(rows) <= _NAMED_BY_GROUP and rank != _rank("everyone"))
        groups = [each["group"] for each in rows[0]["causes"] if each["counts"] and each["group"]]
        return PeopleIn(
            causes,
            in_words(rows[0]["level"]),
            len(rows),
            [self.person(row["person"]) for row in rows] if named else (),
            [self._group(each) for each in groups],
        )


def _rank(cause: str) -> int:
    return _ORDER.index(cause) if cause in _ORDER else len(_ORDER)


def _some(rank: int, links: list[Link]) -> tuple[Sequence[Link], int]:
    """The rooms to name, and how many more there are: by a group, the group's place has all."""
    if rank == _rank("everyone"):
        return (), len(links)
    named = _ROOMS_BY_GROUP if rank == _rank("group") else len(links)
    return list(islice(links, named)), max(0, len(links) - named)


def _label(row: Row, is_unique: bool) -> str:
    name: Any = row.get("display_name")
    address: Any = row.get("email")
    if is_unique or not address or address == name:
        return str(name or address or row["id"])
    return f"{name} <{address}>" if name else str(address)
