# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""A link into a room as it shall be, made of what a task says and what is there."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from uuid import NAMESPACE_URL, uuid5

from .._base.errors import OptionError
from .._portal.model.room import LEVELS, Room
from .._portal.model.room_link import EXTERNAL, INVITATION, RoomLink
from .desired_room_link import ALWAYS, DesiredRoomLink
from .room_link_rules import OFFERS


def changed_link(desired: DesiredRoomLink, before: RoomLink) -> RoomLink:
    """A link as it shall be; what is not named stays as it is."""
    expires, is_expired = before.expires, before.is_expired
    end = desired.expires
    if end and not (end.only_new and before.expires):
        expires = end.moment
        is_expired = is_expired and expires == before.expires
    return replace(
        before,
        title=before.title if desired.title is None else desired.title,
        level=desired.level or before.level,
        expires=expires,
        is_expired=is_expired,
        internal=_or(desired.internal, before.internal),
        deny_download=_or(desired.deny_download, before.deny_download),
        password=_password(desired, before.password),
        max_uses=desired.max_uses or before.max_uses,
    )


def new_link(
    room: Room, desired: DesiredRoomLink, portal: str, others: Sequence[RoomLink]
) -> RoomLink:
    """A link that is still to be made.

    :param portal: its address, of which the id is made.
    :param others: the links that the room has.
    :raises OptionError: if the task does not say what it gives.
    """
    if desired.level is None:
        offer = OFFERS.get(room.type)
        levels = offer and (offer.invitation if desired.kind == INVITATION else offer.external)
        one_of = f", one of {', '.join(LEVELS[each] for each in levels)}" if levels else ""
        raise OptionError(
            f"{desired.where}level",
            f"is missing; the room {room.label} has no link with {desired.words} yet, and a new one"
            f" needs a level{one_of}.",
        )
    link = RoomLink(
        id="",
        type=desired.kind or EXTERNAL,
        title=desired.title or _usual_title(desired, room),
        level=desired.level,
        primary=bool(desired.primary),
        expires=desired.expires.moment if desired.expires else None,
        internal=bool(desired.internal),
        deny_download=bool(desired.deny_download),
        password=_password(desired, ""),
        max_uses=desired.max_uses,
    )
    return replace(link, id=new_id(portal, room, link, {each.id for each in others}))


def _usual_title(desired: DesiredRoomLink, room: Room) -> str:
    """What the portal itself calls a link."""
    if desired.kind == INVITATION:
        return "Invitation link"
    return "Link to fill out" if room.type == "filling_forms" else "Shared link"


def new_id(portal: str, room: Room, link: RoomLink, taken: Collection[str]) -> str:
    """An id that is the same for the same link, so that a request can be repeated.

    :param taken: ids that it must not be.
    """
    kind = "primary" if link.primary else link.type
    for number in range(1, len(taken) + 2):
        found = str(uuid5(NAMESPACE_URL, f"{portal}/{room.id}/{kind}/{number}/{link.title}"))
        if found not in taken:
            break
    return found


def _password(desired: DesiredRoomLink, current: str) -> str:
    if desired.no_password:
        return ""
    if desired.password is None or (current and desired.update_password != ALWAYS):
        return current
    return desired.password


def _or(value: bool | None, current: bool) -> bool:
    return current if value is None else value
