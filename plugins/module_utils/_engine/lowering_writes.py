# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Lowering a type by the portal's job, and giving rooms back that it has taken."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain, repeat
from typing import Any

from .._base.errors import DocSpaceError, RequestError
from .._plan.account_change import AccountChange
from .._plan.lowering import Lowering, TakenRoom, levels_of
from .._portal.jobs import TYPE_CHANGE
from .._portal.model.job import Job
from .._portal.model.person import Person
from .._portal.model.room import Room
from .._portal.portal import Portal
from .account_writes import read_all
from .jobs import wait_for_job
from .restore_writes import give_back, left_behind, rooms_left, with_left
from .write import RUN_AGAIN, Difference, Effect, Outcome, Write, carry_out

#: Seconds before each look at what a job has done, as long as it is not seen.
_PAUSES = (0.2, 0.3, 0.5, 1, 2)
_PAUSE = 5
#: Bad answers in a row that do not end the looking, where it is not known that a job was started.
_PATIENCE = 2


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
        owners = _check_rooms(portal, lowering)
        job = portal.jobs.progress(TYPE_CHANGE, lowering.person.id)
        # One that runs would not be joined by another, and may have taken rooms already.
        if not job or job.is_completed:
            lowering = _with_levels(portal, lowering, owners)
    except DocSpaceError as error:
        return Outcome(failure=error)
    outcome = carry_out(_LoweringWrite(portal, change, lowering, wait_timeout, job))
    if outcome.seen and key_owner:
        now = {room.id: room.owner_id for room in outcome.seen.rooms}
        heir = lowering.heir.id
        taken = tuple(each for each in lowering.taken if now.get(each.room.id) == heir)
        restored = give_back(portal, replace(lowering, taken=taken), key_owner)
        failures = [each for each in (outcome.failure, restored.failure) if each]
        outcome.follow(restored)
        if len(failures) > 1:
            outcome.failure = with_left(failures[0], str(failures[1]), failures[1].details)
    return outcome


def _check_rooms(portal: Portal, lowering: Lowering) -> dict[str, str]:
    """Refuse to start a job that would take other rooms than the plan says.

    :returns: who owns them, by the ids of the rooms.
    """
    planned = {room.id: {room.owner_id, lowering.heir.id} for room in lowering.moving}
    now = {room.id: room.owner_id for room in portal.rooms.entered(lowering.person.id)}
    if set(now) != set(planned) or any(now[key] not in planned[key] for key in now):
        raise DocSpaceError(
            f"The rooms of {lowering.person.label} have changed while the task ran, so the type was"
            " not changed. Run the task again.",
            "changed_meanwhile",
        )
    return now


def _with_levels(portal: Portal, lowering: Lowering, owners: Mapping[str, str]) -> Lowering:
    """The same with the levels of now: somebody may have left a room since the plan was made."""

    def read(taken: TakenRoom) -> TakenRoom:
        room = taken.room
        if owners[room.id] != room.owner_id:
            return taken
        return replace(taken, levels=levels_of(portal.room_access.entries(room.id)))

    return replace(lowering, taken=tuple(portal.in_parallel(read, lowering.taken)))


class _LoweringWrite(Write[Lowered]):
    """A job lowers a type.

    :param earlier: the last job about the person; one that runs is waited for, and none started.
    """

    def __init__(
        self,
        portal: Portal,
        change: AccountChange,
        lowering: Lowering,
        wait_timeout: int,
        earlier: Job | None,
    ) -> None:
        self._portal = portal
        self._change = change
        self._lowering = lowering
        self._wait_timeout = wait_timeout
        self._deadline = time.monotonic() + wait_timeout
        self._earlier = earlier
        #: Whether there is a job for certain, which cannot but end.
        self._is_started = bool(earlier and not earlier.is_completed)
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
        if not self._is_started:
            person_id, heir_id = lowering.person.id, lowering.heir.id
            job = self._portal.jobs.change_type(person_id, lowering.type, heir_id)
            self._is_started = job is not None
            self._deadline = time.monotonic() + self._wait_timeout
        yield None  # what a job says is no proof

    def look(self) -> Lowered:
        failures = 0
        for pause in chain(_PAUSES, repeat(_PAUSE)):
            is_late = time.monotonic() + pause > self._deadline
            try:
                seen = self._see()
            except RequestError as error:
                failures += 1
                is_hopeless = not self._is_started and failures > _PATIENCE
                if is_late or is_hopeless or error.code == "not_found":
                    raise
            else:
                failures = 0
                if self._is_over(seen):
                    return seen
                if is_late:
                    raise RequestError(
                        "no end of the portal's work on it was seen within"
                        f" {self._wait_timeout} seconds.",
                        "job_running",
                    )
            time.sleep(pause)
        raise AssertionError  # pragma: no cover

    def _see(self) -> Lowered:
        person_id = self._lowering.person.id
        left = max(0.0, self._deadline - time.monotonic())
        self._job = wait_for_job(self._portal, TYPE_CHANGE, person_id, left)
        self._is_started |= self._job is not None and self._job != self._earlier
        if self._job and not self._job.is_completed:
            raise RequestError(
                f"the portal is still at work on it after {self._wait_timeout} seconds"
                f" ({self._job.percentage} %).",
                "job_running",
            )
        (person,) = read_all(self._portal, [person_id])
        return Lowered(person, tuple(self._portal.rooms.entered(person_id)))

    def _is_over(self, seen: Lowered) -> bool:
        """Whether no job is to come any more: the list may have an older one, or none yet."""
        if not self._is_started or not self.differences(seen):
            return True
        has_type = seen.person.type == self._lowering.type
        return bool(self._job and (self._job.failed or has_type))

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
        """The rooms of others that may have changed hands, and cannot be given back now."""
        if seen is None:
            return list(self._lowering.taken)
        owners = {room.id: room.owner_id for room in seen.rooms}
        heir = self._lowering.heir.id
        return [
            each
            for each in self._lowering.taken
            if owners.get(each.room.id) not in (each.room.owner_id, heir)
        ]
