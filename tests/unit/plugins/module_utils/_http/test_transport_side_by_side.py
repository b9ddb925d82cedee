# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Requests run side by side, no more of them than wanted, and none goes on after a failure."""

from __future__ import annotations

import signal
import threading
import time

import pytest

from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.errors import DocSpaceError
from ansible_collections.onlyoffice.docspace.plugins.module_utils._http.connection import (
    Connection,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._http.sessions import Sessions
from ansible_collections.onlyoffice.docspace.plugins.module_utils._http.transport import Transport
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.module_utils._http.client import (
    BASE,
    KEY,
    opened,
)


@pytest.mark.parametrize("parallel", [2, 4])
def test_requests_run_side_by_side_and_answers_keep_their_order(parallel):
    together = threading.Barrier(parallel, timeout=10)

    def job(number):
        together.wait()
        return number * 2

    jobs = list(range(2 * parallel))
    with opened(Connection(BASE, KEY), read_only=True, parallel=parallel) as transport:
        assert transport.in_parallel(job, jobs) == [number * 2 for number in jobs]
        assert transport.in_parallel(str, [1]) == ["1"]
        assert transport.in_parallel(str, []) == []


def test_no_more_requests_run_side_by_side_than_wanted():
    running = set()
    most = []

    def job(number):
        running.add(number)
        most.append(len(running))
        threading.Event().wait(0.01)
        running.remove(number)

    with opened(Connection(BASE, KEY), read_only=True, parallel=2) as transport:
        transport.in_parallel(job, range(10))

    assert max(most) == 2


def test_what_runs_side_by_side_may_have_more_to_do_side_by_side():
    done = []

    def task():
        with opened(Connection(BASE, KEY), read_only=True, parallel=2) as transport:
            done.extend(
                transport.in_parallel(
                    lambda number: transport.in_parallel(abs, [number, -number]), [1, 2, 3]
                )
            )

    runner = threading.Thread(target=task, daemon=True)
    runner.start()
    runner.join(10)  # threads that wait for each other would do so for ever

    assert done == [[1, 1], [2, 2], [3, 3]]


def test_after_a_failure_nothing_goes_on_in_the_background():
    ended = []

    def job(number):
        if number == 0:
            raise DocSpaceError("Out of order.", "broken")
        threading.Event().wait(0.05)
        ended.append(number)

    with opened(Connection(BASE, KEY), read_only=True, parallel=2) as transport:
        with pytest.raises(DocSpaceError):
            transport.in_parallel(job, range(50))
        so_far = list(ended)
        threading.Event().wait(0.2)

    assert ended == so_far
    assert len(ended) < 49


class Alarm(BaseException):
    """What Ansible raises when the time of a task is up."""


def test_an_alarm_ends_the_wait_and_nothing_more_is_begun_or_sent():
    begun: list[int] = []
    refused: list[str] = []
    hold, left = threading.Event(), threading.Event()

    def job(number):
        begun.append(number)
        hold.wait(10)
        try:
            transport.request("GET", ["people"])
        except DocSpaceError as error:
            refused.append(error.code)
        if len(refused) == 2:
            left.set()

    def ring(*_args):
        raise Alarm

    sessions = Sessions()
    transport = Transport(sessions, Connection(BASE, KEY), read_only=False, parallel=2)
    previous = signal.signal(signal.SIGALRM, ring)
    try:
        signal.setitimer(signal.ITIMER_REAL, 0.2)
        start = time.monotonic()
        with pytest.raises(Alarm):
            transport.in_parallel(job, range(10))
        taken = time.monotonic() - start
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, previous)
    sessions.abandon()
    another = Transport(sessions, Connection(BASE, KEY), read_only=False, parallel=2)
    next_one = another.in_parallel(abs, [-1, -2, -3])
    hold.set()

    assert taken < 5
    assert next_one == [1, 2, 3]  # by other threads, as these two are still held
    assert left.wait(10)
    assert refused == ["task_ended"] * 2
    assert sorted(begun) == [0, 1]


def test_no_thread_keeps_a_process_from_ending():
    with opened(Connection(BASE, KEY), read_only=True, parallel=2) as transport:
        daemons = transport.in_parallel(lambda _number: threading.current_thread().daemon, [1, 2])

    assert daemons == [True, True]


@pytest.mark.parametrize("parallel", [1, 2])
def test_long_work_says_how_far_it_is_once_a_second(parallel):
    said: list[str] = []
    sessions = Sessions()
    sessions.tell = said.append
    transport = Transport(sessions, Connection(BASE, KEY), True, parallel)

    def so_far(done):
        return f"{done} of 9"

    def job(seconds):
        time.sleep(seconds)

    transport.in_parallel(job, [0] * 9, so_far)
    assert said == []

    start = time.monotonic()
    transport.in_parallel(job, [0.3 * parallel] * 9, so_far)
    assert 1 <= len(said) <= time.monotonic() - start
    assert all(text.endswith(" of 9") for text in said)
    assert said == sorted(set(said))
