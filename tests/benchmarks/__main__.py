# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Measure, and write what came out: .cache/bench keeps the figures, docs/ gets the page.

A scenario is measured anew only if it is asked for, so that `--only` completes what there is.
"""

from __future__ import annotations

import argparse
import collections.abc as c
import json
import os
import subprocess
import sys
import time
from pathlib import Path

from . import machine, profiling, report, results
from .measure import HERE, ROOT, measure, serving
from .scenarios import growth, scenarios
from .work import Scenario

CACHE = ROOT / ".cache" / "bench"


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    environ = os.environ
    parser.add_argument(
        "--rounds", type=int, default=environ.get("ROUNDS") or 0,
        help="of each competitor; by default 5, or 2 with --quick",
    )  # fmt: skip
    parser.add_argument(
        "--slow-rounds", type=int, help="of those that take minutes; by default as many"
    )
    parser.add_argument("--quick", action="store_true", help="a tenth of all sizes")
    parser.add_argument("--only", action="append", metavar="SCENARIO", help="may be repeated")
    parser.add_argument("--cost", choices=["none", "real"], help="only at this pace of the portal")
    parser.add_argument("--profile", action="store_true", help="profile instead of measuring")
    parser.add_argument("--report", action="store_true", help="measure nothing, write the page")
    parser.add_argument("--list", action="store_true", help="list the scenarios")
    parser.add_argument(
        "--docs", type=Path, help="where the page goes; by default docs, with --quick .cache/bench"
    )
    arguments = parser.parse_args()
    arguments.rounds = arguments.rounds or (2 if arguments.quick else 5)
    arguments.slow_rounds = arguments.slow_rounds or arguments.rounds
    return arguments


def main() -> None:
    """Do what the arguments say."""
    arguments = _arguments()
    folder = CACHE / ("quick" if arguments.quick else "full")
    for part in ("run", "profile"):
        (folder / part).mkdir(parents=True, exist_ok=True)
    wanted = [*scenarios(arguments.quick)]
    grown = [step for steps in growth(arguments.quick).values() for step in steps]
    if arguments.only:
        asked = set(arguments.only)
        wanted = [each for each in wanted if each.key in asked]
        grown = [each for each in grown if {each.key, each.key.split("-")[0], "growth"} & asked]
        if not wanted and not grown:
            raise SystemExit("--only: no such scenario; --list shows them")
    if arguments.list:
        for each in (*wanted, *grown):
            print(f"{each.key:<16}{each.title}")
        return
    if arguments.profile:
        _profile(wanted, folder)
    elif not arguments.report:
        _measure(_with_costs(wanted, grown, arguments.cost), folder, arguments)
        if not arguments.only or "huge" in arguments.only:
            _time_plan(max(each.size for each in scenarios(arguments.quick)), folder)
    to = arguments.docs or (folder if arguments.quick else ROOT / "docs")
    plan = folder / "plan.json"
    text = report.write(
        results.load(folder),
        json.loads(plan.read_text()) if plan.exists() else {},
        profiling.load(folder / "profile"),
        to,
        arguments.quick,
    )
    print(text)


def _with_costs(
    wanted: c.Sequence[Scenario], grown: c.Sequence[Scenario], cost: str | None
) -> c.Iterator[tuple[Scenario, str]]:
    for pace in ("none", "real"):
        if cost in (None, pace):
            yield from ((each, pace) for each in wanted)
    if cost != "real":
        yield from ((each, "none") for each in grown)


def _measure(
    wanted: c.Iterable[tuple[Scenario, str]], folder: Path, arguments: argparse.Namespace
) -> None:
    with serving("none") as fast, serving("real") as real:
        sites = {"none": fast, "real": real}
        for scenario, cost in wanted:
            started = time.monotonic()
            samples = measure(
                scenario, sites[cost], folder / "run", arguments.rounds, arguments.slow_rounds
            )
            results.Result(
                scenario.key, scenario.title, cost, scenario.size, machine.describe(),
                [each.name for each in scenario.competitors if each.is_playbook], samples,
            ).save(folder)  # fmt: skip
            took = time.monotonic() - started
            print(f"{scenario.key}, {cost}: {took:.0f} s", file=sys.stderr, flush=True)


def _time_plan(size: int, folder: Path) -> None:
    command = [sys.executable, str(HERE / "scripts/plan.py"), str(size), "20"]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    (folder / "plan.json").write_text(done.stdout, encoding="utf-8")


def _profile(wanted: list[Scenario], folder: Path) -> None:
    with serving("none") as site:
        for scenario in wanted:
            for competitor in profiling.PROFILED.get(scenario.key, ()):
                found = profiling.profile(scenario, competitor, site, folder / "run")
                path = folder / "profile" / profiling.file_name(scenario.key, competitor)
                path.write_text(json.dumps(found, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
