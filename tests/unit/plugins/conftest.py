# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Fixtures for everything that talks to a portal."""

from __future__ import annotations

import socket
import struct
import threading
import time

import pytest
from hypothesis import HealthCheck, Phase, settings

from ansible_collections.onlyoffice.docspace.plugins.module_utils._engine import jobs, write
from ansible_collections.onlyoffice.docspace.plugins.module_utils._http import retry, transport
from ansible_collections.onlyoffice.docspace.tests.portal import load_state, serve
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.rooms import state_with_rooms
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.simulated import Site, crowd

# A busy machine is no reason to fail.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile(
    "mutation",
    settings.get_profile("patient"),
    max_examples=30,
    derandomize=True,
    # That a mutant fails is enough; the smallest example does not matter.
    phases=(Phase.explicit, Phase.generate),
)
settings.load_profile("patient")


def pytest_collection_modifyitems(items):
    """Those of module_utils before those of modules, which take longer: mutmut shuffles them."""
    items.sort(key=lambda item: item.path)


@pytest.fixture
def site():
    made = Site()
    with serve(made) as made.base_url:
        yield made


@pytest.fixture
def roomy():
    """A portal with rooms whose owners leave."""
    made = Site(state_with_rooms())
    with serve(made) as made.base_url:
        yield made


@pytest.fixture
def many():
    """A portal of 2,000 people and 200 groups of 50, each person in five of them."""
    state = load_state()
    people = crowd(2000 - len(state["users"]))
    state["users"] += people
    state["groups"] = [
        {
            "id": f"20000000-0000-4000-8000-{number:012}",
            "name": f"Group {number:03}",
            "manager": None,
            "members": [people[(number * 10 + each) % len(people)]["id"] for each in range(50)],
            "ldap": False,
        }
        for number in range(200)
    ]
    made = Site(state)
    with serve(made) as made.base_url:
        yield made


@pytest.fixture
def big_site():
    """A portal of 2,000 people with groups of 0, 250 and 1,000 of them: none, some, many."""
    state = load_state()
    people = crowd(2000 - len(state["users"]))
    state["users"] += people
    state["groups"] += [
        {
            "id": f"20000000-0000-4000-8000-{size:012}",
            "name": f"Group of {size}",
            "manager": None,
            "members": [person["id"] for person in people[:size]],
            "ldap": False,
        }
        for size in (0, 250, 1000)
    ]
    made = Site(state)
    with serve(made) as made.base_url:
        yield made


@pytest.fixture(autouse=True)
def one_at_a_time(monkeypatch):
    """Requests in a fixed order, so that a test can state them; none waits."""
    monkeypatch.setattr(transport, "PARALLEL", 1)
    monkeypatch.setattr(write, "RETRY_DELAYS", (0, 0))
    monkeypatch.setattr(jobs, "_FIRST_PAUSES", (0.001,))
    monkeypatch.setattr(jobs, "_PAUSE", 0.01)


@pytest.fixture
def naps(monkeypatch):
    """The pauses between repeats, not slept, although the clock says so."""
    slept: list[float] = []
    monkeypatch.setattr("time.sleep", slept.append)
    monkeypatch.setattr(retry, "monotonic", lambda: time.monotonic() + sum(slept))
    return slept


@pytest.fixture
def cutter():
    """A server that reads a request and cuts the connection: how many it has read."""

    class Server:
        base_url = ""
        requests = 0

    with socket.create_server(("127.0.0.1", 0)) as listening:
        Server.base_url = f"http://127.0.0.1:{listening.getsockname()[1]}"

        def serve():
            while True:
                try:
                    connection, _address = listening.accept()
                except OSError:
                    return
                with connection:
                    if connection.recv(65536):
                        Server.requests += 1
                    # An immediate close with a reset instead of an orderly end.
                    connection.setsockopt(
                        socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0)
                    )

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        yield Server
        listening.shutdown(socket.SHUT_RDWR)
    thread.join(10)
