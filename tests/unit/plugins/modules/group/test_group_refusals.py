# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""`group` refuses what cannot or must not be done before it writes, and says why."""

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.group.tasks import (
    DESIGN,
    DIRECTORY,
    GROUP,
    TWINS,
    UNKNOWN,
    USER,
    failed,
    task,
    writes,
)

REFUSED = pytest.mark.parametrize(
    "options", [{"new_name": "New"}, {"manager": "user01"}, {"state": "absent"}]
)


def test_all_who_stand_in_the_way_of_a_new_group_are_named_at_once(site):
    members = ["user01", "guest01", "disabled03@example.org", "ghost"]

    result = failed(site, "New", manager="disabled01", members={"add": members})

    assert result["msg"] == (
        "(1) manager: disabled01@example.org (Dora1 Disabled) is disabled; enable the account"
        " first. Nothing was changed; correct the task."
        " (2) members: ghost is nobody on this portal;"
        " disabled03@example.org (Dora3 Disabled) is disabled; enable the account first;"
        " guest01@example.com (Gus1 Guest) is a guest, and guests cannot be in groups."
        " Nothing was changed; correct the list, or set unknown_users."
    )
    assert result["failure"]["code"] == "several"
    assert [problem["members"] for problem in result["failure"]["problems"]] == [
        ["disabled01@example.org (Dora1 Disabled)"],
        [
            "disabled03@example.org (Dora3 Disabled)",
            "ghost",
            "guest01@example.com (Gus1 Guest)",
        ],
    ]
    assert not result["changed"]
    assert writes(site) == []


@pytest.mark.parametrize("who", ["guest01", "disabled01", "ghost@example.org", USER.format(99)])
@pytest.mark.parametrize("check_mode", [True, False])
def test_a_manager_who_cannot_be_one_is_refused(site, who, check_mode):
    result = failed(site, "Design", manager=who, check_mode=check_mode)

    assert result["failure"]["code"] == "unusable_members"
    assert result["msg"].startswith("manager: ")
    assert writes(site) == []


@pytest.mark.parametrize(
    ("options", "option"),
    [
        ({"group": " "}, "name"),
        ({"group": " New"}, "name"),
        ({"group": "x" * 129}, "name"),
        ({"group": "\U0001f680" * 65}, "name"),
        ({"group": "New", "id": "New", "name": None}, "id"),
        ({"group": "New", "id": None, "name": DESIGN}, "name"),
        ({"group": "Design", "new_name": "New", "members": ["user01"]}, "members"),
        ({"group": DESIGN, "new_name": ""}, "new_name"),
        ({"group": DESIGN, "new_name": "  "}, "new_name"),
        ({"group": DESIGN, "new_name": "New "}, "new_name"),
        ({"group": DESIGN, "new_name": "x" * 129}, "new_name"),
        ({"group": DESIGN, "members": ["user01"]}, "members"),
        ({"group": "New", "members": [""]}, "members"),
        ({"group": "New", "members": ["a37ee56e-3302-4a7b-b67e-ddbea64cd032"]}, "members"),
        ({"group": "New", "manager": "a37ee56e-3302-4a7b-b67e-ddbea64cd032"}, "manager"),
        ({"group": "New", "timeout": 0}, "timeout"),
    ],
)
def test_bad_options_are_refused_before_any_request(site, options, option):
    result = failed(site, **options)

    assert result["failure"] == {"code": "invalid_option", "option": option, "status": None}
    assert result["msg"].startswith(f"{option}: ")
    assert site.log() == []


def test_names_of_128_characters_and_of_any_kind_are_fine(site):
    for name in ("x" * 128, '<b>bold</b> & "quoted"', "50%"):
        assert task(site, name)["group"]["name"] == name
        assert not task(site, name)["changed"]


@pytest.mark.parametrize("state", ["present", "absent"])
def test_two_groups_of_one_name_are_an_error_with_both_ids(site, state):
    result = failed(site, "Twins", state=state, manager="user01")

    assert result["msg"].startswith('name: 2 groups have the name "Twins"; give the id')
    assert result["failure"]["code"] == "group_ambiguous"
    assert result["failure"]["ids"] == [TWINS, GROUP.format(12)]
    assert len(site.log()) == 1


def test_an_id_that_is_not_known_is_an_error_for_present(site):
    result = failed(site, UNKNOWN, new_name="New")

    assert result["failure"]["code"] == "group_not_found"
    assert UNKNOWN in result["msg"]
    assert writes(site) == []


@REFUSED
def test_system_groups_are_refused(site, options):
    for group_id in site.state["system_groups"].values():
        result = failed(site, group_id, **options)

        assert result["failure"]["code"] == "system_group"
    assert writes(site) == []


@REFUSED
def test_a_group_from_a_directory_is_refused_unless_allowed(site, options):
    result = failed(site, DIRECTORY, **options)

    assert result["failure"] == {"code": "ldap_group", "status": None, "group": DIRECTORY}
    assert result["msg"].endswith(" change the directory, or set allow_ldap_group.")
    assert writes(site) == []
    assert task(site, DIRECTORY, allow_ldap_group=True, **options)["changed"]


def test_a_group_from_a_directory_may_be_looked_at(site):
    result = task(site, "Directory team", no_manager=True)

    assert not result["changed"]
    assert result["group"]["ldap"]


@pytest.mark.parametrize(
    ("key", "code"),
    [
        ("owner accounts:write key", "missing_scope"),
        ("owner accounts:read key", "missing_scope"),
        ("room admin key", "forbidden"),
    ],
)
@pytest.mark.parametrize(
    ("group", "options"),
    [("New", {}), (DESIGN, {"manager": "user04"}), (DESIGN, {"state": "absent"})],
)
def test_keys_that_do_not_suffice(site, key, code, group, options):
    result = failed(site, group, key=key, **options)

    assert result["failure"]["code"] == code
    assert not result["changed"]
    assert site.portal.mutations == 0
