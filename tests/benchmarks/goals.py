# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What the collection wants to reach, and whether it does."""

from __future__ import annotations

import collections.abc as c
import dataclasses
import typing as t

from . import competitors as who
from .results import Result, Results

#: Bytes of one member in a real server's answer without `fields`; the simulated portal leaves out
#: pictures and dates, so that its answers are shorter.
REAL_MEMBER = 2100
#: For a whole portal of 2,000 people, 200 groups and 200 rooms.
_MOST_REQUESTS = 300


@dataclasses.dataclass(frozen=True)
class Goal:
    """One number that is wanted, and what it is."""

    work: str
    wanted: str
    value: float
    limit: float
    unit: str = ""
    at_least: bool = False

    @property
    def met(self) -> bool:
        """Whether it is reached."""
        return self.value >= self.limit if self.at_least else self.value <= self.limit

    @property
    def verdict(self) -> str:
        """In a word, or by how much it is missed."""
        return "met" if self.met else f"missed by {abs(self.value / self.limit - 1):.0%}"


def goals(results: Results, plan: dict[str, float] | None) -> list[Goal]:
    """All goals of which there are results."""
    found: list[Goal] = []
    for key, of in _OF.items():
        for cost, pace in _PACE.items():
            if (key, cost) in results:
                result = results[key, cost]
                found += [Goal(result.title + pace, *rest) for rest in of(result)]
    if plan:
        found.append(
            Goal(
                "The plan of the change to the largest group, alone",
                "< 50 ms",
                plan["plan"],
                50,
                "ms",
            )
        )
    return found


_PACE = {"none": "", "real": ", at the real server's pace"}
_Rest = tuple[t.Any, ...]


def _loop(result: Result) -> c.Iterator[_Rest]:
    ours, script = who.GROUP_MEMBERS.name, result.net(who.SCRIPT.name)
    if result.cost == "none":
        times = result.per_round(who.URI_REMOVE.name, ours)
        yield "`group_members`: >= 20 times faster than `uri`", times, 20, "x", True
    wanted = "`group_members`, less Ansible's start: <= 1.5 of the time of the script"
    same = result.net(who.SCRIPT_SAME.name)
    yield f"{wanted} that makes the same calls", result.net(ours) / same, 1.5, "x"
    yield f"{wanted} that makes the fewest", result.net(ours) / script, 1.5, "x"
    share = result.net(who.MEMBERSHIPS.name) / script
    yield "`memberships`, less Ansible's start: faster than the script", share, 1, "x"


def _nothing(result: Result) -> c.Iterator[_Rest]:
    ours = who.MEMBERSHIPS.name
    times = result.per_round(who.URI_READ.name, ours)
    least = 50 if result.cost == "none" else 20
    yield f"`memberships`: >= {least} times faster than `uri`", times, least, "x", True
    if result.cost == "none":
        yield "`memberships`: <= 24 requests", result.median(ours, "reads"), 24
    else:
        share = result.net(ours) / result.median(ours, "portal")
        yield "`memberships`, less Ansible's start: <= 1.2 of the server's time", share, 1.2, "x"


def _large(result: Result) -> c.Iterator[_Rest]:
    if result.cost == "real":
        ours = who.GROUP_MEMBERS.name
        most = 1.15 * result.median(ours, "portal_writes") + 0.15
        wanted = "`group_members`, less Ansible's start: <= 1.15 of the server's time for the write"
        yield f"{wanted} + 0.15 s = {most:.2f} s", result.net(ours), most, "s"


def _large_nothing(result: Result) -> c.Iterator[_Rest]:
    if result.cost == "real":
        share = result.net(who.GROUP_MEMBERS.name) / result.net(who.SCRIPT_NAIVE.name)
        wanted = "`group_members`, less Ansible's start: <= 0.2 of the naive script's time"
        yield wanted, share, 0.2, "x"


def _huge(result: Result) -> c.Iterator[_Rest]:
    if result.cost == "none":
        ours = who.GROUP_MEMBERS.name
        sent = result.median(ours, "read_bytes") + result.median(ours, "write_bytes")
        yield (
            "`group_members`: bytes of all answers <= 1/15 of the group without `fields`,"
            " as large as the real server's",
            sent / (result.size * REAL_MEMBER), 1 / 15, "x",
        )  # fmt: skip
        yield "`group_members`: memory < 150 MB", result.median(ours, "peak_mb"), 150, "MB"


def _single(result: Result) -> c.Iterator[_Rest]:
    if result.cost == "none":
        times = result.per_round(who.GROUP_MEMBERS.name, who.DEBUG.name)
        yield "`group_members`, whole run: <= 1.1 of one with `debug`", times, 1.1, "x"


def _lists(result: Result) -> c.Iterator[_Rest]:
    ours = list(result.samples)[1]
    if ours not in result.playbooks:
        return
    if result.cost == "none":
        yield (
            f"`{ours}`: <= {_MOST_REQUESTS} requests",
            result.median(ours, "reads"),
            _MOST_REQUESTS,
        )
    else:
        share = result.net(ours) / result.median(who.SAME_REQUESTS.name, "portal")
        wanted = "less Ansible's start: <= 1.3 of the server's time for the same requests in turn"
        yield f"`{ours}`, {wanted}", share, 1.3, "x"


_OF: dict[str, c.Callable[[Result], c.Iterator[_Rest]]] = {
    "loop": _loop,
    "nothing": _nothing,
    "large": _large,
    "large-nothing": _large_nothing,
    "huge": _huge,
    "single": _single,
    "people": _lists,
    "rooms": _lists,
}
