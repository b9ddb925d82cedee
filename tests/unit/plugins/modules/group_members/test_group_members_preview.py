# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.group_members.tasks import (
    failed,
    task,
)

WARNING = (
    'The group "Night shift" does not exist; this is a preview as if an earlier task had created it'
    " without members."
)


@pytest.mark.parametrize(("state", "added"), [("present", 2), ("exact", 2), ("absent", 0)])
def test_a_group_that_an_earlier_task_would_create_can_be_previewed(site, state, added):
    result = task(
        site,
        ["user01", "user02"],
        "Night shift",
        state=state,
        preview_missing_group=True,
        check_mode=True,
    )

    assert len(result["added"]) == added
    assert result["changed"] == bool(added)
    assert result["group"]["id"] is None
    assert WARNING in result["warnings"]
    assert site.portal.mutations == 0


@pytest.mark.parametrize(
    ("group", "options"),
    [
        ("Night shift", {"check_mode": True}),
        ("Night shift", {"preview_missing_group": True}),
        ("Twins", {"check_mode": True, "preview_missing_group": True}),
        (
            "10000000-0000-4000-8000-000000000099",
            {"check_mode": True, "preview_missing_group": True},
        ),
    ],
)
def test_without_being_asked_for_and_in_earnest_a_missing_group_is_an_error(site, group, options):
    code = failed(site, ["user01"], group, **options)["failure"]["code"]

    assert code in ("group_not_found", "group_ambiguous")
    assert site.portal.mutations == 0
