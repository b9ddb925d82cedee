# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Requests run side by side, no more of them than wanted, and none goes on after a failure."""

from __future__ import annotations

import threading

import pytest

from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.errors import DocSpaceError
from ansible_collections.onlyoffice.docspace.plugins.module_utils._http.connection import (
    Connection,
)
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
