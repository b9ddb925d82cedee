# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""How rooms are given back: the owner and everybody's level are as before, whoever has the key."""

from __future__ import annotations

import itertools

import pytest

from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.lowering import (
    NOBODY,
    GiveRooms,
    Lowering,
    TakenRoom,
    owners_first,
    plan_lowering,
    restore_steps,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._portal.model.person import Person
from ansible_collections.onlyoffice.docspace.plugins.module_utils._portal.model.room import (
    CONTENT_CREATOR,
    ROOM_MANAGER,
    Room,
)


def person(number, kind="room_admin"):
    key = f"b0000000-0000-4000-8000-{number:012}"
    return Person(key, f"P{number}", f"p{number}@example.org", f"p{number}", "active", type=kind)


LOWERED, OWNER, HEIR, KEY = map(person, range(4))


class Room6:
    """A room as a portal keeps it; see docspace-rooms, "Change of owner"."""

    def __init__(self, owner, levels):
        self.owner, self.levels = owner, dict(levels)

    def give(self, owner, left_as=ROOM_MANAGER):
        if owner != self.owner:
            self.levels.pop(owner, None)
            self.levels[self.owner], self.owner = left_as, owner

    def job(self, person, heir):
        self.give(heir, CONTENT_CREATOR)
        if self.levels.get(person) == ROOM_MANAGER:
            self.levels[person] = CONTENT_CREATOR

    def set(self, caller, person, level):
        assert caller == self.owner or self.levels.get(caller) == ROOM_MANAGER
        if person != self.owner:
            self.levels[person] = level
        if level == NOBODY:
            self.levels.pop(person, None)


LEVELS = (NOBODY, 2, ROOM_MANAGER)


@pytest.mark.parametrize(("heir", "key"), [(HEIR, KEY), (KEY, KEY), (HEIR, OWNER), (HEIR, HEIR)])
@pytest.mark.parametrize("levels", list(itertools.product((2, ROOM_MANAGER), LEVELS, LEVELS)))
def test_everybody_has_their_level_again(heir, key, levels):
    before = {LOWERED.id: levels[0], heir.id: levels[1], key.id: levels[2], "other": 10}
    before = {who: level for who, level in before.items() if level and who != OWNER.id}
    room = Room6(OWNER.id, before)
    room.job(LOWERED.id, heir.id)
    taken = TakenRoom(Room("6", "Room", OWNER.id), OWNER, before)

    for step in restore_steps(Lowering(LOWERED, "user", heir, taken=(taken,)), key):
        if isinstance(step, GiveRooms):
            room.give(step.owner.id)
        else:
            assert step.level != ROOM_MANAGER  # which this person is already
            room.set(key.id, step.person.id, step.level)

    if before[LOWERED.id] == ROOM_MANAGER:
        before[LOWERED.id] = CONTENT_CREATOR
    assert (room.owner, room.levels) == (OWNER.id, before)


def test_whose_rooms_are_what():
    rooms = {
        number: Room(str(number), "Room", owner.id)
        for number, owner in ((1, LOWERED), (2, OWNER), (3, HEIR), (4, KEY))
    }
    archived = Room("5", "Room", LOWERED.id, archived=True)

    plan = plan_lowering(
        LOWERED,
        "user",
        HEIR,
        list(rooms.values()),
        [rooms[1], archived],
        lowered=[LOWERED, KEY],
        people={OWNER.id: OWNER},
        levels={"2": {LOWERED.id: ROOM_MANAGER}},
    )

    assert plan.owned == (rooms[1],)
    assert [each.room for each in plan.taken] == [rooms[2]]
    assert plan.shared == (rooms[3], rooms[4])
    assert plan.archived == (archived,)
    assert plan.managed == (rooms[2],)
    assert {room.id for room in plan.moving} == {"1", "2", "3", "4"}


@pytest.mark.parametrize(
    ("entries", "order"),
    [
        ({}, "012"),
        ({0: [1]}, "102"),  # the first has an entry in a room of the second
        ({0: [1], 1: [2]}, "210"),
        ({0: [1], 1: [0]}, "201"),
        ({0: [1, 1, 2], 1: [0]}, "210"),
        ({0: [3]}, "012"),  # which the successor has already
    ],
)
def test_whose_type_goes_down_first(entries, order):
    people = [LOWERED, OWNER, KEY, HEIR]
    lowerings = [
        Lowering(
            people[number],
            "user",
            HEIR,
            shared=tuple(
                Room(str(at), "Room", people[owner].id)
                for at, owner in enumerate(entries.get(number, []))
            ),
        )
        for number in range(3)
    ]

    assert owners_first(lowerings) == [lowerings[int(number)] for number in order]
