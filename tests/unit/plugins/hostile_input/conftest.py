# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""One portal for all tasks of a file, and no way to another host."""

from __future__ import annotations

import socket

import pytest

from ansible_collections.onlyoffice.docspace.tests.portal import serve
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.hostile_input.witness import (
    ASKED,
    Witness,
)


@pytest.fixture(scope="module")
def served():
    witness = Witness()
    with serve(witness) as witness.base_url:
        yield witness


@pytest.fixture
def site(served):
    served.start_anew()
    return served


@pytest.fixture(autouse=True)
def _confined(monkeypatch, naps, tmp_path):
    """No proxy, no pause, an empty folder, and no name is looked up but those of this machine."""
    monkeypatch.chdir(tmp_path)
    resolve = socket.getaddrinfo

    def look_up(host, *rest, **more):
        ASKED.append(host)
        if host not in ("127.0.0.1", "localhost", "::1"):
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        return resolve("127.0.0.1", *rest, **more)

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    monkeypatch.setenv("NO_PROXY", "*")
