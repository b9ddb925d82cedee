# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What `room_link` refuses before any request."""

from __future__ import annotations

from typing import Any

import pytest

from ansible_collections.onlyoffice.docspace.tests.unit.plugins.linked_rooms import LATER
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.room_link.tasks import (
    PASSWORD,
    failed,
)

NEW: dict[str, Any] = {"title": "New", "level": "viewer", "expires": LATER}
INVITATION = {"type": "invitation", "title": None}


@pytest.mark.parametrize(
    ("options", "option", "words"),
    [
        ({"title": None}, "title", "say which link is meant"),
        ({"link_id": "x"}, "link_id", "is no id of a link"),
        ({**INVITATION, "primary": True}, "primary", "is for external links"),
        ({"expires": "tomorrow"}, "expires", "such as +30d"),
        ({"expires": "2031-06-30"}, "expires", "is no moment"),
        ({"expires": "2031-06-30T12:00:00"}, "expires", "has no zone"),
        ({"expires": "2031-13-45T00:00:00Z"}, "expires", "is no moment"),
        ({"expires": "2039-01-01T00:00:00Z"}, "expires", "more than 10 years ahead"),
        ({"expires": "+4000d"}, "expires", "more than 10 years ahead"),
        ({"expires": "+999999w"}, "expires", "more than 10 years ahead"),
        ({"expires": "+0d"}, "expires", "is no moment"),
        ({"expires": "+30"}, "expires", "is no moment"),
        ({"expires": "-30d"}, "expires", "is no moment"),
        ({"expires": "never"}, "expires", "set allow_permanent"),
        ({"password": "short"}, "password", "from 8 to 30 characters"),
        ({"password": "a" * 31}, "password", "from 8 to 30 characters"),
        ({"password": "Größe-ß-12345"}, "password", "only latin letters"),
        ({"password": "with a blank"}, "password", "no blanks"),
        ({"password": PASSWORD, "no_password": True}, "no_password", "exclude each other"),
        ({"max_use_count": 3}, "max_use_count", "not keep it"),
        ({**INVITATION, "max_use_count": 0}, "max_use_count", "from 1 to 1000"),
        ({**INVITATION, "max_use_count": 1001}, "max_use_count", "from 1 to 1000"),
        ({**INVITATION, "password": PASSWORD}, "password", "not keep it"),
        ({**INVITATION, "deny_download": True}, "deny_download", "not keep it"),
        ({**INVITATION, "internal": True}, "internal", "not keep it"),
        ({"room": 'a "b"'}, "room", "the portal would make it 'a _b_'"),
    ],
)
def test_options_are_refused_before_any_request(linked, options, option, words):
    result = failed(linked, **{**NEW, **options})

    assert result["failure"] == {"code": "invalid_option", "option": option, "status": None}
    assert words in result["msg"]
    assert PASSWORD not in repr(result)
    assert linked.log() == []


def test_all_wrong_options_are_named_at_once(linked):
    wrong = {"title": "x", "expires": "soon", "password": "short", "max_use_count": 5000}
    result = failed(linked, **wrong)

    problems = [each["option"] for each in result["failure"]["problems"]]
    assert problems == ["expires", "password", "max_use_count", "max_use_count"]
