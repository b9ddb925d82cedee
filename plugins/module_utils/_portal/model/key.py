# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""API keys."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from ..._base.texts import listed, printable


@dataclass(frozen=True)
class Key:
    """An API key; without scopes it has no restriction.

    :param owner_id: whose key it is; None if the portal does not say.
    :param is_active: whether it is not switched off. It may have ended all the same. Only known,
        like what follows, of keys that were listed (:meth:`Keys.listed`).
    :param expires: when it ends; None if it never does.
    :param last_used: None if it never was.
    """

    name: str
    scopes: tuple[str, ...] = ()
    owner_id: str | None = None
    id: str = ""
    is_active: bool = False
    created: datetime | None = None
    expires: datetime | None = None
    last_used: datetime | None = None

    @property
    def is_unrestricted(self) -> bool:
        """Whether it opens every call."""
        return not self.scopes or "*" in self.scopes

    def opens(self, scope: str) -> bool:
        """Whether its scopes open the calls that need one, such as ``accounts:read``."""
        # The scope for writing accounts opens some of the calls that read them, but none about
        # groups; that for writing rooms opens all that read rooms.
        wider = {"*:write", scope}
        if scope.endswith(":read"):
            wider.add("*:read")
        if scope == "rooms:read":
            wider.add("rooms:write")
        return self.is_unrestricted or not wider.isdisjoint(self.scopes)

    def without(self, *scopes: str) -> str:
        """That this key lacks scopes, in the middle of a sentence."""
        return (
            f'API key "{printable(self.name)}" lacks the scope{"" if len(scopes) == 1 else "s"}'
            f" {listed(scopes)} (it has {listed([printable(each) for each in self.scopes])})"
        )
