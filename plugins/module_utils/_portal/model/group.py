# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Groups."""

from __future__ import annotations

from dataclasses import dataclass

from ..._base.texts import printable
from .person import Person


@dataclass(frozen=True)
class Group:
    """A group; ``size`` counts the members that the portal shows, not the disabled ones."""

    id: str
    name: str
    size: int
    manager: Person | None = None
    ldap: bool = False
    system: bool = False

    @property
    def label(self) -> str:
        """This group in a message."""
        return f'"{printable(self.name)}" ({printable(self.id)})'


@dataclass(frozen=True)
class SeenGroup:
    """A group as the answer to a write shows it, or a later look at it.

    An answer has no disabled members.
    """

    id: str
    name: str
    manager_id: str | None
    members: frozenset[str]
