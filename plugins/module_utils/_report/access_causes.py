# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""How results tell who gets into rooms, and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from .._base.texts import listed
from .._plan.access_snapshot import AccessSnapshot
from .._plan.effective_access import ADMINISTRATOR, EVERYONE, GROUP, OWNER, Cause
from .._portal.model.person import Person
from .._portal.model.room import LEVELS, Entry, Room
from .people import person_result

_HIDDEN_GROUPS = (
    "no list of the portal shows whether the groups of administrators or of users that the portal"
    " has itself were let into a room, so people may be in by these."
)
#: Why somebody whose account is as it should be is not in a room.
NOT_IN = "not_in"


def access_result(snapshot: AccessSnapshot, room: Room) -> dict[str, Any]:
    """Who gets into a room, and why; who only has an entry; which groups have one."""
    found: dict[str, list[dict[str, Any]]] = {"access": [], "inactive": []}
    own = snapshot.own_entries(room)
    for person in snapshot.candidates(room):
        causes = snapshot.causes_of(person, room)
        if causes and causes[-1].access.cause == ADMINISTRATOR and len(causes) == 1:
            continue  # reads every room, and is told of once
        if causes:
            found["access"].append(_person_in(snapshot, person, causes))
        elif person.id in own or person.id == room.owner_id:
            level = _level(own[person.id]) if person.id != room.owner_id else OWNER
            found["inactive"].append({**person_result(person), "type": person.type, "level": level})
    return {
        **found,
        "unseen": [_unseen_result(snapshot, room, each) for each in snapshot.unknown_people(room)],
        "groups": _groups_result(snapshot, room),
    }


def administrators_result(snapshot: AccessSnapshot) -> list[dict[str, Any]]:
    """Who reads every room without being in one."""
    people = snapshot.administrators
    return [{**person_result(person), "type": person.type} for person in people]


def effective_result(
    snapshot: AccessSnapshot, room: Room, people: Iterable[Person]
) -> list[dict[str, Any]]:
    """As what people are in a room and why, or why they are not, in the order of the people."""
    return [_effective_result(snapshot, room, person) for person in people]


def cause_result(cause: Cause, group_names: Mapping[str, str]) -> dict[str, Any]:
    """One of the reasons why somebody is in a room.

    :param group_names: the names of groups by their ids.
    """
    access = cause.access
    group = None
    if access.cause == GROUP:
        (group_id,) = access.group_ids
        group = {"id": group_id, "name": group_names.get(group_id, "")}
    by_everyone = EVERYONE in access.group_ids
    return {
        "cause": "everyone" if by_everyone else access.cause,
        "level": access.level_name,
        "group": group,
        "counts": cause.counts,
    }


def reason_not_in(person: Person) -> str:
    """Why somebody is not in a room: the status of the account, or that nothing lets them in."""
    return NOT_IN if person.status == "active" else person.status


def hidden_access_warnings(rooms: Iterable[Room], option: str = "access") -> list[str]:
    """What to say of people who get into some rooms, and whom nothing shows.

    :param option: that asked who gets in.
    """
    groups = f"{option}: {_HIDDEN_GROUPS}"
    linked = [room.label for room in rooms if room.has_links and not room.archived]
    if not linked:
        return [groups]
    return [
        groups,
        f"{option}: people with an account who came by an external link stay in and are in no list"
        f" of the portal. These rooms have such links: {listed(linked)}.",
    ]


def linked_rooms_warnings(people: Iterable[Person]) -> list[str]:
    """What to say if the rooms of people were looked for by their entries."""
    if not any(person.status == "active" for person in people):
        return []
    return [
        "effective_for: rooms that somebody entered by an external link only are not found, as no"
        " list of the portal has these people."
    ]


def unseen_links_warnings(rooms: Sequence[Room]) -> list[str]:
    """What to say of rooms whose links are not shown to the owner of the credential."""
    if not rooms:
        return []
    named = listed([room.label for room in rooms])
    return [
        "links: only the owner and the managers of a room see its links, and the owner of the"
        f" credential is neither in {named}. There, links are null, which does not mean that there"
        " are none."
    ]


def _person_in(
    snapshot: AccessSnapshot, person: Person, causes: tuple[Cause, ...]
) -> dict[str, Any]:
    return {
        **person_result(person),
        "type": person.type,
        "level": causes[0].access.level_name,
        "causes": [cause_result(cause, snapshot.group_names) for cause in causes],
    }


def _effective_result(snapshot: AccessSnapshot, room: Room, person: Person) -> dict[str, Any]:
    causes = snapshot.causes_of(person, room)
    told = [cause_result(cause, snapshot.group_names) for cause in causes]
    return {
        **person_result(person),
        "type": person.type,
        "level": told[0]["level"] if told else None,
        "cause": told[0]["cause"] if told else None,
        "causes": told,
        "why_not": None if told else reason_not_in(person),
    }


def _groups_result(snapshot: AccessSnapshot, room: Room) -> list[dict[str, Any]]:
    names = snapshot.group_names
    groups = [
        {"id": entry.id, "name": names.get(entry.id, ""), "level": _level(entry)}
        for entry in snapshot.group_entries(room)
    ]
    return sorted(groups, key=lambda group: (group["name"].lower(), group["id"]))


def _unseen_result(snapshot: AccessSnapshot, room: Room, person_id: str) -> dict[str, Any]:
    """Somebody with an entry who is not shown among the people."""
    entry = snapshot.own_entries(room).get(person_id)
    return {
        "id": person_id,
        "display_name": entry.name if entry else "",
        "email": entry.email if entry else "",
        "level": _level(entry) if entry else OWNER,
    }


def _level(entry: Entry) -> str:
    return LEVELS.get(entry.level, str(entry.level))
