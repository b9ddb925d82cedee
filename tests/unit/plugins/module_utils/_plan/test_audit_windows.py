# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Windows of time show each event once, whatever the order of those of one second."""

from __future__ import annotations

import random
from datetime import datetime, timedelta, timezone

import pytest

from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.audit_windows import (
    PAGE,
    Window,
    left_behind,
    next_page_of,
    side_by_side,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._portal.model.audit_event import (
    AuditEvent,
)

_START = datetime(2026, 11, 1, tzinfo=timezone.utc)
_SECOND = timedelta(seconds=1)


def _event(id: int, second: int) -> AuditEvent:
    return AuditEvent(id, _START + second * _SECOND, "", "", 4027)


def _page(events: list[AuditEvent], window: Window, chance: random.Random) -> list[AuditEvent]:
    """What a portal shows of a window: the newest, those of one second in any order."""
    found = [event for event in events if window.since <= event.at <= window.until]
    chance.shuffle(found)
    return sorted(found, key=lambda event: event.at, reverse=True)[:PAGE]


@pytest.mark.parametrize("seed", range(40))
def test_every_event_is_read_once_with_about_a_request_for_each_hundred(seed: int) -> None:
    chance = random.Random(seed)
    length = chance.choice((10, 1_000, 86_400, 30 * 86_400))
    bursts = [chance.randrange(length) for _each in range(chance.choice((1, 3, 40)))]
    seconds = [
        chance.choice(bursts) + chance.randrange(5)
        if chance.random() < 0.6
        else chance.randrange(length)
        for _each in range(chance.choice((0, 1, 99, 100, 101, 250, 2_000)))
    ]
    full = {each for each in seconds if seconds.count(each) >= PAGE}
    events = [_event(id, each) for id, each in enumerate(seconds) if each not in full]
    found: dict[int, AuditEvent] = {}
    requests = 0
    windows = [Window(_START, _START + (length + 10) * _SECOND)]
    while windows:
        left = []
        for window in windows:
            page = _page(events, window, chance)
            requests += 1
            assert window.is_answered_by(page)
            found.update((event.id, event) for event in page)
            rest = left_behind(window, page)
            assert rest.second is None
            left += [rest.window] if rest.window else []
        windows = side_by_side(left, 4)
    assert found == {event.id: event for event in events}
    # A page may end in a second with many, which is shown again.
    assert requests <= 2 * len(events) / PAGE + 8


def test_a_second_that_fills_a_page_is_told_and_left_out() -> None:
    window = Window(_START, _START + 10 * _SECOND)
    page = [_event(id, 10) for id in range(PAGE)]
    left = left_behind(window, page)
    assert left.second == window.until
    assert left.window == Window(_START, _START + 9 * _SECOND)


@pytest.mark.parametrize(
    "events",
    [
        pytest.param([_event(1, 4)], id="not the second that was there before"),
        pytest.param([_event(1, 3), _event(2, 5)], id="not in order"),
        pytest.param([_event(1, 5), _event(2, -1)], id="not of the time that was asked for"),
        pytest.param([], id="nothing"),
    ],
)
def test_an_answer_to_something_else_is_none(events: list[AuditEvent]) -> None:
    assert not Window(_START, _START + 5 * _SECOND, True).is_answered_by(events)


def test_pages_by_index_go_on_before_the_second_that_they_cut() -> None:
    page = [_event(id, 100 - min(id, 90)) for id in range(PAGE)]
    assert next_page_of(page, 200) == 289
    assert next_page_of([_event(id, 5) for id in range(PAGE)], 200) is None
