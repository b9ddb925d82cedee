# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What goes wrong between a client and a portal, on schedule.

A state file (`faults`) and `POST /_portal/faults` hold a schedule as a list of such entries:

    {"method": "PUT", "path": "members",    requests like this, by default all
     "first": 3,                            from the third on, counted since the schedule was set
     "times": 1,                            so many of them
     "done": false,                         what the portal does of it: nothing, all (true), of each
                                            list only the first ids (a number), or, of a read, all
                                            as if the last change had not been made ("stale")
     "shows": "/api/2.0/group/...",         it is answered like a GET of this path
     "status": 503, "body": "...",          or with this
     "headers": {"Retry-After": "5"},
     "retry_at": 5,                         with a Retry-After date so many seconds ahead
     "job": "fails",                        the job that it starts ends with an error and nothing
                                            done, or "stays": it never ends, or 5: when it is asked
                                            about for the fifth time
     "delay": 0.5,                          so many seconds later
     "random_delay": 0.5,                   or after a random part of them
     "damaged": true,                       compressed, with an error in it
     "cut": "before"}                       with a reset "before" it or "within" it, or "short" of
                                            its announced length
    {"refuse": 0.5, "first": 3}             so many seconds before the third request nobody listens
"""

from __future__ import annotations

import collections.abc as c
import datetime
import gzip
import io
import json
import random
import threading
import typing as t
from email.utils import format_datetime

from werkzeug.wrappers import Request, Response

from .app import JOB_FAULT, STALE, Portal
from .fault_rules import Environ, Rule, before, done_but, instead, partly, served

__all__ = ["Fault", "Faults", "before", "done_but", "fault_from", "instead", "partly"]

#: In the environment of a request: orders to the handler of its socket. `cut` is as above, and
#: `refuse` for how many seconds the server is not to listen after this request.
ORDERS = "portal.orders"

_CONTROL = "/_portal/faults"


class Fault(t.NamedTuple):
    """A rule for some requests, by method ("" for any) and part of the path."""

    method: str
    path: str
    rule: Rule
    first: int = 1
    times: int = 1
    #: Seconds for which the server does not listen, instead of the rule.
    refuse: float = 0

    def applies(self, environ: Environ, number: int) -> bool:
        """Whether it is meant for a request."""
        return (
            self.first <= number
            and self.method in ("", environ["REQUEST_METHOD"])
            and self.path in environ["PATH_INFO"]
        )


class Faults:
    """A portal as it is reached through something that fails on schedule."""

    def __init__(self, portal: Portal, entries: c.Iterable[dict[str, t.Any]] = ()) -> None:
        self.portal = portal
        #: What is still to go wrong; the first that applies to a request is taken.
        self.schedule: list[Fault] = []
        #: The requests since the schedule was set: method, path and whether anything went wrong.
        self.arrived: list[tuple[str, str, bool]] = []
        self._lock = threading.Lock()
        self.set(entries)

    def set(self, entries: c.Iterable[dict[str, t.Any]]) -> None:
        """Give it another schedule, and begin to count anew."""
        with self._lock:
            self.schedule[:] = map(fault_from, entries)
            self.arrived.clear()

    def __call__(
        self, environ: Environ, start_response: c.Callable[..., t.Any]
    ) -> c.Iterable[bytes]:
        """Serve one request, or fail to."""
        if environ["PATH_INFO"] == _CONTROL:
            answer: c.Callable[..., c.Iterable[bytes]] = self._control(Request(environ))
        elif environ["PATH_INFO"].startswith("/_portal/"):
            answer = self.portal
        else:
            rule = self._next(environ)
            answer = rule(self.portal, environ) if rule else self.portal
        with self._lock:
            refusal = next((each for each in self.schedule if self._is_next(each)), None)
            if refusal:
                self.schedule.remove(refusal)
                environ[ORDERS]["refuse"] = Fault(*refusal).refuse
        return answer(environ, start_response)

    def _is_next(self, entry: Fault) -> bool:
        fault = Fault(*entry)
        return bool(fault.refuse) and len(self.arrived) + 1 >= fault.first

    def _next(self, environ: Environ) -> Rule | None:
        with self._lock:
            number = len(self.arrived) + 1
            found = None
            for at, entry in enumerate(self.schedule):
                fault = Fault(*entry)
                if not fault.refuse and fault.applies(environ, number):
                    found = fault.rule
                    left = fault._replace(times=fault.times - 1)
                    self.schedule[at : at + 1] = [left] if left.times else []
                    break
            self.arrived.append(
                (environ["REQUEST_METHOD"], environ["PATH_INFO"], found is not None)
            )
        return found

    def _control(self, request: Request) -> Response:
        if request.method == "POST":
            self.set(json.loads(request.get_data()))
        with self._lock:
            return Response(json.dumps(self.arrived), content_type="application/json")


def fault_from(entry: dict[str, t.Any]) -> Fault:
    """A fault of a schedule that is written as in the description of this module."""
    place = {key: entry[key] for key in ("first", "times", "refuse") if key in entry}
    return Fault(entry.get("method", ""), entry.get("path", ""), _rule(entry), **place)


def _rule(entry: dict[str, t.Any]) -> Rule:
    def rule(portal: Portal, environ: Environ) -> Response:
        answer = doing(portal, environ)
        if "shows" in entry:
            answer = served(portal, _reading(environ, entry["shows"]))
        if "retry_at" in entry:
            answer.headers["Retry-After"] = _date(entry["retry_at"])
        if entry.get("damaged"):
            answer = _damaged(answer)
        # Not `time.sleep`, which tests may have replaced.
        threading.Event().wait(entry.get("delay", 0))
        threading.Event().wait(random.uniform(0, entry.get("random_delay", 0)))
        if "cut" in entry:
            environ[ORDERS]["cut"] = entry["cut"]
        return answer

    doing = _doing(entry)
    return rule


def _doing(entry: dict[str, t.Any]) -> Rule:
    if "job" in entry:
        return lambda portal, environ: served(portal, {**environ, JOB_FAULT: entry["job"]})
    own = "status" not in entry
    done = entry.get("done", own and "cut" not in entry)
    given = (entry.get("status", 200), entry.get("body", ""), entry.get("headers"))
    if done == "stale":
        return lambda portal, environ: served(portal, {**environ, STALE: True})
    if done is False:
        return instead(*given)
    if done is not True:
        return partly(done, *given)
    return served if own else done_but(*given)


def _reading(environ: Environ, path: str) -> Environ:
    body = {"wsgi.input": io.BytesIO(), "CONTENT_LENGTH": "0"}
    return {**environ, "REQUEST_METHOD": "GET", "PATH_INFO": path, "REQUEST_URI": path, **body}


def _date(seconds: float) -> str:
    then = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(seconds=seconds)
    return format_datetime(then, usegmt=True)


def _damaged(answer: Response) -> Response:
    data = bytearray(gzip.compress(answer.get_data()))
    data[len(data) // 2] ^= 0xFF
    data[-8] ^= 0xFF  # the check sum, in case that the text can be read in spite of that
    return Response(
        bytes(data),
        answer.status,
        {**answer.headers, "Content-Encoding": "gzip", "Content-Length": str(len(data))},
    )
