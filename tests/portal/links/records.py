# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What a portal keeps of a link to a room, a folder or a file.

A state file has them as `links`, each like this; what is not said is as in a new link:

    {"id": "71...", "holder": "room 7", "title": "Come in", "access": 2, "maker": "b0..."}
"""

from __future__ import annotations

import dataclasses
import datetime

from ..journal import Entry
from . import dates

INVITATION, EXTERNAL = 0, 1
LINK_TYPES = {"Invitation": INVITATION, "External": EXTERNAL}

NONE, READ = 0, 2


@dataclasses.dataclass
class Link:
    """A link by which people become members, or read something without that."""

    id: str
    #: What it leads to: its kind and number.
    holder: str
    title: str
    access: int
    maker: str
    type: int = INVITATION
    is_primary: bool = False
    is_internal: bool = False
    denies_download: bool = False
    password: str = ""
    expires: datetime.datetime | None = None
    max_uses: int | None = None
    uses: int = 0
    #: Who followed an external link with an account, and so has lasting access.
    visitors: list[str] = dataclasses.field(default_factory=list)

    @property
    def token(self) -> str:
        """What stands for the link in its address: it follows from the id alone."""
        return self.id.replace("-", "")[8:] + self.id[:8]

    @property
    def is_external(self) -> bool:
        """Whether it is no invitation."""
        return self.type == EXTERNAL

    @property
    def is_expired(self) -> bool:
        """Whether its time is over."""
        return self.expires is not None and dates.is_past(self.expires)


@dataclasses.dataclass(frozen=True)
class Place:
    """Which links something can have: the levels of each kind, and how many there can be."""

    holder: str
    external: frozenset[int] = frozenset()
    primary: frozenset[int] = frozenset()
    invitation: frozenset[int] = frozenset()
    #: How many external ones beside the primary one.
    limit: int = 0
    #: Whether there always is a primary one, which comes back when it is removed.
    has_primary: bool = False
    default_title: str = "Shared link"
    default_access: int = READ
    #: Whether external links can be internal, or not, or have to be.
    internal_is_fixed: bool = False
    internal: bool = False
    #: Whether the expiry of no link can be changed, and all are made anew when removed.
    is_rigid: bool = False
    #: Whether restricting external sharing counts here.
    is_room: bool = True


def link_from(entry: Entry) -> Link:
    """A link of a state file."""
    expires = entry.get("expires")
    moment = datetime.datetime.fromisoformat(expires) if expires else None
    return Link(**{**entry, "expires": moment})


def link_entry(link: Link) -> Entry:
    """A link as a state file holds it."""
    entry = dataclasses.asdict(link)
    usual = dataclasses.asdict(Link("", "", "", NONE, ""))
    needed = ("id", "holder", "title", "access", "maker")
    said = {n: value for n, value in entry.items() if n in needed or value != usual[n]}
    if link.expires:
        said["expires"] = link.expires.isoformat()
    return said
