# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""`user_info` finds the people to whom all filters apply, and takes few requests for it."""

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.tests.portal.http.faults import instead
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


#: Tells an administrator's key from others, where disabled people may be missing.
ANY_DISABLED = filtered(employeeStatus=2).replace("people/", "people/simple/")

# --- filters ------------------------------------------------------------------------------------


def test_everybody_comes_in_one_request(site):
    result = task(site, all=True)

    emails = [person["email"] for person in result["users"]]
    assert len(emails) == 22
    assert emails == sorted(emails)
    assert site.log() == [DIRECTORY]


def test_all_pages_are_read(big_site):
    result = task(big_site, all=True)

    assert len(result["users"]) == 2000
    assert result["requests"]["read"] == 21


@pytest.mark.parametrize(
    ("status", "number", "count"), [("active", 1, 17), ("disabled", 2, 3), ("pending", 4, 2)]
)
def test_people_by_status_are_one_request_and_one_if_guests_may_be_missing(
    site, status, number, count
):
    result = task(site, status=status)

    assert {person["status"] for person in result["users"]} == {status}
    assert len(result["users"]) == count
    assert site.log() == [
        filtered(employeeStatus=number),
        *([] if status == "disabled" else [ANY_DISABLED]),
    ]


@pytest.mark.parametrize(
    ("kind", "number", "found"),
    [
        ("owner", 3, ["admin"]),
        ("docspace_admin", 3, ["dsadmin"]),
        ("room_admin", 1, ["roomadmin"]),
        ("guest", 2, ["guest01", "guest02"]),
        ("user", 4, [*numbered("disabled", 1, 2, 3), *numbered("pending", 1, 2),
                     *numbered("user", *range(1, 13))]),
    ],
)  # fmt: skip
def test_people_by_type_are_one_request_and_one_if_disabled_ones_may_be_missing(
    site, kind, number, found
):
    result = task(site, type=kind)

    assert names(result) == found
    assert {person["type"] for person in result["users"]} == {kind}
    assert site.log() == [
        filtered(employeeType=number),
        *([] if kind in ("owner", "user") else [ANY_DISABLED]),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("user0", numbered("user", *range(1, 10))),
        ("USER02@example.org", ["user02"]),
        ("user ben", ["user02"]),
        ("nobody", []),
    ],
)
def test_people_by_text_are_one_request_and_one_if_none_is_disabled(site, text, found):
    assert names(task(site, search=text)) == found
    assert site.log() == [filtered(filterValue=text), ANY_DISABLED]


def test_members_of_a_group_are_two_requests_hidden_ones_included(site):
    result = task(site, group=MIXED)

    assert names(result) == ["disabled01", "disabled02", "pending01", "user01", "user02"]
    assert site.log() == [f"GET group/{MIXED}?includeMembers=false", filtered(groupId=MIXED)]


def test_a_group_by_name_costs_no_more(site):
    assert names(task(site, group="Empty group")) == []
    assert site.log() == [
        "GET group?count=100&filterValue=Empty group&startIndex=0",
        filtered(groupId=EMPTY),
        ANY_DISABLED,
    ]


def test_active_members_are_nobody_who_may_be_hidden(site):
    assert len(task(site, group=MIXED, status="active")["users"]) == 2
    assert len(site.log()) == 2


def test_all_filters_must_apply(site):
    result = task(site, group=MIXED, status="disabled", type="user", search="dora1")

    assert names(result) == ["disabled01"]
    assert site.log()[1:] == [
        filtered(employeeStatus=2, employeeType=4, filterValue="dora1", groupId=MIXED)
    ]


def test_members_of_a_large_group_are_read_by_pages(big_site):
    result = task(big_site, group="Group of 250")

    assert len(result["users"]) == 250
    assert result["requests"]["read"] == 1 + 3 + 1


# --- which group --------------------------------------------------------------------------------


@pytest.mark.parametrize(("group", "reads"), [("finance", 2), (GROUP.format(99), 1)])
def test_a_group_that_is_not_there_fails_the_task(site, group, reads):
    result = failed(site, group=group)

    assert result["failure"]["code"] == "group_not_found"
    assert group in result["msg"]
    assert result["requests"] == {"read": reads, "write": 0}


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("finance", 'Did you mean "Finance"?'),
        ("Finanze", 'Did you mean "Finance"?'),
        ("bohm &  sohne", 'Did you mean "Böhm & Söhne"?'),
        ("Nothing like it", "count in full and in their case."),
    ],
)
def test_a_name_that_is_like_another_is_suggested(site, name, meant):
    assert failed(site, group=name)["msg"].endswith(meant)


def test_a_suggestion_that_cannot_be_made_is_left_out(site):
    site.faults.append(("GET", "/group", instead(500), 2))

    result = failed(site, group="finance")

    assert result["failure"]["code"] == "group_not_found"
    assert "Did you mean" not in result["msg"]


def test_an_ambiguous_name_fails_with_both_ids(site):
    assert failed(site, group="Twins")["failure"]["ids"] == [GROUP.format(11), GROUP.format(12)]


def test_system_groups_are_refused(site):
    for group_id in site.state["system_groups"].values():
        result = failed(site, group=group_id)

        assert result["failure"]["code"] == "system_group"
        assert "type" in result["msg"]
