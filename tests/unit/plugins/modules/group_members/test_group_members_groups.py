# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""`group_members` changes the group that is meant by an id or a name, and no other."""

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.group_members.tasks import (
    DIRECTORY,
    ENGINEERING,
    GROUP,
    READ_GROUP,
    TWINS,
    failed,
    task,
)


@pytest.mark.parametrize("notation", ["10000000000040008000000000000004", f"{{{ENGINEERING}}}"])
def test_an_id_in_another_notation(site, notation):
    task(site, ["user05"], notation, state="absent")

    assert site.log()[0] == READ_GROUP


def test_a_name_takes_no_more_reads_than_an_id(site):
    result = task(site, ["user02"], "Böhm & Söhne", state="absent")

    assert result["group"] == {
        "id": GROUP.format(2),
        "name": "Böhm & Söhne",
        "manager": None,
        "ldap": False,
        "size": 1,
    }
    assert site.log()[0] == "GET group?count=100&filterValue=Böhm & Söhne&startIndex=0"
    assert result["requests"] == {"read": 2, "write": 1}


def test_a_name_is_looked_for_on_all_pages(site):
    site.state["groups"] += [
        {"id": f"30000000-0000-4000-8000-{number:012}", "name": f"A{number} Engineering",
         "manager": None, "members": [], "ldap": False}
        for number in range(100)
    ]  # fmt: skip
    site.__post_init__()

    assert task(site, ["user05"], "Engineering", state="absent")["group"]["id"] == ENGINEERING


@pytest.mark.parametrize("name", ["engineering", "Engineer", "Bohm & Sohne", GROUP.format(99)])
def test_no_such_group(site, name):
    result = failed(site, ["user05"], name)

    assert result["failure"] == {"code": "group_not_found", "status": None, "group": name}
    known = f"no group with the id {name}." if name.count("-") == 4 else f'with the name "{name}";'
    assert known in result["msg"]


def test_two_groups_of_one_name_are_an_error_with_both_ids(site):
    result = failed(site, ["user05"], "Twins")

    ids = [TWINS, GROUP.format(12)]
    assert result["failure"] == {
        "code": "group_ambiguous", "status": None, "group": "Twins", "ids": ids
    }  # fmt: skip
    assert f"{TWINS}, {GROUP.format(12)}" in result["msg"]
    assert len(site.log()) == 1


def test_system_groups_are_refused(site):
    for name, group_id in site.state["system_groups"].items():
        result = failed(site, ["user05"], group_id, state="absent")

        assert result["failure"] == {"code": "system_group", "status": None, "group": group_id}
        assert f'"{name}" ({group_id}) is a system group' in result["msg"]
        assert result["msg"].endswith(" Change a person's type in the portal instead.")
    assert site.portal.mutations == 0


def test_a_group_from_a_directory_is_refused_unless_allowed(site):
    result = failed(site, ["user03"], DIRECTORY, state="absent")

    assert result["failure"]["code"] == "ldap_group"
    assert "allow_ldap_group" in result["msg"]
    assert site.portal.mutations == 0
    assert not task(site, ["user05"], DIRECTORY, state="absent")["changed"]

    result = task(site, ["user03"], DIRECTORY, state="absent", allow_ldap_group=True)
    assert result["group"]["ldap"]
    assert site.members(DIRECTORY) == {"user04"}
