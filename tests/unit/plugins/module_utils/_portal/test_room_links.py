# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Links into rooms, as they are sent and read."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timezone

import pytest

from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.errors import RequestError
from ansible_collections.onlyoffice.docspace.plugins.module_utils._http.connection import Connection
from ansible_collections.onlyoffice.docspace.plugins.module_utils._portal.model.room_link import (
    EXTERNAL,
    INVITATION,
    RoomLink,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._portal.portal import open_portal
from ansible_collections.onlyoffice.docspace.plugins.module_utils._portal.room_links import (
    RoomLinks,
)
from ansible_collections.onlyoffice.docspace.plugins.modules import group_info
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.linked_rooms import (
    CUSTOM,
    MEMBER,
    site_with,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.simulated import parameters

ROOM = str(CUSTOM)
END = datetime(2031, 6, 30, 12, tzinfo=timezone.utc)
SECRET = RoomLink(
    id="71000000-0000-4000-8000-000000000001",
    type=EXTERNAL,
    title="For Globex",
    level=10,
    expires=END,
    internal=True,
    deny_download=True,
    password="Passw0rd!12",
)
JOIN = RoomLink(
    id="71000000-0000-4000-8000-000000000002",
    type=INVITATION,
    title="Join us",
    level=2,
    expires=END,
    max_uses=5,
)


@pytest.fixture
def links():
    with site_with() as site:
        connection = Connection.from_params(parameters(site, group_info))
        with open_portal(connection, read_only=False) as portal:
            yield portal.room_links


@pytest.mark.parametrize("link", [SECRET, JOIN])
def test_a_link_is_read_as_it_was_sent(links, link):
    assert links.put(ROOM, link) == link
    assert links.of(ROOM) == [link]
    assert links.put(ROOM, replace(link, level=5, title="Other")) == links.of(ROOM)[0]

    assert links.remove(ROOM, link) is None
    assert links.of(ROOM) == []


def test_the_primary_link(links):
    assert links.primary(ROOM) is None
    primary = replace(SECRET, primary=True)
    assert links.put_primary(ROOM, primary) == primary
    assert links.put(ROOM, JOIN) == JOIN
    assert links.primary(ROOM) == primary


def test_addresses_only_where_they_are_asked_for(links):
    assert links.put(ROOM, SECRET).url == ""
    links.with_urls = True
    (link,) = links.of(ROOM)
    assert link.url.startswith("http")
    assert link.url not in repr(link)
    assert SECRET.password not in repr(link)


def test_the_answer_about_a_person_is_no_link(links):
    links.put(ROOM, SECRET)
    with pytest.raises(RequestError, match="form of the API"):
        links.put(ROOM, replace(SECRET, id=MEMBER))


def test_external_sharing(links):
    assert links.external_sharing().allowed
    api = links._api
    body = {"externalShare": False, "externalShareApplyToRooms": True}
    path = ("files", "settings", "externalsharingsettings")
    api.call("PUT", path, {}, body)
    assert not links.external_sharing().allowed
    api.call("PUT", path, {}, {**body, "externalShareApplyToRooms": False})
    assert RoomLinks(api).external_sharing().allowed
