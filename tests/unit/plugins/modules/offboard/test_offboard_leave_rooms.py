# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""`leave_rooms` of `offboard`: people are put out of the rooms of others, in the fewest writes."""

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.tests.portal.http.faults import instead
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.offboard.tasks import (
    failed,
    leaver,
    statuses,
    task,
    writes,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.rooms import furnish, shared_room

OWNER = "66faa6e4-f133-11ea-b126-00ffeec8b4ef"
ADMIN = "a0000000-0000-4000-8000-000000000001"
USER = "c0000000-0000-4000-8000-0000000000{:02}".format
LATE, DAN = USER(12), USER(11)
EDITOR, MANAGER, VIEWER = 10, 9, 2


def entries(site, number):
    (room,) = (each for each in site.portal.state()["rooms"] if each["id"] == number)
    return {each.get("user", each.get("group")) for each in room["shares"]}


def titles(rooms):
    return [room["title"] for room in rooms]


@pytest.fixture(name="site")
def _site(site):
    return furnish(
        site,
        shared_room(12, "Contracts", OWNER, {LATE: EDITOR, DAN: VIEWER}),
        shared_room(13, "Plans", ADMIN, {LATE: VIEWER, OWNER: MANAGER}),
        shared_room(14, "Foreign", ADMIN, {LATE: VIEWER}),
        shared_room(15, "Archive", OWNER, {LATE: VIEWER}, archived=True),
    )


def test_who_leaves_is_put_out_where_the_key_s_owner_manages(site):
    previewed = task(site, ["user12"], True, leave_rooms=True)
    assert site.portal.mutations == 0
    result = task(site, ["user12"], leave_rooms=True)

    assert [entries(site, number) for number in (12, 13, 14, 15)] == [
        {DAN},
        {OWNER},
        {LATE},
        {LATE},
    ]
    row = leaver(result, "user12")
    assert row == leaver(previewed, "user12")
    assert [(each["title"], each["level"]) for each in row["rooms_entered"]] == [
        ("Archive", "viewer"),
        ("Contracts", "editor"),
        ("Foreign", "viewer"),
        ("Plans", "viewer"),
    ]
    assert titles(row["rooms_left"]) == ["Contracts", "Plans"]
    assert [(each["title"], each["reason"].split(";")[0]) for each in row["rooms_kept"]] == [
        ("Archive", "nobody is put out of archived rooms"),
        ("Foreign", "the owner of api_key does not manage it"),
    ]
    assert result["warnings"] == [
        'leave_rooms: user12@example.org (Leo User12) stays in the list of "Archive" (15),'
        " archived: nobody is put out of archived rooms; bring it back first.",
        'leave_rooms: user12@example.org (Leo User12) stays in the list of "Foreign" (14): the'
        " owner of api_key does not manage it; use the key of its owner or of one of its managers.",
    ]
    diff = result["diff"][0]
    assert diff["before_header"] == "status, groups and rooms of people who leave (1)"
    assert diff["after"].splitlines()[1:] == [
        '  room "Archive" (15), archived: viewer',
        '  room "Foreign" (14): viewer',
    ]


def test_what_it_costs_and_that_a_repetition_writes_nothing(site):
    result = task(site, ["user12"], leave_rooms=True)

    # The person; active and archived rooms; the key and whose it is; four lists; the proof.
    assert result["requests"] == {"read": 1 + 2 + 2 + 4 + 2, "write": 2}
    assert writes(site) == ["PUT people/status/Terminated", "PUT files/share"]
    sent = next(each.body for each in site.portal.requests if each.path.endswith("files/share"))
    assert sent == {
        "folderIds": [12, 13],
        "share": [{"shareTo": LATE, "access": 0}],
        "notify": False,
    }
    again = task(site, ["user12"], leave_rooms=True)
    assert again["requests"] == {"read": 1 + 2 + 2 + 2, "write": 0}
    assert not again["changed"]
    assert len(again["warnings"]) == 2


def test_nothing_is_read_of_rooms_unless_it_is_asked_for(site):
    result = task(site, ["user12"])

    assert "rooms_entered" not in leaver(result, "user12")
    assert not [line for line in site.log() if "files" in line]


def test_people_who_leave_the_same_rooms_take_one_write(site):
    people = {USER(number): VIEWER for number in (8, 9, 10)}
    furnish(site, *(shared_room(each, f"Room {each}", OWNER, people) for each in range(12, 62)))

    result = task(site, ["user08", "user09", "user10"], disable=False, leave_rooms=True)

    rooms = [line for line in writes(site) if "files" in line]
    assert rooms == ["PUT files/share"] * 2  # 40 rooms, and 10
    assert all(len(row["rooms_left"]) == 50 for row in result["leavers"])
    assert [entries(site, number) for number in (12, 61)] == [set(), set()]


def test_people_who_leave_different_rooms_are_put_out_one_by_one(site):
    rooms = [
        shared_room(
            12 + each, f"Room {each}", OWNER, {USER(8 + n): 2 for n in range(3) if each >> n & 1}
        )
        for each in range(1, 8)
    ]
    furnish(site, *rooms)

    result = task(site, ["user08", "user09", "user10"], disable=False, leave_rooms=True)

    # Seven sets of people, and three people.
    assert len([line for line in writes(site) if "files" in line]) == 3
    assert [len(row["rooms_left"]) for row in result["leavers"]] == [4, 4, 4]


def test_a_key_without_files_puts_people_out_room_by_room(site):
    key = next(each for each in site.state["api_keys"] if each["name"] == "owner accounts:read key")
    key["permissions"] = ["accounts:write", "accounts:read", "rooms:read", "rooms:write"]
    site.__post_init__()

    task(site, ["user12"], leave_rooms=True, key="owner accounts:read key")

    assert writes(site)[1:] == ["PUT files/rooms/12/share", "PUT files/rooms/13/share"]
    assert [entries(site, number) for number in (12, 13)] == [{DAN}, {OWNER}]


def test_a_key_that_may_not_write_rooms_is_refused_before_anything_is_changed(site):
    key = next(each for each in site.state["api_keys"] if each["name"] == "owner accounts:read key")
    key["permissions"] = ["accounts:write", "accounts:read", "rooms:read"]
    site.__post_init__()

    result = failed(site, ["user12"], leave_rooms=True, key="owner accounts:read key")
    previewed = task(site, ["user12"], True, leave_rooms=True, key="owner accounts:read key")

    assert result["failure"]["code"] == "missing_scope"
    assert site.portal.mutations == 0
    assert "The real run would be refused" in previewed["warnings"][-1]


def test_who_is_deleted_takes_the_entries_along(roomy):
    options = {"successor": "roomer04", "delete": True, "confirm_delete": 1}

    result = task(roomy, ["roomer03"], leave_rooms=True, **options)

    assert "rooms_entered" not in leaver(result, "roomer03")
    assert not [line for line in writes(roomy) if "files" in line]


def test_whose_key_it_is_is_not_put_out(site):
    result = task(site, ["admin"], disable=False, leave_rooms=True)

    assert titles(leaver(result, "admin")["rooms_kept"]) == ["Plans"]
    assert not result["changed"]


def test_a_write_that_is_refused_in_the_middle_tells_what_was_done(site):
    site.faults.append(("PUT", "files/share", instead(403)))

    result = failed(site, ["user12"], leave_rooms=True)

    # It was not carried out at all, which only a look can tell.
    row = leaver(result, "user12")
    assert (titles(row["rooms_left"]), row["failed"]) == ([], True)
    assert "is still in" in row["msg"]
    assert statuses(site, "user12") == ["disabled"]
    site.faults.clear()
    assert titles(leaver(task(site, ["user12"], leave_rooms=True), "user12")["rooms_left"]) == [
        "Contracts",
        "Plans",
    ]


def test_show_rooms_counts_what_is_left(site):
    result = task(site, ["user12"], disable=False, leave_rooms=True, show_rooms=True)

    assert result["diff"][-1]["prepared"].splitlines() == [
        'rooms of user12@example.org: "Contracts" (12): editor (direct) -> none',
        'rooms of user12@example.org: "Plans" (13): viewer (direct) -> none',
    ]


def test_belongings_tell_of_links(roomy):
    link = {"holder": "room 104", "title": "For partners", "access": 2, "maker": OWNER, "type": 1}
    roomy.state["links"] = [{"id": "71000000-0000-4000-8000-000000000001", **link}]
    roomy.__post_init__()

    result = task(roomy, ["roomer03"], True, leave_rooms=True)

    (had,) = result["belongings"]
    assert [(each["has_links"], each["has_open_links"]) for each in had["rooms"]] == [(True, True)]
    lines = result["diff"][-1]["prepared"]
    assert 'the room "Travel" (104) with links that need no account, which stays as it is' in lines
