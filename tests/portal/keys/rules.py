# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The server's rules for API keys: what they open, and to whom they belong."""

from __future__ import annotations

import dataclasses
import datetime
import typing as t

from ..http import auth, failures
from ..http.failures import Refused
from ..http.properties import moment
from .records import ApiKey
from .state import Keys

_EVERYTHING = "*"


class Holders(t.Protocol):
    """What the rules ask of people."""

    def is_active(self, person_id: str) -> bool:
        """Whether there is somebody with this id who is neither disabled nor only invited."""


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
        if key.expired or not key.active or not self.people.is_active(key.user):
            raise Refused(401)
        return key

    def create(
        self, name: str, user: str, permissions: list[str] | None, days: int | None
    ) -> ApiKey:
        """Make a key that counts for so many days, or for ever."""
        _demand_scopes(permissions)
        # A key that is good for everything is stored without a list.
        stored = [] if not permissions or _EVERYTHING in permissions else permissions
        return self.keys.add(name, user, stored, _moment_in(days) if days else None)

    def change(
        self,
        key: ApiKey,
        name: str | None,
        permissions: list[str] | None,
        active: bool | None,
    ) -> None:
        """Change what is given of a key; an empty name or list is nothing."""
        _demand_scopes(permissions)
        stored = None if permissions and _EVERYTHING in permissions else permissions
        self.keys.change(
            key,
            name or key.name,
            stored if permissions else key.permissions,
            key.active if active is None else active,
        )

    def seen_by(self, user: str, is_admin: bool) -> list[ApiKey]:
        """Somebody's own keys, to administrators all."""
        return [key for key in self.keys if is_admin or key.user == user]

    def find(self, key_id: str, user: str, is_admin: bool) -> ApiKey | None:
        """A key that somebody may change; None if it is another's."""
        found = self.keys.find(key_id)
        if found is None:
            raise failures.null_reference()
        return found if is_admin or found.user == user else None


def _demand_scopes(permissions: list[str] | None) -> None:
    if not set(permissions or ()) <= set(auth.SCOPES):
        raise failures.bad_argument("Permissions are not valid.")


def _moment_in(days: int) -> str:
    return moment(datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(days=days))
