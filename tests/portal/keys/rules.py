# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The server's rules for API keys: what they open, and to whom they belong."""

from __future__ import annotations

import dataclasses
import typing as t

from ..http import auth, failures
from ..http.failures import Refused
from .records import ApiKey
from .state import Keys


class Holders(t.Protocol):
    """What the rules ask of people."""

    def is_enabled(self, person_id: str) -> bool:
        """Whether there is somebody with this id who is not disabled."""


@dataclasses.dataclass(frozen=True)
class Rules:
    """What may be done with keys."""

    keys: Keys
    people: Holders

    def authenticate(self, authorization: str) -> ApiKey:
        """The key of a call that still counts."""
        credential = auth.credential(authorization)
        key = next((key for key in self.keys if key.key == credential), None)
        if key is None:
            raise auth.unknown(credential)
        if key.expired or not key.active or not self.people.is_enabled(key.user):
            raise Refused(401)
        return key

    def create(self, name: str, user: str, permissions: list[str] | None) -> ApiKey:
        """Make a key."""
        if not set(permissions or ()) <= set(auth.SCOPES):
            raise failures.bad_argument("Permissions are not valid.")
        return self.keys.add(name, user, permissions)

    def seen_by(self, user: str, is_admin: bool) -> list[ApiKey]:
        """Somebody's own keys, to administrators all."""
        return [key for key in self.keys if is_admin or key.user == user]
