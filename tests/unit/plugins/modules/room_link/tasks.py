# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""How the tests of `room_link` run a task."""

from __future__ import annotations

from functools import partial

from ansible_collections.onlyoffice.docspace.plugins.modules import room_link
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.linked_rooms import (
    CUSTOM,
    STORED,
    link_id,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.simulated import (
    failure,
    parameters,
)

ROOM = f"GET files/rooms/{CUSTOM}"
LINKS = f"GET files/rooms/{CUSTOM}/links"
PUT = f"PUT files/rooms/{CUSTOM}/links"
PUT_PRIMARY = f"PUT files/folder/{CUSTOM}/links"
KEY = "GET keys/%40self"
SHARING, POLICY = "GET files/settings", "GET settings/security/password"
PASSWORD, OTHER_PASSWORD = "Passw0rd!12", "An0ther.one"

#: With a value for everything that a link can have.
FULL = {
    "id": link_id(1),
    "title": "Full",
    "access": 5,
    "expires": STORED,
    "password": PASSWORD,
    "denies_download": True,
    "is_internal": True,
}
JOIN = {
    "id": link_id(2),
    "title": "Join",
    "type": 0,
    "expires": STORED,
    "max_uses": 9,
    "uses": 2,
}


def task(site, check_mode=False, room=CUSTOM, **options):
    return room_link.run(parameters(site, room_link, room=str(room), **options), check_mode)


failed = partial(failure, task)


def sent(site, **options):
    """The result of a task, and the requests that it has sent."""
    before = len(site.log())
    result = task(site, **options)
    return result, site.log()[before:]


def is_free(link):
    """The request that shows that nothing has the id of a link yet."""
    query = "count=100&searchArea=Active&sortOrder=ascending&startIndex=0"
    return f"GET files/rooms?{query}&subjectId={link['id']}"
