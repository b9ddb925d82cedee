# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Eight ansible-playbook processes that change the same groups at once."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from werkzeug.middleware.dispatcher import DispatcherMiddleware

from ansible_collections.onlyoffice.docspace.tests.portal import (
    Faults,
    LoggedRequest,
    Portal,
    load_state,
    serve,
)
from ansible_collections.onlyoffice.docspace.tests.system.conftest import FRONTS, Process
from ansible_collections.onlyoffice.docspace.tests.system.fault_kinds import KEY

RUNS = 8
GROUPS = [f"10000000-0000-4000-8000-{number:012}" for number in (4, 6, 8)]
USERS = [f"c0000000-0000-4000-8000-{number:012}" for number in range(1, 13)]
#: Every answer takes up to so many seconds longer, so that the runs overlap in many ways.
DELAY = 0.05

#: Who is in which group: pairs of both.
Members = frozenset[tuple[str, str]]


def people(run: int, turn: int) -> list[str]:
    """Whom a task of a run is about; each shares most of them with its neighbours."""
    return [USERS[(run + 2 * turn + each) % len(USERS)] for each in range(5)]


def tasks(run: int) -> list[dict[str, Any]]:
    """Every second run adds to a group from which its neighbours remove; the last does both."""
    connection = {"timeout": 120}
    if run == RUNS - 1:
        change = [
            {"group": group, "add": people(run, turn)[:2], "remove": people(run, turn)[2:]}
            for turn, group in enumerate(GROUPS)
        ]
        options = {**connection, "groups": change}
        return [{"name": "all", "onlyoffice.docspace.memberships": options}]
    return [
        {
            "name": group,
            "onlyoffice.docspace.group_members": {
                **connection,
                "group": group,
                "members": people(run, turn),
                "state": "present" if (run + turn) % 2 else "absent",
            },
        }
        for turn, group in enumerate(GROUPS)
    ]


def desired(run: int) -> Iterable[tuple[str, str, bool]]:
    """What a run wants of each group and person: whether they are to be together."""
    for turn, group in enumerate(GROUPS):
        for position, person in enumerate(people(run, turn)):
            adding = position < 2 if run == RUNS - 1 else bool((run + turn) % 2)
            yield group, person, adding


def members_of(state: dict[str, Any]) -> Members:
    return frozenset((group["id"], who) for group in state["groups"] for who in group["members"])


def written(request: LoggedRequest) -> Iterable[tuple[str, str, bool]]:
    """What a request makes of each group and person."""
    if request.method == "GET":
        return
    (group,) = set(GROUPS) & set(request.path.split("/"))
    adding = request.body.get("membersToAdd") or (
        request.body.get("members") if request.method == "PUT" else None
    )
    removing = request.body.get("membersToRemove") or (
        request.body.get("members") if request.method == "DELETE" else None
    )
    yield from ((group, person, True) for person in adding or ())
    yield from ((group, person, False) for person in removing or ())


def course(before: Members, log: Iterable[LoggedRequest]) -> list[Members]:
    """Who is in which group after each request."""
    now, states = set(before), [before]
    for request in log:
        for group, person, adding in written(request):
            (now.add if adding else now.discard)((group, person))
        states.append(frozenset(now))
    return states


def together(portal: Portal) -> Callable[..., Any]:
    """The portal, as a run finds it under a path of its own once all of them are there."""
    ready = threading.Barrier(RUNS, timeout=240)
    slow = Faults(portal, [{"random_delay": DELAY, "times": 10**6}])

    def mount() -> Callable[..., Any]:
        waited = threading.Event()

        def app(environ, start_response):
            if not waited.is_set():
                waited.set()
                ready.wait()
            return slow(environ, start_response)

        return app

    return DispatcherMiddleware(portal, {f"/{run}": mount() for run in range(RUNS)})


@FRONTS
def test_runs_at_once(play, direct):
    portal = Portal(load_state())
    before = members_of(portal.state())

    def start(base_url: str, run: int):
        done = play(Process(f"{base_url}/{run}", KEY, 0), tasks(run), direct=direct)
        assert "Traceback" not in done.output
        return done

    with serve(together(portal)) as base_url:
        with ThreadPoolExecutor(RUNS) as pool:
            runs = list(pool.map(lambda run: start(base_url, run), range(RUNS)))
        log, after = portal.requests, members_of(portal.state())
        check_runs(runs, log, before, after)

        for run in [*range(RUNS), RUNS - 1]:
            wanted = frozenset(desired(run))
            missing = [each for each in wanted if (each[:2] in after) != each[2]]
            again = start(base_url, run)
            assert again.status == 0, again.output
            assert any(result["changed"] for _task, result in again.results) == bool(missing)
            after = members_of(portal.state())
            assert all((each[:2] in after) == each[2] for each in wanted)


def check_runs(runs, log, before, after):
    """What each run says is true of some moment of it, and all together are the final state."""
    states = course(before, log)
    assert states[-1] == after
    own = [
        [at for at, each in enumerate(log) if each.path.startswith(f"/{run}/")]
        for run in range(RUNS)
    ]
    changed = 0
    for run, done in enumerate(runs):
        assert done.status == 0, done.output
        mine = [each for at in own[run] for each in written(log[at])]
        assert set(mine) <= set(desired(run))
        for _task, result in done.results:
            for each in result.get("groups", [result]):
                group = each.get("group", each)["id"]
                told = [(group, person["id"], True) for person in each["added"]]
                told += [(group, person["id"], False) for person in each["removed"]]
                assert each["changed"] == bool(told)
                changed += len(told)
                # What is told was written, and nothing else was.
                assert sorted(told) == sorted({this for this in mine if this[0] == group})
                # While the run went on, what it left alone was once as it wants it.
                for wanted in desired(run):
                    if wanted[0] == group and wanted not in told:
                        seen = states[own[run][0] : own[run][-1] + 1]
                        assert any((wanted[:2] in state) == wanted[2] for state in seen), wanted
    # The runs really got in each other's way.
    assert changed > len(before ^ after)
