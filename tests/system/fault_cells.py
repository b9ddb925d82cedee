# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The table of faults: a cell is a fault at a request of a task; what must be so afterwards."""

from __future__ import annotations

import re
import socket
import threading
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from typing import Any
from urllib.parse import urlsplit

from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.errors import DocSpaceError
from ansible_collections.onlyoffice.docspace.plugins.modules import group_members
from ansible_collections.onlyoffice.docspace.tests.portal import Faults, Portal, serve
from ansible_collections.onlyoffice.docspace.tests.system.fault_kinds import (
    KEY,
    KINDS,
    LASTING,
    ONCE,
    STACK,
    Kind,
)
from ansible_collections.onlyoffice.docspace.tests.system.fault_tasks import (
    TASKS,
    initial_state,
    module,
    options,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.simulated import validator

State = dict[str, Any]
Result = dict[str, Any]

#: The option timeout of all tasks, in seconds.
TIMEOUT = 1
#: Seconds that a task may take: some time limits, and a busy machine.
BUDGET = 20

#: What depends on the way and not on the portal.
_NOT_COMPARED = ("failed", "requests", "warnings", "diff")
_GUID = re.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


@dataclass(frozen=True)
class Cell:
    """A fault at a request of a task."""

    task: str
    number: int
    request: str
    kind: Kind
    lasts: int

    def __str__(self) -> str:
        lasts = {ONCE: "once", LASTING: "lasting"}.get(self.lasts, "repeated")
        request = _GUID.sub("…", self.request)
        return f"{self.task}, {self.number} {request}: {self.kind.name}, {lasts}"

    def schedule(self) -> list[dict[str, Any]]:
        """What to give to a portal."""
        path = self.request.partition(" ")[2]
        return list(self.kind.schedule(self.number, path, self.lasts))


@dataclass(frozen=True)
class Normal:
    """A task where nothing goes wrong."""

    requests: tuple[str, ...]
    wanted: State
    result: Result


@cache
def normal(task: str) -> Normal:
    """What a task does and leads to if nothing goes wrong."""
    faults = Faults(Portal(initial_state(task)))
    with serve(faults) as base_url:
        result = attempt(task, base_url)
    assert not result["failed"], result
    requests = tuple(f"{method} {path}" for method, path, _faulty in faults.arrived)
    return Normal(requests, facts(faults.portal.state()), result)


def cells() -> Iterator[Cell]:
    """The whole table."""
    for task in TASKS:
        written = False
        for number, request in enumerate(normal(task).requests, start=1):
            after_write = written or not request.startswith("GET ")
            for kind in KINDS:
                if kind.applies(request, written):
                    for lasts in kind.lasts(after_write):
                        yield Cell(task, number, request, kind, lasts)
            written = after_write


def attempt(task: str, base_url: str) -> Result:
    """Run a task by the function that a module is made of."""
    return run(module(task), options(task), base_url)


def run(module: Any, wanted: dict[str, Any], base_url: str) -> Result:
    """Run a module's work with these options."""
    given = {"base_url": base_url, "api_key": KEY, "timeout": TIMEOUT, **wanted}
    checked = validator(module).validate(given)
    assert not checked.error_messages
    try:
        return {"failed": False, **module.run(dict(checked.validated_parameters), False)}
    except DocSpaceError as error:
        return {"failed": True, **error.result()}


def facts(state: State) -> State:
    """What there is on a portal, with groups that were made by name, as their ids are random."""
    groups = {}
    for group in state["groups"]:
        key = group["id"] if group["id"].startswith("1") else group["name"]
        assert key not in groups
        groups[key] = (group["name"], group["manager"], frozenset(group["members"]))
    return {"groups": groups, "people": {user["id"]: user["status"] for user in state["users"]}}


def check_result(cell: Cell, before: State, faults: Faults, result: Result) -> str:
    """Compare what a task says with the truth on the portal, before and after.

    :returns: how it ended, for the totals.
    """
    check_words(result)
    assert _has_happened(cell, faults)
    before, after = facts(before), facts(faults.portal.state())
    wanted = normal(cell.task)
    unverified = result["failed"] and not _is_verified(result)
    if unverified:
        # To say that, it must have been impossible to read the truth.
        assert result["changed"]
        assert _is_blind(cell, faults), faults.arrived
        for entry in result.get("groups", ()):  # of other groups it may be known
            if not (entry["failed"] and entry["changed"]):
                check_members(entry, before, after)
    else:
        assert result["changed"] == (before != after), result
        check_people(cell, result, before, after)
    if result["failed"]:
        assert result["failure"]["code"]
        if unverified:
            return "failed, truth not to be read, says so"
        return "failed, something done, says what" if result["changed"] else "failed, nothing done"
    expected = {k: v for k, v in wanted.result.items() if k not in _NOT_COMPARED}
    if cell.task == "create a group":
        del expected["group"]  # its id
    if cell.kind.denial and {k: result.get(k) for k in expected} != expected:
        return "succeeded, believing a denial"
    assert after == wanted.wanted, result
    assert {key: result[key] for key in expected} == expected
    return "succeeded"


def check_words(result: Result) -> None:
    """Everything that is shown is fit to be shown."""
    text = repr(result)
    for secret in (KEY, STACK.strip(), "GroupController", "Traceback", "<html"):
        assert secret not in text
    if result["failed"]:
        sentence = result["msg"]
        assert sentence.endswith("."), sentence
        assert "\n" not in sentence


def check_people(cell: Cell, result: Result, before: State, after: State) -> None:
    """The lists of people are exactly who came and who went."""
    if TASKS[cell.task][0] == "memberships" and "groups" in result:
        for entry in result["groups"]:
            # Of a group that is said to be gone, nobody is named.
            if not (cell.kind.denial and entry["failed"]):
                check_members(entry, before, after)
        told = {each["id"] for each in result["groups"] if each["changed"]}
        changed = [key for key in after["groups"] if before["groups"][key] != after["groups"][key]]
        assert told == set(changed)
    elif "added" in result:
        check_members(result, before, after)
    elif TASKS[cell.task][0] == "group_members" and result["changed"]:
        # The group is gone, and nobody is in it.
        assert result["failure"]["code"] == "group_not_found"
    elif result["failed"] and "users" in result:
        changed = [k for k in after["people"] if before["people"][k] != after["people"][k]]
        assert sorted(user["id"] for user in result["users"]) == sorted(changed)


def check_members(entry: Result, before: State, after: State) -> None:
    """The lists of one group."""
    groups = [entry["id"]] if "id" in entry else list(after["groups"])
    added, removed = set(), set()
    for key in groups:
        was, now = before["groups"][key][2], after["groups"][key][2]
        added |= now - was
        removed |= was - now
    assert {person["id"] for person in entry["added"]} == added
    assert {person["id"] for person in entry["removed"]} == removed


def _is_verified(result: Result) -> bool:
    failure = result["failure"]
    problems = failure.get("problems", [failure])
    return all(problem.get("verified", True) for problem in problems)


def _has_happened(cell: Cell, faults: Faults) -> bool:
    if "refuse" in cell.kind.entries[0]:
        return not faults.schedule
    return any(faulty for _method, _path, faulty in faults.arrived)


def _is_blind(cell: Cell, faults: Faults) -> bool:
    """Whether a read after a write went wrong, or could not even arrive."""
    written = False
    for method, _path, faulty in faults.arrived:
        written |= method != "GET"
        if written and faulty and method == "GET":
            return True
    return written and "refuse" in cell.kind.entries[0]


def check_again(cell: Cell, result: Result, again: Result, portal: Portal, base_url: str) -> None:
    """A second run, where nothing went wrong, has made everything as wanted."""
    assert not again["failed"], again
    out = result.get("failure", {}).get("left_out")
    if out:  # a failure that says so, and what to do about it
        members = {"group": again["group"]["id"], "members": out}
        assert not run(group_members, members, base_url)["failed"]
    # Who was told in the midst that the group is gone could not go on.
    if not (cell.kind.denial and result["failed"] and result["changed"]):
        assert facts(portal.state()) == normal(cell.task).wanted, again
    portal.reset_log()


def check_third(third: Result, portal: Portal) -> None:
    """A third run has changed nothing."""
    assert (third["failed"], third["changed"], portal.mutations) == (False, False, 0), third


def wait_for(base_url: str) -> None:
    """Wait until a portal listens again."""
    address = urlsplit(base_url)
    for _try in range(1000):
        with (
            suppress(OSError),
            socket.create_connection((address.hostname or "", address.port or 0)),
        ):
            return
        threading.Event().wait(0.01)
