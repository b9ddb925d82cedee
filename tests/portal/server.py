# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Serving a WSGI application on a socket of this machine."""

from __future__ import annotations

import collections.abc as c
import contextlib
import ssl
import threading
import typing as t

from werkzeug.serving import WSGIRequestHandler, make_server
from werkzeug.test import run_wsgi_app

_HOST = "127.0.0.1"
#: Seconds between two looks at whether to stop.
_POLL = 0.01


class _Handler(WSGIRequestHandler):
    """Keeps connections open between requests and logs nothing."""

    protocol_version = "HTTP/1.1"
    # Otherwise the body waits until the client has acknowledged the head.
    disable_nagle_algorithm = True

    def run_wsgi(self) -> None:
        """Serve one request, reading it to its end."""
        environ = self.make_environ()
        body, status, headers = run_wsgi_app(self.server.app, environ, buffered=True)
        code, _blank, reason = status.partition(" ")
        self.send_response(int(code), reason)
        for name, value in headers:
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(b"".join(body))

    def log(self, *_arguments: t.Any) -> None:
        """Silence."""


@contextlib.contextmanager
def serve(app: t.Any, port: int = 0, tls: ssl.SSLContext | None = None) -> c.Iterator[str]:
    """Serve an application from a thread of its own; gives its base URL."""
    server = make_server(_HOST, port, app, threaded=True, request_handler=_Handler, ssl_context=tls)
    thread = threading.Thread(target=server.serve_forever, args=(_POLL,), daemon=True)
    thread.start()
    try:
        yield f"http{'s' if tls else ''}://{_HOST}:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
