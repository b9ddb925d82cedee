# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Serving a WSGI application on a socket of this machine."""

from __future__ import annotations

import collections.abc as c
import contextlib
import os
import socket
import ssl
import struct
import threading
import typing as t

from werkzeug.serving import ThreadedWSGIServer, WSGIRequestHandler
from werkzeug.test import run_wsgi_app

from .faults import ORDERS

_HOST = "127.0.0.1"
#: Seconds between two looks at whether to stop.
_POLL = 0.01
#: How much of an answer is left out where it is cut short, in bytes.
_MISSING = 10


class _Server(ThreadedWSGIServer):
    """A server that can stop listening for a while."""

    def __init__(self, app: t.Any, port: int, tls: ssl.SSLContext | None) -> None:
        super().__init__(_HOST, port, app, handler=_Handler, ssl_context=tls)
        self._refusing = threading.Lock()
        self._seconds = 0.0
        self._connections: set[socket.socket] = set()

    def refuse(self, seconds: float) -> None:
        """Refuse all connections for so long, and close those that are open."""
        with self._refusing:
            self.socket.shutdown(socket.SHUT_RDWR)
            # A socket that is bound and does not listen keeps the port, and refuses.
            with socket.socket() as deaf:
                deaf.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                deaf.bind(self.server_address)
                os.dup2(deaf.fileno(), self.socket.fileno())
            self._seconds = seconds
        for connection in list(self._connections):
            with contextlib.suppress(OSError):  # closed meanwhile
                connection.shutdown(socket.SHUT_RD)

    def get_request(self) -> tuple[socket.socket, t.Any]:
        """The next connection. This is called, too, when the socket does not listen any more."""
        with self._refusing:
            if self._seconds:
                threading.Event().wait(self._seconds)
                self._seconds = 0.0
                self.socket.listen(self.request_queue_size)
                raise OSError("no connection was made")
        connection, address = super().get_request()
        self._connections.add(connection)
        return connection, address

    def shutdown_request(self, request: t.Any) -> None:
        """Close a connection."""
        self._connections.discard(request)
        super().shutdown_request(request)


class _Handler(WSGIRequestHandler):
    """Keeps connections open between requests and logs nothing."""

    server: _Server
    protocol_version = "HTTP/1.1"
    # Otherwise the body waits until the client has acknowledged the head.
    disable_nagle_algorithm = True

    def run_wsgi(self) -> None:
        """Serve one request, reading it to its end."""
        orders: dict[str, t.Any] = {}
        environ = self.make_environ() | {ORDERS: orders}
        body, status, headers = run_wsgi_app(self.server.app, environ, buffered=True)
        data = b"".join(body)
        code, _blank, reason = status.partition(" ")
        self.send_response(int(code), reason)
        for name, value in headers:
            self.send_header(name, value)
        if "refuse" in orders:
            self.send_header("Connection", "close")
            self.server.refuse(orders["refuse"])
        cut = orders.get("cut")
        if not cut:
            self.end_headers()
            self.wfile.write(data)
            return
        self.close_connection = True
        if cut != "before":
            self.end_headers()
            self.wfile.write(data[: len(data) // 2 if cut == "within" else -_MISSING])
        if cut != "short":
            # An immediate close with a reset instead of an orderly end.
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            self.connection.close()

    def log(self, *_arguments: t.Any) -> None:
        """Silence."""


@contextlib.contextmanager
def serve(app: t.Any, port: int = 0, tls: ssl.SSLContext | None = None) -> c.Iterator[str]:
    """Serve an application from a thread of its own; gives its base URL."""
    server = _Server(app, port, tls)
    thread = threading.Thread(target=server.serve_forever, args=(_POLL,), daemon=True)
    thread.start()
    try:
        yield f"http{'s' if tls else ''}://{_HOST}:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
