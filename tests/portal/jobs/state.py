# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The jobs of a portal. They run on while it is asked about them, or as time goes by."""

from __future__ import annotations

import time

from .records import CANCELED, COPIES, DONE, FAILED, OPERATIONS, STAYS, Job

#: The time that goes by for jobs, in seconds.
now = time.monotonic
#: How long a job runs unless it is asked about, in seconds, and for how many questions.
SECONDS = 0.5
POLLS = 2
#: How long it is to be seen after its last change.
_KEPT = 60.0


class Jobs:
    """The jobs that are running, and those that ended a short time ago. No state file has them."""

    def __init__(self) -> None:
        self._records: dict[tuple[str, str], Job] = {}

    def find(self, kind: str, subject: str) -> Job | None:
        """The last job of this kind for a person or room, if it is still to be seen."""
        self._forget()
        return self._records.get((kind, subject))

    def operations_of(self, caller: str) -> list[Job]:
        """The file operations that somebody started."""
        self._forget()
        mine = (job for job in self._records.values() if job.caller == caller)
        return [job for job in mine if job.kind in OPERATIONS]

    def start(self, job: Job) -> Job:
        """Start a job; where one is running, that one goes on and the new one is nothing."""
        running = self.find(job.kind, job.subject)
        if running and not running.is_completed:
            return running
        job.began = job.changed = now()
        self._records[job.kind, job.subject] = job
        return job

    def due(self) -> list[Job]:
        """The jobs whose time has come."""
        old = now() - SECONDS
        begun = (job for job in self._records.values() if job.began <= old)
        return [job for job in begun if _can_end(job) and not isinstance(job.fault, int)]

    def poll(self, job: Job, busy: bool) -> bool:
        """Count a question; whether the time of a job has come that is busy, or is not."""
        job.polls += 1
        wanted = job.fault if isinstance(job.fault, int) else POLLS if busy else 1
        return job.polls >= wanted and _can_end(job)

    def show(self, job: Job, percentage: int) -> None:
        """Note how far a job is."""
        if job.percentage != percentage:
            job.percentage, job.changed = percentage, now()

    def end(self, job: Job, error: str = "") -> None:
        """Note that a job has done its work, or could not."""
        self.show(job, job.percentage if error else 100)
        job.status, job.error = (FAILED, error) if error else (DONE, "")
        job.changed = now()

    def cancel(self, job: Job) -> None:
        """End a job, wherever it is; it is not to be seen any more."""
        job.status, job.is_completed = CANCELED, True
        del self._records[job.kind, job.subject]

    def drop(self, job: Job) -> None:
        """Hand a job out for the last time."""
        del self._records[job.kind, job.subject]

    def _forget(self) -> None:
        old = now() - _KEPT
        kept = {key: job for key, job in self._records.items() if job.changed > old}
        # What became of the last copy is to be seen until the next one.
        self._records = kept | {k: j for k, j in self._records.items() if j.kind in COPIES}


def _can_end(job: Job) -> bool:
    return job.fault != STAYS and not job.is_completed and job.status not in (DONE, FAILED)
