# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""How a time is read whose events a portal shows 100 at once: pure functions.

Pages by index lose events: those of one second come in any order, another one on each page. A page
of the newest is complete but for its oldest second, from which the next one goes on. What is left
is cut into windows that are read side by side. Two windows have a second in common, and events are
told apart by their ids.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil

from .._portal.model.audit_event import AuditEvent

#: The most that a portal shows at once.
PAGE = 100
_SECOND = timedelta(seconds=1)


@dataclass(frozen=True)
class Window:
    """A time to ask for; both ends belong to it.

    :param shows_end: whether there is an event in the last second, which has to be shown again.
    :param pages: how many pages it may take, going by those before.
    """

    since: datetime
    until: datetime
    shows_end: bool = False
    pages: int = 1

    def is_answered_by(self, events: Sequence[AuditEvent]) -> bool:
        """Whether this is an answer to it at all: in order, in this time, with its last second."""
        moments = [event.at for event in events]
        is_in_time = all(self.since <= moment <= self.until for moment in moments)
        is_in_order = all(after <= before for before, after in zip(moments, moments[1:]))
        shows = not self.shows_end or moments[:1] == [self.until]
        return is_in_time and is_in_order and shows


@dataclass(frozen=True)
class Left:
    """What a page leaves to be read.

    :param window: from its oldest second back; None if nothing is left.
    :param second: one that fills a whole page, and may have more.
    """

    window: Window | None = None
    second: datetime | None = None


def left_behind(window: Window, events: Sequence[AuditEvent]) -> Left:
    """What is still to be read of a window after a page of it."""
    if len(events) < PAGE:
        return Left()
    oldest = events[-1].at
    if oldest == window.until:
        below = window.until - _SECOND
        return Left(Window(window.since, below) if window.since <= below else None, oldest)
    pages = max(1, ceil((oldest - window.since) / (window.until - oldest)))
    return Left(Window(window.since, oldest, True, pages))


def side_by_side(windows: Sequence[Window], wanted: int) -> list[Window]:
    """Cut windows so that there are so many to read at once, if they take so many pages."""
    found: list[Window] = []
    for window in windows:
        parts = min(max(1, wanted // len(windows)), window.pages)
        found += _cut(window, parts)
    return found


def _cut(window: Window, parts: int) -> list[Window]:
    """Parts of about the same length, the newest first; neighbours share a second."""
    seconds = int((window.until - window.since).total_seconds())
    parts = min(parts, max(1, seconds))
    ends = [window.until - _SECOND * (seconds * part // parts) for part in range(parts)]
    starts = [*ends[1:], window.since]
    firsts = [window.shows_end] + [False] * (parts - 1)
    return [Window(*each) for each in zip(starts, ends, firsts)]


def next_page_of(events: Sequence[AuditEvent], start: int) -> int | None:
    """Where to go on by index behind a full page, so that no second is cut; None if one fills it.

    :param start: the index of its first event.
    """
    first = next(place for place, event in enumerate(events) if event.at == events[-1].at)
    # The place before it is shown again: whatever stands there proves that nothing is missed.
    return start + first - 1 if first > 1 else None
