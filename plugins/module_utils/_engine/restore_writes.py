# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Giving rooms back that a job has taken from others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .._base.texts import listed
from .._plan.lowering import GiveRooms, Lowering, SetLevel, TakenRoom, levels_of
from .._portal.portal import Portal
from .account_writes import one_by_one
from .write import Difference, Effect, Write


class GiveWrite(Write[frozenset[str]]):
    """Rooms get an owner; what is seen are the ids of those that this person owns."""

    advice = ""

    def __init__(self, portal: Portal, step: GiveRooms, lowering: Lowering) -> None:
        self._portal = portal
        self._step = step
        self.subject = f"Who owns rooms after the type of {lowering.person.label} went down"
        self.effects = tuple(Effect("owner", (room.id, step.owner.id)) for room in step.rooms)

    def send(self) -> Iterator[frozenset[str] | None]:
        ids = [room.id for room in self._step.rooms]
        with one_by_one(len(ids)):
            self._portal.rooms.give(ids, self._step.owner.id)
        yield None

    def look(self) -> frozenset[str]:
        return frozenset(room.id for room in self._portal.rooms.owned(self._step.owner.id))

    def differences(self, seen: frozenset[str]) -> list[Difference]:
        owner = self._step.owner
        return [
            Difference(
                f"the room {room.label} does not belong to {owner.label}",
                Effect("owner", (room.id, owner.id)),
            )
            for room in self._step.rooms
            if room.id not in seen
        ]


class LevelWrite(Write[int]):
    """Somebody gets the level in a room that they had before."""

    advice = ""

    def __init__(self, portal: Portal, step: SetLevel) -> None:
        self._portal = portal
        self._step = step
        self.subject = f"The room {step.room.label}"
        self.effects = (Effect("level", (step.room.id, step.person.id)),)

    def send(self) -> Iterator[int | None]:
        step = self._step
        self._portal.rooms.set_levels(step.room.id, {step.person.id: step.level})
        yield None

    def look(self) -> int:
        entries = self._portal.rooms.entries(self._step.room.id)
        return levels_of(entries).get(self._step.person.id, 0)

    def differences(self, seen: int) -> list[Difference]:
        if seen == self._step.level:
            return []
        who = self._step.person.label
        text = f"{who} does not have the level {self._step.level} in it as before, but {seen}"
        return [Difference(text, self.effects[0])]


def left_behind(taken: Sequence[TakenRoom]) -> str:
    """What is to be put right by hand if it ends in between: the next run does not know it."""
    if not taken:
        return ""
    rooms = [
        f"{each.room.label} to {each.owner.label if each.owner else each.room.owner_id}"
        for each in taken
    ]
    return (
        " Rooms of others that the portal may have given away, and that another run does not give"
        f" back: {listed(rooms)}. See who owns them, and give them back in the portal."
    )


def rooms_left(taken: Sequence[TakenRoom]) -> list[dict[str, str]]:
    """The same, for machines."""
    return [{"id": each.room.id, "owner": each.room.owner_id} for each in taken]
