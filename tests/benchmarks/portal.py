# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The simulated portal as the benchmarks serve it: it notes when each call came and how much went.

Prints its address and serves until its standard input ends, with the argument `real` at the real
server's pace. `POST /_bench`, with a new state or null, tells what happened since the last one.
"""

from __future__ import annotations

import collections.abc as c
import json
import sys
import time
import typing as t

from ..portal import Portal, load_state, serve
from ..portal.http.app import LoggedRequest


class Counted:
    """A portal that keeps, of each call, its method, its begin and end, and its answer's size."""

    def __init__(self, real_costs: bool) -> None:
        self._real_costs = real_costs
        self._portal = Portal(load_state(), real_costs)
        self._calls: list[tuple[str, float, float, int]] = []

    def __call__(
        self, environ: dict[str, t.Any], start_response: c.Callable[..., t.Any]
    ) -> c.Iterable[bytes]:
        """Serve one request."""
        if environ["PATH_INFO"] == "/_bench":
            size = int(environ["CONTENT_LENGTH"])
            body = self._control(json.loads(environ["wsgi.input"].read(size)))
            start_response("200 OK", [("Content-Length", str(len(body)))])
            return [body]
        started = time.monotonic()
        body = b"".join(self._portal(environ, start_response))
        self._calls.append((environ["REQUEST_METHOD"], started, time.monotonic(), len(body)))
        return [body]

    def _control(self, state: dict[str, t.Any] | None) -> bytes:
        now = self._portal.state()
        happened = {
            "calls": self._calls,
            "requests": [_repeatable(request) for request in self._portal.requests],
            "groups": {group["id"]: group["members"] for group in now["groups"]},
            "people": {
                person["id"]: [person["type"], person["status"]]
                for person in now["users"]
                if person["type"] != "Owner"
            },
            "rooms": {str(room["id"]): _levels(room) for room in now.get("rooms", ())},
        }
        self._calls = []
        if state:
            self._portal = Portal(state, self._real_costs)
        return json.dumps(happened).encode()


def _repeatable(request: LoggedRequest) -> list[t.Any]:
    query = f"?{request.query}" if request.query else ""
    return [request.method, request.path + query, request.body, request.status]


def _levels(room: dict[str, t.Any]) -> dict[str, int]:
    return {share.get("user") or share["group"]: share["access"] for share in room["shares"]}


if __name__ == "__main__":
    with serve(Counted("real" in sys.argv)) as base_url:
        print(base_url, flush=True)
        sys.stdin.read()
