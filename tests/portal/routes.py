# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""All the calls that a portal answers."""

from __future__ import annotations

from .audit.other_writes import OTHERS
from .audit.people_writes import PEOPLE as PEOPLE_WATCHED
from .audit.routes import ROUTES as AUDIT
from .audit.writes import watched
from .documents.routes import ROUTES as DOCUMENTS
from .groups.routes import ROUTES as GROUPS
from .http.routing import Router
from .invitation_links.routes import ROUTES as INVITATION_LINKS
from .jobs.routes import ROUTES as JOBS
from .keys.routes import ROUTES as KEYS
from .links.routes import ROUTES as LINKS
from .people.routes import ROUTES as PEOPLE
from .rooms.routes import ROUTES as ROOMS
from .settings.routes import ROUTES as SETTINGS

_ROUTES = [
    *(*GROUPS, *PEOPLE, *KEYS, *SETTINGS, *INVITATION_LINKS, *JOBS, *ROOMS, *LINKS, *DOCUMENTS),
    *AUDIT,
]

_WATCHES = {**PEOPLE_WATCHED, **OTHERS}

ROUTER = Router(
    [
        watched(each, _WATCHES[each.path, each.method])
        if (each.path, each.method) in _WATCHES
        else each
        for each in _ROUTES
    ]
)
