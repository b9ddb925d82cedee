# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Each fault at each request of each path of each module: nothing is lost, the truth is told."""

from __future__ import annotations

import itertools
import ssl
import threading
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pytest
import requests
import trustme
from werkzeug.middleware.dispatcher import DispatcherMiddleware

from ansible_collections.onlyoffice.docspace.plugins.module_utils._http import retry, transport
from ansible_collections.onlyoffice.docspace.tests.portal import Faults, Portal, serve
from ansible_collections.onlyoffice.docspace.tests.system import fault_cells as table
from ansible_collections.onlyoffice.docspace.tests.system.conftest import (
    CORE,
    FRONTS,
    NEWEST_CORE,
    Process,
)
from ansible_collections.onlyoffice.docspace.tests.system.fault_checks import (
    check_again,
    check_result,
    check_third,
    check_words,
)
from ansible_collections.onlyoffice.docspace.tests.system.fault_kinds import KEY, ONCE
from ansible_collections.onlyoffice.docspace.tests.system.fault_tasks import (
    TASKS,
    initial_state,
)

#: Of each task every so manieth cell is tried, unless totals are written: a fault meets the same
#: code in many tasks. No number of kinds or repeats is a multiple of it.
SAMPLE = 13
#: Cells at the same time, many of which only wait.
AT_ONCE = 8
#: Where each item is a process, the first and then each of so many cells is tried.
EVERY = 31
#: On other ansible-cores than the newest, each of so many cells is tried.
ELSEWHERE = 3
#: Seconds for an answer where nothing goes wrong, on a machine that does other things as well.
PATIENT = 20
#: What only the result of a task that failed has.
FAILED = ("exception", "failure")
#: How much shorter the pauses are than in earnest.
HASTE = 100
#: What does the same for programs that are started.
SITE_CUSTOMIZE = """
import time
def sleep(seconds, earnest=time.sleep):
    earnest(seconds / 10 if seconds >= 0.5 else seconds)
time.sleep = sleep
"""


class Clock(threading.local):
    """What a task has slept, in whichever thread it is."""

    now = 0.0


@pytest.fixture
def haste(monkeypatch, caplog):
    """Pauses are short, and requests in a fixed order, so that they have numbers."""
    caplog.set_level("ERROR", "urllib3")
    earnest, clock = time.sleep, Clock()

    def sleep(seconds):
        clock.now += seconds
        earnest(seconds / HASTE)

    monkeypatch.setattr("time.sleep", sleep)
    monkeypatch.setattr(retry, "monotonic", lambda: clock.now)
    monkeypatch.setattr(transport, "PARALLEL", 1)


@pytest.fixture
def tls(tmp_path, monkeypatch):
    """How a portal behind TLS is served, so that everybody in here trusts it."""
    ca = trustme.CA()
    ca.cert_pem.write_to_path(tmp_path / "ca.pem")
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(tmp_path / "ca.pem"))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    ca.issue_cert("127.0.0.1").configure_cert(context)
    return context


def probe(cell: table.Cell, tls: ssl.SSLContext) -> str:
    """Let a fault happen to a task, and run it again; how it ended, or what was wrong."""
    faults = Faults(Portal(initial_state(cell.task)))
    with serve(faults, tls=tls if cell.kind.tls else None) as base_url:
        table.prepare(cell.task, base_url)
        before = faults.portal.state()
        requests.post(f"{base_url}/_portal/faults", json=cell.schedule(), timeout=60)
        began = time.monotonic()
        try:
            result = table.attempt(cell.task, base_url)
            assert time.monotonic() - began < table.BUDGET
            ended = check_result(cell, before, faults, result)
            # Where nothing was changed, the next run is the one that nothing happens to.
            if before != faults.portal.state():
                faults.set([])
                table.wait_for(base_url)
                again = table.attempt(cell.task, base_url)
                check_again(cell, result, again, faults.portal, base_url)
                check_third(table.attempt(cell.task, base_url), faults.portal)
        except Exception as error:  # noqa: BLE001  # whatever it is, it belongs to this cell
            return f"WRONG {type(error).__name__} {error}"
    return ended


@pytest.mark.parametrize("task", TASKS)
def test_each_fault_at_each_request(task, haste, tls, totals, pytestconfig):
    cells = [cell for cell in table.cells() if cell.task == task]
    if not pytestconfig.option.write_totals:
        cells = cells[::SAMPLE]

    with ThreadPoolExecutor(AT_ONCE) as pool:
        ends = list(pool.map(lambda cell: probe(cell, tls), cells))

    totals[task].update(ends)
    wrong = [f"{cell}: {end}" for cell, end in zip(cells, ends) if end.startswith("WRONG")]
    assert not wrong, "\n".join([f"{len(wrong)} of {len(cells)} cells:", *wrong])


def chosen() -> list[table.Cell]:
    """For each module and kind of fault one cell, in another task and at another request each."""
    turn = itertools.count()
    groups: dict[tuple[str, str], list[table.Cell]] = {}
    for cell in table.cells():
        # A portal that does not listen at all cannot be told to begin with that at the first one.
        refused = "refuse" in cell.kind.entries[0]
        if cell.lasts == ONCE and not cell.kind.tls and not (refused and cell.number == 1):
            groups.setdefault((TASKS[cell.task][0], cell.kind.name), []).append(cell)
    found = [cells[next(turn) * 7 % len(cells)] for cells in groups.values()]
    return sorted(found, key=lambda cell: list(TASKS).index(cell.task))


@dataclass
class Scene:
    """A cell with a portal of its own."""

    cell: table.Cell
    faults: Faults
    base_url: str


@contextmanager
def scenes(cells: Sequence[table.Cell]) -> Iterator[list[Scene]]:
    """Portals side by side on one server, each under a path of its own."""
    ways = [Faults(Portal(initial_state(cell.task)), cell.schedule()) for cell in cells]
    mounts: dict[str, Any] = {f"/{number}": way for number, way in enumerate(ways)}
    with serve(DispatcherMiddleware(ways[0], mounts)) as base_url:
        addresses = [f"{base_url}{path}" for path in mounts]
        yield [Scene(*each) for each in zip(cells, ways, addresses)]


@FRONTS
def test_faults_in_real_playbooks(play, direct, tmp_path, totals):
    (tmp_path / "sitecustomize.py").write_text(SITE_CUSTOMIZE)
    cells = chosen()[:: 1 if CORE == NEWEST_CORE else ELSEWHERE]
    with scenes(cells if direct else cells[::EVERY]) as stage:
        for scene in stage:
            table.prepare(scene.cell.task, scene.base_url)

        def results(timeout: int = PATIENT) -> list[table.Result]:
            tasks = [
                {
                    "name": task,
                    f"onlyoffice.docspace.{name}": {
                        **wanted,
                        "base_url": "{{ item }}",
                        "timeout": timeout,
                        "retry_for": table.RETRY_FOR,
                    },
                    "loop": [scene.base_url for scene in stage if scene.cell.task == task],
                    "ignore_errors": True,
                }
                for task, (name, wanted) in TASKS.items()
            ]
            process = Process(stage[0].base_url, KEY, 0)
            done = play(process, tasks, direct=direct, env={"PYTHONPATH": str(tmp_path)})
            check_words({"failed": False, "output": done.output})
            items = [result for task in TASKS for result in done.of(task) if "item" in result]
            assert [item["item"] for item in items] == [scene.base_url for scene in stage]
            # Not every ansible-core leaves "failed" in what it hands out.
            return [{**item, "failed": not item.keys().isdisjoint(FAILED)} for item in items]

        before = [scene.faults.portal.state() for scene in stage]
        first = results(table.TIMEOUT)
        for scene, state, result in zip(stage, before, first):
            with about(scene.cell):
                ended = check_result(scene.cell, state, scene.faults, result)
            totals[f"playbooks, {'direct' if direct else 'a process for each task'}"][ended] += 1
            scene.faults.set([])
        for scene, result, again in zip(stage, first, results()):
            with about(scene.cell):
                check_again(scene.cell, result, again, scene.faults.portal, scene.base_url)
        for scene, third in zip(stage, results()):
            with about(scene.cell):
                check_third(third, scene.faults.portal)


@contextmanager
def about(cell: table.Cell) -> Iterator[None]:
    """Say which cell is wrong."""
    try:
        yield
    except AssertionError as error:
        raise AssertionError(f"{cell}: {error}") from error
