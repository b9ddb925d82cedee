# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Which link `room_link` takes for the one that is meant, and which id and address links have."""

from __future__ import annotations

from ansible_collections.onlyoffice.docspace.tests.portal.http.faults import Fault, instead
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.linked_rooms import (
    CUSTOM,
    LATER,
    PUBLIC,
    link_id,
    site_with,
    stored,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.room_link.tasks import (
    FULL,
    JOIN,
    LINKS,
    ROOM,
    failed,
    task,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.simulated import request


def test_other_titles_of_links_that_are_named_otherwise():
    with site_with(FULL, JOIN) as site:
        assert task(site, link_id=link_id(1), title="Renamed")["changed"]
        assert task(site, type="invitation", title="Come in")["changed"]
        assert task(site, room=PUBLIC, primary=True, title="Press")["changed"]
        assert set(stored(site)) == {"Renamed", "Come in"}
        assert stored(site)["Come in"]["max_uses"] == 9
        assert set(stored(site, PUBLIC)) == {"Press"}


def test_a_title_means_a_primary_link_too_unless_the_task_says_otherwise():
    with site_with() as site:
        assert not task(site, room=PUBLIC, title="Shared link", level="viewer")["changed"]
        assert not task(site, room=PUBLIC, title="Shared link", primary=False, state="absent")[
            "changed"
        ]


def test_a_room_that_is_named_by_its_title(linked):
    task(linked, room="Custom", title="Any", state="absent")

    query = "count=100&filterValue=Custom&searchArea=Any&sortOrder=ascending&startIndex=0"
    assert linked.log() == [f"GET files/rooms?{query}", ROOM, LINKS, ROOM]


def test_the_address_is_returned_where_it_is_asked_for():
    with site_with(FULL) as site:
        there = task(site, check_mode=True, title="Full", return_link=True)["link"]
        assert there["url"].startswith("http")
        options = {"title": "New", "level": "viewer", "expires": LATER, "return_link": True}
        assert task(site, check_mode=True, **options)["link"]["url"] is None
        assert task(site, **options)["link"]["url"].startswith("http")
        assert "url" not in task(site, title="Full")["link"]


def test_the_id_is_made_of_portal_room_and_title(linked):
    options = {"title": "Same", "level": "viewer", "expires": LATER}
    first = task(linked, **options)["link"]["id"]
    assert task(linked, room=PUBLIC, **options)["link"]["id"] != first
    assert task(linked, title="Same", state="absent")["changed"]

    assert task(linked, **options)["link"]["id"] == first


def test_an_id_that_a_renamed_link_or_another_room_has_is_not_taken(linked):
    options = {"title": "Same", "level": "viewer", "expires": LATER}
    first = task(linked, **options)["link"]["id"]
    task(linked, link_id=first, title="Renamed")
    second = task(linked, **options)["link"]["id"]
    assert second != first
    assert set(stored(linked)) == {"Renamed", "Same"}


def test_an_id_that_somebody_has_used_in_another_room():
    with site_with() as site:
        options = {"title": "Same", "level": "viewer", "expires": LATER}
        usual = task(site, check_mode=True, **options)["link"]["id"]
        path = f"files/rooms/{PUBLIC}/links"
        body = {"linkId": usual, "linkType": 1, "access": 2, "title": "Trap"}
        request(site.portal, "PUT", path, body, site.api_key())

        assert task(site, **options)["link"]["id"] != usual


def test_ids_are_not_tried_without_end():
    """A portal that does not know how to look for an id gives all rooms instead."""
    with site_with() as site:
        row = {"id": CUSTOM, "title": "Custom", "roomType": 5, "rootFolderType": 14}
        rooms = instead(200, {"response": {"folders": [row], "total": 1}})
        site.faults.append(Fault("GET", "files/rooms", rooms, first=4, times=99))

        result = failed(site, title="New", level="viewer", expires=LATER)

        assert result["failure"]["code"] == "link_id_taken"
        assert not result["changed"]
