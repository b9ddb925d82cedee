# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""`access_report` finds the links on folders and files inside of rooms, at any depth."""

from __future__ import annotations

import json

import pytest

from ansible_collections.onlyoffice.docspace.plugins.module_utils._engine import access_items
from ansible_collections.onlyoffice.docspace.tests.portal.http.faults import instead
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.access_report.report_tasks import (  # noqa: E501  one name
    failed,
    findings,
    report,
    room,
    spots,
    task,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.access_report.rooms_with_items import (  # noqa: E501  one name
    DRAFTS,
    ITEM_LINK,
    NUMBERS,
    OLD,
    PAPER,
    ROSAS,
    portal_with_items,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.room_info.tasks import (
    DATA_ROOM,
    OPEN,
    PASSWORD,
    PLANS,
    ROGER,
    ROSA,
    state_with_rooms,
)

REASON = {"message": "Access denied", "type": "System.Security.SecurityException"}
DENIED = {"error": REASON, "status": 1, "statusCode": 403}


@pytest.fixture
def site():
    with portal_with_items() as made:
        yield made


def test_links_at_any_depth_are_told_of_with_who_could_read_and_without_secrets(site):
    made = report(site, key=ROSAS, include=["items"])

    folder, file = room(made, PLANS)["items"]
    assert [(each["type"], each["id"], each["title"]) for each in (folder, file)] == [
        ("folder", str(DRAFTS), "Drafts"),
        ("file", str(PAPER), "Paper.txt"),
    ]
    assert [link["readers"] for link in folder["links"]] == ["anybody with the password"]
    assert file["links"] == [
        {
            "id": ITEM_LINK.format(2),
            "title": "Read this",
            "type": "external",
            "primary": False,
            "level": "viewer",
            "expires": None,
            "expired": False,
            "password": False,
            "internal": False,
            "deny_download": False,
            "max_use_count": None,
            "use_count": None,
            "created": None,
            "readers": "anybody",
        }
    ]
    assert room(made, OPEN)["items"] == []
    assert "items_not_read" not in spots(made)
    assert PASSWORD not in json.dumps(made)
    assert "token" not in json.dumps(made)


def test_links_that_stand_out_are_findings_as_those_of_rooms_are(site):
    made = report(site, key=ROSAS, include=["items"])

    assert [each["link"] for each in findings(made, "link_without_end")] == [
        ITEM_LINK.format(1),
        ITEM_LINK.format(2),
    ]
    (found,) = findings(made, "link_without_password")
    assert found["room"] == str(PLANS)
    assert found["text"].startswith(
        f'The external link "Read this" of the file "Paper.txt" ({PAPER}) in "Plans" ({PLANS})'
    )


def test_a_folder_costs_a_request_and_so_does_what_is_shared(site):
    task(site, key=ROSAS)
    without = len(site.log())
    task(site, key=ROSAS, include=["items"])

    asked = site.log()[2 * without :]
    assert sorted(asked[:4]) == [
        f"GET files/{number}?count=100&startIndex=0" for number in (101, 102, 103, DATA_ROOM)
    ]
    assert asked[4:6] == [f"GET files/{each}?count=100&startIndex=0" for each in (DRAFTS, OLD)]
    assert sorted(asked[6:]) == [
        f"GET files/file/{PAPER}/links",
        f"GET files/folder/{DRAFTS}/links",
    ]


def test_what_another_owner_shares_is_named_and_its_links_are_a_blind_spot(site):
    made = report(site, include=["items"])

    assert [each["links"] for each in room(made, PLANS)["items"]] == [None, None]
    (mine,) = room(made, DATA_ROOM)["items"]
    assert [link["readers"] for link in mine["links"]] == ["people with an account"]
    (spot,) = (each for each in made["blind_spots"] if each["code"] == "item_links_not_shown")
    assert (spot["room"]["title"], spot["count"]) == ("Plans", 2)
    # Whoever is not shown them is not answered, so they are not asked for.
    assert [line for line in site.log() if "/links" in line] == [f"GET files/file/{NUMBERS}/links"]


def test_an_empty_list_or_a_refusal_to_a_manager_is_not_taken_for_no_links():
    nothing = {"response": [], "count": 0, "status": 0, "statusCode": 200}
    state = state_with_rooms()
    plans = next(each for each in state["rooms"] if each["id"] == PLANS)
    plans["owner"] = ROGER
    plans["shares"] = [{"user": ROSA, "access": 9}]
    with portal_with_items(rooms=state["rooms"]) as site:
        site.faults.append(("GET", f"files/folder/{DRAFTS}/links", instead(200, nothing)))
        site.faults.append(("GET", f"files/file/{PAPER}/links", instead(403, DENIED)))

        made = report(site, key=ROSAS, include=["items"])

    assert [each["links"] for each in room(made, PLANS)["items"]] == [None, None]
    # The other one is not Rosa's.
    assert spots(made)["item_links_not_shown"] == [DATA_ROOM, PLANS]


def test_a_room_that_cannot_be_looked_into_is_a_blind_spot_by_its_name(site):
    message = "You don't have enough permission to view the folder content"
    refused = {"message": message, "type": "System.InvalidOperationException"}
    denied = {"error": refused, "status": 1, "statusCode": 403}
    task(site, key=ROSAS)
    later = 2 * len(site.log()) + 1
    site.faults.append(("GET", f"files/{PLANS}", instead(403, denied)))
    site.faults.append(("GET", f"files/rooms/{PLANS}", instead(403, denied), later))

    made = report(site, key=ROSAS, include=["items"])

    assert room(made, PLANS)["items"] is None
    assert room(made, OPEN)["items"] == []
    assert spots(made)["items_not_shown"] == [PLANS]


def test_a_key_without_the_scope_is_told_after_one_request_and_warned_of():
    state = state_with_rooms()
    narrow = next(key for key in state["api_keys"] if key["name"] == "owner key")
    narrow["permissions"] = ["accounts:read", "rooms:read"]
    with portal_with_items(api_keys=state["api_keys"]) as site:
        result = task(site, include=["items"], return_report=True)

        assert {each["items"] for each in result["report"]["rooms"]} == {None}
        (spot,) = (each for each in result["blind_spots"] if each["code"] == "items_not_read")
        assert spot["way_out"] == "Give the key the scope files:read, or no restriction."
        assert any(spot["text"] in warning for warning in result["warnings"])
        assert sum(line.startswith("GET files/1") for line in site.log()) == 1
        assert result["summary"]["item_links"] == 0


def test_without_items_the_report_says_that_they_were_not_read(site):
    result = task(site, return_report=True)

    assert spots(result["report"])["items_not_read"] == [None]
    assert "items" not in room(result["report"], PLANS)
    assert result["summary"]["item_links"] is None
    assert not any("folders and files" in warning for warning in result["warnings"])


def test_a_room_with_too_many_folders_is_looked_into_in_part_and_says_so(site, monkeypatch):
    monkeypatch.setattr(access_items, "MOST_FOLDERS", 1)

    made = report(site, key=ROSAS, include=["items"])

    assert [each["title"] for each in room(made, PLANS)["items"]] == ["Drafts"]
    (spot,) = (each for each in made["blind_spots"] if each["code"] == "items_partly_read")
    assert (spot["room"]["title"], spot["count"]) == ("Plans", 1)


def test_a_folder_with_too_much_in_it_is_not_read_to_its_end(site, monkeypatch):
    monkeypatch.setattr(access_items, "MOST_INSIDE", 0)

    made = report(site, key=ROSAS, include=["items"])

    assert room(made, PLANS)["items"] == []
    assert spots(made)["items_partly_read"] == [DATA_ROOM, PLANS]


def test_a_room_with_more_than_a_page_is_read_to_its_end():
    many = [("file", 400 + each, f"{each}.txt", OPEN, ROSA) for each in range(150)]
    with portal_with_items(*many) as site:
        last = {"id": ITEM_LINK.format(9), "title": "Last", "access": 2, "maker": ROSA, "type": 1}
        state = site.portal.state()
        state["links"] += [{**last, "holder": f"file {number}"} for number in (400, 549)]
        site.state.update(state)
        site.__post_init__()

        made = report(site, key=ROSAS, include=["items"])

        assert [each["title"] for each in room(made, OPEN)["items"]] == ["0.txt", "149.txt"]
        pages = [line for line in site.log() if line.startswith(f"GET files/{OPEN}?")]
        assert len(pages) == 2


def test_a_refusal_to_the_owner_of_the_room_fails_as_it_cannot_be_right(site):
    site.faults.append(("GET", f"files/file/{PAPER}/links", instead(403, DENIED)))

    assert failed(site, key=ROSAS, include=["items"])["failure"]["code"] == "forbidden"
