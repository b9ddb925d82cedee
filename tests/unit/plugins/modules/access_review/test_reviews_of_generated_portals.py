# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Portals and decisions drawn at random: what was said before is what people have afterwards."""

from __future__ import annotations

import random
from typing import Any

import pytest

from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.access_review_lines import (
    ADMINISTRATOR,
    LINK,
)
from ansible_collections.onlyoffice.docspace.tests.portal import serve
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.generated_portals import (
    generated_state,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.access_review.tasks import (
    task,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.reviews import Review, report_of
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.simulated import Site

Levels = dict[tuple[str, str], str]


def reviewable(seed: int) -> dict[str, Any]:
    """A portal whose owner, whose key it is, has no entries, which nobody can take from oneself."""
    state = generated_state(seed)
    owner = state["users"][0]["id"]
    for room in state["rooms"]:
        room["shares"] = [entry for entry in room["shares"] if entry.get("user") != owner]
    return state


def levels(report: dict[str, Any]) -> Levels:
    """Of everybody in every room, but of administrators who are in as such."""
    rows = [(room["id"], row) for room in report["rooms"] for row in room["access"]]
    found = {(room_id, row["person"]): row["level"] for room_id, row in rows}
    return {pair: level for pair, level in found.items() if level != ADMINISTRATOR}


def after_effects(report: dict[str, Any], effects: list[dict[str, Any]]) -> Levels:
    """What a task says that people have."""
    said = levels(report)
    for each in effects:
        pair = each["room"]["id"], each["person"]["id"]
        said.pop(pair, None)
        if each["after"] not in (None, ADMINISTRATOR):
            said[pair] = each["after"]
    return said


@pytest.mark.parametrize("seed", [101, 105, 106, 139, 162, 166])
def test_people_have_afterwards_what_the_preview_says(tmp_path, seed):
    site = Site(reviewable(seed))
    with serve(site) as site.base_url:
        review = Review(tmp_path, report_of(site))
        chance = random.Random(seed)
        for row in review.rows:
            goes = chance.random() < 0.4 and row["cause"] not in (ADMINISTRATOR, LINK)
            row.update(decision="revoke" if goes else "keep", reviewer="Ada")

        preview = task(site, review, check_mode=True, via_ownership=True)
        result = task(site, review, via_ownership=True)
        after = report_of(site)
        so_far = len(site.log())
        again = task(site, review, via_ownership=True)

    assert result["summary"]["revoked"]
    assert all(each["proven"] for each in result["revoked"])
    assert (preview["summary"], preview["effects"]) == (result["summary"], result["effects"])
    assert levels(after) == after_effects(review.report, preview["effects"])
    assert not again["changed"]
    assert not [line for line in site.log()[so_far:] if not line.startswith("GET ")]
