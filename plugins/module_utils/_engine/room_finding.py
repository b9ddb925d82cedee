# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Which rooms and templates a task means."""

from __future__ import annotations

from collections.abc import Sequence

from .._base.errors import DocSpaceError, OptionError, collect_errors
from .._base.room_references import parse_room_id
from .._base.texts import printable
from .._plan.desired_room import DesiredRoom
from .._plan.room_index import RoomIndex, the_room
from .._portal.model.person import ADMINISTRATORS, Person
from .._portal.model.room import Room
from .._portal.portal import Portal
from .room_list_reads import SeenRooms, other_rooms, see_rooms

_TEMPLATES = "Templates"


def find_rooms(
    portal: Portal, desired: Sequence[DesiredRoom]
) -> tuple[list[Room | None], SeenRooms, list[DocSpaceError]]:
    """The room that each wish means, all that were read, and what is wrong with the wishes.

    There is None where there is no room, and need not be one.
    """
    problems: list[DocSpaceError] = []
    texts = [each.reference for each in desired]
    # A room that is renamed by its title may have the new one already.
    texts += [each.new_title for each in desired if each.new_title and each.is_by_title]
    seen = see_rooms(portal, list(dict.fromkeys(texts)))
    index = RoomIndex(seen.rooms)
    found: list[Room | None] = []
    for each in desired:
        found.append(None)
        with collect_errors(problems):
            found[-1] = _find_one(portal, each, seen, index)
    return found, seen, problems + _meant_twice(found)


def find_template(portal: Portal, desired: DesiredRoom) -> Room | None:
    """What a room is to be made from; None if that is nothing.

    :raises DocSpaceError: if there is none, or more than one of that title.
    """
    text = desired.template
    if text is None:
        return None
    template_id = parse_room_id(text)
    others: Sequence[Room] = ()
    if template_id:
        template = portal.room_templates.find(template_id)
        found = [template] if template else []
    else:
        others = portal.rooms.listing(_TEMPLATES, title=text).all()
        found = [each for each in others if each.title == text]
    return the_room(text, found, desired.at("template"), others, "template")


def check_open(portal: Portal, desired: DesiredRoom, room_id: str | None) -> None:
    """Refuse to take a room for none that the owner of the credential may not enter.

    :param room_id: which was asked for.
    :raises DocSpaceError: if it is there.
    """
    if room_id in portal.rooms.closed:
        raise DocSpaceError(
            f"{desired.at('room')}: there is something with the id {room_id}, which the owner of"
            " the credential may not enter. Nothing was changed; use the key of its owner or of an"
            " administrator.",
            "forbidden",
            room=room_id,
        )


def hidden_warnings(desired: DesiredRoom, me: Person | None) -> tuple[str, ...]:
    """What to say where no room is seen by a title, and somebody may not be shown all.

    :param me: whose credential it is; None if that is not known.
    """
    if me and me.type in ADMINISTRATORS:
        return ()
    who = "it is not known whether the owner of the credential is one"
    if me:
        who = f"the owner of the credential, {me.label}, is none"
    return (
        f'{desired.at("room")}: no room "{printable(desired.reference)}" is seen, which does not'
        " mean that there is none: only administrators are shown all rooms, and"
        f" {who}.",
    )


def _find_one(
    portal: Portal, desired: DesiredRoom, seen: SeenRooms, index: RoomIndex
) -> Room | None:
    text, option = desired.reference, desired.at("room")
    meant = index.meant(text)
    if not meant and desired.new_title and desired.is_by_title:
        text, option = desired.new_title, desired.at("title")
        meant = index.meant(text)
    if meant:
        return the_room(text, meant, option)
    if desired.is_absent:
        room_id = parse_room_id(desired.reference)
        if room_id and seen.is_complete:  # a list leaves out what is closed
            found = portal.rooms.find(room_id)
            if found:
                return found
        check_open(portal, desired, room_id)
    if desired.is_absent or desired.may_be_new:
        return None
    others = other_rooms(portal, desired.reference)
    return the_room(desired.reference, [], desired.at("room"), others)


def _meant_twice(found: Sequence[Room | None]) -> list[DocSpaceError]:
    """Rooms that are meant by an id and by a title."""
    entries: dict[str, list[Room]] = {}
    for room in found:
        if room:
            entries.setdefault(room.id, []).append(room)
    return [
        OptionError("rooms", f"{rooms[0].label} is there {len(rooms)} times; merge these entries.")
        for rooms in entries.values()
        if len(rooms) > 1
    ]
