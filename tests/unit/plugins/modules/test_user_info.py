# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Whom `user_info` finds, what it tells of them, and how few requests it takes."""

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.plugins.module_utils._errors import DocSpaceError
from ansible_collections.onlyoffice.docspace.plugins.modules import user_info
from ansible_collections.onlyoffice.docspace.tests.portal.http.faults import instead
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.simulated import (
    parameters,
    validator,
)

USER = "c0000000-0000-4000-8000-0000000000{:02}"
GROUP = "10000000-0000-4000-8000-0000000000{:02}"
MIXED, EMPTY = GROUP.format(14), GROUP.format(15)
DIRECTORY = "GET people/filter?count=100&startIndex=0"


def task(site, check_mode=False, **options):
    return user_info.run(parameters(site, user_info, **options), check_mode)


def failed(site, **options):
    """The failed task's result."""
    with pytest.raises(DocSpaceError) as raised:
        task(site, **options)
    return raised.value.result()


def names(result):
    return [person["user_name"] for person in result["users"]]


def filtered(**query):
    wish = "&".join(f"{key}={query[key]}" for key in sorted(query))
    return f"GET people/filter?count=100&{wish}&startIndex=0"


def numbered(name, *numbers):
    return [f"{name}{number:02}" for number in numbers]


# --- who is named -------------------------------------------------------------------------------


def test_people_by_any_reference_are_one_request_each(site):
    result = task(site, user=["user02@Example.org", USER.format(1), "disabled03", "guest01"])

    assert names(result) == ["disabled03", "guest01", "user01", "user02"]
    assert result["users"][2] == {
        "id": USER.format(1),
        "display_name": "Ada User01",
        "email": "user01@example.org",
        "status": "active",
        "user_name": "user01",
        "type": "user",
        "groups": [
            {"id": GROUP.format(1), "name": "Accounting"},
            {"id": MIXED, "name": "Mixed states"},
            {"id": GROUP.format(11), "name": "Twins"},
        ],
    }
    assert result["users"][0]["groups"] == []
    assert site.log() == [
        "GET people/email?email=user02@Example.org",
        f"GET people/{USER.format(1)}",
        "GET people/disabled03",
        "GET people/guest01",
    ]
    assert result["requests"] == {"read": 4, "write": 0}
    assert not result["changed"]
    assert "diff" not in result


def test_a_status_and_a_type_that_are_not_known_here_are_told_as_such(site):
    odd = {"id": USER.format(1), "displayName": "Ada", "userName": "user01", "status": 8}
    site.faults.append(("GET", "people/user01", instead(200, {"response": odd})))

    (person,) = task(site, user=["user01"])["users"]

    assert (person["status"], person["type"]) == ("unknown", "unknown")


def test_hidden_membership_is_shown(site):
    (person,) = task(site, user=["disabled01"])["users"]

    assert person["status"] == "disabled"
    assert person["groups"] == [{"id": MIXED, "name": "Mixed states"}]


def test_who_is_nobody_is_told_and_who_is_named_twice_comes_once(site):
    result = task(site, user=["user01", "USER01@example.org", "Ghost", "left@example.org"])

    assert names(result) == ["user01"]
    assert result["unknown"] == ["Ghost", "left@example.org"]


def test_an_empty_list_is_nobody_and_no_request(site):
    result = task(site, user=[])

    assert (result["users"], result["unknown"]) == ([], [])
    assert site.log() == []


def test_many_people_on_a_small_portal_are_one_page(site):
    named = [*numbered("user", *range(1, 13)), "Ghost"]

    result = task(site, user=named)

    assert names(result) == named[:-1]
    assert result["unknown"] == ["Ghost"]
    assert site.log() == [DIRECTORY]
    assert result["users"][0] == task(site, user=["user01"])["users"][0]


def person(number):
    return f"person{number:04}@example.net"


@pytest.mark.parametrize(
    ("numbers", "reads"),
    [
        (range(1900, 1905), 5),
        (range(1900, 1906), 1 + 6),
        (range(1900, 1918), 1 + 18),  # twenty pages in all
        (range(1900, 1919), 1 + 19),
        (range(1900, 1960), 1 + 19),
    ],
)
def test_many_people_are_read_in_the_fewest_requests(big_site, numbers, reads):
    result = task(big_site, user=[person(number) for number in numbers])

    assert len(result["users"]) == len(numbers)
    assert result["requests"]["read"] == reads


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
    assert result["requests"]["read"] == 20


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


# --- options ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "other", [{"status": "active"}, {"type": "user"}, {"group": "x"}, {"search": "x"}]
)
def test_users_and_filters_exclude_each_other(other):
    options = {"base_url": "https://portal.example.com", "api_key": "sk-x", "user": ["x"], **other}

    (message,) = validator(user_info).validate(options).error_messages

    assert message == f"parameters are mutually exclusive: user|{next(iter(other))}"


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("group", ""),
        ("search", " "),
        ("user", ["user01", " "]),
        ("user", ["a37ee56e-3302-4a7b-b67e-ddbea64cd032"]),
    ],
)
def test_bad_options_are_refused_before_any_request(site, option, value):
    result = failed(site, **{option: value})

    assert result["failure"] == {"code": "invalid_option", "option": option, "status": None}
    assert result["msg"].startswith(f"{option}: ")
    assert site.log() == []


# --- who may ------------------------------------------------------------------------------------


def test_check_mode_reads_the_same(site):
    assert task(site, check_mode=True, group=MIXED) == task(site, group=MIXED)
    assert site.portal.mutations == 0


@pytest.mark.parametrize("key", ["owner accounts:read key", "owner *:read key", "admin key"])
def test_a_key_that_only_reads_suffices(site, key):
    assert len(task(site, key=key, group=MIXED)["users"]) == 5


def test_a_room_administrator_is_not_shown_disabled_people(site):
    assert names(task(site, key="room admin key", group=MIXED)) == ["pending01", "user01", "user02"]


def test_a_missing_scope_is_named(site):
    result = failed(site, key="owner files:read key")

    assert result["msg"].startswith(
        'The API key "owner files:read key" lacks the scope accounts:read (it has files:read).'
    )
    assert result["failure"] == {"code": "missing_scope", "status": 403}


@pytest.mark.parametrize(
    ("key", "code"),
    [("user key", "forbidden"), ("guest key", "forbidden"), ("expired owner key", "unauthorized")],
)
@pytest.mark.parametrize("options", [{}, {"user": ["user02"]}, {"group": MIXED}])
def test_keys_that_do_not(site, key, code, options):
    result = failed(site, key=key, **options)

    assert result["failure"]["code"] == code
    assert site.api_key(key) not in repr(result)
