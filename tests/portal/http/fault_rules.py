# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What can go wrong with a request, one function each."""

from __future__ import annotations

import collections.abc as c
import io
import json
import typing as t

from werkzeug.test import run_wsgi_app
from werkzeug.wrappers import Response

from .app import Portal

Environ = dict[str, t.Any]
Rule = c.Callable[[Portal, Environ], Response]


def instead(status: int, body: t.Any = "", headers: dict[str, str] | None = None) -> Rule:
    """Answer in the portal's place; nothing is done."""

    def rule(_portal: Portal, environ: Environ) -> Response:
        _sent(environ)
        return _answer(status, body, headers)

    return rule


def done_but(status: int, body: t.Any = "", headers: dict[str, str] | None = None) -> Rule:
    """Let the portal do it, then answer something else."""

    def rule(portal: Portal, environ: Environ) -> Response:
        served(portal, environ)
        return _answer(status, body, headers)

    return rule


def partly(
    first: int, status: int, body: t.Any = "", headers: dict[str, str] | None = None
) -> Rule:
    """Let the portal do it for the first ids only, then answer something else."""

    def rule(portal: Portal, environ: Environ) -> Response:
        sent = json.loads(_sent(environ) or "{}")
        some = {key: ids[:first] if isinstance(ids, list) else ids for key, ids in sent.items()}
        data = json.dumps(some).encode()
        changed = {"wsgi.input": io.BytesIO(data), "CONTENT_LENGTH": str(len(data))}
        served(portal, {**environ, **changed})
        return _answer(status, body, headers)

    return rule


def before(action: c.Callable[[Portal], None]) -> Rule:
    """Let something else happen first, as if somebody had been faster."""

    def rule(portal: Portal, environ: Environ) -> Response:
        action(portal)
        return served(portal, environ)

    return rule


def served(portal: Portal, environ: Environ) -> Response:
    """The portal's own answer."""
    body, status, headers = run_wsgi_app(portal, environ, buffered=True)
    return Response(b"".join(body), status, headers)


def _sent(environ: Environ) -> bytes:
    """The body of a request, which must be read for the next one on the connection."""
    return bytes(environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0)))


def _answer(status: int, body: t.Any, headers: dict[str, str] | None) -> Response:
    text = body if isinstance(body, str) else json.dumps(body)
    given = headers or {}
    return Response(text, status, given, content_type=given.get("Content-Type", "application/json"))
