# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What `room_link` refuses before it writes anything."""

from __future__ import annotations

from typing import Any

import pytest

from ansible_collections.onlyoffice.docspace.tests.unit.plugins.linked_rooms import (
    AGENT,
    ARCHIVED,
    CUSTOM,
    DATA,
    EDITING,
    FOREIGN,
    FORMS,
    LATER,
    MEMBER,
    OVER,
    PUBLIC,
    STORED,
    link_id,
    site_with,
    stored,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.room_link.tasks import (
    FULL,
    JOIN,
    failed,
    task,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.simulated import request

NEW: dict[str, Any] = {"title": "New", "level": "viewer", "expires": LATER}
INVITATION = {"type": "invitation", "title": None}


def only_reads(site):
    return all(line.startswith("GET ") for line in site.log())


@pytest.mark.parametrize(
    ("room", "options", "words"),
    [
        (CUSTOM, {"level": "content_creator"}, "viewer, commenter, reviewer, editor, form_filler"),
        (CUSTOM, {**INVITATION, "level": "form_filler"}, "content_creator"),
        (PUBLIC, {**INVITATION, "level": "editor"}, "but viewer, content_creator"),
        (PUBLIC, {"internal": True}, "Set a password instead"),
        (FORMS, {"level": "form_filler"}, "name it by primary=true"),
        (FORMS, {**INVITATION, "level": "viewer"}, "but form_filler, content_creator"),
        (
            FORMS,
            {"title": None, "primary": True, "level": "editor", "expires": None},
            "form_filler",
        ),
        (FORMS, {"title": None, "primary": True, "level": None}, "never ends"),
        (PUBLIC, {"title": None, "primary": True, "expires": "+30d"}, "never ends"),
        (DATA, {}, "have no external links"),
        (DATA, {"title": None, "primary": True}, "have no external links"),
        (EDITING, {}, "have no external links"),
        (EDITING, {**INVITATION, "level": "commenter"}, "viewer, editor, content_creator"),
        (AGENT, {}, "have no external links"),
        (AGENT, {**INVITATION, "level": "editor"}, "but viewer, content_creator"),
    ],
)
def test_what_rooms_of_a_type_do_not_offer(linked, room, options, words):
    result = failed(linked, room=room, **{**NEW, **options})

    assert result["failure"]["code"] == "link_not_offered"
    assert words in result["msg"]
    assert only_reads(linked)


@pytest.mark.parametrize(
    "options", [{**NEW, "expires": None}, {**NEW, **INVITATION, "expires": None}]
)
def test_a_new_link_without_an_end(linked, options):
    result = failed(linked, **options)

    assert result["failure"]["code"] == "link_without_end"
    assert task(linked, **options, allow_permanent=True)["link"]["expires"] == "never"


def test_a_new_link_without_a_level(linked):
    result = failed(linked, **{**NEW, "level": None})

    assert result["failure"]["option"] == "level"
    assert "one of viewer" in result["msg"]


@pytest.mark.parametrize("state", ["present", "absent"])
@pytest.mark.parametrize("key", ["owner key", "user key", "admin2 key"])
def test_links_that_are_not_shown_are_not_said_to_be_none(linked, key, state):
    room = FOREIGN if key == "owner key" else CUSTOM
    if key == "user key":
        request(
            linked.portal,
            "PUT",
            f"files/rooms/{CUSTOM}/share",
            {"invitations": [{"id": MEMBER, "access": 11}]},
            linked.api_key(),
        )
    result = failed(linked, room=room, key=key, **{**NEW, "state": state})

    assert result["failure"]["code"] == "links_unseen"
    assert "cannot be seen" in result["msg"]


def test_a_room_in_the_archive(linked):
    assert failed(linked, room=ARCHIVED, **NEW)["failure"]["code"] == "room_archived"


def test_rooms_that_are_not_there_or_twins(linked):
    assert failed(linked, room=999, **NEW)["failure"]["code"] == "room_not_found"
    assert failed(linked, room="Nowhere", **NEW)["failure"]["code"] == "room_not_found"
    body = {"title": "Custom", "roomType": 5}
    request(linked.portal, "POST", "files/rooms", body, linked.api_key())
    result = failed(linked, room="Custom", **NEW)
    assert result["failure"]["code"] == "room_ambiguous"
    assert str(CUSTOM) in result["failure"]["ids"]


def test_two_links_of_one_title():
    with site_with(FULL, {**FULL, "id": link_id(3)}) as site:
        result = failed(site, title="Full", state="absent")

        assert result["failure"]["code"] == "link_ambiguous"
        assert result["failure"]["ids"] == [link_id(1), link_id(3)]
        assert task(site, link_id=link_id(3), state="absent")["changed"]


def test_a_title_that_another_link_has():
    with site_with(FULL, {**FULL, "id": link_id(3), "title": "Other"}) as site:
        result = failed(site, link_id=link_id(3), title="Full")
        assert result["failure"]["code"] == "link_title_taken"


@pytest.mark.parametrize("other", [MEMBER, link_id(9)])
def test_an_id_that_is_no_link_of_the_room(linked, other):
    result = failed(linked, link_id=other, level="editor")

    assert result["failure"]["code"] == "link_not_found"
    assert not task(linked, link_id=other, state="absent")["changed"]
    assert only_reads(linked)


@pytest.mark.parametrize("option", [{"type": "invitation"}, {"primary": True}])
def test_what_nothing_can_change_about_a_link(option):
    with site_with(FULL) as site:
        for state in ("present", "absent"):
            result = failed(site, link_id=link_id(1), state=state, **option)
            assert result["failure"]["code"] == "unchangeable"
            assert result["failure"]["option"] in option
        assert failed(site, link_id=link_id(1), max_use_count=5)["failure"]["option"] == (
            "max_use_count"
        )


def test_more_links_than_a_room_may_have():
    links = [{"id": link_id(number), "title": f"Link {number}"} for number in range(1, 6)]
    with site_with(*links, JOIN | {"id": link_id(7)}) as site:
        result = failed(site, **NEW)

        assert result["failure"]["code"] == "link_limit"
        assert only_reads(site)
        assert task(site, **{**NEW, "title": None, "primary": True})["changed"]


def test_a_limit_below_the_uses():
    with site_with(JOIN) as site:
        result = failed(site, type="invitation", max_use_count=1)

        assert result["failure"] == {"code": "limit_below_uses", "status": None, "uses": 2}
        assert task(site, type="invitation", max_use_count=2)["warnings"] == [
            'Nobody can join by the invitation link "Join" of the room "Custom" (201) any more, as'
            " 2 of 2 have. Give a higher max_use_count, or remove it and make a new one."
        ]


@pytest.mark.parametrize("room", [PUBLIC, FORMS])
@pytest.mark.parametrize("named", ["primary", "title"])
def test_a_primary_link_that_would_come_back_open(linked, room, named):
    title = next(iter(stored(linked, room)))
    options = {"primary": True} if named == "primary" else {"title": title}
    result = failed(linked, room=room, state="absent", **options)

    assert result["failure"]["code"] == "primary_link_stays"
    assert "Set a password instead" in result["msg"]
    assert only_reads(linked)


def test_a_link_that_has_ended():
    with site_with({**FULL, "expires": OVER}) as site:
        for change in ({"level": "editor"}, {"level": "editor", "expires": "+30d"}):
            result = failed(site, title="Full", **change)
            assert result["failure"]["code"] == "link_expired"

        for same in ({}, {"expires": "+30d"}):
            result = task(site, title="Full", **same)
            assert not result["changed"]
            assert "has ended (2020-01-01T00:00:00Z)" in result["warnings"][0]
        assert only_reads(site)

        assert task(site, title="Full", level="editor", expires=LATER)["changed"]
        assert stored(site)["Full"]["expires"] == STORED
