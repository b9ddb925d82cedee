# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Links by which people join a portal."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True)
class InvitationLink:
    """A link by which anybody who has it becomes a person of one type.

    :param type: one of the types of people but ``owner`` and ``guest``.
    :param expires: when it ends, to the second; None if it never does.
    :param max_uses: None if it may be used without end.
    :param url: a secret, and another one for each reader.
    """

    id: str
    type: str
    expires: datetime | None
    max_uses: int | None
    uses: int = 0
    is_expired: bool = False
    url: str = field(default="", repr=False)

    @property
    def is_used_up(self) -> bool:
        """Whether nobody can join by it any more."""
        return self.max_uses is not None and self.uses >= self.max_uses
