# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""`user_info` finds the people to whom all filters apply, and takes few requests for it."""

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.user_info.tasks import (
    DIRECTORY,
    EMPTY,
    GROUP,
    MIXED,
    failed,
    names,
    numbered,
    task,
)


def filtered(**query):
    joined = "&".join(f"{key}={query[key]}" for key in sorted(query))
    return f"GET people/filter?count=100&{joined}&startIndex=0"


# --- filters ------------------------------------------------------------------------------------


def test_without_options_everybody_comes_in_one_request(site):
    result = task(site)

    emails = [person["email"] for person in result["users"]]
    assert len(emails) == 22
    assert emails == sorted(emails)
    assert site.log() == [DIRECTORY]


def test_all_pages_are_read(big_site):
    result = task(big_site)

    assert len(result["users"]) == 2000
    assert result["requests"]["read"] == 21


@pytest.mark.parametrize(
    ("status", "number", "count"), [("active", 1, 17), ("disabled", 2, 3), ("pending", 4, 2)]
)
def test_people_by_status_are_one_request(site, status, number, count):
    result = task(site, status=status)

    assert {person["status"] for person in result["users"]} == {status}
    assert len(result["users"]) == count
    assert site.log() == [filtered(employeeStatus=number)]


@pytest.mark.parametrize(
    ("kind", "number", "found"),
    [
        ("owner", 3, ["admin"]),
        ("admin", 3, ["dsadmin"]),
        ("room_admin", 1, ["roomadmin"]),
        ("guest", 2, ["guest01", "guest02"]),
        ("user", 4, [*numbered("disabled", 1, 2, 3), *numbered("pending", 1, 2),
                     *numbered("user", *range(1, 13))]),
    ],
)  # fmt: skip
def test_people_by_type_are_one_request(site, kind, number, found):
    result = task(site, type=kind)

    assert names(result) == found
    assert {person["type"] for person in result["users"]} == {kind}
    assert site.log() == [filtered(employeeType=number)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("user0", numbered("user", *range(1, 10))),
        ("USER02@example.org", ["user02"]),
        ("user ben", ["user02"]),
        ("nobody", []),
    ],
)
def test_people_by_text_are_one_request(site, text, found):
    assert names(task(site, search=text)) == found
    assert site.log() == [filtered(filterValue=text)]


def test_members_of_a_group_are_two_requests_hidden_ones_included(site):
    result = task(site, group=MIXED)

    assert names(result) == ["disabled01", "disabled02", "pending01", "user01", "user02"]
    assert site.log() == [f"GET group/{MIXED}?includeMembers=false", filtered(groupId=MIXED)]


def test_a_group_by_name_costs_no_more(site):
    assert names(task(site, group="Empty group")) == []
    assert site.log() == [
        "GET group?count=100&filterValue=Empty group&startIndex=0",
        filtered(groupId=EMPTY),
    ]


def test_all_filters_must_apply(site):
    result = task(site, group=MIXED, status="disabled", type="user", search="dora1")

    assert names(result) == ["disabled01"]
    assert site.log()[1:] == [
        filtered(employeeStatus=2, employeeType=4, filterValue="dora1", groupId=MIXED)
    ]


def test_members_of_a_large_group_are_read_by_pages(big_site):
    result = task(big_site, group="Group of 250")

    assert len(result["users"]) == 250
    assert result["requests"]["read"] == 1 + 3


# --- which group --------------------------------------------------------------------------------


@pytest.mark.parametrize("group", ["finance", GROUP.format(99)])
def test_a_group_that_is_not_there_fails_the_task(site, group):
    result = failed(site, group=group)

    assert result["failure"]["code"] == "group_not_found"
    assert group in result["msg"]
    assert result["requests"] == {"read": 1, "write": 0}


def test_an_ambiguous_name_fails_with_both_ids(site):
    assert failed(site, group="Twins")["failure"]["ids"] == [GROUP.format(11), GROUP.format(12)]


def test_system_groups_are_refused(site):
    for group_id in site.state["system_groups"].values():
        result = failed(site, group=group_id)

        assert result["failure"]["code"] == "system_group"
        assert "type" in result["msg"]
