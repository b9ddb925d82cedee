# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The calls on API keys, and the scopes that open them."""

from __future__ import annotations

from ..http.auth import ANY_SCOPE, READ_ALL, WRITE_ALL
from ..http.routing import Route
from . import reads, writes

ROUTES = [
    Route("keys", "GET", reads.list_keys, READ_ALL),
    Route("keys", "POST", writes.create_key, WRITE_ALL),
    Route("keys/@self", "GET", reads.get_self, ANY_SCOPE),
    Route("keys/permissions", "GET", reads.list_scopes, ANY_SCOPE),
    Route("keys/<guid:id>", "PUT", writes.update_key, WRITE_ALL),
    Route("keys/<guid:id>", "DELETE", writes.delete_key, WRITE_ALL),
]
