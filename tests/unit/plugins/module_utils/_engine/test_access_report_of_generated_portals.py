# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""A report read with the owner's key says of each cell what everybody's own key is answered."""

from __future__ import annotations

import json
import random
from typing import Any

import pytest

from ansible_collections.onlyoffice.docspace.plugins.module_utils._engine.access_report_reads import (  # noqa: E501
    read_report,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.access_report import (
    access_report,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.access_report_facts import (
    ReportScope,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._portal.model.room import LEVELS
from ansible_collections.onlyoffice.docspace.plugins.module_utils._portal.portal import Portal
from ansible_collections.onlyoffice.docspace.tests.portal import Portal as Simulated
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.in_process import InProcess
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.module_utils._engine.test_access_of_generated_portals import (  # noqa: E501
    PORTALS,
    answer_to,
    drawn_portal,
    key_of,
)

#: The levels of those who are told of apart: they read every room, and owners do all in theirs.
OF_ADMINISTRATORS, OF_OWNERS = 3, 0
IN_ONE = 20


@pytest.mark.parametrize("first", range(0, PORTALS // 5, IN_ONE))
def test_every_cell_is_as_the_portal_answers_to_that_person(first: int) -> None:
    for seed in range(first, first + IN_ONE):
        state = drawn_portal(random.Random(seed))
        simulated = Simulated(state)

        report = report_of(simulated, key_of(state["users"][0]))

        told = {
            (row["person"], room["id"]): row["level"]
            for room in report["rooms"]
            for row in room["access"]
        }
        for user in state["users"]:
            for room in state["rooms"]:
                level = told.get((user["id"], str(room["id"])))
                if level is None and user["id"] in report["administrators"]:
                    level = "administrator"
                assert answer_to(simulated, user, room) in answers_of(level), (seed, user, room)


@pytest.mark.parametrize("seed", range(5))
def test_the_same_portal_gives_the_same_bytes(seed: int) -> None:
    state = drawn_portal(random.Random(seed))

    first, second = (
        json.dumps(report_of(Simulated(state), key_of(state["users"][0]))) for _time in range(2)
    )

    assert first == second


def report_of(simulated: Simulated, key: str) -> dict[str, Any]:
    read = read_report(Portal(InProcess(simulated, key)), ("links", "invitations"))
    scope = ReportScope(include=("invitations", "links"))
    return access_report(read.facts, "https://portal.example.org", "2026-11-28T02:00:00Z", scope)


def answers_of(level: str | None) -> list[Any]:
    """What the portal may answer to somebody of this level in a report: a status and a number."""
    if level is None:
        return [(403, None)]
    if level == "administrator":
        return [(200, OF_ADMINISTRATORS), (200, OF_OWNERS)]  # the latter of rooms in the archive
    if level == "owner":
        return [(200, OF_OWNERS)]
    return [(200, number) for number, name in LEVELS.items() if name == level]
