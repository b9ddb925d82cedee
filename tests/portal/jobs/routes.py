# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The calls on jobs, and the scopes that open them."""

from __future__ import annotations

from ..http.auth import READ_PEOPLE, WRITE_ACCOUNTS
from ..http.routing import Route
from . import reads, writes

ROUTES = [
    Route("people/type", "POST", writes.start_type_change, WRITE_ACCOUNTS),
    Route("people/type/progress/<guid:id>", "GET", reads.type_progress, READ_PEOPLE),
    Route("people/type/terminate", "PUT", writes.end_type_change, WRITE_ACCOUNTS),
    Route("people/reassign/necessary", "GET", reads.is_reassignment_necessary, READ_PEOPLE),
    Route("people/reassign/start", "POST", writes.start_reassignment, WRITE_ACCOUNTS),
    Route("people/reassign/progress/<guid:id>", "GET", reads.reassignment_progress, READ_PEOPLE),
    Route("people/reassign/terminate", "PUT", writes.end_reassignment, WRITE_ACCOUNTS),
    Route("people/remove/start", "POST", writes.start_removal, WRITE_ACCOUNTS),
    Route("people/remove/progress/<guid:id>", "GET", reads.removal_progress, READ_PEOPLE),
    Route("people/remove/terminate", "PUT", writes.end_removal, WRITE_ACCOUNTS),
]
