# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""What a report of `access_report` tells of somebody's access to rooms."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from .._base.texts import printable
from .._plan.access_report_facts import VERSION
from .._portal.model.person import Person
from .._portal.model.room import Room
from .told_access import ToldAccess, ToldRoom, find_person, told_room
from .told_rows import flag, not_told, place, rows, some_text, text

Row = Mapping[str, Any]


def told_by_report(report: Row, reference: str) -> ToldAccess:
    """The rooms of a report as they are to one person.

    :raises OptionError: if it is no such report, or does not tell of this person.
    """
    version = report.get("version")
    if version != VERSION:
        raise not_told(f"version {printable(str(version))} of the report is not {VERSION}")
    names = {
        text(each, "id", "groups"): some_text(each, "name", "groups")
        for each in rows(report, "groups")
    }
    found = rows(report, "rooms")
    everybody: dict[str, Person] = {}
    for at, row in enumerate(found, 1):
        for each in rows(row, "unseen", place(row, at)):
            unseen = _unseen(each, place(row, at))
            everybody[unseen.id] = unseen
    for row in rows(report, "people"):
        person = _person(row, names)
        everybody[person.id] = person
    person = find_person(everybody, reference)
    groups = dict(person.groups)
    told = []
    for at, row in enumerate(found, 1):
        where = place(row, at)
        room = _room(row, where)
        cell = next((each for each in rows(row, "access", where) if _is_of(each, person)), None)
        if cell:
            by = {
                each: names.get(each, "")
                for each in (cause.get("group") for cause in rows(cell, "causes", where))
                if isinstance(each, str)
            }
            groups.update(by)
            told.append(told_room(person, room, cell, where, by))
        else:
            told.append(ToldRoom(room, is_seen=person.status != "unknown"))
    return ToldAccess(replace(person, groups=groups), told, {**names, **groups})


def _is_of(row: Row, person: Person) -> bool:
    return bool(row.get("person") == person.id)


def _person(row: Row, names: Mapping[str, str]) -> Person:
    ids = row.get("groups", ())
    if not isinstance(ids, list) or not all(isinstance(each, str) for each in ids):
        raise not_told("the groups of people are no ids")
    return Person(
        text(row, "id", "people"),
        some_text(row, "display_name", "people"),
        some_text(row, "email", "people"),
        some_text(row, "user_name", "people"),
        text(row, "status", "people"),
        type=text(row, "type", "people"),
        groups={each: names.get(each, "") for each in ids},
    )


def _unseen(row: Row, where: str) -> Person:
    """Somebody with an entry who is not shown among the people."""
    name, email = (some_text(row, key, where) for key in ("display_name", "email"))
    return Person(text(row, "id", where), name, email, "", "unknown")


def _room(row: Row, where: str) -> Room:
    return Room(
        text(row, "id", where),
        text(row, "title", where),
        some_text(row, "owner", where),
        archived=flag(row, "archived", where),
        has_links=flag(row, "external_links", where),
    )
