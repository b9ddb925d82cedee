# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The calls on links by which people join, and the scopes that open them."""

from __future__ import annotations

from ..http.auth import ANY_SCOPE, READ_ALL, WRITE_ALL
from ..http.routing import Route
from . import reads, writes

_LINK = "portal/users/invitationlink"

ROUTES = [
    Route(f"{_LINK}/<type>", "GET", reads.get_link, READ_ALL),
    Route(_LINK, "POST", writes.create_link, WRITE_ALL),
    Route(_LINK, "PUT", writes.update_link, WRITE_ALL),
    Route(_LINK, "DELETE", writes.delete_link, WRITE_ALL),
    Route("portal/users/invite/<type>", "GET", reads.get_old_link, READ_ALL),
    Route("authentication/confirm", "POST", reads.confirm, ANY_SCOPE, anonymous=True),
    Route("/s/<token>", "GET", reads.follow, ANY_SCOPE, anonymous=True),
]
