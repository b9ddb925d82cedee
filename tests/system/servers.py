# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What may stand between a client and a portal, or in its place: each notes what it sees."""

from __future__ import annotations

import selectors
import socket
import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

from werkzeug.wrappers import Request, Response


class Recorder:
    """A WSGI application that notes the headers of each request before another one answers."""

    def __init__(self, app=None):
        self.app = app or Response("", 200)
        self.requests: list[dict[str, str]] = []

    def __call__(self, environ, start_response):
        self.requests.append(dict(Request(environ).headers))
        return self.app(environ, start_response)


class Proxy:
    """A proxy for http and, with CONNECT, for https; or one that answers all with a status."""

    def __init__(self, answer: str = "") -> None:
        self.url = ""
        self.answer = answer
        #: The first line of each connection.
        self.asked: list[str] = []
        #: All that clients sent.
        self.heard = bytearray()

    def handle(self, client: socket.socket) -> None:
        """Serve one connection until either side ends it."""
        head = b""
        while b"\r\n\r\n" not in head:
            if not (read := client.recv(65536)):
                return
            head += read
        self.heard += head
        method, target, _version = head.partition(b"\r\n")[0].decode().split()
        self.asked.append(f"{method} {target}")
        if self.answer:
            client.sendall(f"HTTP/1.1 {self.answer}\r\nContent-Length: 0\r\n\r\n".encode())
            return
        place = urlsplit(target if "//" in target else f"//{target}")
        with socket.create_connection((place.hostname, place.port or 80), 30) as server:
            if method == "CONNECT":
                client.sendall(b"HTTP/1.1 200 Connected\r\n\r\n")
            else:
                server.sendall(head)
            self._relay(client, server)

    def _relay(self, client: socket.socket, server: socket.socket) -> None:
        with selectors.DefaultSelector() as selector:
            selector.register(client, selectors.EVENT_READ, server)
            selector.register(server, selectors.EVENT_READ, client)
            while True:
                for key, _events in selector.select():
                    read = key.fileobj.recv(65536)  # type: ignore[union-attr]
                    if not read:
                        return
                    if key.fileobj is client:
                        self.heard += read
                    key.data.sendall(read)


@contextmanager
def proxying(answer: str = "") -> Iterator[Proxy]:
    """Run a proxy on a port of this machine."""
    proxy = Proxy(answer)

    class Handler(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            proxy.handle(self.request)

    class Server(socketserver.ThreadingTCPServer):
        daemon_threads = True

        def handle_error(self, request, client_address) -> None:
            """A client may leave at any time."""

    with Server(("127.0.0.1", 0), Handler) as server:
        proxy.url = f"http://127.0.0.1:{server.server_address[1]}"
        thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        try:
            yield proxy
        finally:
            server.shutdown()
            thread.join()


#: Servers that hold a client for as long as it waits: mute ones, and ones that send a little again
#: and again, so that no time limit of a request is reached.
HOLDING = ("mute", "dripping")


@contextmanager
def holding(kind: str) -> Iterator[str]:
    """Run such a server on a port of this machine, and give its address."""
    ended = threading.Event()

    class Handler(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            self.request.recv(65536)
            head = b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n"
            try:
                if kind == "dripping":
                    self.request.sendall(head)
                while not ended.wait(0.5):
                    if kind == "dripping":
                        self.request.sendall(b" ")
            except OSError:
                """The client has gone."""

    class Server(socketserver.ThreadingTCPServer):
        daemon_threads = True
        request_queue_size = 50

    with Server(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}"
        finally:
            ended.set()
            server.shutdown()
            thread.join()
