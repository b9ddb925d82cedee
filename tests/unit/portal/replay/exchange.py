# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Recorded exchanges, as tests/recorded/README.md describes them."""

from __future__ import annotations

import dataclasses
import json
import pathlib
import typing as t

# What of an answer that starts a job depends on how far the job is already.
_RACE = frozenset(("percentage", "isCompleted", "status", "progress", "processed", "finished"))


@dataclasses.dataclass(frozen=True)
class Request:
    """A request in the words of the recording."""

    method: str
    path: str
    query: str = ""
    headers: dict[str, str] = dataclasses.field(default_factory=dict)
    body: t.Any = None


@dataclasses.dataclass(frozen=True)
class Exchange:
    """A request, the answer of the real server, and what of it counts."""

    name: str
    request: Request
    status: int
    body: t.Any
    is_fact: bool = False
    #: What it has to do with a job: start, poll, finished, or nothing.
    job: str | None = None
    unordered: bool = False
    ignored: frozenset[str] = frozenset()
    parallel: bool = False
    wait: float = 0

    @classmethod
    def of(cls, line: str) -> Exchange:
        """Read a line of a recording."""
        entry = json.loads(line)
        sent, answer = entry["request"], entry["response"]
        body, job = sent.get("body"), entry.get("async")
        # Instead of a body that is no text there stands what it was.
        described = isinstance(body, str) and body.startswith("<")
        ignored = frozenset(entry.get("ignore", ()))
        ignored |= _RACE if job == "start" else frozenset()
        ignored |= {"expirationDate"} if entry.get("clock") else set()
        return cls(
            entry["name"],
            Request(sent["method"], sent["path"], sent.get("query") or "", sent["headers"], body),
            answer.get("status", 0),
            answer.get("body"),
            bool(entry.get("fact") or described or "status" not in answer),
            job,
            entry.get("unordered", False),
            ignored,
            entry.get("parallel", False),
            entry.get("wait", 0),
        )


def read(path: pathlib.Path) -> list[Exchange]:
    """All exchanges of a recording, in order."""
    return [Exchange.of(line) for line in path.read_text(encoding="utf-8").splitlines()]
