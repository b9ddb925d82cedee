# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.tests.portal.http.faults import before
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.groups.tasks import (
    failed,
    names,
    rows,
    task,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.simulated import request


def listed(site, but=()):
    """An entry for each group that does not come from a directory."""
    return [
        {"id": group["id"]}
        for group in site.portal.state()["groups"]
        if not group["ldap"] and group["name"] not in but
    ]


@pytest.mark.parametrize("check_mode", [True, False])
def test_groups_that_are_not_in_the_list_are_deleted_last(site, check_mode):
    entries = listed(site, but=["Legal"])

    result = task(site, *entries, {"name": "New"}, prune=True, check_mode=check_mode)

    assert rows(result, "name", "action")[-2:] == [("New", "created"), ("Legal", "deleted")]
    assert len(result["groups"][-1]["removed"]) == 3
    assert ("Legal" in names(site)) == check_mode
    assert "Directory team" in names(site)
    if not check_mode:
        assert site.log()[-2].startswith("DELETE group/")


@pytest.mark.parametrize("check_mode", [True, False])
def test_more_than_the_limit_is_refused_with_names_before_any_write(site, check_mode):
    entries = listed(site, but=["Legal", "HR"])

    result = failed(site, *entries, {"name": "New"}, prune=True, check_mode=check_mode)

    assert result["failure"]["code"] == "prune_limit_exceeded"
    assert result["failure"]["deletions"] == 2
    assert "2 of 14 groups are not in the list" in result["msg"]
    assert '"HR" (' in result["msg"]
    assert site.portal.mutations == 0


def test_what_a_directory_owns_is_deleted_only_if_asked_for(site):
    entries = listed(site)

    assert not task(site, *entries, prune=True)["changed"]
    assert task(site, *entries, prune=True, prune_ldap=True)["changed"]
    assert "Directory team" not in names(site)


def test_a_misspelt_name_that_would_cost_a_group_is_warned_of(site):
    entries = listed(site, but=["Engineering"])

    (warning,) = task(site, *entries, {"name": "Enginering"}, prune=True, check_mode=True)[
        "warnings"
    ]

    assert "a similar name is deleted" in warning
    assert 'Did you mean "Engineering"?' in warning


def test_an_empty_list_prunes_nothing(site):
    result = failed(site, prune=True, prune_limit="100%")

    assert result["msg"] == (
        "groups: is empty, and with prune no group would be left; name at least one."
    )
    assert site.portal.mutations == 0


def test_an_empty_list_is_fine_where_there_is_nothing_to_delete(site):
    site.state["groups"] = []
    site.__post_init__()

    assert not task(site, prune=True)["changed"]


def test_what_is_deleted_by_its_entry_does_not_count_for_the_limit(site):
    entries = listed(site, but=["Legal"])

    result = task(site, *entries, {"name": "Legal", "state": "absent"}, prune=True, prune_limit=0)

    assert rows(result, "action")[-1] == ("deleted",)


def test_a_problem_elsewhere_deletes_nothing(site):
    result = failed(site, {"name": "Twins"}, prune=True, prune_limit="100%")

    assert result["failure"]["code"] == "group_ambiguous"
    assert site.portal.mutations == 0


def test_a_group_that_somebody_takes_up_meanwhile_is_not_deleted(site):
    legal = site.group("Legal")["id"]

    def take_up(portal):
        request(portal, "PUT", f"group/{legal}", {"groupName": "Law"}, site.api_key())

    site.faults.append(("GET", f"group/{legal}", before(take_up)))

    result = failed(site, *listed(site, but=["Legal"]), prune=True)

    assert "has changed while the task ran" in result["msg"]
    assert not result["changed"]
    assert "Law" in names(site)


# --- leavers ------------------------------------------------------------------------------------


def test_leavers_are_left_out_of_the_lists_in_any_notation(site):
    entries = [
        {"name": "Design", "add": ["user05@example.org", "user01"]},
        {"name": "New", "manager": "USER05", "members": ["user05@example.org", "user02"]},
    ]

    result = task(site, *entries, leavers=["user05"])

    assert site.members(site.group("New")["id"]) == {"user02"}
    assert site.group("New")["manager"] is None
    assert result["warnings"] == [
        'groups, "Design", user05@example.org is among the leavers, and left out.',
        'groups, "New", USER05 is among the leavers, and left out.',
        'groups, "New", user05@example.org is among the leavers, and left out.',
    ]
    site.portal.reset_log()
    assert not task(site, *entries, leavers=["user05"])["changed"]


def test_a_leaver_in_an_exact_list_is_removed(site):
    task(site, {"name": "Design", "exact": ["user04", "user05"]}, leavers=["user05@example.org"])

    assert site.members(site.group("Design")["id"]) == {"user04"}
