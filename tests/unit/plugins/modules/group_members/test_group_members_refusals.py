# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""`group_members` refuses people, plans and options that cannot be meant before it writes."""

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.group_members.tasks import (
    EMPTY,
    MIXED,
    NONE,
    emails,
    failed,
    task,
)


@pytest.mark.parametrize("state", ["present", "exact"])
def test_all_who_stand_in_the_way_are_named_at_once(site, state):
    named = ["user01", "guest01", "disabled03@example.org", "nobody@example.org", "ghost"]

    result = failed(site, named, state=state)

    assert result["msg"] == (
        "members: nobody@example.org is nobody on this portal; ghost is nobody on this portal;"
        " disabled03@example.org (Dora3 Disabled) is disabled; enable the account first;"
        " guest01@example.com (Gus1 Guest) is a guest, and guests cannot be in groups."
        " Nothing was changed; correct the list, or set unknown_members."
    )
    assert result["failure"] == {
        "code": "unusable_members",
        "status": None,
        "members": [
            "disabled03@example.org (Dora3 Disabled)",
            "ghost",
            "guest01@example.com (Gus1 Guest)",
            "nobody@example.org",
        ],
    }
    assert site.portal.mutations == 0
    assert not result["changed"]


@pytest.mark.parametrize(
    ("state", "choice", "outcome"),
    [
        ("absent", None, "warn"),
        ("present", None, "fail"),
        ("exact", None, "fail"),
        ("absent", "fail", "fail"),
        ("present", "warn", "warn"),
        ("present", "ignore", "ignore"),
        ("absent", "ignore", "ignore"),
    ],
)
def test_unknown_people(site, state, choice, outcome):
    named = ["user05", "Nobody@example.org", "99999999-9999-4999-8999-999999999999"]
    options = {"state": state, "unknown_members": choice}

    if outcome == "fail":
        assert failed(site, named, **options)["failure"]["code"] == "unusable_members"
        return
    result = task(site, named, **options)
    assert result["unknown"] == named[1:]
    assert len(result["warnings"]) == (2 if outcome == "warn" else 0)


@pytest.mark.parametrize("name", ["email", "Filter", "search", "@self", "a/b", "..", "50%", "ö?#"])
def test_user_names_that_are_routes_or_need_quoting(site, name):
    site.state["users"][3] |= {"userName": name, "email": "odd@example.org"}
    site.__post_init__()

    result = task(site, [name, "@search", "simple"], EMPTY, unknown_members="ignore")

    assert emails(result["added"]) == ["odd@example.org"]
    assert result["unknown"] == ["@search", "simple"]


def test_a_user_name_in_the_address_too_is_found_by_one_narrow_search(site):
    site.state["users"][3] |= {"userName": "email", "email": "email@example.org"}
    site.__post_init__()

    result = task(site, ["email"], EMPTY)

    assert site.log()[1:2] == ["GET people/filter?count=100&filterValue=email&startIndex=0"]
    assert result["requests"] == {"read": 2, "write": 1}


def test_a_user_name_that_is_a_route_is_looked_for_on_all_pages(big_site):
    person = next(each for each in big_site.state["users"] if each["userName"] == "person1900")
    person["userName"] = "search"
    big_site.__post_init__()

    assert emails(task(big_site, ["search"], NONE)["added"]) == ["person1900@example.net"]


def test_where_all_are_known_there_is_no_advice_on_unknown_people(site):
    assert failed(site, ["guest01"])["msg"].endswith("; correct the list.")


def test_technical_accounts_are_refused_before_any_request(site):
    result = failed(site, ["user05", "{A37EE56E-3302-4A7B-B67E-DDBEA64CD032}"], state="absent")

    assert result["failure"] == {"code": "invalid_option", "option": "members", "status": None}
    assert site.log() == []


@pytest.mark.parametrize(
    ("limit", "members", "refused"),
    [("1", 2, True), ("2", 2, False), ("25%", 2, True), ("25%", 1, False), ("0", 1, True)],
)
@pytest.mark.parametrize("check_mode", [True, False])
def test_a_plan_that_removes_too_many_is_refused(site, limit, members, refused, check_mode):
    options = {"state": "absent", "max_removals": limit, "check_mode": check_mode}
    named = ["user05", "user06"][:members]

    if not refused:
        assert len(task(site, named, **options)["removed"]) == members
        return
    result = failed(site, named, **options)
    assert result["failure"]["code"] == "max_removals_exceeded"
    assert (result["failure"]["removals"], result["failure"]["members"]) == (members, 4)
    assert f"{members} of 4 members" in result["msg"]
    assert f"the limit is {limit}" in result["msg"]
    assert site.portal.mutations == 0


def test_hidden_members_count_as_members_for_the_limit(site):
    # Three visible and two hidden ones.
    assert task(site, ["user02"], MIXED, state="exact", max_removals="80%", check_mode=True)
    assert failed(site, [], MIXED, state="exact", max_removals="80%")["failure"]["members"] == 5


@pytest.mark.parametrize(("count", "told"), [(10, 10), (11, 11), (15, 11)])
def test_of_many_unknown_people_the_first_are_named_and_how_many_more_there_are(site, count, told):
    ghosts = [f"ghost{number}" for number in range(count)]

    warnings = task(site, ghosts, state="absent", unknown_members="warn")["warnings"]

    assert warnings[0] == "members: ghost0 is nobody on this portal."
    assert len(warnings) == told
    if count > 10:
        more = f"members: {count - 10} more are nobody on this portal; see unknown."
        assert warnings[-1] == more


@pytest.mark.parametrize(
    "options", [{"group": " "}, {"max_removals": "half"}, {"members": [""]}, {"timeout": 0}]
)
def test_bad_options_are_refused_before_any_request(site, options):
    result = failed(site, **{"members": ["user05"], **options})

    assert result["failure"]["code"] == "invalid_option"
    assert result["msg"].startswith(result["failure"]["option"])
    assert site.log() == []


@pytest.mark.parametrize("choice", ["fail", "warn", "ignore"])
def test_an_exact_list_of_strangers_does_not_empty_a_group(site, choice):
    result = failed(site, ["a@example.net"], state="exact", unknown_members=choice)

    assert result["failure"]["code"] == "unusable_members"
    assert site.portal.mutations == 0
