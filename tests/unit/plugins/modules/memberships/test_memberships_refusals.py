# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""`memberships` names everything that is wrong at once, and writes nothing then."""

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.tests.portal.http.faults import before
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.memberships.tasks import (
    ENGINEERING,
    entry,
    failed,
    task,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.simulated import request


def test_everything_that_is_wrong_is_named_at_once_and_nothing_written(site):
    result = failed(
        site,
        entry("Nowhere", add=["user01"]),
        entry("Twins", add=["user01"]),
        entry("Directory team", add=["user01"]),
        entry("88f11e7c-7407-4bea-b4cb-070010cdbb6b", add=["user01"]),
        entry("Engineering", add=["guest01", "ghost"]),
        entry("Legal", exact=[]),
        max_removals="50%",
    )

    codes = [problem["code"] for problem in result["failure"]["problems"]]
    assert codes == [
        "group_not_found",
        "group_ambiguous",
        "ldap_group",
        "system_group",
        "unusable_members",
        "max_removals_exceeded",
    ]
    for words in ('"Nowhere"', '"Twins"', "Directory team", "ghost is nobody", "is a guest"):
        assert words in result["msg"]
    assert not result["changed"]
    assert site.portal.mutations == 0


def test_one_group_under_its_name_and_its_id_is_refused(site):
    result = failed(site, entry("Engineering", add=["user01"]), entry(ENGINEERING, add=[]))

    assert result["failure"]["code"] == "invalid_option"
    assert f'"Engineering" ({ENGINEERING}) is there 2 times' in result["msg"]
    assert site.portal.mutations == 0


def test_one_group_that_changes_between_two_reads_of_it_is_refused_too(site):
    def join(portal):
        body = {"members": ["c0000000-0000-4000-8000-000000000012"]}
        request(portal, "PUT", f"group/{ENGINEERING}/members", body, site.api_key())

    site.faults.append(("GET", ENGINEERING, before(join)))

    result = failed(site, entry("Engineering", exact=["user04"]), entry(ENGINEERING, exact=[]))

    assert "is there 2 times" in result["msg"]
    assert "user12" in site.members(ENGINEERING)


def test_somebody_to_add_and_to_remove_is_refused_in_any_notation(site):
    result = failed(site, entry(ENGINEERING, add=["user01"], remove=["User01@example.org"]))

    assert "user01@example.org (Ada User01) would be added and removed" in result["msg"]
    assert site.portal.mutations == 0


@pytest.mark.parametrize(
    ("limit", "refused"), [("3", False), ("2", True), ("40%", True), ("50%", False)]
)
@pytest.mark.parametrize("check_mode", [True, False])
def test_a_run_that_removes_too_many_is_refused(site, limit, refused, check_mode):
    # Three of seven.
    entries = [entry("Engineering", remove=["user05", "user06"]), entry("Legal", remove=["user07"])]
    options = {"max_removals_total": limit, "check_mode": check_mode}

    if not refused:
        assert task(site, *entries, **options)["changed"]
        return
    result = failed(site, *entries, **options)
    assert result["failure"]["code"] == "max_removals_total_exceeded"
    assert "3 of 7 members of all groups named" in result["msg"]
    assert site.portal.mutations == 0


@pytest.mark.parametrize(
    ("choice", "fails", "warned"),
    [(None, True, 0), ("fail", True, 0), ("warn", False, 2), ("ignore", False, 0)],
)
def test_unknown_people(site, choice, fails, warned):
    entries = [entry("Engineering", add=["ghost"], remove=["left@example.org"])]

    if fails:
        result = failed(site, *entries, unknown_users=choice)
        assert "ghost is nobody on this portal" in result["msg"]
        assert result["msg"].endswith("correct the list, or set unknown_users.")
        assert ("left@example.org is nobody" in result["msg"]) == (choice == "fail")
        return
    result = task(site, *entries, unknown_users=choice)
    assert result["unknown"] == ["ghost", "left@example.org"]
    assert len(result["warnings"]) == warned


def test_people_who_have_left_do_not_stop_a_removal(site):
    result = task(site, entry("Engineering", remove=["left@example.org", "user05"]))

    assert result["changed"]
    assert result["warnings"] == [
        'groups: left@example.org, named for "Engineering", is nobody on this portal.'
    ]


@pytest.mark.parametrize(
    ("entries", "options", "complaint"),
    [
        ([entry(" ", add=[])], {}, 'groups, entry 1 (" "), group: is empty'),
        ([entry("Legal", add=[""])], {}, 'groups, entry 1 ("Legal"), add, entry 1: is empty'),
        ([], {"parallel": 0}, "parallel: must be from 1 to 15, not 0"),
        ([], {"parallel": 16}, "parallel: must be from 1 to 15, not 16"),
        ([], {"max_removals_total": "all"}, "max_removals_total: 'all' is neither"),
    ],
)
def test_bad_options_are_refused_before_any_request(site, entries, options, complaint):
    assert failed(site, *entries, **options)["msg"].startswith(complaint)
    assert site.log() == []
