# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

import yaml

from ansible_collections.onlyoffice.docspace.plugins.modules import export
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.groups.tasks import (
    DESIGN,
    LEGAL,
    task,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.simulated import parameters


def test_two_hundred_groups_as_they_are_take_24_requests(many, tmp_path):
    path = tmp_path / "groups.yml"
    export.run(parameters(many, export, path=str(path)), False)
    entries = yaml.safe_load(path.read_text(encoding="utf-8"))["docspace_groups"]
    many.portal.reset_log()

    result = task(many, *entries, prune=True, prune_limit="0")

    assert not result["changed"]
    assert len(entries) == 200
    assert result["requests"] == {"read": 3 + 21, "write": 0}


def test_a_few_groups_are_read_one_by_one(site):
    task(site, {"name": "Design"}, {"id": LEGAL}, {"name": "Never there", "state": "absent"})

    assert site.log() == [
        "GET group?count=100&filterValue=Design&startIndex=0",
        f"GET group/{LEGAL}?includeMembers=false",
        "GET group?count=100&filterValue=Never there&startIndex=0",
    ]


def test_a_new_name_of_one_of_a_few_groups_takes_a_read_for_twins(site):
    task(site, {"id": DESIGN, "name": "Style"})

    assert site.log() == [
        f"GET group/{DESIGN}?includeMembers=false",
        "GET group?count=100&filterValue=Style&startIndex=0",
        f"PUT group/{DESIGN}",
    ]


def test_a_manager_who_is_one_already_is_not_looked_up(site):
    task(site, {"name": "Design", "manager": "user03@example.org"})

    assert site.log() == ["GET group?count=100&filterValue=Design&startIndex=0"]


def test_a_group_that_changes_takes_a_write_for_properties_and_one_for_members(site):
    result = task(site, {"name": "Design", "manager": "user04", "remove": ["user05"]})

    assert result["requests"] == {"read": 1 + 2, "write": 2}
    assert [each.body for each in site.portal.requests if each.method == "PUT"] == [
        {"groupManager": "c0000000-0000-4000-8000-000000000004"},
        {"membersToRemove": ["c0000000-0000-4000-8000-000000000005"]},
    ]
