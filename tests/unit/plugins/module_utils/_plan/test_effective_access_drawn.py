# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The rule of access gives what the simulated portal does, whoever is in, and however."""

from __future__ import annotations

import random
import typing as t

import pytest

from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.effective_access import (
    ADMINISTRATORS_GROUP,
    EVERYONE,
    STRENGTH,
    effective_access,
    listed_level,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._portal.model.person import (
    Person,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._portal.model.room import (
    Entry,
    Room,
)
from ansible_collections.onlyoffice.docspace.tests.portal import load_state
from ansible_collections.onlyoffice.docspace.tests.portal.people import records
from ansible_collections.onlyoffice.docspace.tests.portal.rooms.access import AccessRules
from ansible_collections.onlyoffice.docspace.tests.portal.world import World

TYPES = {records.OWNER: "owner", records.ADMIN: "docspace_admin"}
WANTED = {records.ACTIVE: "active", records.DISABLED: "disabled", records.PENDING: "pending"}
LEVELS = (2, 5, 6, 10, 11)


@pytest.mark.parametrize("seed", range(20))
def test_as_in_the_simulated_portal(seed: int) -> None:
    draw = random.Random(seed)
    world = World(drawn_portal(draw))
    rules = AccessRules(world.groups, world.links)
    for room in world.rooms:
        known = Room(str(room.id), room.title, room.owner, room.archived)
        entries = [Entry(id, share.access, share.is_group) for id, share in room.shares.items()]
        for visitor in world.people:
            groups = {group.id: group.name for group in world.groups.of(visitor.id)}
            kind, status = TYPES.get(visitor.type, "user"), WANTED[visitor.status]
            person = Person(visitor.id, "", "", "", status, type=kind, groups=groups)
            if status != "active":
                assert effective_access(person, known, entries) is None
                continue
            visited = [link.access for link in world.links.visited(room.holder, visitor.id)]
            link = min(visited, key=STRENGTH.index, default=None)
            found = effective_access(person, known, entries, link)
            assert (found and found.level) == rules.level(room, visitor)
            assert listed_level(person, known, entries, link) == rules.listed(room, visitor)


def drawn_portal(draw: random.Random) -> dict[str, t.Any]:
    """Some rooms, with people and groups in them, and links that people followed."""
    state = load_state()
    people = [user["id"] for user in state["users"]]
    groups = [group["id"] for group in state["groups"]] + [EVERYONE, ADMINISTRATORS_GROUP]
    able = [user["id"] for user in state["users"] if user["type"] not in ("User", "Guest")]
    state["rooms"], state["links"] = [], []
    for number in range(10, 16):
        owner = draw.choice(able)
        others = [id for id in people if id != owner]
        shares = [
            *({"user": id, "access": draw.choice(LEVELS)} for id in draw.sample(others, 4)),
            *({"group": id, "access": draw.choice(LEVELS)} for id in draw.sample(groups, 3)),
        ]
        room = {"id": number, "title": f"R{number}", "type": 5, "owner": owner, "shares": shares}
        state["rooms"].append({**room, "archived": draw.random() < 0.3})
        link = {"id": f"71000000-0000-4000-8000-{number:012}", "holder": f"room {number}"}
        said = {"title": "L", "access": draw.choice(LEVELS[:4]), "maker": owner, "type": 1}
        state["links"].append({**link, **said, "visitors": draw.sample(people, 8)})
    return state
