# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Giving rooms back that a job has taken from others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from .._base.errors import DocSpaceError
from .._base.texts import listed
from .._plan.lowering import (
    GiveRooms,
    Lowering,
    SetLevel,
    TakenRoom,
    levels_of,
    restore_steps,
)
from .._portal.model.person import Person
from .._portal.portal import Portal
from .sending import one_by_one
from .write import Difference, Effect, Outcome, Write, carry_out


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
        self._portal.room_access.set_levels(step.room.id, {step.person.id: step.level})
        yield None

    def look(self) -> int:
        entries = self._portal.room_access.entries(self._step.room.id)
        return levels_of(entries).get(self._step.person.id, 0)

    def differences(self, seen: int) -> list[Difference]:
        if seen == self._step.level:
            return []
        who = self._step.person.label
        text = f"{who} does not have the level {self._step.level} in it as before, but {seen}"
        return [Difference(text, self.effects[0])]


def give_back(portal: Portal, lowering: Lowering, key_owner: Person) -> Outcome[Any]:
    """Give the rooms of others that a job has taken back to them."""
    outcome: Outcome[Any] = Outcome()
    for step in restore_steps(lowering, key_owner):
        if isinstance(step, GiveRooms):
            outcome.follow(carry_out(GiveWrite(portal, step, lowering)))
        else:
            outcome.follow(carry_out(LevelWrite(portal, step)))
        if outcome.failure:
            left = {"rooms_left": rooms_left(lowering.taken)}
            outcome.failure = with_left(outcome.failure, left_behind(lowering.taken).strip(), left)
            break
    return outcome


def with_left(failure: DocSpaceError, text: str, details: Mapping[str, Any]) -> DocSpaceError:
    """A failure that also tells of rooms that are left."""
    left = [*failure.details.get("rooms_left", ()), *details.get("rooms_left", ())]
    found = DocSpaceError(f"{failure} {text}", failure.code, **failure.details)
    if left:
        found.details["rooms_left"] = left
    if details.get("verified") is False:
        found.details["verified"] = False
    return found


def left_behind(taken: Sequence[TakenRoom]) -> str:
    """What is to be put right by hand if it ends in between: the next run does not know it."""
    if not taken:
        return ""
    return (
        " Rooms of others that the portal may have given away, and that another run does not give"
        f" back: {_with_owners(taken)}. See who owns them, and give them back in the portal."
    )


def early_rooms(rooms: Sequence[TakenRoom]) -> str:
    """What to say of rooms that went before the type of their owners."""
    return (
        "The successor may have rooms already of people whose type has not gone down. Run the task"
        f" again, or give these back in the portal: {_with_owners(rooms)}."
    )


def _with_owners(rooms: Sequence[TakenRoom]) -> str:
    return listed(
        [
            f"{each.room.label} to {each.owner.label if each.owner else each.room.owner_id}"
            for each in rooms
        ]
    )


def rooms_left(taken: Sequence[TakenRoom]) -> list[dict[str, str]]:
    """The same, for machines."""
    return [{"id": each.room.id, "owner": each.room.owner_id} for each in taken]
