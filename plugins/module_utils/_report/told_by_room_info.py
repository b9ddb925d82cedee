# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""What a result of `room_info` tells of somebody's access to rooms."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from .._base.errors import OptionError
from .._base.texts import printable
from .._portal.model.person import Person
from .._portal.model.room import Room
from .told_access import ToldAccess, ToldRoom, find_person, told_room
from .told_rows import flag, mapping, not_told, place, rows, some_text, text

Row = Mapping[str, Any]
#: The lists of a room that have people.
_LISTS = ("effective_for", "access", "inactive", "unseen")


def told_by_room_info(result: Row, reference: str) -> ToldAccess:
    """The rooms of a result as they are to one person.

    :raises OptionError: if it is no such result, or does not tell of this person.
    """
    found = rows(result, "rooms")
    people: dict[str, Person] = {}
    groups: dict[str, str] = {}
    for row, where in _people(result, found):
        person = _person(row, where)
        groups.update(_groups_of(row, where))
        known = people.get(person.id)
        if known is None or known.status == "unknown":
            people[person.id] = person
    for at, row in enumerate(found, 1):
        groups.update(_named(rows(row, "groups", place(row, at)), place(row, at)))
    unknown = result.get("unknown")
    person = find_person(people, reference, unknown if isinstance(unknown, list) else ())
    theirs: dict[str, str] = dict(person.groups)
    told = []
    for at, row in enumerate(found, 1):
        where = place(row, at)
        room = _room(row, where)
        cell = _cell(row, person, where)
        if cell is None:
            told.append(ToldRoom(room, is_seen=person.status != "unknown"))
        elif "causes" not in cell:  # known only by an entry of their own
            told.append(ToldRoom(room, is_seen="status" in cell))
        else:
            by = _groups_of(cell, where)
            theirs.update(by)
            told.append(told_room(person, room, _with_ids(cell, where), where, by))
    return ToldAccess(replace(person, groups=theirs), told, groups)


def _people(result: Row, found: list[Row]) -> Iterator[tuple[Row, str]]:
    """Everybody who is told of; those first of whom most is told."""
    for key in ("users", "administrators"):
        for row in rows(result, key):
            yield row, key
    for at, room in enumerate(found, 1):
        for key in _LISTS:
            for row in rows(room, key, place(room, at)):
                yield row, f"{key} of {place(room, at)}"


def _person(row: Row, where: str) -> Person:
    return Person(
        text(row, "id", where),
        some_text(row, "display_name", where),
        some_text(row, "email", where),
        some_text(row, "user_name", where),
        some_text(row, "status", where) or "unknown",
        type=some_text(row, "type", where) or "unknown",
        groups=_named(rows(row, "groups", where), where),
    )


def _room(row: Row, where: str) -> Room:
    owner = row.get("owner")
    return Room(
        text(row, "id", where),
        text(row, "title", where),
        text(mapping(owner, f"owner of {where}"), "id", where) if owner else "",
        archived=flag(row, "archived", where),
        has_links=flag(row, "external_links", where),
    )


def _cell(row: Row, person: Person, where: str) -> Row | None:
    """What a room says of somebody; None if it is known that nothing lets them in.

    :raises OptionError: if nobody has asked it about this person.
    """
    for key in _LISTS:
        for each in rows(row, key, where):
            if each.get("id") == person.id:
                return each
    if "access" in row:
        return None
    if "effective_for" not in row:
        raise not_told(f"{where} does not say who gets in")
    raise OptionError(
        "person",
        f"{printable(person.email or person.id)} was not asked about with effective_for of"
        " room_info.",
    )


def _groups_of(row: Row, where: str) -> dict[str, str]:
    """The groups that are causes of somebody's access, and those that are told of themselves."""
    causes = [each.get("group") for each in rows(row, "causes", where)]
    by = [mapping(each, f"a group of {where}") for each in causes if each is not None]
    return _named([*by, *rows(row, "groups", where)], where)


def _named(groups: list[Row], where: str) -> dict[str, str]:
    return {text(each, "id", where): some_text(each, "name", where) for each in groups}


def _with_ids(cell: Row, where: str) -> Row:
    """The same with the ids of groups instead of what else is told of them."""
    return {
        **cell,
        "causes": [
            {**cause, "group": (cause.get("group") or {}).get("id")}
            for cause in rows(cell, "causes", where)
        ],
    }
