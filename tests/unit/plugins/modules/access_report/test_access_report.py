# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""`access_report` tells who can open what, and what stands out."""

from __future__ import annotations

import json

import pytest

from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.access_report.report_tasks import (  # noqa: E501  one name
    TAKEN_AT,
    failed,
    findings,
    report,
    room,
    rows,
    task,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.room_info.tasks import (
    ADMIN,
    DATA_ROOM,
    DESIGN,
    DISABLED,
    ENGINEERING,
    EVERYONE,
    GUEST,
    OLGA,
    PENDING,
    PLANS,
    ROGER,
    ROSA,
    TWIN,
    USER,
    portal_with_rooms,
    rooms_request,
    share,
    state_with_rooms,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.simulated import request


def test_everybody_who_gets_in_is_told_of_with_all_causes_and_the_one_that_counts(rooms_site):
    made = report(rooms_site)

    plans = rows(made, PLANS)
    assert plans[ROSA]["cause"] == "owner"
    assert plans[ROGER]["level"] == "room_manager"
    assert plans[USER.format(3)] == {
        "person": USER.format(3),
        "level": "viewer",
        "cause": "direct",
        "causes": [
            {"cause": "direct", "level": "viewer", "group": None, "counts": True},
            {"cause": "group", "level": "editor", "group": DESIGN, "counts": False},
        ],
    }
    assert {cause["group"] for cause in plans[USER.format(4)]["causes"]} == {DESIGN, ENGINEERING}
    # Administrators read every room, and are told of once.
    assert OLGA in made["administrators"]
    assert OLGA not in plans
    assert plans[ADMIN]["level"] == "reviewer"
    assert {row["person"]: row["status"] for row in room(made, PLANS)["inactive"]} == {
        PENDING: "pending",
        DISABLED: "disabled",
    }
    assert room(made, PLANS)["people"] == len(plans)
    assert room(made, PLANS)["guests"] == 1
    for person in made["people"]:
        inside = [each for each in made["rooms"] if person["id"] in rows(made, each["id"])]
        assert person["rooms"] == len(inside)


def test_everyone_is_a_cause_of_its_own_for_all_who_are_active(rooms_site):
    made = report(rooms_site)

    everyone = rows(made, DATA_ROOM)
    assert everyone.keys() == {each["id"] for each in made["people"] if each["status"] == "active"}
    assert everyone[USER.format(1)]["causes"] == [
        {"cause": "everyone", "level": "viewer", "group": EVERYONE, "counts": True}
    ]
    (group,) = (each for each in made["groups"] if each["id"] == EVERYONE)
    assert group["members"] == len(made["people"])
    assert [each["room"] for each in findings(made, "everyone_in_room")] == [str(DATA_ROOM)]


def test_all_of_it_is_sorted_by_names_and_counted(rooms_site):
    made = report(rooms_site)

    titles = [(each["title"].casefold(), int(each["id"])) for each in made["rooms"]]
    assert titles == sorted(titles)
    for key, name in (("people", "display_name"), ("groups", "name")):
        names = [(each[name].casefold(), each["id"]) for each in made[key]]
        assert names == sorted(names)
    assert made["taken_at"] == TAKEN_AT
    assert made["read_by"]["id"] == OLGA
    counts = {each["what"]: (each["counted"], each["portal"]) for each in made["completeness"]}
    assert counts == {
        "rooms": (3, 3),
        "archived rooms": (2, 2),
        "people": (len(made["people"]),) * 2,
        "groups": (len(made["groups"]) - 1,) * 2,  # without Everyone
        "entries in rooms": (16, 16),
    }


def test_keys_without_limits_stand_out_and_the_one_in_use_has_no_last_use(rooms_site):
    made = report(rooms_site, include=["keys"])

    by_name = {key["name"]: key for key in made["keys"]}
    mine = by_name["owner key"]
    assert mine["used_for_report"]
    assert mine["last_used"] is None
    assert mine["owner"] == OLGA
    assert mine["created"] == "2026-01-15T09:00:00Z"
    assert mine["id"] in {each["key"] for each in findings(made, "key_unrestricted")}
    expiring = {key["id"] for key in made["keys"] if key["expires"]}
    assert expiring
    assert expiring.isdisjoint(each["key"] for each in findings(made, "key_without_end"))
    assert rooms_site.api_key() not in json.dumps(made)


def test_keys_that_the_portal_calls_active_and_that_open_nothing_are_told_from_those_that_work(
    rooms_site,
):
    made = report(rooms_site, include=["keys"])

    by_name = {key["name"]: key for key in made["keys"]}
    states = {
        "owner key": "works",
        "expired owner key": "expired",
        "deactivated owner key": "off",
        "disabled user key": "owner_disabled",
        "pending key": "owner_pending",
    }
    assert {name: by_name[name]["state"] for name in states} == states
    told = {each["key"]: each["text"] for each in findings(made, "key_unrestricted")}
    assert by_name["expired owner key"]["id"] not in told
    assert "Its owner is disabled" in told[by_name["disabled user key"]["id"]]
    assert told[by_name["owner key"]["id"]] == 'The key "owner key" may do all that its owner may.'


def test_who_was_let_in_when_and_by_whom_is_told_on_request(rooms_site):
    body = {"invitations": [{"id": USER.format(9), "access": 6}]}
    key = rooms_site.api_key("room admin key")
    request(rooms_site.portal, "PUT", f"files/rooms/{PLANS}/share", body, key)

    made = report(rooms_site, include=["history"])
    redacted = report(rooms_site, include=["history"], redact=True)

    (row,) = (each for each in room(made, PLANS)["history"] if each["person"] == USER.format(9))
    assert (row["what"], row["level"], row["by"]) == ("let in", "commenter", ROSA)
    assert {"history_of_links", "history_of_owners"} <= {
        spot["code"] for spot in made["blind_spots"]
    }
    text = json.dumps(redacted)
    assert room(redacted, PLANS)["history"][-1]["what"] == "let in"
    assert row["name"] not in text
    assert ROSA not in text
    logs = [line for line in rooms_site.log() if "/log?" in line]
    assert len(logs) == 2 * len(made["rooms"])


def test_owners_and_people_who_are_not_active_stand_out():
    state = state_with_rooms()
    next(user for user in state["users"] if user["id"] == ROSA)["status"] = "disabled"
    with portal_with_rooms(users=state["users"]) as site:
        made = report(site)

        owned = {each["id"] for each in made["rooms"] if each["owner"] == ROSA}
        assert {each["room"] for each in findings(made, "owner_disabled")} == owned
        assert {each["person"] for each in findings(made, "disabled_with_entry")} == {
            ROSA,
            DISABLED,
        }
        assert rows(made, PLANS).keys().isdisjoint({ROSA, DISABLED})
        assert {each["person"] for each in findings(made, "pending")} == {
            each["id"] for each in made["people"] if each["status"] == "pending"
        }
        assert {each["person"] for each in findings(made, "in_no_group")} == {
            each["id"]
            for each in made["people"]
            if each["status"] == "active" and each["type"] != "guest" and not each["groups"]
        }


def test_rooms_and_people_that_are_named_are_all_it_is_about(rooms_site):
    made = report(rooms_site, rooms=["Plans"], users=["user03", GUEST])

    assert made["scope"]["rooms"] == [str(PLANS), str(TWIN)]
    assert made["scope"]["people"] == sorted([USER.format(3), GUEST])
    assert {each["id"] for each in made["people"]} == {USER.format(3), GUEST}
    assert {each["id"] for each in made["rooms"]} == {str(PLANS), str(TWIN)}
    assert rows(made, PLANS).keys() == {USER.format(3), GUEST}
    # How many are in is told of all.
    assert room(made, PLANS)["people"] > len(made["people"])
    assert made["completeness"][0] == {"what": "rooms that were named", "counted": 2, "portal": 2}
    assert {each["person"] for each in findings(made, "guest")} == {GUEST}


@pytest.mark.parametrize(
    ("options", "code", "message"),
    [
        ({"rooms": ["Nowhere"]}, "room_not_found", "sees no room called Nowhere"),
        ({"people": ["ghost"]}, "unusable_users", "people: ghost is nobody on this portal"),
        ({"rooms": []}, "invalid_option", "rooms: is empty"),
        ({"people": []}, "invalid_option", "people: is empty"),
        ({"formats": []}, "invalid_option", "formats: is empty"),
        ({"taken_at": "yesterday"}, "invalid_option", "taken_at: 'yesterday' is no moment"),
        ({"taken_at": "2026-11-28T02:00:00"}, "invalid_option", "has no zone"),
        ({"formats": ["decisions"], "redact": True}, "invalid_option", "formats: decisions are"),
        ({"mode": "rw"}, "invalid_option", "mode: must be an octal number"),
        ({"dest": "none/report"}, "invalid_option", "the folder does not exist"),
        ({"dest": "none/"}, "invalid_option", "the folder does not exist"),
        ({"dest": "report.json"}, "invalid_option", "ends with .json, which is added"),
    ],
)
def test_what_cannot_be_is_refused(rooms_site, monkeypatch, tmp_path, options, code, message):
    monkeypatch.chdir(tmp_path)

    result = failed(rooms_site, **options)

    assert result["failure"]["code"] == code
    assert message in result["msg"]
    if code == "invalid_option":
        assert rooms_site.log() == []


def test_requests_are_the_fewest(rooms_site):
    task(rooms_site)

    people, groups = "GET people/filter?count=100&startIndex=0", "GET group?count=100&startIndex=0"
    rooms = [rooms_request("Active"), rooms_request("Archive")]
    log = rooms_site.log()
    assert log[:5] == [people, groups, *rooms, "GET keys/%40self"]
    assert sorted(log[5:10]) == [share(each) for each in (101, 102, 103, 104, 105)]
    assert log[10:] == [*rooms, people, groups]
