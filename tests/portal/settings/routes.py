# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The calls on the plan and the settings, and the scopes that open them."""

from __future__ import annotations

from ..http.auth import ANY_SCOPE, READ_ALL, READ_FILES, WRITE_ALL, WRITE_FILES
from ..http.routing import Route
from . import reads, writes

ROUTES = [
    Route("settings", "GET", reads.get_portal, READ_ALL, anonymous=True),
    Route("settings/version/build", "GET", reads.get_version, ANY_SCOPE, anonymous=True),
    Route("settings/security/password", "GET", reads.get_password_policy, ANY_SCOPE),
    Route("settings/security/password", "PUT", writes.set_password_policy, WRITE_ALL),
    Route("settings/invitationsettings", "GET", reads.get_inviting, READ_ALL, anonymous=True),
    Route("settings/invitationsettings", "PUT", writes.set_inviting, WRITE_ALL),
    Route("settings/userquotasettings", "GET", reads.get_user_quota, READ_ALL),
    Route("settings/userquotasettings", "POST", writes.set_user_quota, WRITE_ALL),
    Route("settings/roomquotasettings", "POST", writes.set_room_quota, WRITE_ALL),
    Route("settings/timeandlanguage", "PUT", writes.set_time, WRITE_ALL),
    Route("files/settings", "GET", reads.get_sharing, READ_FILES),
    Route("files/settings/externalsharingsettings", "PUT", writes.set_sharing, WRITE_FILES),
    Route("portal/payment/quota", "GET", reads.get_plan, READ_ALL),
]
