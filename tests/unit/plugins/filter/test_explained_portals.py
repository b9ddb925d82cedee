# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What is explained is what the portal answers to that person, also after they left a group."""

from __future__ import annotations

import copy
import random

from ansible_collections.onlyoffice.docspace.plugins.filter.explain_access import explain_access
from ansible_collections.onlyoffice.docspace.plugins.module_utils._engine.access_snapshot import (
    read_access,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._portal.model.room import LEVELS
from ansible_collections.onlyoffice.docspace.plugins.module_utils._portal.portal import Portal
from ansible_collections.onlyoffice.docspace.plugins.module_utils._report.room_info import (
    access_told,
    found_room_result,
)
from ansible_collections.onlyoffice.docspace.tests.portal import Portal as Simulated
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.in_process import InProcess
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.module_utils._engine import (
    test_access_of_generated_portals as generated,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.module_utils._engine import (
    test_access_report_of_generated_portals as reports,
)

PORTALS = 12
#: What administrators are answered, and owners, beside the numbers of levels.
WITHOUT_LEVEL = {"owner": 0, "administrator": 3}


def told(simulated, state, **asked):
    """What `room_info` would return to the owner of the portal."""
    snapshot = read_access(Portal(InProcess(simulated, generated.key_of(state["users"][0]))))
    rooms = list(snapshot.rooms.values())
    people = tuple(snapshot.people.values())
    part = access_told(
        snapshot, rooms, "access" in asked, people if "named" in asked else None, False
    )
    rows = [{**found_room_result(room, None), **part.rooms[room.id]} for room in rooms]
    return {"rooms": rows, **part.facts}


def answered(simulated, user, state):
    """As what the portal lets somebody in, by the ids of rooms."""
    return {
        str(room["id"]): generated.answer_to(simulated, user, room)[1] for room in state["rooms"]
    }


def as_answered(state, level, room_id):
    """A level as the portal answers it."""
    archived = {str(room["id"]): room.get("archived") for room in state["rooms"]}
    if level is None or level in WITHOUT_LEVEL:
        is_owner = level == "administrator" and archived[room_id]
        return 0 if is_owner else WITHOUT_LEVEL.get(level)
    return next(number for number, name in LEVELS.items() if name == level)


def test_each_sentence_is_the_portals_own_answer():
    for seed in range(PORTALS):
        state = generated.drawn_portal(random.Random(seed))
        simulated = Simulated(state)
        named = told(simulated, state, named=True)
        everybody = told(simulated, state, access=True)
        report = reports.report_of(simulated, generated.key_of(state["users"][0]))
        for user in state["users"]:
            rows = explain_access(named, user["id"], format="rows")
            found = {
                row["room"]["id"]: as_answered(state, row["level"], row["room"]["id"])
                for row in rows
            }
            assert found == answered(simulated, user, state), seed
            sentences = [row["text"] for row in rows]
            assert sorted(explain_access(report, user["id"])) == sorted(sentences), seed
            if any(user["id"] in repr(room) for room in (*everybody["rooms"], everybody)):
                assert explain_access(everybody, user["id"]) == sentences, seed


def test_what_is_without_a_group_is_what_the_portal_answers_then():
    seen = set()
    for seed in range(PORTALS):
        state = generated.drawn_portal(random.Random(seed))
        result = told(Simulated(state), state, named=True)
        for group in state["groups"]:
            for user in (each for each in state["users"] if each["id"] in group["members"]):
                after = copy.deepcopy(state)
                (left,) = (each for each in after["groups"] if each["id"] == group["id"])
                left["members"].remove(user["id"])
                rows = explain_access(
                    result, user["id"], format="rows", without_group=group["name"]
                )
                found = {
                    row["room"]["id"]: as_answered(
                        state, row["without"]["level"], row["room"]["id"]
                    )
                    for row in rows
                }
                assert found == answered(Simulated(after), user, after), seed
                seen |= {row["change"] for row in rows}
    assert seen == {"same", "changed", "lost"}
