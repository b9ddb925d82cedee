# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""The API key that a task uses."""

from __future__ import annotations

from .._base.errors import RequestError
from .._base.texts import listed, printable
from .._http.transport import Transport
from . import answers

_FIELDS = "name,permissions"


def explain_scope(transport: Transport, error: RequestError, method: str) -> RequestError:
    """Say which scope a key lacks: only the portal knows, and every key may ask it.

    :param error: a refusal without a reason.
    :param method: of the request that was refused.
    """
    needed = "accounts:read" if method == "GET" else "accounts:write"
    try:
        key = transport.request("GET", ("keys", "@self"), {"fields": _FIELDS}).response
        name, scopes = answers.text(key, "name"), answers.items(key, "permissions")
    except RequestError:
        return error
    if not scopes or "*" in scopes:
        message = (
            "The request was refused without a reason (403), and the API key"
            f' "{printable(name)}" has no restriction; try again, and look for something'
            " between here and the portal."
        )
        return RequestError(message, "forbidden", error.status, error.may_be_done)
    message = (
        f'The API key "{printable(name)}" lacks the scope {needed}'
        f" (it has {listed([printable(str(each)) for each in scopes])})."
        " Give it accounts:read and accounts:write, or no restriction."
    )
    return RequestError(message, error.code, error.status, error.may_be_done)
