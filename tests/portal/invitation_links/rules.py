# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The server's rules for links by which people join."""

from __future__ import annotations

import collections.abc as c
import dataclasses
import datetime
import hashlib

from ..http import failures
from .records import InvitationLink
from .state import InvitationLinks

VALID, INVALID, EXPIRED, USED_UP = 0, 1, 2, 6
_TOKEN_LENGTH = 15


@dataclasses.dataclass(frozen=True)
class Shown:
    """A link as somebody was shown it: each sees another address."""

    link: InvitationLink
    reader: str

    @property
    def token(self) -> str:
        """What the short address ends with."""
        return self._secret("token")[:_TOKEN_LENGTH]

    @property
    def key(self) -> str:
        """What whoever joins has to know."""
        return self._secret("key")

    def _secret(self, what: str) -> str:
        return hashlib.sha256(f"{what} {self.link.id} {self.reader}".encode()).hexdigest()


@dataclasses.dataclass(frozen=True)
class Rules:
    """What may be done with links."""

    links: InvitationLinks

    def get(self, link_id: str) -> InvitationLink:
        """The link with this id."""
        link = self.links.get(link_id)
        if link is None:
            raise failures.no_such_record()
        return link

    def create(
        self, kind: str, expires: datetime.datetime | None, max_uses: int | None
    ) -> InvitationLink:
        """Make the link for people of a type."""
        _demand_future(expires)
        if self.links.of_type(kind):
            raise failures.bad_argument("link with the same EmployeeType already exists")
        return self.links.add(kind, expires=expires, max_uses=max_uses)

    def change(
        self, link: InvitationLink, expires: datetime.datetime | None, max_uses: int | None
    ) -> None:
        """Give a link these limits and no others."""
        _demand_future(expires)
        if max_uses is not None and max_uses < link.uses:
            raise failures.bad_argument("MaxUseCount")
        self.links.change(link, expires=expires, max_uses=max_uses)

    def by_key(self, key: str, readers: c.Iterable[str]) -> Shown | None:
        """The link of which somebody was shown this key."""
        return next((shown for shown in self._shown(readers) if shown.key == key), None)

    def by_token(self, token: str, readers: c.Iterable[str]) -> Shown | None:
        """The link that somebody was shown under this address."""
        return next((shown for shown in self._shown(readers) if shown.token == token), None)

    def _shown(self, readers: c.Iterable[str]) -> c.Iterator[Shown]:
        readers = list(readers)
        return (Shown(link, reader) for link in self.links for reader in readers)


def validity(shown: Shown | None, kind: str | None) -> int:
    """Whether somebody may join by a link, as what it is for."""
    if shown is None or shown.link.type != kind:
        return INVALID
    if shown.link.is_expired:
        return EXPIRED
    return USED_UP if shown.link.is_used_up else VALID


def _demand_future(moment: datetime.datetime | None) -> None:
    if moment and moment <= datetime.datetime.now(datetime.timezone.utc):
        raise failures.bad_argument("Expiration")
