# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Rows of the audit trail as the API shows them."""

from __future__ import annotations

from ..http.properties import View, given, moment
from .records import KINDS, LOGINS, TAG, Row
from .records import ROOM as _ROOM

_PLACES = {"country": "", "city": ""}


def event(row: Row, user: str) -> View:
    """Something that was done; the names of people are those of today."""
    kind = KINDS[row.number]
    return {
        **_common(row, user, kind.text.format(*row.values)),
        **given(page=row.page or None),
        "actionType": kind.type,
        "product": kind.product,
        "location": kind.location,
        **given(target=list(row.targets) or None),
        "entries": list(kind.entries),
        "context": _context(row),
    }


def login(row: Row, user: str) -> View:
    """A log-in, or one that failed."""
    common = _common(row, user, LOGINS[row.number])
    return {**common, **given(login=row.login or None, page=row.page or None)}


def _common(row: Row, user: str, text: str) -> View:
    return {
        "id": row.id,
        "date": moment(row.at),
        "user": user,
        "userId": row.user,
        "action": text,
        "actionId": row.number,
        "ip": "portal.example.org",
        **_PLACES,
    }


def _context(row: Row) -> str:
    kind = KINDS[row.number]
    if not kind.entries:
        return "Settings"
    if _ROOM in kind.entries:
        return f"Rooms: {row.context}"
    return "Rooms" if TAG in kind.entries else "Contacts"
