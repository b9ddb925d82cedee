# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What a portal keeps of a link by which people join it."""

from __future__ import annotations

import dataclasses
import datetime

from ..journal import Entry


@dataclasses.dataclass
class InvitationLink:
    """A link for people who then have this type; None where there is no limit."""

    id: str
    type: str
    expires: datetime.datetime | None = None
    max_uses: int | None = None
    uses: int = 0

    @property
    def is_expired(self) -> bool:
        """Whether its time is over."""
        now = datetime.datetime.now(datetime.timezone.utc)
        return self.expires is not None and self.expires <= now

    @property
    def is_used_up(self) -> bool:
        """Whether as many have joined as may."""
        return self.max_uses is not None and self.uses >= self.max_uses


def link_from(entry: Entry) -> InvitationLink:
    """A link of a state file."""
    expires = entry.get("expires")
    moment = datetime.datetime.fromisoformat(expires) if expires else None
    return InvitationLink(**{**entry, "expires": moment})


def link_entry(link: InvitationLink) -> Entry:
    """A link as a state file holds it."""
    moment = link.expires and link.expires.isoformat()
    return {**dataclasses.asdict(link), "expires": moment}
