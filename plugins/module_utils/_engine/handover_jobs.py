# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Work of the portal that gives what somebody owns to another person: starting it, and its end."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import Any

from .._base.errors import RequestError
from .._base.references import Reference
from .._portal.jobs import HAND_OVER
from .._portal.model.job import Job
from .._portal.model.person import Person
from .._portal.portal import Portal
from .jobs import wait_for_job
from .write import Difference, Effect, Gone, Outcome, Write, carry_out

#: What becomes of work of the portal that is not over.
_AGAIN = "The next run waits for it and does what is left."


class JobWrite(Write[Any]):
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
        if found.failure and found.seen is not None:
            found.failure.is_final |= self._is_lost(found.seen)
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
            if error.status != 400 or not self._is_deleted():
                raise
            if not (self.deletes and self._earlier):
                raise self._deleted(error.may_be_done) from None
            # By work that an earlier run of the task may have begun, and that has just ended.
            self._warnings.append(self._was_at_work)
            yield True
            return
        self._started = job is not None
        yield None

    @property
    def _was_at_work(self) -> str:
        return (
            f"The portal was at work already on handing over what {self._person.label} owns; the"
            " task has waited for that before it did anything else. Nothing shows to whom"
            " documents went by that."
        )

    def _is_deleted(self) -> bool:
        person_id = self._person.id
        with suppress(RequestError):
            return not self._portal.people.find(Reference("id", person_id, person_id))
        return False

    def _deleted(self, may_be_done: bool) -> Gone:
        found = Gone(
            f"{self._person.label} was deleted meanwhile, and not by this task. It is not known who"
            f" has {self._things()} now; look for that before anything else.",
            "not_found",
            may_be_done,
            user=self._person.id,
        )
        found.is_final = True
        return found

    def _things(self) -> str:
        """What was to change hands."""
        return "documents that this person shared"

    def _is_lost(self, seen: Any) -> bool:
        """Whether another run would go on as if nothing were wrong."""
        return False

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
        if not is_over or self._is_lost(seen):
            self._job = None  # from here on it is that of this task
        self._warnings.append(self._was_at_work)
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

    def explain(self, seen: Any) -> list[str]:
        return ["The portal tells no more."]

    def details(self, seen: Any) -> Mapping[str, Any]:
        doubtful = seen is not None and self._is_doubtful(seen)
        return {"user": self._person.id, **({"verified": False} if doubtful else {})}

    def _is_doubtful(self, seen: Any) -> bool:
        """Whether it is not known what the work has done."""
        return bool(self._job and self._job.failed)


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
