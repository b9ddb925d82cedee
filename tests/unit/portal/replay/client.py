# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Requests to a WSGI application, without a socket."""

from __future__ import annotations

import dataclasses
import json
import typing as t
import urllib.parse

from werkzeug.datastructures import Headers
from werkzeug.test import EnvironBuilder, run_wsgi_app

from ansible_collections.onlyoffice.docspace.tests.unit.portal.replay.exchange import Request


@dataclasses.dataclass(frozen=True)
class Answer:
    """An answer; the body as JSON or else as text."""

    status: int
    body: t.Any
    location: str = ""


class Client:
    """Sends requests as they stand."""

    def __init__(self, app: t.Any) -> None:
        self._app = app

    def send(self, request: Request) -> Answer:
        """Send a request."""
        builder = EnvironBuilder(
            path=urllib.parse.unquote(request.path),
            query_string=request.query,
            method=request.method,
            headers=Headers(request.headers),
            data=_data(request),
        )
        body, status, headers = run_wsgi_app(self._app, builder.get_environ(), buffered=True)
        text = b"".join(body).decode("utf-8", "replace")
        code = int(status.partition(" ")[0])
        return Answer(code, _parsed(text), headers.get("Location", ""))


def _data(request: Request) -> bytes | str | None:
    if request.body is None or isinstance(request.body, str):
        return request.body
    utf16 = "utf-16" in request.headers.get("Content-Type", "")
    return json.dumps(request.body).encode("utf-16" if utf16 else "utf-8")


def _parsed(text: str) -> t.Any:
    try:
        return json.loads(text) if text else None
    except ValueError:
        return text
