# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""`offboard` takes few requests, and fewest where nothing is to do."""

from __future__ import annotations

from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.offboard.tasks import (
    MIXED,
    task,
)


def test_a_repetition_reads_each_person_once(site):
    people = ["user05", "user12", "disabled01"]
    task(site, people)
    site.portal.reset_log()

    result = task(site, people, new_manager="user01", max_users="10%")

    assert site.log() == [f"GET people/{name}" for name in people]
    assert result["requests"] == {"read": 3, "write": 0}


def test_somebody_who_is_kept_takes_a_read_of_each_group(site):
    task(site, ["user03"])

    assert task(site, ["user03"])["requests"] == {"read": 2, "write": 0}


def test_one_person_in_three_groups(site):
    result = task(site, ["user05"])

    # The person, three groups; a write for each group, one for the account.
    assert result["requests"] == {"read": 1 + 3, "write": 3 + 1}


def test_everything_that_may_be_asked_for(site):
    result = task(
        site,
        ["user05", "dsadmin"],
        new_managers=[{"group": "Finance", "manager": "user01"}],
        max_users="50%",
    )

    # Two people, three groups, the new manager, the key and whose it is, who else is an
    # administrator, how many people there are.
    assert result["requests"] == {"read": 2 + 3 + 1 + 2 + 1 + 1, "write": 1 + 3 + 1}
    assert "GET people/simple/filter?count=1&startIndex=0" in site.log()


def test_the_key_is_not_asked_for_where_no_administrator_is_disabled(site):
    assert task(site, ["dsadmin"], disable=False)["requests"] == {"read": 1, "write": 0}
    assert task(site, ["dsadmin"])["requests"] == {"read": 1 + 2 + 1, "write": 1}


def test_a_hidden_membership_is_proved_by_one_more_read(site):
    result = task(site, ["disabled01"])

    assert result["requests"] == {"read": 1 + 1 + 1, "write": 1}
    assert site.log()[-2] == f"PUT group/{MIXED}"


def test_many_people_and_groups_are_read_by_pages(many):
    people = [f"person{number:04}" for number in range(0, 2000, 50)]

    result = task(many, people, max_users="100%", parallel=4)

    # Pages of people, which overlap, pages of groups, how many people there are.
    assert result["requests"]["read"] == 21 + 3 + 1
    groups = {group["id"] for row in result["leavers"] for group in row["left"]}
    assert result["requests"]["write"] == len(groups) + 1
    assert all(row["status"] == "disabled" for row in result["leavers"])
    again = task(many, people, parallel=4)
    assert again["requests"] == {"read": 21, "write": 0}
