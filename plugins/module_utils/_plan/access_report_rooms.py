# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""The rooms of a report: who is in by which causes, and who has an entry without being in."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from .._portal.model.person import ADMINISTRATORS, Person
from .._portal.model.room import LEVELS, Entry, Room
from .access_report_order import in_name_order
from .access_snapshot import AccessSnapshot
from .effective_access import ADMINISTRATOR, EVERYONE, GROUP, OWNER, Cause

#: Lists of causes by what is in them, each kept once.
_Causes = tuple[tuple[str, str, "str | None", bool], ...]


class RoomRows:
    """The rooms of a report, one after the other.

    :param people: the ids of those whom the rows are about; None for everybody.
    """

    def __init__(self, access: AccessSnapshot, people: Collection[str] | None = None) -> None:
        self._access = access
        self._wanted = None if people is None else frozenset(people)
        ordered = in_name_order(access.people.values())
        self._place = {person.id: place for place, person in enumerate(ordered)}
        self._lists: dict[_Causes, list[dict[str, Any]]] = {}
        #: How many of the rooms so far everybody is in, not by being an administrator only.
        self.rooms_of = dict.fromkeys(self._place, 0)

    def of(self, room: Room) -> dict[str, Any]:
        """A room, with everybody who is in."""
        access, inactive = [], []
        guests = inside = 0
        own = self._access.own_entries(room)
        known: dict[Any, list[dict[str, Any]] | None] = {}
        for person in sorted(self._access.candidates(room), key=lambda each: self._place[each.id]):
            is_wanted = self._wanted is None or person.id in self._wanted
            causes = self._causes(person, room, known)
            if causes:
                inside += 1
                guests += person.type == "guest"
                self.rooms_of[person.id] += 1
                if is_wanted:
                    access.append(_row(person, causes))
            elif is_wanted and (person.id in own or person.id == room.owner_id):
                inactive.append(_inactive(person, own.get(person.id)))
        return {
            "id": room.id,
            "title": room.title,
            "type": room.type,
            "archived": room.archived,
            "owner": room.owner_id or None,
            "people": inside,
            "guests": guests,
            "external_links": room.has_links,
            "open_links": room.has_open_links,
            "groups": self._groups(room),
            "access": access,
            "inactive": inactive,
            "unseen": self._unseen(room),
        }

    def _causes(
        self, person: Person, room: Room, known: dict[Any, list[dict[str, Any]] | None]
    ) -> list[dict[str, Any]] | None:
        """Why somebody is in; None for those who are not, or only as administrators.

        :param known: what was found for others in this room.
        """
        own = self._access.own_entries(room)
        if person.id in own or person.id == room.owner_id:
            return self._found(person, room)
        # Nothing else about somebody counts, and with Everyone there are thousands of them.
        entries = self._access.group_entries(room)
        groups = tuple(entry.id for entry in entries if entry.id in person.groups)
        key = person.status, person.type in ADMINISTRATORS, groups
        if key not in known:
            known[key] = self._found(person, room)
        return known[key]

    def _found(self, person: Person, room: Room) -> list[dict[str, Any]] | None:
        causes = self._access.causes_of(person, room)
        if not causes or [cause.access.cause for cause in causes] == [ADMINISTRATOR]:
            return None
        key = tuple(_flat(cause) for cause in causes)
        if key not in self._lists:
            self._lists[key] = [
                {"cause": cause, "level": level, "group": group, "counts": counts}
                for cause, level, group, counts in key
            ]
        return self._lists[key]

    def _groups(self, room: Room) -> list[dict[str, Any]]:
        names = self._access.group_names
        entries = sorted(
            self._access.group_entries(room),
            key=lambda entry: (names.get(entry.id, "").casefold(), entry.id),
        )
        return [{"group": entry.id, "level": _level(entry)} for entry in entries]

    def _unseen(self, room: Room) -> list[dict[str, Any]]:
        """Those with an entry who are not shown among the people."""
        own = self._access.own_entries(room)
        found = []
        for person_id in self._access.unknown_people(room):
            if self._wanted is not None and person_id not in self._wanted:
                continue
            entry = own.get(person_id)
            found.append(
                {
                    "id": person_id,
                    "display_name": entry.name if entry else "",
                    "email": entry.email if entry else "",
                    "level": _level(entry) if entry else OWNER,
                }
            )
        return sorted(found, key=lambda row: (row["display_name"].casefold(), row["id"]))


def _row(person: Person, causes: list[dict[str, Any]]) -> dict[str, Any]:
    first = causes[0]
    return {
        "person": person.id,
        "level": first["level"],
        "cause": first["cause"],
        "causes": causes,
    }


def _inactive(person: Person, entry: Entry | None) -> dict[str, Any]:
    level = _level(entry) if entry else OWNER
    return {"person": person.id, "status": person.status, "level": level}


def _flat(cause: Cause) -> tuple[str, str, str | None, bool]:
    access = cause.access
    group_id = access.group_ids[0] if access.cause == GROUP else None
    name = "everyone" if group_id == EVERYONE else access.cause
    return name, access.level_name, group_id, cause.counts


def _level(entry: Entry) -> str:
    return LEVELS.get(entry.level, str(entry.level))
