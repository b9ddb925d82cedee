# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The portal on a socket."""

from __future__ import annotations

import http.client
import json
import socket
import struct
import time
import urllib.parse

import pytest

from ansible_collections.onlyoffice.docspace.tests.portal import Portal, load_state, serve
from ansible_collections.onlyoffice.docspace.tests.unit.portal.asking import GROUP, HEADERS, MEMBER


def test_connections_stay_open(portal: Portal) -> None:
    with serve(portal) as base_url:
        connection = http.client.HTTPConnection(urllib.parse.urlsplit(base_url).netloc)
        sockets = set()
        for method, path, body in (
            ("GET", GROUP, None),
            ("DELETE", f"{GROUP}/members", json.dumps({"members": [MEMBER]})),
            ("GET", "/api/2.0/nonsense", None),
            ("DELETE", GROUP, None),
            ("GET", "/api/2.0/group", None),
        ):
            connection.request(method, path, body, HEADERS)
            connection.getresponse().read()
            sockets.add(connection.sock)
        connection.close()
    assert len(sockets) == 1
    assert [logged.status for logged in portal.requests] == [200, 200, 404, 204, 200]


def test_an_abandoned_request_leaves_no_trace(capfd: pytest.CaptureFixture[str]) -> None:
    portal = Portal(load_state(), real_costs=True)
    with serve(portal) as base_url:
        address = urllib.parse.urlsplit(base_url)
        with socket.create_connection((str(address.hostname), address.port or 0)) as client:
            client.sendall(f"GET {GROUP} HTTP/1.1\r\nHost: portal\r\n\r\n".encode())
            # Closing resets the connection, and the answer finds nobody.
            client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        while not portal.requests:
            time.sleep(0.01)
        time.sleep(0.1)
    assert capfd.readouterr() == ("", "")
