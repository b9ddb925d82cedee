# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""`access` takes few requests for many rooms."""

from __future__ import annotations

from ansible_collections.onlyoffice.docspace.tests.unit.plugins.entered_rooms import (
    ENGINEERING,
    LEGAL,
    USER,
    history,
    levels,
    room,
    with_rooms,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.access.tasks import (
    entry,
    task,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.room_access.tasks import (
    group,
    person,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.simulated import (
    crowd,
)

MANY_ROOMS, MANY_PEOPLE = 200, 1978


def many_rooms(site, size=MANY_ROOMS, people=MANY_PEOPLE):
    """Rooms with twelve people and two groups each; the portal has 2,000 people."""
    site.state["users"] += crowd(people)
    rooms = []
    for number in range(size):
        ids = [f"70000000-0000-4000-8000-{number * 9 + each:012}" for each in range(12)]
        rooms.append(
            room(
                1000 + number,
                f"Room {number:03}",
                {**dict.fromkeys(ids, 2), ENGINEERING: 10, LEGAL: 2},
            )
        )
    return with_rooms(site, *rooms)


def as_it_is(number):
    """An entry that wants a room exactly as it is."""
    people = [person(f"person{number * 9 + each:04}@example.net") for each in range(12)]
    return entry(
        f"Room {number:03}", exact=[*people, group("Engineering", "editor"), group("Legal")]
    )


def test_two_hundred_rooms_as_desired_take_few_reads(site):
    many_rooms(site)

    result = task(site, *map(as_it_is, range(MANY_ROOMS)))

    assert not result["changed"]
    assert len(result["rooms"]) == MANY_ROOMS
    # Three pages of rooms, their entries, and the groups that are named: the entries show people.
    assert result["requests"] == {"read": 3 + 200 + 2, "write": 0}


def test_people_who_are_named_otherwise_are_read_by_pages(site):
    many_rooms(site)
    rooms = [as_it_is(number) for number in range(MANY_ROOMS)]
    for each in rooms:
        for one in each["exact"]:
            if "user" in one:
                one["user"] = one["user"].partition("@")[0]

    result = task(site, *rooms)

    assert not result["changed"]
    assert result["requests"] == {"read": 3 + 200 + 2 + 21, "write": 0}


def test_equal_changes_of_many_rooms_are_sent_together(site):
    many_rooms(site, 90, 840)
    wanted = [entry(f"Room {number:03}", add=[person("user05", "editor")]) for number in range(90)]

    result = task(site, *wanted)

    # 40, 40 and 10 rooms.
    assert result["requests"]["write"] == 3
    # Rooms, entries, the person; whose key it is and who that is, and the entries again.
    assert result["requests"]["read"] == 1 + 90 + 1 + 2 + 90
    assert all(levels(site, 1000 + number)[USER(5)] == 10 for number in range(90))
    assert [len(each["added"]) for each in result["rooms"]] == [1] * 90
    again = task(site, *wanted)
    assert (again["changed"], again["requests"]) == (False, {"read": 92, "write": 0})


def test_one_level_at_a_time_is_sent_and_those_who_go_last(site):
    with_rooms(site, *(room(number, f"R{number}", {USER(6): 2}) for number in range(120, 130)))
    wanted = [
        entry(str(number), exact=[person("user05", "editor"), group("Legal")])
        for number in range(120, 130)
    ]

    result = task(site, *wanted)

    bodies = [each.body for each in site.portal.requests if each.method == "PUT"]
    assert [body["share"] for body in bodies] == [
        [{"shareTo": LEGAL, "access": 2}],
        [{"shareTo": USER(5), "access": 10}],
        [{"shareTo": USER(6), "access": 0}],
    ]
    assert all(body["folderIds"] == list(range(120, 130)) for body in bodies)
    assert not any(body["notify"] for body in bodies)
    assert [each["action"] for each in result["rooms"]] == ["changed"] * 10
    assert history(site, 125) == ["RoomRemoveUser", "RoomCreateUser", "RoomGroupAdded"]


def test_different_changes_take_a_write_for_each_room(site):
    with_rooms(site, room(120, "Contracts", {USER(6): 2}), room(121, "Travel"))

    result = task(
        site,
        entry("Contracts", add=[person("user05")], remove=["user06"]),
        entry("Travel", add=[person("user05", "editor")]),
    )

    assert result["requests"]["write"] == 2
    assert (levels(site, 120), levels(site, 121)) == ({USER(5): 2}, {USER(5): 10})


def test_a_key_without_the_scope_for_many_rooms_writes_one_by_one(site):
    scopes = ["rooms:write", "accounts:read"]
    next(key for key in site.state["api_keys"] if key["name"] == "owner *:write key")[
        "permissions"
    ] = scopes
    with_rooms(site, *(room(number, f"R{number}") for number in range(120, 124)))

    result = task(
        site,
        *(entry(str(number), add=[person("user05")]) for number in range(120, 124)),
        key="owner *:write key",
    )

    assert result["requests"]["write"] == 4
    assert {line.split("?")[0] for line in site.log() if line.startswith("PUT")} == {
        f"PUT files/rooms/{number}/share" for number in range(120, 124)
    }
