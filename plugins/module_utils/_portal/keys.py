# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""The API keys of a portal, and the one that a task uses."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from .._base.errors import RequestError
from .._base.moments import parse_moment
from .._base.texts import printable
from .._http.transport import Transport
from . import answers
from .model.key import Key

# Leaf properties only: whole objects overflow the server's serializer.
_FIELDS = "id,name,permissions,createBy.id"
_LISTED_FIELDS = f"{_FIELDS},isActive,createOn,expiresAt,lastUsed"
#: No API key is known to portals older than 3.1, and no other credential is one.
_NO_KEY = ("unauthorized", "not_found", "not_docspace")


class Keys:
    """The API keys of a portal.

    :param transport: sends the requests; a refusal is not explained by asking for the key again.
    """

    def __init__(self, transport: Transport) -> None:
        self._transport = transport
        self._current: Key | None = None

    def current(self) -> Key | None:
        """The key that this task uses; None if the credential is no API key but an access token.

        :raises RequestError: when there is no usable answer.
        """
        try:
            return self.read()
        except RequestError as error:
            if error.code in _NO_KEY:
                return None
            raise

    def read(self) -> Key:
        """The key that this task uses, which every key may ask for; it is read once.

        :raises RequestError: when there is no usable answer.
        """
        if self._current is None:
            answer = self._transport.request("GET", ("keys", "@self"), {"fields": _FIELDS})
            self._current = _parse_key(answer.response)
        return self._current

    def active(self) -> list[Key]:
        """The keys that are not switched off; see :meth:`listed`."""
        return [key for key in self.listed() if key.is_active]

    def listed(self) -> list[Key]:
        """All keys with what is known of them: an administrator sees everybody's, others their own.

        The key needs the scope ``*:read``.

        :raises RequestError: when there is no usable answer.
        """
        answer = self._transport.request("GET", ("keys",), {"fields": _LISTED_FIELDS})
        return [_parse_key(row) for row in answers.rows(answer)]


def scope_of(method: str, path: Sequence[str]) -> str:
    """The narrowest scope that opens a call."""
    area = "*"
    if path[0] in ("group", "people"):
        area = "accounts"
    elif path[0] == "files":
        area = "rooms" if path[1] == "rooms" else "files"
    return f"{area}:{'read' if method == 'GET' else 'write'}"


def explain_scope(
    keys: Keys, error: RequestError, method: str, path: Sequence[str]
) -> RequestError:
    """Say which scope a key lacks: only the portal knows.

    :param error: a refusal without a reason.
    :param method: of the request that was refused.
    :param path: of that request.
    """
    needed = scope_of(method, path)
    try:
        key = keys.current()
    except RequestError:
        return error
    if not key or (error.code != "missing_scope" and key.opens(needed)):
        return error
    if key.is_unrestricted:
        message = (
            "The request was refused without a reason (403), and the API key"
            f' "{printable(key.name)}" has no restriction; try again, and look for something'
            " between here and the portal."
        )
        return RequestError(message, "forbidden", error.status, error.may_be_done)
    advised = "accounts:read and accounts:write" if needed.startswith("accounts:") else needed
    message = f"The {key.without(needed)}. Give it {advised}, or no restriction."
    return RequestError(message, "missing_scope", error.status, error.may_be_done)


def _parse_key(row: Any) -> Key:
    name = answers.text(row, "name")
    if "name" not in row:  # no key, and not one without restriction
        raise answers.wrong_shape()
    return Key(
        name,
        scopes=tuple(map(str, answers.items(row, "permissions"))),
        owner_id=answers.guid(row["createBy"]) if row.get("createBy") else None,
        id=answers.text(row, "id"),
        is_active=bool(row.get("isActive")),
        created=_moment(row, "createOn"),
        expires=_moment(row, "expiresAt"),
        last_used=_moment(row, "lastUsed"),
    )


def _moment(row: Any, key: str) -> datetime | None:
    text = answers.text(row, key)
    moment = parse_moment(text)
    if text and not moment:  # which is not the same as a key without end
        raise answers.wrong_shape()
    return moment
