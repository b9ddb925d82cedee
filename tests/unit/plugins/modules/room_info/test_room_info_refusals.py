# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""`room_info` refuses what would be a guess, before the first request."""

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.room_info.tasks import (
    failed,
)

ASKED = "rooms, room_type, owner, tags, user, search, archived or effective_for"


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (
            {},
            f"all: nothing says what is asked for; give {ASKED}, or say all=true to get all rooms.",
        ),
        ({"access": True}, "all: nothing says what is asked for"),
        (
            {"all": True, "archived": False},
            "all: is for all rooms; leave it out, or leave out arch",
        ),
        ({"rooms": ["a:b"]}, "rooms, entry 1: 'a:b' has characters that no room has in its title"),
        ({"rooms": ["Plans", " "]}, "rooms, entry 2: is empty; write a text, or leave it out."),
        ({"tags": []}, "tags: is empty; name the tags that rooms must have, or leave it out."),
        ({"tags": ["a", " "]}, "tags, entry 2: is empty; write a text, or leave it out."),
        ({"owner": ""}, "owner: is empty; write a text, or leave it out."),
        ({"user": "a b"}, "user: 'a b' is no address, id or user name; name one person here."),
        ({"search": " "}, "search: is empty"),
        ({"effective_for": ["eva, ben"]}, "effective_for, entry 1: 'eva, ben' is no address, id"),
        ({"effective_for": [""]}, "effective_for, entry 1: is empty; write a text"),
        (
            {"effective_for": ["4a515a15-d4d6-4b8e-828e-e0586f18f3a3"]},
            "effective_for: 4a515a15-d4d6-4b8e-828e-e0586f18f3a3: technical accounts of the portal",
        ),
    ],
)
def test_what_is_not_clear_is_refused(rooms_site, options, message):
    result = failed(rooms_site, **options)

    assert result["msg"].startswith(message)
    assert result["failure"]["code"] == "invalid_option"
    assert rooms_site.log() == []
