# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""A report that can be given away: people have numbers instead of names, addresses and ids."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from .._portal.model.group import Group
from .._portal.model.key import Key
from .._portal.model.person import Person
from .._portal.model.room import Entry, Room
from .access_history import OF_LINKS
from .access_report_facts import ReportFacts, ReportScope
from .access_report_previous import PreviousReport
from .access_snapshot import AccessSnapshot


def redacted(
    facts: ReportFacts, scope: ReportScope, previous: PreviousReport | None
) -> tuple[ReportFacts, ReportScope, PreviousReport | None]:
    """The same with pseudonyms, which are numbers in the order of the people's ids.

    The titles of rooms and the names of groups, links and keys stay as they are.
    """
    ids = _person_ids(facts) | (previous.person_ids if previous else set())
    names = {id: f"person {place:04}" for place, id in enumerate(sorted(ids), start=1)}
    people = None if scope.people is None else tuple(sorted(names[id] for id in scope.people))
    return (
        _renamed(facts, names),
        replace(scope, people=people),
        previous.renamed(names.__getitem__) if previous else None,
    )


def _person_ids(facts: ReportFacts) -> set[str]:
    access = facts.access
    owners = {room.owner_id for room in access.rooms.values() if room.owner_id}
    entered = {
        entry.id for found in access.entries.values() for entry in found if not entry.is_group
    }
    managers = {group.manager.id for group in facts.groups if group.manager}
    of_keys = {key.owner_id for key in facts.keys or () if key.owner_id}
    reader = {facts.read_by.id} if facts.read_by else set()
    in_history = {
        row[key]
        for rows in facts.history.values()
        for row in rows
        for key in ("person", "by")
        if row[key]
    }
    return {*access.people, *owners, *entered, *managers, *of_keys, *reader, *in_history}


def _renamed(facts: ReportFacts, names: Mapping[str, str]) -> ReportFacts:
    access = facts.access

    def person(each: Person) -> Person:
        name = names[each.id]
        return replace(each, id=name, display_name=name, email="", user_name="", profile=None)

    def room(each: Room) -> Room:
        return replace(each, owner_id=names.get(each.owner_id, ""), owner_name="")

    def entries(found: Iterable[Entry]) -> list[Entry]:
        return [each if each.is_group else _entry(each, names[each.id]) for each in found]

    return replace(
        facts,
        access=AccessSnapshot(
            map(room, access.rooms.values()),
            {room_id: entries(found) for room_id, found in access.entries.items()},
            map(person, access.people.values()),
        ),
        groups=[_group(each, person) for each in facts.groups],
        read_by=person(facts.read_by) if facts.read_by else None,
        history={
            room_id: [_event(row, names) for row in rows] for room_id, rows in facts.history.items()
        },
        keys=None if facts.keys is None else [_key(each, names) for each in facts.keys],
    )


def _entry(entry: Entry, name: str) -> Entry:
    return replace(entry, id=name, name=name, email="")


def _group(group: Group, person: Callable[[Person], Person]) -> Group:
    return replace(group, manager=person(group.manager)) if group.manager else group


def _event(row: Mapping[str, Any], names: Mapping[str, str]) -> dict[str, Any]:
    """A row of a history; whoever has a name in it, and no id, has none afterwards."""
    person = names.get(row["person"] or "")
    is_named = row["group"] or row["what"] in OF_LINKS
    return {
        **row,
        "person": person,
        "name": person or (row["name"] if is_named else ""),
        "by": names.get(row["by"] or ""),
    }


def _key(key: Key, names: Mapping[str, str]) -> Key:
    return replace(key, owner_id=names[key.owner_id] if key.owner_id else None)
