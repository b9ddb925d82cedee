# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""`user_info` finds the people who are named, and takes few requests for it."""

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.tests.portal.http.faults import instead
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.user_info.tasks import (
    DIRECTORY,
    GROUP,
    MIXED,
    names,
    numbered,
    person,
    task,
)

USER = "c0000000-0000-4000-8000-0000000000{:02}"


def test_people_by_any_reference_are_one_request_each(site):
    result = task(site, users=["user02@Example.org", USER.format(1), "disabled03", "guest01"])

    assert names(result) == ["disabled03", "guest01", "user01", "user02"]
    assert result["users"][2] == {
        "id": USER.format(1),
        "display_name": "Ada User01",
        "email": "user01@example.org",
        "status": "active",
        "user_name": "user01",
        "type": "user",
        "seat": False,
        "ldap": False,
        "sso": False,
        "pending_since": None,
        "first_name": "Ada",
        "last_name": "User01",
        "location": "",
        "comment": "",
        "language": "",
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

    (person,) = task(site, users=["user01"])["users"]

    assert (person["status"], person["type"]) == ("unknown", "unknown")


def test_hidden_membership_is_shown(site):
    (person,) = task(site, users=["disabled01"])["users"]

    assert person["status"] == "disabled"
    assert person["groups"] == [{"id": MIXED, "name": "Mixed states"}]


def test_who_is_nobody_is_told_and_who_is_named_twice_comes_once(site):
    result = task(site, users=["user01", "USER01@example.org", "Ghost", "left@example.org"])

    assert names(result) == ["user01"]
    assert result["unknown"] == ["Ghost", "left@example.org"]


def test_an_empty_list_is_nobody_and_no_request(site):
    result = task(site, users=[])

    assert (result["users"], result["unknown"]) == ([], [])
    assert site.log() == []


def test_many_people_on_a_small_portal_are_one_page(site):
    named = [*numbered("user", *range(1, 13)), "Ghost"]

    result = task(site, users=named)

    assert names(result) == named[:-1]
    assert result["unknown"] == ["Ghost"]
    assert site.log() == [DIRECTORY]
    assert result["users"][0] == task(site, users=["user01"])["users"][0]


@pytest.mark.parametrize(
    ("numbers", "reads"),
    [
        (range(1900, 1905), 5),
        (range(1900, 1906), 1 + 6),
        (range(1900, 1919), 1 + 19),  # 21 pages in all
        (range(1900, 1920), 1 + 20),
        (range(1900, 1960), 1 + 20),
    ],
)
def test_many_people_are_read_in_the_fewest_requests(big_site, numbers, reads):
    result = task(big_site, users=[person(number) for number in numbers])

    assert len(result["users"]) == len(numbers)
    assert result["requests"]["read"] == reads
