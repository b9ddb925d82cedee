# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.groups.tasks import (
    failed,
    task,
)


def test_a_list_that_a_room_administrator_cannot_see_whole_is_not_called_unchanged(site):
    # Two of its members are disabled, whom this key is not shown.
    shown = ["pending01@example.org", "user01", "user02"]

    result = failed(site, {"name": "Mixed states", "exact": shown}, key="room admin key")

    assert result["failure"]["code"] == "hidden_people"
    assert not result["changed"]


def test_a_preview_with_a_key_that_may_only_read_says_so(site):
    entry = {"name": "Design", "remove": ["user03"]}

    result = task(site, entry, key="owner accounts:read key", check_mode=True)

    assert result["changed"]
    assert result["warnings"][0].startswith("The real run would be refused: the API key")
    assert not any("refused" in text for text in task(site, entry, check_mode=True)["warnings"])
