# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The results as text, which is Markdown, and as a picture."""

from __future__ import annotations

import collections.abc as c
import statistics
import typing as t
from pathlib import Path

from .competitors import EMPTY
from .goals import REAL_MEMBER, Goal, goals
from .profiling import Profile
from .results import Result, Results, slope
from .scenarios import growth, scenarios

_PACES = {"none": "Without delays", "real": "At the real server's pace"}

_INTRODUCTION = """\
# Benchmarks

What the collection costs, beside what a user would pick instead. All figures come from one command,
which also writes this page:

    {command}

{machine}

- All competitors of a table ran in turn, once per round, against the simulated portal
  (`tests/portal`) in a process of its own, which got the same state before each run. Every run was
  checked afterwards: its exit status, and who is in which group or room. Times are medians over the
  rounds, with the fastest and the slowest in brackets.
- "At the real server's pace" the portal takes for each call the time that a real server, release
  3.7.2, was measured to take. Without delays it answers as fast as it can.
- The modules run inside of Ansible's own process, as they do by default on localhost; "direct off"
  means `onlyoffice_docspace_direct: false`, where each task or item is a process of its own.
- The scripts and `uri` read a group, with `fields=id,members.id`, and remove whoever has to go. The
  naive script asks for whole groups, and sends the removal whether or not anybody has to go. The
  one of the same calls asks for as much as `group_members`, which sees disabled members, too.
- "The same requests, in turn" are those of the collection, sent again by a script that knows them
  all, one after the other: what the server alone takes.
- "Less start" is the time less that of an empty play in the same round. Scripts keep the time of
  their own start. A ratio is that to the first competitor behind the empty play: above 1 is slower.
- The processor time and the memory are those of the competitor's processes: the sum, and the
  largest of them.
"""


def write(results: Results, plan: dict[str, float], profiles: list[Profile], to: Path,
          quick: bool) -> str:  # fmt: skip
    """Write the page and the picture; gives the page."""
    page = "\n".join(_parts(results, plan, profiles, quick))
    to.mkdir(parents=True, exist_ok=True)
    (to / "benchmarks.md").write_text(page, encoding="utf-8")
    # Late: most that is done with a report is reading its text.
    from .plot import draw

    draw(results, to / "benchmarks.png", quick)
    return page


def _parts(
    results: Results, plan: dict[str, float], profiles: list[Profile], quick: bool
) -> c.Iterator[str]:
    words = ' ARGS="--quick"' if quick else ""
    machines = {tuple(result.machine.items()) for result in results.values()}
    yield _INTRODUCTION.format(
        command=f"make bench{words}",
        machine="\n".join(
            "- " + ", ".join(f"{name} {value}" for name, value in machine)
            for machine in sorted(machines)
        ),
    )
    if quick:
        yield (
            "**These are quick figures: a tenth of the sizes, few rounds. The goals are meant for"
            " the full sizes.**\n"
        )
    yield "![Seconds of each competitor](benchmarks.png)\n"
    yield "## Goals\n"
    head = ["work", "goal", "measured", ""]
    yield _table(head, [_goal(goal, quick) for goal in goals(results, plan)])
    for scenario in scenarios(quick):
        for cost, pace in _PACES.items():
            if (scenario.key, cost) in results:
                yield f"## {scenario.title}: {pace[0].lower()}{pace[1:]}\n"
                yield _competition(results[scenario.key, cost])
        if scenario.key == "huge" and plan:
            yield (
                f"The plan of this change takes {plan['plan']:.0f} ms, finding out whom the list"
                f" means {plan['match']:.0f} ms. The simulated portal's answers without `fields`"
                f" are shorter than a real server's, which have {REAL_MEMBER} bytes per member.\n"
            )
    yield from _growth(results, quick)
    yield from _profiles(profiles)


def _goal(goal: Goal, quick: bool) -> list[str]:
    measured = f"{goal.value:.3g} {goal.unit}".strip()
    return [goal.work, goal.wanted, measured, "" if quick else goal.verdict]


def _competition(result: Result) -> str:
    head = ["", "rounds", "whole run, s", "ratio", "less start, s", "ratio", "requests",
            "answers, kB", "processor, s", "memory, MB"]  # fmt: skip
    names = list(result.samples)
    ours = names[1]
    rows = []
    for name in names:
        seconds = result.seconds(name)
        net = ["", ""]
        if name != EMPTY.name:
            ratio = result.net(name) / result.net(ours)
            net = [f"{result.net(name):.2f}", f"{ratio:.2f}" if ratio > 0 else ""]
        size = result.median(name, "read_bytes") + result.median(name, "write_bytes")
        rows.append(
            [
                name,
                str(len(seconds)),
                f"{statistics.median(seconds):.2f} ({min(seconds):.2f}-{max(seconds):.2f})",
                f"{result.per_round(name, ours):.2f}",
                *net,
                f"{result.median(name, 'reads'):.0f} + {result.median(name, 'writes'):.0f}",
                f"{size / 1000:.0f}",
                f"{result.median(name, 'cpu'):.2f}",
                f"{result.median(name, 'peak_mb'):.0f}",
            ]
        )
    portal = result.median(ours, "portal")
    note = f"Requests are reads + writes. The portal was at work for {portal:.2f} s of `{ours}`.\n"
    return f"{_table(head, rows)}\n{note}"


def _growth(results: Results, quick: bool) -> c.Iterator[str]:
    head = ["what grows", "competitor", "seconds, less Ansible's start", "slope", "last step",
            "slope of the portal's share"]  # fmt: skip
    rows = []
    for what, steps in growth(quick).items():
        found = [results[step.key, "none"] for step in steps if (step.key, "none") in results]
        if len(found) != len(steps):
            continue
        sizes = [step.groups if what == "groups" else step.size for step in steps]
        for name in found[0].samples:
            if name == EMPTY.name:
                continue
            seconds = [max(result.net(name), 1e-3) for result in found]
            portal = [result.median(name, "portal") for result in found]
            points = list(zip(sizes, seconds, strict=True))
            each = [f"{size:,}: {second:.2f}" for size, second in points]
            shares = slope(list(zip(sizes, portal, strict=True)))
            slopes = [slope(points), slope(points[-2:]), shares]
            rows.append([what, name, ", ".join(each), *(f"{each:.2f}" for each in slopes)])
    if rows:
        yield "## Growth\n"
        yield (
            "The slope is that of the times against the sizes, both as logarithms: 1 is linear,"
            " less is better. Without delays.\n"
        )
        yield _table(head, rows)


def _profiles(profiles: list[Profile]) -> c.Iterator[str]:
    if profiles:
        yield "## Where the processor time goes\n"
        yield (
            "Without delays, all of Ansible's processes together, waiting left out; from"
            ' `make bench ARGS="--profile"`.\n'
        )
    for each in profiles:
        yield f"{each['title']}, `{each['competitor']}`: {each['seconds']:.2f} s\n"
        shares = [[name, f"{part:.0%}"] for name, part in each["shares"].items() if part >= 0.01]
        functions = [f"`{name}` {share:.0%}" for name, share in each["functions"].items()]
        yield _table(["part", "share"], shares)
        yield f"Most of it in: {', '.join(functions)}.\n"


def _table(head: t.Sequence[str], rows: t.Sequence[t.Sequence[str]]) -> str:
    widths = [max(len(row[column]) for row in (head, *rows)) for column in range(len(head))]

    def line(cells: t.Sequence[str]) -> str:
        padded = (cell.ljust(width) for cell, width in zip(cells, widths, strict=True))
        return f"| {' | '.join(padded)} |"

    return "\n".join([line(head), line(["-" * width for width in widths]), *map(line, rows)]) + "\n"
