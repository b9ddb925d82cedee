# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.memberships.tasks import (
    entry,
    failed,
    task,
)


def test_groups_that_an_earlier_task_would_create_can_be_previewed(site):
    entries = [entry("Night shift", add=["user01"]), entry("Design", remove=["user03"])]

    result = task(site, *entries, preview_missing_group=True, check_mode=True)

    assert [row["id"] is None for row in result["groups"]] == [True, False]
    assert len(result["groups"][0]["added"]) == 1
    assert result["warnings"][0].startswith('The group "Night shift" does not exist; this is')
    assert result["diff"][0]["after_header"] == "group Night shift"
    for options in ({"check_mode": True}, {"preview_missing_group": True}):
        assert failed(site, *entries, **options)["failure"]["code"] == "group_not_found"
    assert site.portal.mutations == 0
