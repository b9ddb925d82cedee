# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Waiting for work that a portal does in the background."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Callable, Protocol, TypeVar

from .._base.errors import RequestError
from .._portal.model.job import Job
from .._portal.portal import Portal

#: Seconds before each look at a job: most end at once, others take minutes.
_FIRST_PAUSES = (0.2, 0.3, 0.5)
_PAUSE = 1
#: One bad answer among hundreds does not end the waiting, but so many more behind it do.
_PATIENCE = 2


class Work(Protocol):
    """Something that the portal does in the background."""

    @property
    def is_completed(self) -> bool:
        """Whether it is over."""


AnyWork = TypeVar("AnyWork", bound=Work)


def wait_for_job(portal: Portal, kind: str, person_id: str, timeout: float) -> Job | None:
    """Wait until the job about a person is over; see :func:`wait_for`."""
    return wait_for(lambda: portal.jobs.progress(kind, person_id), timeout)


def wait_for(progress: Callable[[], AnyWork | None], timeout: float) -> AnyWork | None:
    """Wait until work is over.

    What finished work says is no proof: what it was to do has to be read.

    :param progress: reads how far it is; None if there is none any more.
    :param timeout: seconds to wait at most.
    :returns: the work; one that still runs if the time is up; None if there is none any more.
    :raises RequestError: when it cannot be read, several times in a row.
    """
    deadline = time.monotonic() + timeout
    failures = 0
    for pause in _pauses():
        is_late = time.monotonic() + pause > deadline
        try:
            work = progress()
        except RequestError:
            failures += 1
            if is_late or failures > _PATIENCE:
                raise
        else:
            failures = 0
            if work is None or work.is_completed or is_late:
                return work
        time.sleep(pause)
    return None


def _pauses() -> Iterator[float]:
    yield from _FIRST_PAUSES
    while True:
        yield _PAUSE
