# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The calls on the audit trail, and the scopes that open them."""

from __future__ import annotations

from ..http.auth import READ_ALL
from ..http.routing import Route
from . import reads

_AUDIT = "security/audit"

ROUTES = [
    Route(f"{_AUDIT}/events/filter", "GET", reads.list_events, READ_ALL),
    Route(f"{_AUDIT}/events/last", "GET", reads.last_events, READ_ALL),
    Route(f"{_AUDIT}/login/filter", "GET", reads.list_logins, READ_ALL),
    Route(f"{_AUDIT}/login/last", "GET", reads.last_logins, READ_ALL),
    Route(f"{_AUDIT}/types", "GET", reads.list_words, READ_ALL),
]
