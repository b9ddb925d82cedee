# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The table of faults: a cell is a fault at a request of a task."""

from __future__ import annotations

import re
import socket
import threading
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from typing import Any
from urllib.parse import urlsplit

from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.errors import DocSpaceError
from ansible_collections.onlyoffice.docspace.tests.portal import Faults, Portal, serve
from ansible_collections.onlyoffice.docspace.tests.system.fault_kinds import (
    KEY,
    KINDS,
    LASTING,
    ONCE,
    Kind,
)
from ansible_collections.onlyoffice.docspace.tests.system.fault_review_tasks import (
    REVIEW_TASKS,
    of_portal,
    prepare_review,
)
from ansible_collections.onlyoffice.docspace.tests.system.fault_room_checks import (
    known_room,
    room_facts,
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
#: Enough for a request and three repeats, which is how long a fault may last (see REPEATED).
RETRY_FOR = 3
#: Seconds that a task may take: some time limits, and a busy machine.
BUDGET = 20

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
        prepare(task, base_url)
        result = attempt(task, base_url)
    assert not result["failed"], result
    requests = tuple(f"{method} {path}" for method, path, _faulty in faults.arrived)
    return Normal(requests, facts(faults.portal.state()), result)


def cells() -> Iterator[Cell]:
    """The complete table."""
    for task in TASKS:
        written = False
        for number, request in enumerate(normal(task).requests, start=1):
            after_write = written or not request.startswith("GET ")
            for kind in KINDS:
                if kind.applies(request, written):
                    for lasts in kind.lasts(after_write):
                        yield Cell(task, number, request, kind, lasts)
            written = after_write


def prepare(task: str, base_url: str) -> None:
    """Write the files that a task reads, if it does."""
    if task in REVIEW_TASKS:
        prepare_review(base_url)


def attempt(task: str, base_url: str) -> Result:
    """Run a task by the function that a module is made of."""
    return run(module(task), of_portal(options(task), base_url), base_url)


def run(module: Any, wanted: dict[str, Any], base_url: str) -> Result:
    """Run a module's work with these options."""
    given = {"base_url": base_url, "api_key": KEY, "timeout": TIMEOUT, "retry_for": RETRY_FOR}
    given.update(wanted)
    checked = validator(module).validate(given)
    assert not checked.error_messages
    try:
        return {"failed": False, **module.run(dict(checked.validated_parameters), False)}
    except DocSpaceError as error:
        return {"failed": True, **error.result()}


def facts(state: State) -> State:
    """What there is on a portal; what was made has its name for a key, as its id is random."""
    groups = {}
    names = {user["id"]: known_as(user) for user in state["users"]}
    for group in state["groups"]:
        key = group["id"] if group["id"].startswith("1") else group["name"]
        assert key not in groups
        groups[key] = (
            group["name"],
            group["manager"],
            frozenset(names[each] for each in group["members"]),
        )
    links = [
        {name: value for name, value in link.items() if name != "id"}
        for link in state.get("invitation_links", ())
    ]
    into_rooms = {
        (link["holder"], link["title"]): {**link, "id": None} for link in state.get("links", ())
    }
    return {
        "groups": groups,
        "people": {known_as(user): user["status"] for user in state["users"]},
        "accounts": {
            known_as(user): (user["type"], user["email"], user.get("quota"))
            for user in state["users"]
        },
        "links": links,
        "rooms": {known_room(room): room["owner"] for room in state.get("rooms", ())},
        "settings": room_facts(state),
        "into_rooms": into_rooms,
        "entries": {
            known_room(room): {
                names.get(each.get("user"), each.get("group")): each["access"]
                for each in room["shares"]
            }
            for room in state.get("rooms", ())
        },
    }


def known_as(person: Mapping[str, Any]) -> str:
    """Somebody by their id, or by their address if the portal has made it up."""
    return str(person["email"] if str(person["id"]).startswith("5") else person["id"])


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
