# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Rounds: every competitor once per round, in turn, each from the same state, each looked after."""

from __future__ import annotations

import collections.abc as c
import contextlib
import dataclasses
import json
import os
import subprocess
import sys
import typing as t
import urllib.request
from pathlib import Path

from ..portal import load_state
from .competitors import Competitor
from .work import Scenario

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]

Sample = dict[str, float]
Samples = dict[str, list[Sample]]
Call = tuple[str, float, float, int]

_READ = "GET"
#: Seconds after which a run hangs.
_LONGEST_RUN = 1800


@dataclasses.dataclass(frozen=True)
class Site:
    """A simulated portal in a process of its own."""

    base_url: str

    def look(self, state: dict[str, t.Any] | None = None) -> dict[str, t.Any]:
        """The calls since the last look, and what there is; then it gets a new state, if any."""
        request = urllib.request.Request(f"{self.base_url}/_bench", json.dumps(state).encode())
        with urllib.request.urlopen(request, timeout=300) as answer:
            return t.cast("dict[str, t.Any]", json.load(answer))


@contextlib.contextmanager
def serving(cost: str) -> c.Iterator[Site]:
    """A portal, at the real server's pace if the cost is `real`."""
    command = [sys.executable, "-m", "tests.benchmarks.portal", cost]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, text=True) as process:
        assert process.stdout
        yield Site(process.stdout.readline().strip())


def environment(site: Site) -> dict[str, str]:
    """What every competitor is started with."""
    keys = {key["name"]: key["key"] for key in load_state()["api_keys"]}
    return os.environ | {
        "ANSIBLE_INVENTORY_UNPARSED_WARNING": "false",
        "ANSIBLE_LOCALHOST_WARNING": "false",
        "ANSIBLE_NOCOWS": "true",
        "DOCSPACE_API_KEY": keys["owner key"],
        "DOCSPACE_BASE_URL": site.base_url,
    }


def measure(scenario: Scenario, site: Site, folder: Path, rounds: int, slow_rounds: int) -> Samples:
    """What each competitor took in each round."""
    job, told = folder / "job.json", scenario.job()
    job.write_text(json.dumps(told), encoding="utf-8")
    if any(competitor.repeats for competitor in scenario.competitors):
        _sample, seen = _perform(scenario, scenario.competitors[1], site, job)
        job.write_text(json.dumps({**told, "requests": seen["requests"]}), encoding="utf-8")
    samples: Samples = {competitor.name: [] for competitor in scenario.competitors}
    for number in range(rounds):
        # Another one begins each time: nobody always runs behind the same neighbour.
        shift = number % len(scenario.competitors)
        for competitor in scenario.competitors[shift:] + scenario.competitors[:shift]:
            if number < slow_rounds or not competitor.slow:
                samples[competitor.name].append(run(scenario, competitor, site, job))
    return samples


def run(scenario: Scenario, competitor: Competitor, site: Site, job: Path) -> Sample:
    """Run one competitor once, from the scenario's state, and see that it did the work."""
    sample, seen = _perform(scenario, competitor, site, job)
    calls: list[Call] = seen["calls"]
    reads = [call for call in calls if call[0] == _READ]
    writes = [call for call in calls if call[0] != _READ]
    return {
        **sample,
        "reads": len(reads),
        "writes": len(writes),
        "read_bytes": sum(size for *_rest, size in reads),
        "write_bytes": sum(size for *_rest, size in writes),
        "portal": busy(calls),
        "portal_writes": busy(writes),
    }


def _perform(
    scenario: Scenario, competitor: Competitor, site: Site, job: Path
) -> tuple[Sample, dict[str, t.Any]]:
    """What a run took, and what the portal saw of it and has afterwards."""
    site.look(scenario.state())
    log = job.with_name("output.txt")
    command = [sys.executable, "-E", "-S", str(HERE / "timed.py"), str(log)]
    done = subprocess.run(
        [*command, *competitor.command(job)],
        cwd=job.parent, env=environment(site), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
        text=True, timeout=_LONGEST_RUN, check=True,
    )  # fmt: skip
    sample: Sample = json.loads(done.stdout)
    seen = site.look()
    wanted = scenario.wanted() if competitor.does == "all" else scenario.start()
    kept = {what: seen[what] for what in wanted}
    enough = not seen["calls"] if competitor.does == "nothing" else bool(seen["calls"])
    if sample.pop("status") or kept != wanted or not enough:
        raise SystemExit(
            f"{scenario.key}: {competitor.name} did not do its work; it said:\n"
            + log.read_text(encoding="utf-8", errors="replace")[-3000:]
        )
    return sample, seen


def busy(calls: c.Iterable[Call]) -> float:
    """The seconds in which at least one of the calls was being served."""
    total, until = 0.0, float("-inf")
    for _method, begin, end, _size in sorted(calls, key=lambda call: call[1]):
        total += max(0.0, end - max(begin, until))
        until = max(until, end)
    return total
