# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What a key may not do is said in the preview; what it cannot see is not called as it should be.

A room administrator reads groups, but is not shown people who are disabled, and changes nothing.
"""

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.plugins.modules import group_members, user_status
from ansible_collections.onlyoffice.docspace.tests.portal.http.faults import instead
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.simulated import (
    crowd,
    failure,
    parameters,
)

MIXED = "10000000-0000-4000-8000-000000000014"
EMPTY = "10000000-0000-4000-8000-000000000015"
SHOWN = ["pending01", "user01", "user02"]
HIDDEN = ["disabled01", "disabled02"]
ANY_DISABLED = "GET people/simple/filter?count=100&employeeStatus=2&startIndex=0"


def run(site, members, state, key="room admin key", check_mode=False, group=MIXED, **options):
    given = parameters(
        site, group_members, key, group=group, members=members, state=state, **options
    )
    return group_members.run(given, check_mode)


def refused(site, *args, **options):
    return failure(run, site, *args, **{"key": "room admin key", **options})


def disable_nobody(site):
    for user in site.state["users"]:
        user["status"] = "pending" if user["status"] == "disabled" else user["status"]
    site.__post_init__()


# --- what it cannot see ---------------------------------------------------------------------------


@pytest.mark.parametrize("check_mode", [True, False])
def test_an_exact_group_is_not_called_unchanged_with_hidden_members(site, check_mode):
    result = refused(site, SHOWN, "exact", check_mode=check_mode)

    assert result["failure"] == {"code": "hidden_people", "status": None}
    assert result["msg"].startswith('members of "Mixed states"')
    assert "roomadmin@example.org (Rosa Roomadmin), is a room administrator" in result["msg"]
    assert not result["changed"]


def test_nor_one_whose_only_members_are_hidden(site):
    members = {"members": ["e0000000-0000-4000-8000-000000000001"]}
    group = next(each for each in site.state["groups"] if each["id"] == EMPTY)
    group.update(members)
    site.__post_init__()

    assert refused(site, [], "exact", group=EMPTY)["failure"]["code"] == "hidden_people"


@pytest.mark.parametrize("state", ["absent", "present"])
def test_nobody_is_called_unknown_by_a_list_that_may_have_left_them_out(site, state):
    everybody = [f"user{number:02}" for number in range(1, 13)]

    result = refused(site, [*everybody, *HIDDEN], state, unknown_members="warn", group=EMPTY)

    assert result["failure"]["code"] == "hidden_people"


def test_hidden_members_who_are_named_are_seen_one_by_one(site):
    previewed = run(site, HIDDEN, "absent", check_mode=True)

    assert [each["email"] for each in previewed["removed"]] == [f"{x}@example.org" for x in HIDDEN]
    assert "The real run would be refused" in previewed["warnings"][0]


def test_also_those_whom_their_group_does_not_list(site):
    leavers = [*HIDDEN, *(f"user{number:02}" for number in range(1, 6))]

    assert refused(site, leavers, "absent")["failure"] == {"code": "forbidden", "status": 403}
    previewed = run(site, leavers, "absent", check_mode=True)
    assert {f"{x}@example.org" for x in HIDDEN} <= {x["email"] for x in previewed["removed"]}


def test_an_administrators_key_costs_a_request_only_where_nobody_disabled_was_seen(site):
    run(site, [*SHOWN, *HIDDEN], "exact", "admin key")
    assert len(site.log()) == 2

    run(site, [], "exact", "admin key", group=EMPTY)
    assert site.log()[4:] == [ANY_DISABLED]


def test_on_a_portal_where_nobody_is_disabled_the_owner_of_the_key_tells(site):
    disable_nobody(site)

    assert not run(site, [], "exact", "admin key", group=EMPTY)["changed"]

    assert site.log()[2:] == [
        ANY_DISABLED,
        "GET keys/%40self",
        "GET people/a0000000-0000-4000-8000-000000000001",
    ]


def test_of_an_access_token_its_person_tells(site):
    disable_nobody(site)
    site.faults.append(("GET", "keys/@self", instead(401)))

    assert not run(site, [], "exact", "admin key", group=EMPTY)["changed"]
    assert site.log()[-1] == "GET people/%40self"


# --- what it may not do ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("key", "says"),
    [
        (
            "owner accounts:read key",
            'The real run would be refused: the API key "owner accounts:read key" lacks the scope'
            " accounts:write (it has accounts:read). Nothing was changed, as this is check mode.",
        ),
        (
            "room admin key",
            "The real run would be refused: the owner of api_key, roomadmin@example.org (Rosa"
            " Roomadmin), is a room administrator, and only administrators may change this. Use the"
            " key of the owner or of a DocSpace administrator.",
        ),
        ("admin key", None),
        ("owner key", None),
        ("owner accounts:read+write key", None),
    ],
)
def test_a_preview_says_what_the_real_run_would_be_refused(site, key, says):
    def change_status(site, key, check_mode):
        given = parameters(site, user_status, key, users=["user05"], status="disabled")
        return user_status.run(given, check_mode)

    previews = [
        run(site, ["user05"], "present", key, check_mode=True),
        change_status(site, key, check_mode=True),
    ]

    for previewed in previews:
        assert previewed["changed"]
        assert previewed["warnings"] == ([says] if says else [])
    if says:
        assert not refused(site, ["user05"], "present", key=key)["changed"]
        assert not failure(change_status, site, key=key, check_mode=False)["changed"]
    else:
        assert run(site, ["user05"], "present", key)["changed"]


def test_a_preview_asks_for_the_key_only_if_something_would_be_written(site):
    run(site, ["user01"], "present", "admin key", check_mode=True)
    assert len(site.log()) == 2

    run(site, ["user05"], "present", "admin key", check_mode=True)
    assert site.log()[4:] == [
        "GET keys/%40self",
        "GET people/a0000000-0000-4000-8000-000000000001",
    ]
    site.portal.reset_log()
    run(site, ["user05"], "present", "admin key")
    assert len(site.log()) == 3


def test_a_preview_by_a_list_with_disabled_people_needs_no_look_at_the_owner(site):
    run(site, SHOWN, "exact", "admin key", check_mode=True)

    assert site.log()[2:] == ["GET keys/%40self"]


def test_a_preview_does_not_depend_on_it(site):
    site.faults.append(("GET", "keys/@self", instead(500)))

    previewed = run(site, ["user05"], "present", check_mode=True)

    assert previewed["changed"]
    assert previewed["warnings"] == []


def test_many_accounts_are_not_called_unknown_by_a_list(site):
    site.state["users"] += crowd(120)
    site.__post_init__()
    users = [f"person{number:04}" for number in range(100, 110)]

    def change(site, names, key="room admin key"):
        given = parameters(site, user_status, key, users=names, status="active")
        return user_status.run(given, check_mode=True)

    assert not change(site, users)["changed"]
    result = failure(change, site, [*users, "disabled01"], key="room admin key")
    assert result["failure"]["code"] == "hidden_people"
    assert change(site, [*users, "disabled01"], key="admin key")["changed"]
