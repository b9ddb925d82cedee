# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Who is calling, and whether the key's scopes allow the call."""

from __future__ import annotations

import base64
import binascii

from .failures import ApiError, Refused, bad_format
from .records import DISABLED, ApiKey
from .world import World

READ_ACCOUNTS = ("accounts:read",)
READ_PEOPLE = ("accounts:read", "accounts:write")
READ_SELF = ("accounts.self:read", "accounts.self:write")
WRITE_ACCOUNTS = ("accounts:write",)
ANY_SCOPE: tuple[str, ...] = ()

SCOPES = [
    "*",
    "*:read",
    "*:write",
    *(f"{area}:{verb}" for area in ("accounts", "accounts.self") for verb in ("read", "write")),
    *(f"{area}:{verb}" for area in ("files", "rooms") for verb in ("read", "write")),
]

_BEARER, _BASIC = "Bearer ", "Basic "


def authenticate(world: World, authorization: str) -> ApiKey:
    """The key of the call. It is accepted in one notation only, as the server does."""
    if authorization.startswith(_BASIC):
        _demand_base64(authorization[len(_BASIC) :])
        raise Refused(401, {"WWW-Authenticate": "Basic"})
    credential = authorization[len(_BEARER) :].rstrip() if authorization.startswith(_BEARER) else ""
    key = next((key for key in world.keys if key.key == credential), None)
    if key is None and credential.count(".") == 2:
        raise ApiError(401, "Claim 'sub' is not present in JWT", None, 0)
    if key is None or key.expired or not key.active:
        raise Refused(401)
    owner = world.people.get(key.user)
    if owner is None or owner.status == DISABLED:
        raise Refused(401)
    return key


def demand_scope(permissions: list[str] | None, accepted: tuple[str, ...]) -> None:
    """Refuse a key that has none of the accepted scopes."""
    if not permissions or not accepted or "*" in permissions:
        return
    wanted = {*accepted, "*:write"}
    if any(scope.endswith(":read") for scope in accepted):
        wanted.add("*:read")
    if not wanted.intersection(permissions):
        raise Refused(403)


def _demand_base64(text: str) -> None:
    try:
        base64.b64decode(text, validate=True)
    except binascii.Error:
        message = (
            "The input is not a valid Base-64 string as it contains a non-base 64 character,"
            " more than two padding characters, or an illegal character among the padding"
            " characters."
        )
        raise bad_format(message, "System.FormatException") from None
