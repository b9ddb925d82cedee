# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""API keys as the API shows them."""

from __future__ import annotations

import datetime

from ..http.properties import View, given, moment
from .records import ApiKey

_CREATED = "2026-01-15T09:00:00.0000000Z"


def full(key: ApiKey, owner: View) -> View:
    """A key, of which only the end is shown, with the short form of its owner."""
    postfix = key.key[-4:]
    return {
        "id": key.id,
        "name": key.name,
        "key": f"sk-***{postfix}",
        "keyPostfix": postfix,
        **given(permissions=key.permissions),
        "createOn": _CREATED,
        "createBy": owner,
        **given(expiresAt=key.expires),
        "isActive": key.active,
    }


def in_use(view: View) -> View:
    """The view of a key that was just used."""
    now = datetime.datetime.now(datetime.timezone.utc)
    return {**view, "lastUsed": moment(now)}
