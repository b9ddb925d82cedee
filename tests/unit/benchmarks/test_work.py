# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The portals of the benchmarks are what their titles say."""

from __future__ import annotations

import sys

import pytest

from ansible_collections.onlyoffice.docspace.tests.benchmarks.measure import Site
from ansible_collections.onlyoffice.docspace.tests.benchmarks.portal import Counted
from ansible_collections.onlyoffice.docspace.tests.benchmarks.scenarios import scenarios
from ansible_collections.onlyoffice.docspace.tests.benchmarks.work import Scenario
from ansible_collections.onlyoffice.docspace.tests.portal import serve
from ansible_collections.onlyoffice.docspace.tests.portal.rooms.records import LEVELS

pytestmark = pytest.mark.skipif(sys.version_info < (3, 11), reason="make bench needs Python 3.11")

FULL = {scenario.key: scenario for scenario in scenarios(quick=False)}


@pytest.mark.parametrize("scenario", scenarios(quick=True), ids=lambda each: each.key)
def test_a_portal_starts_as_it_is_told(scenario: Scenario) -> None:
    with serve(Counted(real_costs=False)) as base_url:
        site = Site(base_url)
        site.look(scenario.state())
        seen = site.look()
    assert {what: seen[what] for what in scenario.start()} == scenario.start()


def test_nothing_is_to_do_where_the_title_says_so() -> None:
    done = {key for key, scenario in FULL.items() if scenario.wanted() == scenario.start()}
    assert done == {"nothing", "large-nothing", "people", "rooms"}


def test_the_portal_with_rooms() -> None:
    state = FULL["rooms"].state()
    sizes = [len(state[what]) for what in ("users", "groups", "rooms")]
    assert sizes == [2001, 200, 200]
    assert len({link["holder"] for link in state["links"]}) == 40
    for room in state["rooms"]:
        kinds = ["user" in share for share in room["shares"]]
        assert (kinds.count(True), kinds.count(False)) == (12, 2)
        assert {share["access"] for share in room["shares"]} <= LEVELS[room["type"]]
