# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""How results tell who gets into rooms, and why."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from .._base.texts import listed
from .._plan.access_snapshot import AccessSnapshot
from .._plan.effective_access import ADMINISTRATOR, EVERYONE, GROUP, OWNER, Cause
from .._portal.model.person import Person
from .._portal.model.room import LEVELS, Entry, Room
from .people import person_result

_HIDDEN_GROUPS = (
    "access: no list of the portal shows whether the groups of administrators or of users that the"
    " portal has itself were let into a room, so people may be in by these."
)


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


def hidden_access_warnings(rooms: Iterable[Room]) -> list[str]:
    """What to say of people who get into some rooms, and whom nothing shows."""
    linked = [room.label for room in rooms if room.has_links and not room.archived]
    if not linked:
        return [_HIDDEN_GROUPS]
    return [
        _HIDDEN_GROUPS,
        "access: people with an account who came by an external link stay in and are in no list of"
        f" the portal. These rooms have such links: {listed(linked)}.",
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
        "causes": [_cause_result(snapshot, cause) for cause in causes],
    }


def _cause_result(snapshot: AccessSnapshot, cause: Cause) -> dict[str, Any]:
    access = cause.access
    group = None
    if access.cause == GROUP:
        (group_id,) = access.group_ids
        group = {"id": group_id, "name": snapshot.group_names.get(group_id, "")}
    by_everyone = EVERYONE in access.group_ids
    return {
        "cause": "everyone" if by_everyone else access.cause,
        "level": access.level_name,
        "group": group,
        "counts": cause.counts,
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
