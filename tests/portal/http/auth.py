# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The credential of a call, and whether its scopes open the call."""

from __future__ import annotations

import base64
import binascii

from .failures import ApiError, Failure, Forbidden, Refused, bad_format

READ_ACCOUNTS = ("accounts:read",)
READ_PEOPLE = ("accounts:read", "accounts:write")
READ_SELF = ("accounts.self:read", "accounts.self:write")
WRITE_SELF = ("accounts.self:write",)
WRITE_ACCOUNTS = ("accounts:write",)
READ_ROOMS = ("rooms:read", "rooms:write")
WRITE_ROOMS = ("rooms:write",)
READ_FILES = ("files:read", "files:write")
WRITE_FILES = ("files:write",)
# Only keys that are good for everything open these.
READ_ALL = ("*:read",)
WRITE_ALL = ("*:write",)
ANY_SCOPE: tuple[str, ...] = ()

SCOPES = [
    "*",
    "*:read",
    "*:write",
    *(f"{area}:{verb}" for area in ("accounts", "accounts.self") for verb in ("read", "write")),
    *(f"{area}:{verb}" for area in ("files", "rooms") for verb in ("read", "write")),
]

_BEARER, _BASIC = "Bearer ", "Basic "


def credential(authorization: str) -> str:
    """The key of a header. It is accepted in one notation only, as the server does."""
    if authorization.startswith(_BASIC):
        _demand_base64(authorization[len(_BASIC) :])
        raise Refused(401, {"WWW-Authenticate": "Basic"})
    return authorization[len(_BEARER) :].rstrip() if authorization.startswith(_BEARER) else ""


def unknown(credential: str) -> Failure:
    """The answer to a credential that nobody has; one of three parts is taken for a token."""
    if credential.count(".") == 2:
        return ApiError(401, "Claim 'sub' is not present in JWT", None, 0)
    return Refused(401)


def demand_scope(
    permissions: list[str] | None, accepted: tuple[str, ...], anonymous: bool = False
) -> None:
    """Refuse a key that has none of the accepted scopes."""
    if not permissions or not accepted or "*" in permissions:
        return
    wanted = {*accepted, "*:write"}
    if any(scope.endswith(":read") for scope in accepted):
        wanted.add("*:read")
    if not wanted.intersection(permissions):
        raise Forbidden if anonymous else Refused(403)


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
