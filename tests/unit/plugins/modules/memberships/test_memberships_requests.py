# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""`memberships` takes few requests for many groups, whatever their and the portal's sizes."""

from __future__ import annotations

from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.memberships.tasks import (
    DESIGN,
    EMPTY,
    entry,
    task,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.simulated import crowd


def as_it_is(site, *numbers):
    """Entries that want groups exactly as they are, by e-mail addresses."""
    addresses = {user["id"]: user["email"] for user in site.state["users"]}
    return [
        entry(group["name"], exact=[addresses[member] for member in group["members"]])
        for group in site.state["groups"]
        if not numbers or int(group["name"][-3:]) in numbers
    ]


def test_two_hundred_groups_as_wanted_take_24_reads(many):
    result = task(many, *as_it_is(many))

    assert not result["changed"]
    assert len(result["groups"]) == 200
    # Three pages of groups, 21 of people: each page has the last row of the one before.
    assert result["requests"] == {"read": 24, "write": 0}
    assert many.portal.mutations == 0


def test_ten_changed_groups_of_two_hundred_take_ten_writes(many):
    wanted = as_it_is(many)
    for each in wanted[:10]:
        each["exact"] = [*each["exact"][1:], "person1900@example.net"]

    result = task(many, *wanted)

    assert result["requests"] == {"read": 24, "write": 10}
    assert many.portal.mutations == 10
    assert len(result["diff"]) == 10
    assert not task(many, *wanted)["changed"]


def test_three_groups_of_a_large_portal_do_not_take_its_directory(many):
    result = task(many, *as_it_is(many, 7, 8, 150))

    assert result["requests"] == {"read": 6 + 1, "write": 0}
    assert not any("startIndex=99" in line for line in many.log())


def test_two_groups_that_take_many_pages_are_read_from_a_smaller_directory(site):
    state = site.state
    state["users"] += crowd(600)
    for group in state["groups"]:
        if group["id"] in (DESIGN, EMPTY):
            group["members"] = [person["id"] for person in state["users"][-600:]]
    site.__post_init__()
    everybody = [f"person{number:04}" for number in range(600)]

    result = task(site, entry(DESIGN, exact=everybody), entry(EMPTY, exact=everybody))

    # Seven pages of people instead of twice six.
    assert result["requests"] == {"read": 2 + 7, "write": 0}


def test_who_is_on_the_page_that_tells_the_size_of_the_directory_is_not_looked_up(many):
    entries = [
        entry(f"Group {number:03}", remove=[f"person{first + each:04}" for each in range(5)])
        for number, first in enumerate((0, 10, 1900))
    ]

    result = task(many, *entries)

    # The groups, that page, and the last five people.
    assert result["requests"] == {"read": 3 + 1 + 5, "write": 2}
    assert [len(each["removed"]) for each in result["groups"]] == [5, 5, 0]


def test_newcomers_of_several_groups_are_looked_for_in_the_directory(many):
    for group in many.state["groups"][:2]:
        group["members"] = []
    many.__post_init__()
    entries = [
        entry(f"Group {number:03}", exact=[f"person{number * 10 + each:04}" for each in range(4)])
        for number in (0, 1)
    ]

    result = task(many, *entries)

    # The groups, their members, and one page of the directory with all eight.
    assert result["requests"] == {"read": 2 + 2 + 1, "write": 2}
    assert [len(each["added"]) for each in result["groups"]] == [4, 4]


def test_a_few_people_in_many_groups_are_looked_up_once(many):
    entries = [entry(f"Group {number:03}", remove=["person0040", "nobody"]) for number in range(40)]

    result = task(many, *entries, unknown_users="ignore")

    assert sum(each["changed"] for each in result["groups"]) == 5
    # The groups by three pages, two people.
    assert result["requests"] == {"read": 3 + 2, "write": 5}


def test_many_groups_that_are_few_of_the_portals_are_read_by_name(many):
    four = [entry(f"Group {number:03}", remove=["person0001"]) for number in (0, 1, 2, 3)]

    assert task(many, *four, check_mode=True)["requests"]["read"] == 3 + 1 + 2


def test_ids_on_the_first_page_need_no_other(many):
    ids = [f"20000000-0000-4000-8000-{number:012}" for number in range(4)]

    result = task(many, *(entry(each, remove=["person0001"]) for each in ids), check_mode=True)

    # And whether the key may write, as a preview asks.
    assert result["requests"]["read"] == 1 + 1 + 2


def test_an_initial_import_reads_the_directory(many):
    for group in many.state["groups"]:
        group["members"] = []
    many.__post_init__()
    entries = [
        entry(
            f"Group {number:03}", exact=[f"person{each:04}" for each in range(number, number + 20)]
        )
        for number in range(30)
    ]

    result = task(many, *entries)

    assert result["requests"] == {"read": 24, "write": 30}
    assert all(len(each["added"]) == 20 for each in result["groups"])


def test_many_newcomers_to_two_groups_are_read_from_the_directory(many):
    for group in many.state["groups"][:2]:
        group["members"] = []
    many.__post_init__()
    newcomers = [f"person{number:04}" for number in range(1000, 1030)]

    result = task(many, entry("Group 000", exact=newcomers), entry("Group 001", exact=newcomers))

    assert result["requests"] == {"read": 2 + 21, "write": 2}


def test_requests_run_side_by_side(many):
    result = task(many, *as_it_is(many), parallel=15)

    assert result["requests"] == {"read": 24, "write": 0}
