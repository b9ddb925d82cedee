# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""`group_members` takes as few requests as the sizes of the list, group and portal allow."""

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.plugins.module_utils._http import transport
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.group_members.tasks import (
    EMPTY,
    NONE,
    people,
    task,
)

MANY = "20000000-0000-4000-8000-000000001000"
SOME = "20000000-0000-4000-8000-000000000250"


@pytest.mark.parametrize(("state", "first"), [("absent", 0), ("present", 1500)])
@pytest.mark.parametrize("count", [1, 2, 5])
def test_few_people_cost_a_read_each_in_a_group_of_any_size(big_site, state, first, count):
    result = task(big_site, people(*range(first, first + count)), MANY, state=state)

    assert result["changed"]
    assert result["requests"] == {"read": 1 + count, "write": 1}


@pytest.mark.parametrize(
    ("group", "count", "reads"),
    [
        (MANY, 32, 1 + 32),  # eleven pages cost the portal more than 32 look-ups
        (MANY, 33, 1 + 11),
        (SOME, 8, 1 + 8),
        (SOME, 9, 1 + 3),
    ],
)
def test_many_people_are_read_the_cheaper_way(big_site, group, count, reads):
    result = task(big_site, people(*range(count)), group, state="absent")

    assert len(result["removed"]) == count
    assert result["requests"]["read"] == reads


def test_exact_reads_the_members_by_pages_and_newcomers_one_by_one(big_site):
    result = task(big_site, people(*range(3, 252)), SOME, state="exact")

    assert (len(result["added"]), len(result["removed"])) == (2, 3)
    assert result["requests"] == {"read": 1 + 3 + 2, "write": 1}


def test_exact_with_many_newcomers_reads_the_rest_of_the_directory_once(big_site):
    result = task(big_site, people(*range(1500, 1600)), SOME, state="exact", check_mode=True)

    assert (len(result["added"]), len(result["removed"])) == (100, 250)
    # 1,750 people are not in the group; the last one tells about the key.
    assert result["requests"]["read"] == 1 + 3 + 18 + 1


def test_exact_with_some_newcomers_learns_the_size_of_the_directory_first(big_site):
    result = task(big_site, people(*range(1900, 1906)), SOME, state="exact", check_mode=True)

    assert result["requests"]["read"] == 1 + 3 + 1 + 6 + 1  # the last one tells about the key


def test_newcomers_on_a_small_portal_are_one_page(site):
    everybody = [f"user{number:02}" for number in range(1, 13)]

    result = task(site, everybody, EMPTY)

    assert len(result["added"]) == 12
    assert site.log()[1:3] == [
        f"GET people/filter?count=100&groupId={EMPTY}&startIndex=0",
        f"GET people/filter?count=100&excludeGroup=true&groupId={EMPTY}&startIndex=0",
    ]
    assert result["requests"] == {"read": 3, "write": 1}


def test_unknown_people_among_many_are_found_out_too(big_site):
    named = [*people(*range(250)), *(f"gone{number}@example.net" for number in range(7))]

    result = task(big_site, named, SOME, state="absent", check_mode=True)

    assert len(result["removed"]) == 250
    assert len(result["unknown"]) == 7


def test_a_write_covers_a_hundred_people_at_most(big_site):
    result = task(big_site, people(*range(250)), NONE)

    writes = [request.body["members"] for request in big_site.portal.requests[-3:]]
    assert [len(ids) for ids in writes] == [100, 100, 50]
    assert result["requests"]["write"] == 3
    assert len(big_site.members(NONE)) == 250


def test_a_large_exact_change_is_split_too(big_site):
    result = task(big_site, people(*range(200, 350)), SOME, state="exact")

    sizes = [
        tuple(len(request.body.get(key, ())) for key in ("membersToAdd", "membersToRemove"))
        for request in big_site.portal.requests
        if request.method == "PUT"
    ]
    assert sizes == [(100, 0), (0, 100), (0, 100)]
    assert len(result["members"]) == 150


def test_reads_run_side_by_side(site, monkeypatch):
    monkeypatch.setattr(transport, "PARALLEL", 4)

    result = task(site, ["user04", "user05", "user06", "user07", "user08"], state="absent")

    assert len(result["removed"]) == 4
    assert result["requests"] == {"read": 6, "write": 1}
