# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""`group` recognises a portal with a group of two managers, names the way out, and goes it."""

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.tests.portal.http.faults import done_but, instead
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.group.tasks import (
    DESIGN,
    DIRECTORY,
    GROUP,
    READ_DESIGN,
    USER,
    after,
    failed,
    task,
    with_two_managers,
)


@pytest.mark.parametrize(
    ("group", "options"),
    [
        (DESIGN, {"new_name": "Style"}),
        ("Design", {"manager": "user03"}),
        ("Design", {"state": "absent"}),
        ("Engineering", {"manager": "user05"}),
    ],
)
def test_a_portal_with_a_group_of_two_managers_is_told_with_the_way_out(site, group, options):
    with_two_managers(site)

    result = failed(site, group, **options)

    assert result["failure"]["code"] == "two_managers"
    assert "has a group with two managers" in result["msg"]
    assert "Delete this group by its id" in result["msg"]
    assert site.portal.mutations == 0


@pytest.mark.parametrize("check_mode", [True, False])
def test_a_group_with_two_managers_is_deleted_by_its_id(site, check_mode):
    with_two_managers(site)

    result = task(site, DESIGN, state="absent", check_mode=check_mode)

    assert result["changed"]
    assert "it is deleted unseen" in result["warnings"][0]
    assert (result["group"]["id"], result["group"]["name"]) == (DESIGN, "")
    assert result["group"]["size"] == 3
    names = [person["display_name"] for person in result["removed"]]
    assert names == ["Cleo User03", "Dan User04", "Eva User05"]
    assert f"{USER.format(3)} (Cleo User03)" in result["diff"]["before"]
    if check_mode:
        assert site.portal.mutations == 0
    else:
        assert site.log() == [
            READ_DESIGN,
            f"GET people/filter?count=100&groupId={DESIGN}&startIndex=0",
            f"GET people/simple/filter?count=100&groupId={DESIGN}&startIndex=0",
            f"DELETE group/{DESIGN}",
            READ_DESIGN,
        ]
        # The portal is whole again, and the group can be made again.
        assert task(site, "Design", manager="user03")["changed"]


@pytest.mark.parametrize("group", ["Engineering", GROUP.format(4)])
def test_of_members_who_cannot_be_shown_only_the_names_are_told(site, group):
    with_two_managers(site)  # user04 is in both groups

    result = task(site, group, state="absent")

    assert result["changed"]
    assert result["group"]["name"] == "Engineering"
    assert result["removed"][0]["display_name"] == "Dan User04"
    assert result["warnings"] == []


def test_a_group_from_a_directory_is_refused_even_if_its_members_cannot_be_shown(site):
    with_two_managers(site)

    assert failed(site, DIRECTORY, state="absent")["failure"]["code"] == "ldap_group"


def test_a_group_with_two_managers_that_stays_is_a_failure(site):
    with_two_managers(site)
    site.faults.append(("DELETE", DESIGN, instead(503)))

    result = failed(site, DESIGN, state="absent")

    assert not result["changed"]
    assert "it still exists" in result["msg"]


def test_a_manager_change_that_met_another_one_is_told(site):
    site.faults.append(("PUT", DESIGN, after(lambda _: with_two_managers(site), done_but(200))))

    result = failed(site, DESIGN, manager="user05")

    assert result["changed"]
    assert "has a group with two managers" in result["msg"]
