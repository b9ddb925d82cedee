# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Which links rooms can have, and what is refused although the portal would take it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from .._base.errors import DocSpaceError, OptionError
from .._base.moments import written
from .._portal.model.room import LEVELS, Room
from .._portal.model.room_link import RoomLink

_ALL = (2, 6, 5, 10, 7)


class Offer(NamedTuple):
    """The links that rooms of a type can have.

    :param external: the levels of external links.
    :param invitation: those of the invitation link.
    :param additional: how many external links beside the primary one.
    :param keeps_primary: whether there always is a primary link, which never ends: a portal makes
        another one, open to everybody, in place of one that is removed.
    :param has_internal: whether external links can be for those only who have an account.
    """

    external: tuple[int, ...]
    invitation: tuple[int, ...]
    additional: int = 0
    keeps_primary: bool = False
    has_internal: bool = True


OFFERS = {
    "custom": Offer(_ALL, (2, 6, 5, 10, 11), additional=5),
    "public": Offer(_ALL, (2, 11), additional=5, keeps_primary=True, has_internal=False),
    "filling_forms": Offer((7, 2), (7, 11), keeps_primary=True),
    "virtual_data": Offer((), (2, 7, 10, 11)),
    "editing": Offer((), (2, 10, 11)),
    "ai": Offer((), (2, 11)),
}


def check_visible(room: Room) -> None:
    """Refuse rooms whose links nobody can change, or that are not shown to this credential.

    :raises DocSpaceError: with the reason.
    """
    if room.archived:
        raise DocSpaceError(
            f"The room {room.label} is in the archive, where links open nothing and cannot be"
            " changed. Bring it back first, by the module room with state=present.",
            "room_archived",
            room=room.id,
        )
    if not room.may_manage:
        raise DocSpaceError(
            f"Whether the room {room.label} has links cannot be seen: the portal shows them to its"
            " owner and its room managers only, and to everybody else, administrators included, an"
            " empty list. Use the key of one of these.",
            "links_unseen",
            room=room.id,
        )


def check_offer(room: Room, link: RoomLink, option: str) -> None:
    """Refuse what rooms of a type do not have.

    :param option: for the level.
    :raises DocSpaceError: with what they do have.
    """
    offer = OFFERS.get(room.type)
    if not offer:
        return
    levels = offer.external if link.is_external else offer.invitation
    rooms = f"rooms of the type {room.type}"
    if not levels:
        raise _not_offered(room, f"type: {rooms} have no external links, only an invitation link.")
    if link.is_external and not link.primary and not offer.additional:
        raise _not_offered(
            room,
            f"primary: {rooms} have one external link, which is there from the beginning; name it"
            " by primary=true.",
        )
    if link.level not in levels:
        names = ", ".join(LEVELS[level] for level in levels)
        raise _not_offered(
            room,
            f"{option}: {link.type} links of {rooms} do not offer {LEVELS[link.level]}, but"
            f" {names}.",
        )


def check_internal(room: Room, option: str) -> None:
    """Refuse to make a link internal where the portal does not.

    :raises DocSpaceError: with the reason.
    """
    if is_always_open(room):
        raise _not_offered(
            room,
            f"{option}: links of rooms of the type {room.type} are for everybody; the portal would"
            " accept this and leave the whole link as it was. Set a password instead.",
        )


def is_always_open(room: Room) -> bool:
    """Whether no external link of a room can be internal."""
    offer = OFFERS.get(room.type)
    return bool(offer and offer.external and not offer.has_internal)


def never_ends(room: Room, link: RoomLink) -> bool:
    """Whether a portal keeps no end of a link."""
    offer = OFFERS.get(room.type)
    return bool(link.primary and offer and offer.keeps_primary)


def check_end(room: Room, link: RoomLink, option: str) -> None:
    """Refuse an end for a link that has none.

    :raises DocSpaceError: with the way out.
    """
    if link.expires and never_ends(room, link):
        raise _not_offered(
            room,
            f"{option}: the primary link of a room of the type {room.type} never ends; the portal"
            " would accept this and not keep it. Set a password instead.",
        )


def check_over(room: Room, before: RoomLink | None, end: datetime | None, where: str) -> None:
    """Refuse an end that has come, but for a link that has it, or has ended, and in a list.

    What is kept as code is to stay as it is when its end comes.

    :raises OptionError: with the way out.
    """
    if (before and (before.is_expired or before.expires == end)) or (where and not before):
        return
    shown = f"{written(end)} " if end else ""
    what = f"the link {before.label}" if before else f"a new link of the room {room.label}"
    raise OptionError(
        f"{where}expires",
        f"{shown}is over, or less than a minute ahead, and would be the end of {what}; give a later"
        " moment, or a time from now on, such as +30d. To close a link, set state to absent.",
    )


def not_made(room: Room, words: str) -> str:
    """What to say of a link in a list that is not made, as its end has come.

    :param words: what the task calls it.
    """
    return (
        f"The link with {words} of the room {room.label} was not made, as its end has come. Give"
        " expires a moment to come, or take it out of the list."
    )


def check_removal(room: Room, link: RoomLink) -> None:
    """Refuse to remove what a portal replaces.

    :raises DocSpaceError: with the way out.
    """
    if never_ends(room, link):
        raise DocSpaceError(
            f"state: the link {link.label} is the primary one of the room {room.label}, and rooms"
            f" of the type {room.type} always have one: the portal would replace it by a new one"
            " that is open to everybody, without a password. Set a password instead, or archive the"
            " room.",
            "primary_link_stays",
            room=room.id,
        )


def check_uses(link: RoomLink, option: str) -> None:
    """Refuse a limit below the number of people who have used a link.

    :raises DocSpaceError: with that number.
    """
    if link.max_uses is not None and link.max_uses < link.uses:
        raise DocSpaceError(
            f"{option}: {link.uses} people have joined by the link {link.label} already, which the"
            f" portal does not let a limit of {link.max_uses} be below. Give a higher number, or"
            " remove the link and make a new one.",
            "limit_below_uses",
            uses=link.uses,
        )


def check_expired(before: RoomLink, after: RoomLink, option: str) -> None:
    """Refuse to change a link that has ended, and would be open again.

    :raises DocSpaceError: with the way out.
    """
    if before.is_expired and after != before and after.expires == before.expires:
        ended = f" ({written(before.expires)})" if before.expires else ""
        raise DocSpaceError(
            f"{option}: the link {before.label} has ended{ended}, and a change would open it again,"
            " without an end. Give a moment to come, or remove the link first. A time from now on,"
            " such as +30d, only counts for a link without an end.",
            "link_expired",
            id=before.id,
        )


def check_number(room: Room, links: Sequence[RoomLink]) -> None:
    """Refuse more links than a room may have.

    :param links: of the room, as they shall be.
    :raises DocSpaceError: with the number.
    """
    offer = OFFERS.get(room.type)
    additional = [link for link in links if link.is_external and not link.primary]
    if offer and offer.additional and len(additional) > offer.additional:
        raise DocSpaceError(
            f"The room {room.label} would have {len(additional)} external links beside the primary"
            f" one, and may have {offer.additional}, ended ones included. Remove one first.",
            "link_limit",
            room=room.id,
        )


def _not_offered(room: Room, message: str) -> DocSpaceError:
    return DocSpaceError(message, "link_not_offered", room=room.id, room_type=room.type)
