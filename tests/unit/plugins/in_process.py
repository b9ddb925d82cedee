# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Reading a simulated portal without a socket: for tests that ask a thousand portals."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterable
from typing import Any
from urllib.parse import quote, urlencode

from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.errors import RequestError
from ansible_collections.onlyoffice.docspace.plugins.module_utils._http.transport import (
    Answer,
    Item,
    Result,
    Transport,
)
from ansible_collections.onlyoffice.docspace.tests.portal import Portal


def ask(portal: Portal, key: str, path: str, query: str = "") -> tuple[int, Any]:
    """The status and the envelope of an answer to GET, below ``/api/2.0/``."""
    statuses: list[str] = []
    environ = {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": f"/api/2.0/{path}",
        "QUERY_STRING": query,
        "SERVER_NAME": "portal",
        "SERVER_PORT": "80",
        "wsgi.url_scheme": "http",
        "wsgi.input": io.BytesIO(),
        "HTTP_AUTHORIZATION": f"Bearer {key}",
    }
    body = b"".join(portal(environ, lambda status, headers: statuses.append(status)))
    return int(statuses[0][:3]), json.loads(body) if body else None


class InProcess(Transport):
    """The requests of one key, one after the other, each answered by a call of the portal."""

    # What the transport of a task sets up is for sockets.
    def __init__(self, portal: Portal, key: str) -> None:
        self._portal, self._key = portal, key
        self.read_only = True
        self.reads = self.writes = 0

    def request(
        self,
        method: str,
        path: Iterable[str],
        query: dict[str, Any] | None = None,
        body: dict[str, Any] | None = None,
        repeatable: bool = False,
        is_anonymous: bool = False,
    ) -> Answer:
        """Send one request that reads."""
        assert method == "GET"
        self.reads += 1
        wanted = {name: value for name, value in (query or {}).items() if value is not None}
        route = "/".join(quote(segment, safe="@") for segment in path)
        status, envelope = ask(self._portal, self._key, route, urlencode(wanted))
        if status != 200:
            raise RequestError(f"{route}: {status}", "forbidden", status=status)
        return Answer(envelope.get("response"), envelope.get("total"), "response" not in envelope)

    def in_parallel(
        self,
        function: Callable[[Item], Result],
        items: Iterable[Item],
        so_far: Callable[[int], str] | None = None,
    ) -> list[Result]:
        """``function`` of every item, in order."""
        return [function(item) for item in items]
