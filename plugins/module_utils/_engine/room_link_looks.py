# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Looking at a link into a room, to see what became of a write."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timezone

from .._base.errors import RequestError
from .._base.moments import written
from .._portal.model.room import LEVELS
from .._portal.model.room_link import RoomLink
from .._portal.portal import Portal

#: None or one.
Links = Sequence[RoomLink]


def see_links(portal: Portal, room_id: str) -> Links:
    """All links of a room.

    :raises RequestError: if they cannot be read, or are not shown to this credential any more.
    """
    links = portal.room_links.of(room_id)
    if not links:
        room = portal.rooms.find(room_id)
        if not (room and room.may_manage):
            raise RequestError("The portal does not show the links any more.", "links_unseen")
    return links


def link_differences(found: RoomLink, wanted: RoomLink) -> list[str]:
    """In what a link is not as it was meant to be, each in words; its uses do not count."""
    expires = f"it expires {written(found.expires)}" if found.expires else "it never expires"
    texts = (
        (found.level == wanted.level, f"its level is {LEVELS.get(found.level, found.level)}"),
        (found.title == wanted.title, "it has another title"),
        (found.expires == wanted.expires, expires),
        (found.password == wanted.password, "its password is another one, or is not set"),
        (found.deny_download == wanted.deny_download, f"deny_download is {found.deny_download}"),
        (found.internal == wanted.internal, f"internal is {found.internal}"),
        (
            found.max_uses == wanted.max_uses,
            f"{found.max_uses or 'any number of'} people may use it",
        ),
        (found.primary == wanted.primary, "it is another kind of link"),
        (found.type == wanted.type, f"its type is {found.type}"),
    )
    return [text for is_same, text in texts if not is_same]


def is_over(link: RoomLink) -> bool:
    """Whether the end of a link has come, by the clock of this machine."""
    return link.expires is not None and link.expires <= datetime.now(timezone.utc)


def capitalized(text: str) -> str:
    """A text at the beginning of a sentence."""
    return text[:1].upper() + text[1:]
