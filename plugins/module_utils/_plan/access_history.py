# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Who was let into a room when and by whom: rows and blind spots of a report, pure functions.

The history of the room tells it by ids. The audit trail of the portal tells the same by names only,
and two people may have one name, so it is not asked.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from .._portal.model.room import Room
from .._portal.model.room_event import RoomEvent
from .room_levels import LEVEL_NUMBERS

#: What a row says was done, by the action of the portal.
_DONE = {
    "RoomCreated": "made the room",
    "RoomCreateUser": "let in",
    "RoomUpdateAccessForUser": "changed the level",
    "RoomRemoveUser": "put out",
    "RoomGroupAdded": "let the group in",
    "RoomUpdateAccessForGroup": "changed the level of the group",
    "RoomGroupRemove": "put the group out",
    "RoomChangeOwner": "gave the room to",
    "RoomExternalLinkCreated": "made the link",
    "RoomExternalLinkDeleted": "removed the link",
}
#: Whose names are those of links.
OF_LINKS = frozenset((_DONE["RoomExternalLinkCreated"], _DONE["RoomExternalLinkDeleted"]))
#: After these somebody has what the event says, which is no access if it says nothing.
_ADMITTING = ("RoomCreateUser", "RoomGroupAdded")


def history_rows(events: Iterable[RoomEvent]) -> list[dict[str, Any]]:
    """What was done to the access to a room, the oldest first.

    Each row has ``person`` (id or null), ``group`` (id or null), ``name`` (of the person, group or
    link), ``what``, ``level`` (null where there is none, or the word for it is not known), ``by``
    (id or null) and ``at``.
    """
    return [row for event in events for row in _rows(event)]


def history_spots(room: Room, events: Iterable[RoomEvent]) -> list[dict[str, Any]]:
    """What a history that was read does not show."""
    events = list(events)
    spots = []
    if all(event.action != "RoomCreated" for event in events):
        spots.append(
            blind_spot(
                "history_incomplete",
                "The history of this room does not begin with its creation, so that what was done"
                " before is not known.",
                "Use the key of the owner of the room or of an administrator; what is missing then"
                " was never written.",
                room,
            )
        )
    foreign = sum(1 for event in events if event.access and _level(event) is None)
    if foreign:
        spots.append(
            blind_spot(
                "history_levels",
                "Some levels in the history of this room are words of another language, and are"
                " left out.",
                "Use the key of somebody whose language on the portal is English.",
                room,
                foreign,
            )
        )
    return spots


def refused_spot(room: Room | None, code: str) -> dict[str, Any]:
    """That a history could not be read, of one room or of all.

    :param code: ``missing_scope``, ``server_error``, ``list_unstable``, or anything else if it is
        not shown to this person.
    """
    reason, way_out = {
        "missing_scope": (
            "The history of rooms is not shown to this key.",
            "Give the key the scope files:read.",
        ),
        "server_error": (
            "The portal fails when it is asked for the history of this room, as it does for ever"
            " after a lifetime without a length was set.",
            "Nothing shows it but the audit trail of the portal, by names (audit_info).",
        ),
        "list_unstable": (
            "The history of this room grew faster than it could be read.",
            "Read it again when fewer changes are made.",
        ),
    }.get(
        code,
        (
            "The history of this room is not shown to the owner of the key.",
            "Use the key of the owner of the room or of an administrator.",
        ),
    )
    return blind_spot("history_not_shown", reason, way_out, room)


def general_spots(has_groups: bool) -> list[dict[str, Any]]:
    """What no history shows.

    :param has_groups: whether groups were in a room.
    """
    spots = [
        blind_spot(
            "history_of_links",
            "Levels, ends and passwords of links, and links by which people are invited, are in no"
            " history, nor is who came by a link.",
            "audit_info shows which links were made and changed, by their titles.",
        ),
        blind_spot(
            "history_of_owners",
            "Who gives a room away stays in it as a manager, which is in no history.",
            "Take the giving itself for it; the rows tell who gave what to whom.",
        ),
    ]
    if has_groups:
        spots.append(
            blind_spot(
                "history_of_groups",
                "Who joined or left a group when, and by whom, is in no history, and mostly not in"
                " the audit trail either. So it is not known since when people are in by a group.",
                "Compare reports of different days (previous).",
            )
        )
    return spots


def blind_spot(
    code: str, text: str, way_out: str, room: Room | None = None, count: int | None = None
) -> dict[str, Any]:
    """A row of a report that says what could not be seen."""
    about = {"id": room.id, "title": room.title} if room else None
    return {"code": code, "room": about, "count": count, "text": text, "way_out": way_out}


def _rows(event: RoomEvent) -> Iterable[dict[str, Any]]:
    what = _DONE.get(event.action)
    # Putting out somebody who is not in is written as letting them in as nothing.
    if what is None or (event.action in _ADMITTING and not event.access):
        return
    person, level = event.person, _level(event)
    if event.action == "RoomCreated":
        person = event.by
    if event.action in ("RoomCreated", "RoomChangeOwner"):
        level = "owner"
    row = {
        "person": person,
        "group": event.group,
        "name": event.name,
        "what": what,
        "level": level,
        "by": event.by,
        "at": event.at,
    }
    yield row
    if event.former_owner:
        former = {"person": event.former_owner, "name": event.former_name, "level": None}
        yield {**row, **former, "what": "took the room from"}


def _level(event: RoomEvent) -> str | None:
    word = event.access.strip().lower().replace(" ", "_")
    return word if word in LEVEL_NUMBERS else None
