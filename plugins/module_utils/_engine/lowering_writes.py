# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Lowering a type by the portal's job, and giving rooms back that it has taken."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from .._base.errors import DocSpaceError, RequestError
from .._plan.account_change import AccountChange
from .._plan.lowering import GiveRooms, Lowering, TakenRoom, restore_steps
from .._portal.jobs import TYPE_CHANGE
from .._portal.model.job import Job
from .._portal.model.person import Person
from .._portal.model.room import Room
from .._portal.portal import Portal
from .account_writes import read_all
from .jobs import wait_for_job
from .restore_writes import GiveWrite, LevelWrite, left_behind, rooms_left
from .write import RUN_AGAIN, Difference, Effect, Outcome, Write, carry_out


@dataclass(frozen=True)
class Lowered:
    """What is seen after a job.

    :param rooms: the active rooms in which the person has an entry.
    """

    person: Person
    rooms: tuple[Room, ...]


def apply_lowering(
    portal: Portal,
    change: AccountChange,
    lowering: Lowering,
    key_owner: Person | None,
    wait_timeout: int,
) -> Outcome[Lowered]:
    """Lower a type, and give the rooms of others back to them."""
    try:
        _check_rooms(portal, lowering)
        job = portal.jobs.progress(TYPE_CHANGE, lowering.person.id)
    except DocSpaceError as error:
        return Outcome(failure=error)
    # One that runs would not be joined by another.
    is_running = bool(job and not job.is_completed)
    outcome = carry_out(_LoweringWrite(portal, change, lowering, wait_timeout, is_running))
    if outcome.failure or not key_owner:
        return outcome
    for step in restore_steps(lowering, key_owner):
        if isinstance(step, GiveRooms):
            outcome.follow(carry_out(GiveWrite(portal, step, lowering)))
        else:
            outcome.follow(carry_out(LevelWrite(portal, step)))
        failure = outcome.failure
        if failure:
            message = f"{failure}{left_behind(lowering.taken)}"
            outcome.failure = DocSpaceError(
                message,
                failure.code,
                rooms_left=rooms_left(lowering.taken),
                **failure.details,
            )
            break
    return outcome


def _check_rooms(portal: Portal, lowering: Lowering) -> None:
    """Refuse to start a job that would take other rooms than the plan says."""
    planned = {room.id: {room.owner_id, lowering.heir.id} for room in lowering.moving}
    now = {room.id: room.owner_id for room in portal.rooms.entered(lowering.person.id)}
    if set(now) != set(planned) or any(now[key] not in planned[key] for key in now):
        raise DocSpaceError(
            f"The rooms of {lowering.person.label} have changed while the task ran, so the type was"
            " not changed. Run the task again.",
            "changed_meanwhile",
        )


class _LoweringWrite(Write[Lowered]):
    def __init__(
        self,
        portal: Portal,
        change: AccountChange,
        lowering: Lowering,
        wait_timeout: int,
        is_running: bool,
    ) -> None:
        self._portal = portal
        self._change = change
        self._lowering = lowering
        self._wait_timeout = wait_timeout
        self._is_running = is_running
        self._job: Job | None = None
        #: The rooms that are to change hands, by id.
        self._moving = {
            room.id: room for room in lowering.moving if room.owner_id != lowering.heir.id
        }
        self.subject = f"The type of {lowering.person.label}"
        self.effects = (
            Effect("type", change),
            *(Effect("room", key) for key in sorted(self._moving)),
        )
        self.advice = f"{RUN_AGAIN}{left_behind(lowering.taken)}"

    def send(self) -> Iterator[Lowered | None]:
        lowering = self._lowering
        if not self._is_running:
            heir = lowering.heir.id
            self._portal.jobs.change_type(lowering.person.id, lowering.type, heir)
        yield None  # what a job says is no proof

    def look(self) -> Lowered:
        person_id = self._lowering.person.id
        self._job = wait_for_job(self._portal, TYPE_CHANGE, person_id, self._wait_timeout)
        if self._job and not self._job.is_completed:
            raise RequestError(
                f"the portal is still at work on it after {self._wait_timeout} seconds"
                f" ({self._job.percentage} %).",
                "job_running",
            )
        (person,) = read_all(self._portal, [person_id])
        return Lowered(person, tuple(self._portal.rooms.entered(person_id)))

    def differences(self, seen: Lowered) -> list[Difference]:
        lowering, person = self._lowering, seen.person
        found = []
        if person.type != lowering.type:
            text = f"{lowering.person.label} is {person.type} and not {lowering.type}"
            found.append(Difference(text, Effect("type", self._change)))
        rooms = {room.id: room for room in seen.rooms}
        for key, room in sorted(self._moving.items()):
            now_there = rooms.get(key)
            if not now_there or now_there.owner_id != lowering.heir.id:
                text = f"the room {room.label} does not belong to {lowering.heir.label}"
                found.append(Difference(text, Effect("room", key)))
        known = {room.id for room in lowering.moving}
        found += [
            Difference(f"the room {room.label}, which is new, belongs to {lowering.heir.label}")
            for key, room in sorted(rooms.items())
            if key not in known and room.owner_id == lowering.heir.id
        ]
        return found

    def details(self, seen: Lowered | None) -> dict[str, Any]:
        left = self._left(seen)
        return {"rooms_left": rooms_left(left)} if left else {}

    def explain(self, seen: Lowered) -> list[str]:
        reasons = []
        if self._job and self._job.failed:
            reasons.append(f"The portal's job failed: {self._job.error or 'it does not say why'}.")
        return [*reasons, *filter(None, [left_behind(self._left(seen)).strip()])]

    def _left(self, seen: Lowered | None) -> list[TakenRoom]:
        """The rooms of others that have changed hands, or may have."""
        if seen is None:
            return list(self._lowering.taken)
        owners = {room.id: room.owner_id for room in seen.rooms}
        return [
            each for each in self._lowering.taken if owners.get(each.room.id) != each.room.owner_id
        ]
