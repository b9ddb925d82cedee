# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What people who leave have besides groups, and what becomes of it: `offboard` tells before."""

from __future__ import annotations

import json

import pytest

from ansible_collections.onlyoffice.docspace.tests.portal.http.faults import instead
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.offboard.tasks import (
    change,
    task,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.user_handover.tasks import (
    titles,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.rooms import ROLF


def test_check_mode_tells_the_same_and_what_people_have_besides(roomy):
    options = {"successor": "roomer04", "delete": True, "confirm_delete": 2, "end_sessions": True}
    change(roomy, "roomer03", status="pending")

    previewed = task(roomy, ["roomer03", "user02"], True, **options)
    assert roomy.portal.mutations == 0
    real = task(roomy, ["roomer03", "user02"], **options)

    had = previewed.pop("belongings")
    prepared = previewed["diff"].pop()["prepared"]
    assert titles(had[0]["rooms"]) == ["Travel"]
    assert had[0]["open_invitation"]
    assert had[0]["api_keys"] == ["roomer3 key"]
    assert titles(had[0]["rooms_entered"]) == ["Contracts"]
    assert titles(had[1]["rooms_entered"]) == ["Contracts"]
    assert prepared.splitlines()[:5] == [
        "roomer03@example.org (Rolf Roomer03) has:",
        "  an invitation that is not accepted, which ends with the account",
        '  the room "Travel" (104), which goes to roomer04@example.org (Ruth Roomer04)',
        '  access to the room "Contracts" (101), which ends with the account',
        '  the API key "roomer3 key", which ends with the account',
    ]
    for result in (previewed, real):
        del result["requests"]
    assert previewed == real


@pytest.mark.parametrize(
    ("options", "words"),
    [({}, "rests while the account is disabled"), ({"disable": False}, "stays as it is")],
)
def test_what_becomes_of_what_is_not_handed_over(roomy, options, words):
    finance = next(each for each in roomy.state["groups"] if each["name"] == "Finance")
    finance["members"].append(ROLF)
    roomy.__post_init__()

    prepared = task(roomy, ["roomer03"], True, **options)["diff"][-1]["prepared"]

    assert prepared.splitlines()[1:] == [
        '  the room "Travel" (104), which stays as it is',
        f'  access to the room "Contracts" (101), which {words}',
        f'  the API key "roomer3 key", which {words}',
    ]


@pytest.mark.parametrize("key", ["owner accounts:read+write key", "room admin key"])
def test_what_a_key_does_not_see_of_people_is_null(roomy, key):
    result = task(roomy, ["roomer03"], True, key=key)

    assert result["belongings"] == [
        {
            "id": ROLF,
            "display_name": "Rolf Roomer03",
            "email": "roomer03@example.org",
            "rooms": None,
            "rooms_entered": None,
            "open_invitation": False,
            "api_keys": None,
        }
    ]
    assert (
        "rooms, rooms of others, API keys: this key does not see any"
        in result["diff"][-1]["prepared"]
    )


def test_a_preview_does_not_fail_for_want_of_rooms(roomy):
    roomy.faults += [("GET", "files/rooms", instead(500)), ("GET", "api/2.0/keys", instead(500))]

    result = task(roomy, ["roomer03"], True)

    assert result["belongings"][0]["rooms"] is None


def test_the_report_has_what_they_have_besides(roomy, tmp_path):
    path = tmp_path / "leavers.json"

    result = task(roomy, ["roomer03"], report=str(path))

    (row,) = json.loads(path.read_text(encoding="utf-8"))["leavers"]
    assert titles(row["rooms"]) == ["Travel"]
    assert titles(row["rooms_entered"]) == ["Contracts"]
    assert (row["api_keys"], row["open_invitation"]) == (["roomer3 key"], False)
    assert titles(result["belongings"][0]["rooms"]) == ["Travel"]
    # The person; the key and whose it is; three of rooms and one of keys.
    assert result["requests"] == {"read": 1 + 2 + 3 + 1, "write": 1}


@pytest.mark.parametrize("options", [{"users": ["dsadmin"]}, {"successor": "roomer04"}])
def test_whose_key_it_is_is_asked_for_once(roomy, options):
    task(roomy, **{"users": ["roomer03"], **options}, check_mode=True)

    owner = "GET people/66faa6e4-f133-11ea-b126-00ffeec8b4ef"
    assert roomy.log().count(owner) == 1
