# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Giving what people who leave own to others, and deleting their accounts."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from .._base.errors import RequestError
from .._base.references import Reference
from .._plan.handover import Deletion, RoomTransfer
from .._portal.jobs import HAND_OVER
from .._portal.model.job import Job
from .._portal.model.person import Person
from .._portal.portal import Portal
from .jobs import wait_for_job
from .write import Difference, Effect, Outcome, Write, carry_out

#: What becomes of work of the portal that is not over.
_AGAIN = "The next run waits for it and does what is left."


class Transferred(NamedTuple):
    """What is seen of a transfer of rooms, each by its id.

    :param elsewhere: who owns those that neither person has, in words; None if nobody does, as they
        are deleted.
    """

    left: frozenset[str]
    taken: frozenset[str]
    elsewhere: Mapping[str, str | None]


def transfer(portal: Portal, action: RoomTransfer, timeout: float) -> Outcome[Transferred]:
    """Give somebody's rooms and shared documents to another person."""
    return _TransferWrite(portal, action, timeout).outcome()


def delete(portal: Portal, action: Deletion, timeout: float) -> Outcome[bool]:
    """Delete somebody's account."""
    return _DeletionWrite(portal, action, timeout).outcome()


class _JobWrite(Write[Any]):
    """A write that the portal carries out in the background, one at a time for each person."""

    advice = _AGAIN
    #: Whether the account goes with it.
    deletes = False

    def __init__(self, portal: Portal, person: Person, successor: Person, timeout: float) -> None:
        self._portal = portal
        self._person = person
        self._successor = successor
        self._timeout = timeout
        self._deadline = 0.0
        self._started = False
        #: The work that is over, and what was to be seen of an earlier one.
        self._job: Job | None = None
        self._earlier: Job | None = None
        self._warnings: list[str] = []
        self.effects = (Effect("done", person),)

    def outcome(self) -> Outcome[Any]:
        """Carry it out."""
        found = carry_out(self)
        found.warnings += self._warnings
        return found

    def send(self) -> Iterator[Any]:
        # While work about this person runs, another start changes nothing and is answered as if it
        # had, even if it is for another successor.
        seen = self._wait_for_others()
        if seen is not None:
            yield seen
            return
        # The time begins now, should no answer come.
        self._deadline = time.monotonic() + self._timeout
        try:
            job = self._portal.jobs.hand_over(self._person.id, self._successor.id, self.deletes)
        except RequestError as error:
            # Who has just been deleted is refused too: by work whose end nobody has seen.
            error.may_be_done |= error.status == 400
            raise
        self._started = job is not None
        yield None

    def _wait_for_others(self) -> Any:
        """What work has done that ran already; None if there is something left to start."""
        runs = False
        try:
            job = self._portal.jobs.progress(HAND_OVER, self._person.id)
            if not job or job.is_completed:
                self._earlier = job
                return None
            runs = True
            self._deadline = time.monotonic() + self._timeout
            seen = self.look()
        except RequestError as error:
            raise _untouched(error, runs) from None
        is_over = self._is_over(seen)
        self._job = None  # from here on it is that of this task
        self._warnings.append(
            f"The portal was at work already on handing over what {self._person.label} owns; the"
            " task has waited for that before it did anything else."
        )
        return seen if is_over else None

    def _is_over(self, seen: Any) -> bool:
        """Whether there is nothing left to start."""
        return not self.differences(seen)

    def _wait(self) -> None:
        """:raises RequestError: if the time is up."""
        left = max(0.0, self._deadline - time.monotonic())
        job = wait_for_job(self._portal, HAND_OVER, self._person.id, left)
        if job and not job.is_completed:
            raise RequestError(
                f"the portal's work about {self._person.label} has not ended within"
                f" {self._timeout} seconds (it is at {job.percentage} %).",
                "job_timeout",
            )
        if self._started or job != self._earlier:
            self._job = job or self._job

    @property
    def _is_untouched(self) -> bool:
        """Whether nothing tells that this has begun at all."""
        return not (self._started or self._job)

    def _trouble(self) -> list[Difference]:
        """What the end of the work says against it."""
        if not (self._job and self._job.failed):
            return []
        reason = f": {self._job.error}" if self._job.error else ""
        text = f"the portal ended its work about {self._person.label} before it was done{reason}"
        return [Difference(text, Effect("done", self._person), is_certain=False)]

    def details(self, seen: Any) -> Mapping[str, Any]:
        failed = seen is not None and self._job and self._job.failed
        return {"user": self._person.id, **({"verified": False} if failed else {})}


class _TransferWrite(_JobWrite):
    def __init__(self, portal: Portal, action: RoomTransfer, timeout: float) -> None:
        super().__init__(portal, action.person, action.successor, timeout)
        self._rooms = action.rooms
        self.subject = f"The hand-over from {action.person.label} to {action.successor.label}"

    def look(self) -> Transferred:
        self._wait()
        left, taken = (
            frozenset(room.id for room in rooms)
            for rooms in self._portal.in_parallel(
                self._portal.rooms.owned, (self._person.id, self._successor.id)
            )
        )
        others = [room.id for room in self._rooms if room.id not in left | taken]
        owners = dict(zip(others, self._portal.in_parallel(self._owner, others)))
        return Transferred(left, taken, owners)

    def differences(self, seen: Transferred) -> list[Difference]:
        mine = {room.id for room in self._rooms}
        texts = [
            f"{room.label} still belongs to {self._person.label}"
            for room in self._rooms
            if room.id in seen.left
        ]
        texts += [
            f"{room.label} belongs to {seen.elsewhere[room.id]} now"
            for room in self._rooms
            if seen.elsewhere.get(room.id)
        ]
        if seen.left - mine:
            more = ", ".join(sorted(seen.left - mine))
            texts.append(f"{self._person.label} owns other rooms ({more})")
        missing = Effect("done", self._person)
        is_certain = self._is_untouched and not seen.taken & mine
        return [Difference(text, missing, is_certain) for text in texts] + self._trouble()

    def _owner(self, room_id: str) -> str | None:
        """Who owns a room that neither person has, in words; None if it does not exist."""
        room = self._portal.rooms.find(room_id)
        if not room:
            return None
        owner = self._portal.people.find(Reference("id", room.owner_id, room.owner_id))
        return owner.label if owner else f"a deleted account ({room.owner_id})"

    def _is_over(self, seen: Transferred) -> bool:
        # Rooms that went to somebody else are not got back by starting again.
        return not (seen.left or self._trouble())


class _DeletionWrite(_JobWrite):
    deletes = True

    def __init__(self, portal: Portal, action: Deletion, timeout: float) -> None:
        super().__init__(portal, action.person, action.successor, timeout)
        self.subject = f"The deletion of {action.person.label}"

    def look(self) -> bool:
        self._wait()
        return not self._portal.people.find(Reference("id", self._person.id, self._person.id))

    def differences(self, seen: bool) -> list[Difference]:
        if seen:  # whatever the portal says of its work
            return []
        text = f"{self._person.label} is still there"
        missing = Effect("done", self._person)
        return [Difference(text, missing, self._is_untouched), *self._trouble()]


def _untouched(error: RequestError, runs: bool) -> RequestError:
    """A failure before anything was started: only reads were sent.

    :param runs: whether work that somebody else has started was waited for.
    """
    text = str(error)
    if runs:
        text = f"{text[0].upper()}{text[1:]} It ran already, and nothing was started. {_AGAIN}"
    found = RequestError(text, error.code, error.status, may_be_done=False)
    if runs:
        found.details["verified"] = False
    return found
