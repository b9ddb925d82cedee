# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""`group` writes nothing in check mode, asks for what it needs, and repeats only what is safe."""

from __future__ import annotations

from typing import Any

import pytest

from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.errors import RequestError
from ansible_collections.onlyoffice.docspace.plugins.module_utils._http.connection import (
    Connection,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._portal.portal import open_portal
from ansible_collections.onlyoffice.docspace.tests.portal.http.faults import done_but
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.group.tasks import (
    DESIGN,
    MIXED,
    USER,
    failed,
    task,
    with_two_managers,
    writes,
)

SCENARIOS: dict[str, tuple[str, dict[str, Any]]] = {
    "create": ("New", {"manager": "user01", "members": {"add": ["user02"]}}),
    "create empty": ("New", {}),
    "rename": (DESIGN, {"new_name": "Style"}),
    "set manager": ("Engineering", {"manager": "user01"}),
    "change both": (DESIGN, {"new_name": "Style", "manager": "user04"}),
    "clear manager": ("Design", {"no_manager": True}),
    "delete": (MIXED, {"state": "absent"}),
    "nothing": ("Design", {"manager": "user03"}),
}


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_check_mode_tells_what_the_real_run_does_and_writes_nothing(site, scenario):
    group, options = SCENARIOS[scenario]

    previewed = task(site, group, check_mode=True, **options)
    assert site.portal.mutations == 0
    assert writes(site) == []

    real = task(site, group, **options)
    assert site.portal.mutations == real["requests"]["write"]
    assert real["changed"] == (real["requests"]["write"] > 0)

    again = task(site, group, **options)
    assert not again["changed"]
    assert again["requests"]["write"] == 0

    for result in (previewed, real):
        del result["requests"]
    if scenario.startswith("create"):
        assert previewed["group"].pop("id") is None
        assert real["group"].pop("id")
    assert previewed == real


def test_every_request_asks_only_for_what_it_needs(site):
    """Whole objects take a portal much longer, and some of its lists fail with them."""
    task(
        site, "New", manager="user01", members={"add": [f"user0{number}" for number in range(1, 8)]}
    )
    site.faults.append(("PUT", DESIGN, done_but(500)))
    task(site, DESIGN, no_manager=True)
    failed(site, "Other", key="owner accounts:write key")
    asked = list(site.portal.requests)
    with_two_managers(site)
    task(site, DESIGN, state="absent")
    members = [each for each in site.portal.requests if "groupId=" in each.query][-1]
    assert "&fields=id%2CdisplayName&" in members.query
    asked += [each for each in site.portal.requests if each.method != "DELETE"]

    assert {"POST", "PUT"} <= {each.method for each in asked}
    assert [each.path for each in asked if "fields=" not in each.query] == []


REPEATED = 4
CALLS = {
    "creation": (lambda groups: groups.create({"groupName": "New"}, []), 1),
    "manager change": (lambda groups: groups.change(DESIGN, {"groupManager": USER.format(4)}), 1),
    "deletion": (lambda groups: groups.delete(DESIGN), 1),
    "renaming": (lambda groups: groups.change(DESIGN, {"groupName": "Style"}), REPEATED),
    "adding": (lambda groups: groups.add_members(DESIGN, [USER.format(1)]), REPEATED),
    "removing": (lambda groups: groups.remove_members(DESIGN, [USER.format(3)]), REPEATED),
    "both": (lambda groups: groups.change(DESIGN, {}, [USER.format(1)], []), REPEATED),
    "reading": (lambda groups: groups.find(DESIGN), REPEATED),
}


@pytest.mark.parametrize("name", CALLS)
def test_creations_deletions_and_manager_changes_are_sent_once_when_the_connection_is_cut(
    cutter, naps, name
):
    call, times = CALLS[name]

    with (
        pytest.raises(RequestError),
        open_portal(Connection(cutter.base_url, "sk-x", retry_for=3), read_only=False) as portal,
    ):
        call(portal.groups)

    assert cutter.requests == times
