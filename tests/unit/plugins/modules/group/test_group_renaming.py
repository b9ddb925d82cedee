# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""`group` renames a group by its id or its name, once, and never onto the name of another one."""

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.group.tasks import (
    DESIGN,
    FIND_DESIGN,
    FIND_NEW,
    FIND_STYLE,
    GROUP,
    failed,
    sent,
    task,
    writes,
)

HR = GROUP.format(6)


def test_a_group_is_renamed_by_name_and_the_second_run_finds_it_by_the_new_one(site):
    first = task(site, "Design", new_name="Style")
    assert site.log() == [FIND_DESIGN, FIND_STYLE, f"PUT group/{DESIGN}"]
    site.portal.reset_log()

    second = task(site, "Design", new_name="Style")

    assert (first["changed"], second["changed"]) == (True, False)
    assert first["group"] == second["group"]
    assert site.log() == [FIND_DESIGN, FIND_STYLE]


def test_a_group_that_is_renamed_already_gets_its_manager(site):
    task(site, "Design", new_name="Style")

    result = task(site, "Design", new_name="Style", manager="user04")

    assert result["group"]["name"] == "Style"
    assert result["group"]["manager"]["email"] == "user04@example.org"
    assert [list(body) for body in sent(site)] == [["groupName"], ["groupManager"]]


def test_a_group_that_has_neither_name_is_not_created(site):
    result = failed(site, "New", new_name="Style")

    assert result["failure"]["code"] == "group_not_found"
    assert result["msg"].startswith('name: the portal has no group with the name "New"')
    assert site.log() == [FIND_NEW, FIND_STYLE]


@pytest.mark.parametrize("group", ["Design", DESIGN])
@pytest.mark.parametrize("check_mode", [True, False])
def test_the_name_of_another_group_is_refused(site, group, check_mode):
    result = failed(site, group, new_name="HR", check_mode=check_mode)

    assert result["failure"] == {"code": "group_name_taken", "status": None, "group": HR}
    assert result["msg"] == (
        f'new_name: another group has this name already: "HR" ({HR}). With equal names, neither can'
        " be found by name any more. Choose another one, or set allow_twin_names."
    )
    assert writes(site) == []


def test_equal_names_must_be_asked_for(site):
    result = task(site, DESIGN, new_name="HR", allow_twin_names=True)

    assert result["changed"]
    assert result["requests"] == {"read": 1, "write": 1}
    names = [group["name"] for group in site.portal.state()["groups"]]
    assert names.count("HR") == 2


@pytest.mark.parametrize("notation", ["{}", "{{{}}}", " {} "])
def test_an_id_is_no_new_name(site, notation):
    for group in ("Nobody has this name", "Design", DESIGN):
        result = failed(site, group, new_name=notation.format(HR))

        assert result["failure"]["option"] == "new_name"
    assert site.log() == []


def test_equal_names_need_an_id_to_tell_the_groups_apart(site):
    result = failed(site, "Design", new_name="HR", allow_twin_names=True)

    assert result["failure"]["option"] == "allow_twin_names"
    assert site.log() == []


def test_a_name_that_only_resembles_another_one_is_free(site):
    assert task(site, DESIGN, new_name="hr")["changed"]
