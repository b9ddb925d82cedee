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
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.simulated import crowd

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


def test_2000_people_200_groups_and_200_rooms_take_275_requests() -> None:
    state = big_portal()
    transport = InProcess(Simulated(state), key_of(state["users"][0]))

    read = read_report(Portal(transport), ("links",))

    # People, groups, active rooms and the archive; whose key; rooms and links; and the end again.
    assert transport.reads == 21 + 3 + 3 + 1 + 1 + 200 + 40 + (3 + 1 + 1 + 1)
    report = access_report(read.facts, "", "", ReportScope(include=("links",)))
    assert len(report["people"]) == 2000
    assert sum(len(room["links"] or ()) for room in report["rooms"]) == 40
    # Equal lists of causes are kept once.
    lists = {id(row["causes"]) for room in report["rooms"] for row in room["access"]}
    assert len(lists) < 500


def big_portal() -> dict[str, Any]:
    """In each room 12 people and 2 groups of 50; 40 of them are the owner's and have a link."""
    draw = random.Random(0)
    state = drawn_portal(draw)
    owner = state["users"][0]
    people = crowd(2000 - len(state["users"]))
    ids = [each["id"] for each in people]
    state["users"] += people
    state["groups"] = [
        {
            "id": f"20000000-0000-4000-8000-{number:012}",
            "name": f"Group {number:03}",
            "manager": None,
            "members": draw.sample(ids, 50),
            "ldap": False,
        }
        for number in range(200)
    ]
    groups = [each["id"] for each in state["groups"]]
    state["rooms"] = [
        {
            "id": 100 + number,
            "title": f"Room {number:03}",
            "type": 5,
            "owner": owner["id"] if number < 40 else state["users"][1]["id"],
            "shares": [
                *({"user": id, "access": 2} for id in draw.sample(ids, 12)),
                *({"group": id, "access": 10} for id in draw.sample(groups, 2)),
            ],
        }
        for number in range(200)
    ]
    state["links"] = [
        {
            "id": f"71000000-0000-4000-8000-{number:012}",
            "holder": f"room {100 + number}",
            "title": "All come in",
            "access": 2,
            "maker": owner["id"],
            "type": 1,
        }
        for number in range(40)
    ]
    return state


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
