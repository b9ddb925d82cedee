# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The calls on people, and the scopes that open them."""

from __future__ import annotations

from ..http.auth import ANY_SCOPE, READ_PEOPLE, READ_SELF, WRITE_ACCOUNTS
from ..http.routing import Route
from . import reads, writes

ROUTES = [
    Route("people", "GET", reads.list_active, READ_PEOPLE),
    Route("people/@self", "GET", reads.get_self, READ_SELF),
    Route("people/email", "GET", reads.get_by_email, READ_PEOPLE),
    Route("people/exists", "GET", reads.exists, ANY_SCOPE),
    Route("people/filter", "GET", reads.filter_full, READ_PEOPLE),
    Route("people/simple/filter", "GET", reads.filter_simple, READ_PEOPLE),
    Route("people/search", "GET", reads.find_by_words, READ_PEOPLE),
    Route("people/@search/<text>", "GET", reads.find_by_words, READ_PEOPLE),
    Route("people/tokendiagnostics", "GET", reads.token_claims, ANY_SCOPE),
    Route("people/status/<status>", "GET", reads.list_by_status, READ_PEOPLE),
    Route("people/status/<status>", "PUT", writes.set_status, WRITE_ACCOUNTS),
    Route("people/type", "POST", writes.start_type_change, WRITE_ACCOUNTS),
    Route("people/type/<type>", "PUT", writes.set_type, WRITE_ACCOUNTS),
    Route("people/type/progress/<guid:id>", "GET", writes.type_change_progress, READ_PEOPLE),
    Route("people/active", "POST", writes.create_active, WRITE_ACCOUNTS),
    Route("people/invite", "POST", writes.invite, WRITE_ACCOUNTS),
    Route("people/<name>", "GET", reads.get_person, ANY_SCOPE),
    Route("people/<name>", "DELETE", writes.delete_person, WRITE_ACCOUNTS),
]
