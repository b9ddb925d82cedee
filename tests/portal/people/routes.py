# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The calls on people, and the scopes that open them."""

from __future__ import annotations

from ..http.auth import (
    ANY_SCOPE,
    READ_PEOPLE,
    READ_SELF,
    WRITE_ACCOUNTS,
    WRITE_ALL,
    WRITE_SELF,
)
from ..http.routing import Route
from . import (
    new_writes,
    profile_writes,
    quota_writes,
    reads,
    removal_writes,
    type_writes,
    writes,
)

_SESSIONS = "security/activeconnections"

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
    Route("people/status/<status>/search", "GET", reads.find_in_status, READ_PEOPLE),
    Route("people/status/<status>", "PUT", writes.set_status, WRITE_ACCOUNTS),
    Route("people/type/<type>", "PUT", type_writes.set_type, WRITE_ACCOUNTS),
    Route("people", "POST", new_writes.post, ANY_SCOPE, anonymous=True),
    Route("people/active", "POST", new_writes.create_active, WRITE_ACCOUNTS),
    Route("people/invite", "POST", new_writes.invite, WRITE_ACCOUNTS),
    Route("people/invite", "PUT", new_writes.resend, WRITE_ACCOUNTS),
    Route("people/email", "POST", profile_writes.change_email, WRITE_ACCOUNTS),
    Route("people/password", "POST", profile_writes.mail_password, WRITE_ACCOUNTS, anonymous=True),
    Route("people/userquota", "PUT", quota_writes.set_quota, WRITE_ACCOUNTS),
    Route("people/resetquota", "PUT", quota_writes.reset_quota, WRITE_ACCOUNTS),
    Route("people/guests/<guid:id>/share", "GET", reads.guest_link, READ_PEOPLE),
    Route("people/self/delete", "PUT", profile_writes.mail_deletion, WRITE_SELF),
    Route("people/@self", "DELETE", profile_writes.delete_self, ANY_SCOPE),
    Route("people/activationstatus/<status>", "PUT", profile_writes.confirm, ANY_SCOPE),
    Route("people/<name>/password", "PUT", profile_writes.confirm, ANY_SCOPE),
    Route("people/<name>/email", "PUT", profile_writes.confirm, ANY_SCOPE),
    Route("people/<name>/culture", "PUT", profile_writes.change_culture, WRITE_ACCOUNTS),
    Route("people/<name>", "GET", reads.get_person, ANY_SCOPE),
    Route("people/<name>", "PUT", profile_writes.change, WRITE_ACCOUNTS),
    Route("people/delete", "PUT", removal_writes.delete_people, WRITE_ACCOUNTS),
    Route("people/guests", "DELETE", removal_writes.leave_guests, WRITE_ACCOUNTS),
    Route("people/<name>", "DELETE", removal_writes.delete_person, WRITE_ACCOUNTS),
    Route(f"{_SESSIONS}/logoutall/<guid:id>", "PUT", writes.end_sessions, WRITE_ALL),
]
