# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""`show_rooms` of `group_members`: what a membership opens and closes, and what that costs."""

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.group_members.tasks import (
    DESIGN,
    ENGINEERING,
    MIXED,
    READ_GROUP,
    USER,
    failed,
    people,
    task,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.rooms import furnish, shared_room

OWNER = "66faa6e4-f133-11ea-b126-00ffeec8b4ef"
EDITOR, COMMENTER, VIEWER, CREATOR = 10, 6, 2, 11
CONTRACTS = shared_room(12, "Contracts", OWNER, groups={ENGINEERING: EDITOR})


@pytest.fixture(name="site")
def _site(site):
    return furnish(
        site,
        CONTRACTS,
        # user04 is in Design too.
        shared_room(14, "Brand", OWNER, groups={ENGINEERING: EDITOR, DESIGN: VIEWER}),
        shared_room(15, "Plans", OWNER, {USER.format(4): VIEWER}, {ENGINEERING: EDITOR}),
        shared_room(16, "Archive", OWNER, groups={ENGINEERING: VIEWER}, archived=True),
        shared_room(17, "Foreign", OWNER, groups={MIXED: VIEWER}),
    )


def lines(result):
    return result["diff"][-1]["prepared"].splitlines()


def found(group, *rooms):
    areas = ("Active", "Archive")
    asked = "GET files/rooms?count=100&searchArea={}&sortOrder=ascending&startIndex=0&subjectId={}"
    return [
        *(asked.format(area, group) for area in areas),
        *(f"GET files/rooms/{room}/share?count=100&startIndex=0" for room in rooms),
    ]


@pytest.mark.parametrize("check_mode", [True, False])
def test_who_leaves_a_group_loses_what_no_other_reason_gives(site, check_mode):
    result = task(site, ["user04"], state="absent", show_rooms=True, check_mode=check_mode)

    user = {
        "id": USER.format(4),
        "display_name": "Ursula User04",
        "email": "user04@example.org",
    }
    by_group = {
        "cause": "group",
        "groups": [{"id": ENGINEERING, "name": "Engineering"}],
    }
    assert result["rooms"] == [
        {
            "user": {**user, "display_name": result["rooms"][0]["user"]["display_name"]},
            "open_invitation": False,
            "room": {"id": "16", "title": "Archive", "archived": True},
            "before": {"level": "viewer", **by_group},
            "after": None,
        },
        {
            **result["rooms"][1],
            "room": {"id": "14", "title": "Brand", "archived": False},
            "before": {"level": "editor", **by_group},
            "after": {
                "level": "viewer",
                "cause": "group",
                "groups": [{"id": DESIGN, "name": "Design"}],
            },
        },
        {
            **result["rooms"][2],
            "room": {"id": "12", "title": "Contracts", "archived": False},
            "before": {"level": "editor", **by_group},
            "after": None,
        },
    ]
    assert lines(result) == [
        'rooms of user04@example.org: "Archive" (16), archived: viewer (by group Engineering)'
        " -> none",
        'rooms of user04@example.org: "Brand" (14): editor (by group Engineering) ->'
        " viewer (by group Design)",
        'rooms of user04@example.org: "Contracts" (12): editor (by group Engineering) -> none',
    ]
    assert "members of Engineering" in result["diff"][0]["before_header"]


def test_who_joins_gains(site):
    result = task(site, ["user12"], show_rooms=True)

    assert lines(result) == [
        f"rooms of user12@example.org: {room}: none -> {level} (by group Engineering)"
        for room, level in [
            ('"Archive" (16), archived', "viewer"),
            ('"Brand" (14)', "editor"),
            ('"Contracts" (12)', "editor"),
            ('"Plans" (15)', "editor"),
        ]
    ]


def test_what_it_costs(site):
    result = task(site, ["user04"], state="absent", show_rooms=True)

    assert site.log() == [
        READ_GROUP,
        "GET people/user04",
        *found(ENGINEERING, 14, 12, 15, 16),
        f"DELETE group/{ENGINEERING}/members",
    ]
    assert result["requests"] == {"read": 8, "write": 1}


def test_nothing_is_read_where_nothing_changes_or_nobody_asks(site):
    unasked = task(site, ["user04"], state="absent", check_mode=True)
    asked = task(site, ["user04"], show_rooms=True)

    assert "rooms" not in unasked
    assert isinstance(unasked["diff"], dict)
    assert (asked["rooms"], isinstance(asked["diff"], dict)) == ([], True)
    assert not [line for line in site.log() if "files" in line]
    assert asked["requests"] == {"read": 2, "write": 0}


def test_people_are_not_read_for_a_group_that_is_in_no_room(site):
    furnish(site, shared_room(12, "Contracts", OWNER, groups={DESIGN: EDITOR}))

    result = task(site, [], state="exact", show_rooms=True)

    assert len(result["removed"]) == 4
    assert result["rooms"] == []
    # The group and its members; active and archived rooms.
    assert result["requests"] == {"read": 2 + 2, "write": 1}


def test_types_and_groups_of_members_are_read_where_they_matter(site):
    result = task(site, [], state="exact", show_rooms=True)

    # Few are read one by one.
    asked = [line for line in site.log() if line.startswith(f"GET people/{USER.format(4)[:8]}")]
    assert len(asked) == 4
    by_design = [row for row in result["rooms"] if row["after"]]
    assert [row["user"]["email"] for row in by_design] == [
        "user04@example.org",
        "user05@example.org",
    ]


def test_many_members_are_read_by_pages(big_site):
    some = "20000000-0000-4000-8000-000000000250"
    furnish(big_site, shared_room(12, "Contracts", OWNER, groups={some: EDITOR}))

    result = task(big_site, people(1), some, state="exact", show_rooms=True)

    assert len(result["rooms"]) == 249
    # The group and its pages; two lists of rooms and one of entries; everybody.
    assert result["requests"] == {"read": 1 + 3 + 3 + 21, "write": 3}


def test_disabled_people_have_nothing_and_invited_ones_will(site):
    result = task(site, [], MIXED, state="exact", show_rooms=True)

    rows = [(row["user"]["email"], row["open_invitation"]) for row in result["rooms"]]
    assert rows == [
        ("pending01@example.org", True),
        ("user01@example.org", False),
        ("user02@example.org", False),
    ]
    assert lines(result)[0] == (
        'rooms of pending01@example.org (pending): "Foreign" (17): viewer (by group Mixed states)'
        " -> none"
    )


def test_a_room_with_links_may_stay_open_to_who_has_followed_one(site):
    site.state["links"] = [
        {
            "id": "71000000-0000-4000-8000-000000000001",
            "holder": "room 12",
            "title": "For partners",
            "access": VIEWER,
            "maker": OWNER,
            "type": 1,
        }
    ]
    site.__post_init__()

    result = task(site, ["user04"], state="absent", show_rooms=True)

    assert result["warnings"] == [
        'show_rooms: who has followed a link of "Contracts" (12) while signed in stays in by that,'
        " which no list shows; only removing the link ends it."
    ]


def test_the_key_of_a_room_administrator_shows_its_own_rooms(site):
    site.state["rooms"][0]["owner"] = "b0000000-0000-4000-8000-000000000001"
    site.__post_init__()

    result = task(
        site, ["user04"], state="absent", show_rooms=True, check_mode=True, key="room admin key"
    )

    assert [row["room"]["title"] for row in result["rooms"]] == ["Contracts"]
    assert "Only rooms are shown that this person may enter" in result["warnings"][-2]


def test_a_key_that_does_not_open_rooms_fails_before_anything_is_changed(site):
    result = failed(
        site, ["user04"], state="absent", show_rooms=True, key="owner accounts:read+write key"
    )

    assert result["failure"]["code"] == "missing_scope"
    assert "rooms:read" in result["msg"]
    assert site.portal.mutations == 0


def test_a_group_that_is_only_previewed_is_in_no_room(site):
    result = task(
        site,
        ["user04"],
        "Newcomers",
        check_mode=True,
        preview_missing_group=True,
        show_rooms=True,
    )

    assert (len(result["added"]), result["rooms"]) == (1, [])
