# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The portal as a WSGI application: here, and only here, HTTP and the whole state meet."""

from __future__ import annotations

import collections.abc as c
import dataclasses
import json
import threading
import time
import typing as t
import urllib.parse

from werkzeug.wrappers import Request, Response

from .. import background
from ..call import Call, authenticate
from ..routes import ROUTER
from ..world import World
from . import auth, envelope, failures
from .binding import Query
from .costs import Work
from .envelope import Answer
from .failures import Failure, Refused

_CONTROL = "/_portal/"
_HEALTH = "/health"
#: In the environment of a read that is answered as if the last change had not been made.
STALE = "portal.stale"
#: In the environment of a request: what becomes of the jobs that it starts.
JOB_FAULT = "portal.job_fault"
# The request line, with method and version, has at most 8 KiB.
_LONGEST_TARGET = 8192 - len("DELETE  HTTP/1.1")


@dataclasses.dataclass(frozen=True)
class LoggedRequest:
    """A request as it came in, and the status of its answer."""

    method: str
    path: str
    query: str
    body: t.Any
    status: int


class _Response(Response):
    """An answer that has no content type unless it is given one."""

    default_mimetype = None


class Portal:
    """A simulated portal; each request is one step under one lock.

    With `real_costs` every answer takes the time that the real server needs for it.
    """

    def __init__(self, state: dict[str, t.Any], real_costs: bool = False) -> None:
        self._lock = threading.Lock()
        self._real_costs = real_costs
        self._at_work = 0
        self._requests: list[LoggedRequest] = []
        self._mutations = 0
        self._first_state = state
        self._world = World(state)

    @property
    def requests(self) -> list[LoggedRequest]:
        """The log, oldest first."""
        with self._lock:
            return list(self._requests)

    @property
    def mutations(self) -> int:
        """How many requests really changed the state."""
        with self._lock:
            return self._mutations

    def state(self) -> dict[str, t.Any]:
        """The present state, sorted, in the format of a state file."""
        with self._lock:
            background.run_due(self._world)
            return self._world.state()

    def reset_log(self) -> None:
        """Forget the requests and the mutations."""
        with self._lock:
            self._requests.clear()
            self._mutations = 0

    def __call__(
        self, environ: dict[str, t.Any], start_response: c.Callable[..., t.Any]
    ) -> c.Iterable[bytes]:
        """Serve one request."""
        request = Request(environ)
        if request.path.startswith(_CONTROL):
            answer = self._control(request)
        else:
            answer = self._serve(request)
        response = _Response(
            answer.body, answer.status, answer.headers, content_type=answer.content_type
        )
        return response(environ, start_response)

    def _serve(self, request: Request) -> Answer:
        started = time.monotonic()
        data = request.get_data()
        with self._lock:
            background.run_due(self._world)
            stale = STALE in request.environ
            world = World(self._world.state_before()) if stale else self._world
            world.audit = self._world.audit
            world.audit.page = _address(request)
            answer, work = self._answer(request, data, world)
            world.audit.page = ""
            self._requests.append(_logged(request, data, answer.status))
            self._mutations += self._world.take_changed()
            self._at_work += 1
            seconds = work.seconds(self._at_work)
        if self._real_costs:
            time.sleep(max(0.0, seconds - (time.monotonic() - started)))
        with self._lock:
            self._at_work -= 1
        return answer

    def _answer(self, request: Request, data: bytes, world: World) -> tuple[Answer, Work]:
        query = Query(request.query_string.decode())
        work = Work(refused=True)
        try:
            if request.path == _HEALTH:
                return envelope.plain(200, {"status": "Healthy"}, "application/json"), work
            if _is_preflight(request):
                return Answer(204), work
            if len(_path(request)) + len(request.query_string) > _LONGEST_TARGET:
                raise Refused(414)
            route, variables = ROUTER.match(request.path, request.method.upper())
            _demand_origin(request.headers.get("Origin"))
            key = authenticate(world, request.headers.get("Authorization", ""), route.anonymous)
            auth.demand_scope(key.permissions, route.scopes, route.anonymous)
            work.refused = False
            content_type = request.content_type or ""
            origin = request.host_url.rstrip("/")
            confirmation = request.headers.get("confirm", "")
            call = Call(
                world, key, variables, query, data, content_type, work, origin, confirmation
            )
            call.request_token = request.headers.get("Request-Token", "")
            call.target = _path(request)
            call.has_credential = "Authorization" in request.headers
            call.job_fault = request.environ.get(JOB_FAULT)
            return envelope.success(route.handler(call), query.fields), work
        except Failure as failure:
            return envelope.failure(failure, query.fields), work

    def _control(self, request: Request) -> Answer:
        what = (request.method, request.path[len(_CONTROL) :])
        if what == ("GET", "requests"):
            return envelope.plain(200, [dataclasses.asdict(logged) for logged in self.requests])
        if what == ("GET", "mutations"):
            return envelope.plain(200, self.mutations)
        if what == ("GET", "state"):
            return envelope.plain(200, self.state())
        if what == ("POST", "reset"):
            return self._reset(json.loads(request.get_data() or b"null"))
        # GET for Ansible's lookup of addresses, which is much faster than its module.
        if what == ("GET", "look"):
            return self._reset()
        if what == ("GET", "restart"):
            return self._reset(self._first_state)
        return Answer(404)

    def _reset(self, state: dict[str, t.Any] | None = None) -> Answer:
        """Empty the log, and change the state if one is given; tells what there was until now."""
        until_now = {
            "requests": [dataclasses.asdict(logged) for logged in self.requests],
            "mutations": self.mutations,
            "state": self.state(),
        }
        self.reset_log()
        if state:
            with self._lock:
                self._world = World(state)
        return envelope.plain(200, until_now)


def _logged(request: Request, data: bytes, status: int) -> LoggedRequest:
    return LoggedRequest(
        request.method.upper(),
        _path(request),
        request.query_string.decode(),
        _parsed(data),
        status,
    )


def _path(request: Request) -> str:
    """The path as it was sent."""
    sent = request.environ.get("REQUEST_URI") or urllib.parse.quote(request.path)
    return str(sent).partition("?")[0]


def _address(request: Request) -> str:
    """The whole address as it was sent."""
    query = request.query_string.decode()
    return f"{request.host_url.rstrip('/')}{_path(request)}{'?' if query else ''}{query}"


def _parsed(data: bytes) -> t.Any:
    try:
        return json.loads(data)
    except ValueError:
        return data.decode(errors="replace") or None


def _is_preflight(request: Request) -> bool:
    asked = "Origin" in request.headers and "Access-Control-Request-Method" in request.headers
    return asked and request.method == "OPTIONS"


def _demand_origin(origin: str | None) -> None:
    if origin and not urllib.parse.urlsplit(origin).scheme:
        message = "Invalid URI: The format of the URI could not be determined."
        raise failures.bad_format(message, "System.UriFormatException")
