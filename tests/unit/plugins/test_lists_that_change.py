# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Others change the list that a task reads, between two of its pages: nobody is missed."""

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.plugins.modules import (
    group_info,
    group_members,
    memberships,
    user_info,
    user_status,
)
from ansible_collections.onlyoffice.docspace.tests.portal.http.faults import before
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.simulated import (
    failure,
    parameters,
    request,
)

SOME = "20000000-0000-4000-8000-000000000250"
GROUPS = 230


def person(number):
    return f"70000000-0000-4000-8000-{number:012}"


def run(site, module, check_mode=False, **options):
    return module.run(parameters(site, module, **options), check_mode)


def emails(people):
    return {each["email"] for each in people}


def address(number):
    return f"person{number:04}@example.net"


def meanwhile(site, path, action, first):
    """Somebody else acts before a read, by its number."""
    site.faults.append(("GET", path, before(action), first))


def swap(site):
    """The first two members leave and two others join: as many as before, at other places."""

    def action(portal):
        body = {"members": [person(0), person(1)]}
        request(portal, "DELETE", f"group/{SOME}/members", body, site.api_key())
        body = {"members": [person(1900), person(1901)]}
        request(portal, "PUT", f"group/{SOME}/members", body, site.api_key())

    return action


def leave(site):
    def action(portal):
        body = {"members": [person(0), person(1)]}
        request(portal, "DELETE", f"group/{SOME}/members", body, site.api_key())

    return action


@pytest.mark.parametrize("change", [swap, leave])
def test_leavers_who_move_onto_a_page_that_was_read_are_removed(big_site, change):
    meanwhile(big_site, "people/filter", change(big_site), 3)
    leavers = [address(number) for number in range(100, 110)]

    result = run(big_site, group_members, group=SOME, members=leavers, state="absent")

    assert emails(result["removed"]) == set(leavers)
    assert result["unknown"] == []
    assert result["requests"] == {"read": 1 + 3 + 1, "write": 1}


@pytest.mark.parametrize("change", [swap, leave])
def test_nobody_unwanted_stays_in_an_exact_group(big_site, change):
    wanted = [address(number) for number in range(250) if number != 100]
    meanwhile(big_site, "people/filter", change(big_site), 3)

    result = run(
        big_site, group_members, check_mode=True, group=SOME, members=wanted, state="exact"
    )

    assert address(100) in emails(result["removed"])


def test_the_members_of_several_groups_are_complete(big_site):
    meanwhile(big_site, "people/filter", swap(big_site), 4)
    groups = [{"group": SOME, "exact": []}, {"group": "Empty group", "exact": []}]

    result = run(big_site, memberships, check_mode=True, groups=groups)

    told = next(each for each in result["groups"] if each["id"] == SOME)
    assert {address(number) for number in range(2, 250)} <= emails(told["removed"])


def test_lists_of_members_are_complete(big_site):
    meanwhile(big_site, "people/filter", swap(big_site), 3)
    told = run(big_site, group_info, group=SOME, members=True)["groups"][0]["members"]
    assert {address(number) for number in range(2, 250)} <= emails(told)


def test_people_are_looked_for_on_a_complete_list(big_site):
    """Two people ahead in the directory are deleted: whoever moves up is not unknown."""

    def delete(portal):
        key = big_site.api_key()
        ids = [person(0), person(1)]
        request(portal, "PUT", "people/status/Terminated", {"userIds": ids}, key)
        for each in ids:
            request(portal, "DELETE", f"people/{each}", None, key)

    on_page_two = sorted(user["email"] for user in big_site.state["users"])[100:130]
    meanwhile(big_site, "people/filter", delete, 2)
    found = run(big_site, user_info, users=on_page_two)
    assert found["unknown"] == []

    big_site.__post_init__()
    meanwhile(big_site, "people/filter", delete, 2)
    result = run(big_site, user_status, check_mode=True, users=on_page_two, status="disabled")
    assert result["unknown"] == []


def test_groups_that_move_between_pages_are_found(site):
    site.state["groups"] = [
        {
            "id": f"20000000-0000-4000-8000-{number:012}",
            "name": f"Group {number:03}",
            "manager": None,
            "members": [],
            "ldap": False,
        }
        for number in range(GROUPS)
    ]
    site.__post_init__()

    def delete(portal):
        for number in (0, 1):
            path = f"group/20000000-0000-4000-8000-{number:012}"
            request(portal, "DELETE", path, None, site.api_key())

    meanwhile(site, "/group", delete, 2)

    told = {group["name"] for group in run(site, group_info, search="group")["groups"]}

    assert {f"Group {number:03}" for number in range(2, GROUPS)} <= told


def test_a_list_that_never_rests_ends_the_task_and_nothing_is_said_of_people(big_site):
    ends = iter(range(60, 2000, 60))

    def roll(portal):
        end = next(ends)
        body = {"members": [person(number) for number in range(end - 60, end)]}
        request(portal, "DELETE", f"group/{SOME}/members", body, big_site.api_key())
        body = {"members": [person(number) for number in range(end + 190, end + 250)]}
        request(portal, "PUT", f"group/{SOME}/members", body, big_site.api_key())

    for _read in range(20):
        meanwhile(big_site, "people/filter", roll, 2)

    def task(site):
        leavers = [address(number) for number in range(200, 210)]
        return run(site, group_members, group=SOME, members=leavers, state="absent")

    result = failure(task, big_site)

    assert result["failure"] == {"code": "list_unstable", "status": None}
    assert not result["changed"]
    assert big_site.log()[-1].startswith("GET")
