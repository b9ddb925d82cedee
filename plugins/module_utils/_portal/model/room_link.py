# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Links into rooms."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from ..._base.texts import printable

#: Who follows the one reads the room, with or without an account; the other makes members.
EXTERNAL, INVITATION = "external", "invitation"
#: By their numbers in the API.
LINK_TYPES = {0: INVITATION, 1: EXTERNAL}


@dataclass(frozen=True)
class RoomLink:
    """A link into a room.

    :param type: :data:`EXTERNAL` or :data:`INVITATION`.
    :param level: its number; see ``LEVELS`` of rooms.
    :param primary: whether it is the external link that a room has one of.
    :param expires: when it ends, to the second; None if it never does.
    :param internal: whether it opens the room only to those who have an account of the portal.
    :param password: a secret; empty if there is none. An invitation link has none.
    :param max_uses: of an invitation link; None if it may be used without end.
    :param uses: of an invitation link.
    :param url: a secret too; only known of links that were read with it.
    """

    id: str
    type: str
    title: str
    level: int
    primary: bool = False
    expires: datetime | None = None
    is_expired: bool = False
    internal: bool = False
    deny_download: bool = False
    password: str = field(default="", repr=False)
    max_uses: int | None = None
    uses: int = 0
    url: str = field(default="", repr=False, compare=False)

    @property
    def is_external(self) -> bool:
        """Whether it makes nobody a member."""
        return self.type == EXTERNAL

    @property
    def is_used_up(self) -> bool:
        """Whether nobody can join by it any more."""
        return self.max_uses is not None and self.uses >= self.max_uses

    @property
    def label(self) -> str:
        """This link in a message."""
        return f'"{printable(self.title)}" ({self.id})'


@dataclass(frozen=True)
class ExternalSharing:
    """What the settings of a portal say about links that need no account.

    :param allowed: whether rooms may have such links.
    """

    allowed: bool
