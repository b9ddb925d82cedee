# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Types that go down in one task: whose rooms move first, and what is told of rooms of others."""

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.plugins.module_utils._portal.model.room import (
    CONTENT_CREATOR,
    ROOM_MANAGER,
)
from ansible_collections.onlyoffice.docspace.tests.portal.http.faults import before, fault_from
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.users.tasks import (
    OWNER,
    ROOMER,
    company,
    done,
    entries_of,
    failed,
    person,
    refused,
    room,
    task,
)

READ = 2
BOTH = [{"user": name, "type": "user"} for name in ("roomer01", "roomer02")]
NOTHING = before(lambda portal: None)


@pytest.fixture(autouse=True)
def people(site, naps):
    company(site, [room(8, ROOMER(12), roomer01=READ)])


def second_job_fails(site):
    fails = fault_from({"method": "POST", "path": "people/type", "job": "fails"})
    site.faults += [("POST", "people/type", NOTHING), fails]


def test_the_owner_of_a_room_goes_before_those_who_are_in_it(site):
    task(site, *BOTH, successor="roomer05")

    starts = [each.body for each in site.portal.requests if each.method == "POST"]
    assert [each["userId"] for each in starts] == [ROOMER(12), ROOMER(11)]
    assert entries_of(site, 8)[0] == ROOMER(15)


@pytest.mark.parametrize("number", [1, 2])
def test_nobody_loses_a_room_who_keeps_the_type(site, number):
    if number == 2:
        site.faults.append(("POST", "people/type", NOTHING))
    site.faults.append(fault_from({"method": "POST", "path": "people/type", "job": "fails"}))

    result = failed(site, *BOTH, successor="roomer05")

    assert done(result) == {"roomer01": [], "roomer02": ["type"] if number == 2 else []}
    assert entries_of(site, 8)[0] == ROOMER(15 if number == 2 else 12)
    assert "rooms_left" not in result["failure"]


@pytest.mark.parametrize("other_rooms", ["refuse", "restore"])
def test_rooms_of_each_other_that_went_too_early_are_told(site, other_rooms):
    company(site, [room(8, ROOMER(12), roomer01=READ), room(9, ROOMER(11), roomer02=READ)])
    second_job_fails(site)
    options = {"successor": "roomer05", "other_rooms": other_rooms}

    result = failed(site, *BOTH, **options)

    assert (person(site, "roomer02")["type"], entries_of(site, 8)[0]) == ("RoomAdmin", ROOMER(15))
    assert result["failure"]["rooms_left"] == [{"id": "8", "owner": ROOMER(12)}]
    assert (
        "The successor may have rooms already of people whose type has not gone down. Run the task"
        ' again, or give these back in the portal: "Room 8" (8) to roomer02@example.org'
        " (Remy Roomer02)." in result["msg"]
    )
    assert done(task(site, *BOTH, **options)) == {"roomer01": [], "roomer02": ["type"]}
    assert [entries_of(site, number)[0] for number in (8, 9)] == [ROOMER(15)] * 2


def test_nothing_went_too_early_where_nothing_was_done(site):
    company(site, [room(8, ROOMER(12), roomer01=READ), room(9, ROOMER(11), roomer02=READ)])
    site.faults.append(fault_from({"method": "POST", "path": "people/type", "job": "fails"}))

    result = failed(site, *BOTH, successor="roomer05")

    assert (result["changed"], "rooms_left" in result["failure"]) == (False, False)


@pytest.mark.parametrize(
    ("owner", "entries", "options"),
    [
        (OWNER, BOTH[:1], {}),  # nobody is named, so that the rooms of the key's owner stay
        (ROOMER(15), BOTH[:1], {"successor": "roomer05"}),
        (ROOMER(15), BOTH[:1], {"successor": "roomer05", "other_rooms": "restore"}),
        (ROOMER(12), BOTH, {"successor": "roomer05"}),
    ],
)
def test_a_manager_is_told_whosever_the_room_is(site, owner, entries, options):
    company(site, [room(8, owner, roomer01=ROOM_MANAGER)])

    previewed = task(site, *entries, check_mode=True, **options)
    result = task(site, *entries, **options)

    assert entries_of(site, 8)[1][ROOMER(11)] == CONTENT_CREATOR
    assert previewed["warnings"] == result["warnings"]
    assert result["warnings"] == [
        'roomer01@example.org (Rita Roomer01) is room manager in room "Room 8" (8), and content'
        " creator there afterwards, as no user can manage rooms."
    ]


def test_a_successor_who_is_to_be_named_also_gets_rooms_of_the_key_owner(site):
    others = [room(6, ROOMER(12), roomer01=READ), room(7, OWNER, roomer01=READ)]
    company(site, [room(5, ROOMER(11)), *others])

    _code, message = refused(site, BOTH[0])

    assert 'owns room "Room 5" (5), and somebody has to own' in message
    assert 'rooms "Room 6" (6), "Room 7" (7). Nothing was changed; take the person out' in message
    _code, message = refused(site, BOTH[0], successor="roomer05")
    assert 'rooms "Room 6" (6), "Room 7" (7). Nothing was changed; take the person out' in message
