# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Reading the audit trail of a portal, or who logged in, so that nothing is there twice or missing.

What cannot be known to be complete is a failure, or is said, as the task wants.
"""

from __future__ import annotations

import time
from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import datetime, timedelta, timezone

from .._base.errors import DocSpaceError, OptionError, RequestError
from .._base.moments import written
from .._plan.audit_questions import Question, Reading
from .._plan.audit_windows import PAGE, Window, left_behind, next_page_of, side_by_side
from .._portal.model.audit_event import AuditEvent
from .._portal.portal import Portal

#: How long after it was done something can be read; measured up to 2.2 seconds.
LAG = timedelta(seconds=3)
_SECOND, _DAY = timedelta(seconds=1), timedelta(days=1)
#: Nothing was done before that, and before the first second of a calendar is no moment to ask for.
_OLDEST = datetime(1970, 1, 1, tzinfo=timezone.utc)
#: Windows of time that are read side by side.
_ABREAST = 4
#: Pages of one second have another order with each of these sizes; there are so many at most.
_SIZES = (PAGE, 97, 89, 83, 79, 73)
_MOST_PAGES = 50


class _EnoughError(Exception):
    """There are more events than the task reads."""


def read_events(portal: Portal, question: Question) -> Reading:
    """What was done in a time.

    One request tells whether the portal answers what it is asked. Then one for each 100 events, a
    few more as windows of time are read side by side, and after 3 s one for what was just done.

    :raises DocSpaceError: if it is not known whether that is all, unless the task takes it so.
    """
    return _Trail(portal, question).read()


def read_logins(portal: Portal, question: Question) -> Reading:
    """Who logged in, or failed to.

    As :func:`read_events`, but page by page from now back, whatever time is asked for: the portal
    cuts its pages before it looks for that.

    :raises DocSpaceError: if it is not known whether that is all, unless the task takes it so.
    """
    return _Logins(portal, question).read()


class _Reader(ABC):
    """What both have in common: the proof that the portal answers, what is late, the limit."""

    what = "events"

    def __init__(self, portal: Portal, question: Question) -> None:
        self._portal = portal
        self._question = question
        self._reading = Reading()
        self._seen: set[int] = set()

    def read(self) -> Reading:
        """Read all of it."""
        question = self._question
        # More than a day from now; the same in each task of a day.
        to_come = question.asked_at.replace(hour=0, minute=0, second=0, microsecond=0) + 2 * _DAY
        instead = self._at(to_come)
        # All of them may be of that day, where the clock of the portal is that far ahead.
        if any(event.at < to_come for event in instead):
            return self._fallback(instead)
        with suppress(_EnoughError):
            self._take(question.since)
            fresh = question.asked_at - LAG
            if question.until > fresh:
                _wait(question.until + LAG)
                self._take(max(question.since, fresh))
        return self._reading

    @abstractmethod
    def _at(self, since: datetime) -> list[AuditEvent]:
        """A page of what was done from a moment on."""

    @abstractmethod
    def _take(self, since: datetime) -> None:
        """Read from a moment on."""

    def _add(self, events: Iterable[AuditEvent]) -> None:
        question, events = self._question, list(events)
        self._seen.update(event.id for event in events)
        for event in events:
            if question.since <= event.at <= question.until:
                self._reading.events[event.id] = event
        if len(self._seen) > question.limit:
            self._gap(
                f"There are more than {question.limit} {self.what}, the limit of this task; narrow"
                " the time, or raise limit.",
                "audit_limit_exceeded",
            )
            raise _EnoughError

    def _gap(self, sentence: str, code: str) -> None:
        if not self._question.is_partial:
            raise DocSpaceError(
                f"{sentence} With allow_partial, the task returns what it has.", code
            )
        if sentence not in self._reading.gaps:
            self._reading.gaps.append(sentence)

    def _second_gap(self, second: datetime) -> None:
        self._gap(
            f"In the second {written(second)} there are {PAGE} {self.what} or more, of which the"
            " pages of the portal do not show all, or some twice; narrow what is asked for.",
            "audit_second_full",
        )

    def _fallback(self, instead: Sequence[AuditEvent]) -> Reading:
        self._gap(
            f"The portal answers with the last {len(instead)} of its {self.what}, whatever it is"
            " asked, as it does where its plan has no audit trail.",
            "audit_fallback",
        )
        self._reading.is_fallback = True
        with suppress(_EnoughError):
            self._add(instead)
        return self._reading


class _Trail(_Reader):
    """The audit trail, of which windows of time are asked."""

    def _at(self, since: datetime) -> list[AuditEvent]:
        return self._portal.audit.events(since)

    def _take(self, since: datetime) -> None:
        # A second more at each end, should the portal not take the ends for part of a time.
        windows = [Window(max(since, _OLDEST) - _SECOND, self._question.until + _SECOND)]
        while windows:
            left = []
            for window, page in zip(windows, self._portal.in_parallel(self._page, windows)):
                if not window.is_answered_by(page):
                    raise _disordered()
                self._add(page)
                rest = left_behind(window, page)
                if rest.second and self._question.since <= rest.second <= self._question.until:
                    self._take_second(rest.second)
                if rest.window:
                    left.append(rest.window)
            windows = side_by_side(left, _ABREAST)

    def _page(self, window: Window) -> list[AuditEvent]:
        question = self._question
        asked = (window.since, window.until, question.user_id, question.action)
        try:
            return self._portal.audit.events(*asked)
        except RequestError as error:
            if error.status in (400, 500) and question.action:
                raise OptionError(
                    "action",
                    f"the portal fails ({error.status}) when it is asked for {question.action},"
                    " as it does for what it does not know or never shows; leave it out.",
                ) from None
            raise

    def _take_second(self, second: datetime) -> None:
        """Read a second that fills a page: it is whole when as many are known as have a place."""
        known: set[int] = set()
        asked = (second, second, self._question.user_id, self._question.action)
        for size in _SIZES:
            places, full = 0, True
            for _page in range(_MOST_PAGES):
                page = self._portal.audit.events(*asked, start=places, count=size)
                self._add(page)
                known.update(event.id for event in page)
                places += len(page)
                full = len(page) == size
                if not full:
                    break
            if not full and len(known) == places:
                return
        self._second_gap(second)


class _Logins(_Reader):
    """Who logged in."""

    what = "log-ins"

    def _at(self, since: datetime) -> list[AuditEvent]:
        return self._portal.audit.logins(since)

    def _take(self, since: datetime) -> None:
        start: int | None = 0
        cut: datetime | None = None
        while start is not None:
            page = self._portal.audit.logins(start=start)
            moments = [event.at for event in page]
            if moments != sorted(moments, reverse=True):
                raise _disordered()
            if cut and not (moments and moments[0] > cut):
                raise RequestError(
                    "The portal's list of log-ins changed while it was read.", "list_unstable"
                )
            self._add(page)
            if len(page) < PAGE or moments[-1] < since:
                return
            cut, start = moments[-1], next_page_of(page, start)
        self._second_gap(moments[-1])


def _disordered() -> RequestError:
    return RequestError(
        "The portal shows events in another order or of another time than it was asked for, so that"
        " some may be missing.",
        "bad_answer",
    )


def _wait(moment: datetime) -> None:
    time.sleep(max(0.0, (moment - datetime.now(timezone.utc)).total_seconds()))
