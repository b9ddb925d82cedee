# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""A user name may look like an address, as those from directories do: an address comes first."""

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.plugins.modules import (
    group_members,
    memberships,
    user_info,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.simulated import crowd, parameters

UPN = "Upn@Corp.local"
#: Somebody else's user name, and the address of another.
BOTH = "both@corp.local"
GROUP = "20000000-0000-4000-8000-000000000009"


@pytest.fixture
def site(site):
    people = crowd(30)
    people[0]["userName"] = "upn@corp.local"
    people[1]["userName"] = BOTH
    people[2]["email"] = BOTH
    site.state["users"] += people
    site.state["groups"].append(
        {
            "id": GROUP,
            "name": "With names",
            "manager": None,
            "members": [person["id"] for person in people[:2]],
            "ldap": False,
        }
    )
    site.__post_init__()
    return site


def run(site, module, **options):
    return module.run(parameters(site, module, **options), check_mode=False)


def emails(people):
    return [person["email"] for person in people]


def crowded(numbers):
    return [f"person{number:04}" for number in numbers]


def test_it_is_asked_for_as_an_address_and_then_as_a_user_name(site):
    result = run(site, group_members, group=GROUP, members=[UPN], state="absent")

    assert emails(result["removed"]) == ["person0000@example.net"]
    assert site.log()[1:3] == [f"GET people/email?email={UPN}", "GET people/Upn%40Corp.local"]
    assert result["requests"] == {"read": 1 + 2, "write": 1}


def test_what_is_an_address_takes_no_request_more(site):
    result = run(site, user_info, users=[BOTH])

    assert emails(result["users"]) == [BOTH]
    assert result["requests"]["read"] == 1


def test_nobody_is_unknown_after_both(site):
    result = run(site, user_info, users=["ghost@corp.local"])

    assert result["unknown"] == ["ghost@corp.local"]
    assert result["requests"]["read"] == 2


@pytest.mark.parametrize("others", [range(10, 12), range(10, 20)])
def test_few_and_many_are_found_alike(site, others):
    result = run(site, user_info, users=[UPN, BOTH, *crowded(others)])

    assert result["unknown"] == []
    assert {"person0000@example.net", BOTH} <= set(emails(result["users"]))
    assert "person0001@example.net" not in emails(result["users"])


@pytest.mark.parametrize("others", [range(10, 12), range(10, 20)])
def test_members_and_others_are_told_apart(site, others):
    """The address is that of somebody who is no member, the user name that of a member."""
    members = [UPN, BOTH, *crowded(others)]

    result = run(site, group_members, group=GROUP, members=members, state="absent")

    assert emails(result["removed"]) == ["person0000@example.net"]
    assert result["unknown"] == []

    result = run(site, group_members, group=GROUP, members=[UPN, BOTH], state="exact")

    assert emails(result["removed"]) == ["person0001@example.net"]
    assert set(emails(result["added"])) == {BOTH, "person0000@example.net"}


def test_several_groups_alike(site):
    groups = [{"group": GROUP, "exact": [UPN, BOTH]}, {"group": "Engineering", "add": [UPN]}]

    result = run(site, memberships, groups=groups)

    told = {each["name"]: each for each in result["groups"]}
    assert emails(told["With names"]["added"]) == [BOTH]
    assert emails(told["With names"]["removed"]) == ["person0001@example.net"]
    assert emails(told["Engineering"]["added"]) == ["person0000@example.net"]
