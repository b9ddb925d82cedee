# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""`room` writes nothing in check mode, and asks for what it needs: the exact requests."""

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.room.scenarios import (
    SCENARIOS,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.room.tasks import (
    RITAS,
    RITAS_OLD,
    task,
    writes,
)


def _requests(site, since=0):
    # Side by side, some are in any order.
    return sorted(site.log()[since:])


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_the_exact_requests(rooms, scenario):
    room, options, expected = SCENARIOS[scenario]

    result = task(rooms, room, **options)

    assert _requests(rooms) == sorted(expected)
    assert result["requests"]["write"] == len(writes(rooms)) == rooms.portal.mutations
    assert result["changed"] == bool(writes(rooms))


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_check_mode_tells_what_the_real_run_does_and_writes_nothing(rooms, scenario):
    room, options, expected = SCENARIOS[scenario]

    previewed = task(rooms, room, check_mode=True, **options)
    assert writes(rooms) == []
    reads = [line for line in expected if line.startswith("GET ")]
    assert previewed["requests"]["read"] <= len(reads) + 1

    real = task(rooms, room, **options)
    before = len(writes(rooms))
    if options.get("state") != "absent" or isinstance(room, str):
        again = task(rooms, room, **options)
        assert not again["changed"]
        assert again["requests"]["write"] == 0
    assert len(writes(rooms)) == before

    for result in (previewed, real):
        del result["requests"]
    if previewed["action"] == "created":
        assert previewed["room"].pop("id") is None
        real["room"].pop("id")
        if "color" not in options:
            assert previewed["room"].pop("color") == ""
            real["room"].pop("color")
    assert previewed == real


def test_an_administrator_who_is_not_in_a_room(rooms):
    result = task(rooms, RITAS, key="admin key", tags={"add": ["x"]}, state="archived")

    assert result["changes"] == ["tags", "archived"]
    assert task(rooms, RITAS, key="admin key", state="absent")["changes"] == ["deleted"]


def test_a_room_of_somebody_else_comes_back(rooms):
    result = task(rooms, RITAS_OLD, key="admin key", tags={"add": ["x"]}, owner="dsadmin")

    assert result["changes"] == ["unarchived", "tags", "owner"]
    assert result["room"]["owner"]["email"] == "dsadmin@example.org"
