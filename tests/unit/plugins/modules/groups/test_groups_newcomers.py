# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""`groups` previews people whom an earlier task would invite, and never believes in them."""

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.plugins.modules import groups, users
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.simulated import (
    failure,
    parameters,
)

NEW, NEWER = "New@example.org", "newer@example.org"
DESIGN = {"name": "Design", "add": [NEW, NEWER, "user08@example.org"]}


def task(site, *entries, check_mode=True, **options):
    return groups.run(parameters(site, groups, groups=list(entries), **options), check_mode)


def test_they_are_previewed_with_a_warning(site):
    result = task(site, DESIGN, preview_users=["new@example.org", NEWER, "user01@example.org"])

    (group,) = result["groups"]
    assert [(each["email"], each["id"]) for each in group["added"]][:2] == [
        (NEW, None),
        (NEWER, None),
    ]
    assert len(group["added"]) == 3
    assert result["unknown"] == []
    assert f"{NEW} ({NEW}) (pending)" in str(result["diff"])
    assert (
        f"groups: {NEW}, {NEWER} have no account yet; this is a preview as if an earlier task had"
        " made one."
    ) in result["warnings"]


def test_it_is_the_preview_of_what_happens(site):
    people = [{"user": each, "type": "user"} for each in (NEW, NEWER)]
    entries = [DESIGN, {"name": "Newcomers", "members": [NEW], "manager": NEW}]
    preview = task(site, *entries, preview_users=[NEW, NEWER])

    users.run(parameters(site, users, users=people), False)
    real = task(site, *entries, check_mode=False)

    def added(result):
        return [[each["email"] for each in group["added"]] for group in result["groups"]]

    assert added(preview) == added(real)
    assert preview["diff"] == real["diff"]


@pytest.mark.parametrize(
    ("options", "check_mode"),
    [({}, True), ({"preview_users": [NEWER]}, True), ({"preview_users": [NEW, NEWER]}, False)],
)
def test_others_and_without_check_mode_all_are_errors(site, options, check_mode):
    result = failure(task, site, DESIGN, check_mode=check_mode, **options)

    assert f"{NEW} is nobody on this portal" in result["msg"]
    assert site.portal.mutations == 0


def test_who_is_to_be_removed_is_unknown_as_ever(site):
    result = task(site, {"name": "Design", "remove": [NEW]}, preview_users=[NEW])

    assert result["unknown"] == [NEW]
