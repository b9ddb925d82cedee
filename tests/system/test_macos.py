# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""In Ansible's own process, nothing is called that ends a process of macOS after a fork."""

from __future__ import annotations

import os

import pytest
from werkzeug.utils import redirect

from ansible_collections.onlyoffice.docspace.tests.portal import load_state, serve
from ansible_collections.onlyoffice.docspace.tests.system.conftest import Process
from ansible_collections.onlyoffice.docspace.tests.system.direct_tasks import (
    REMOVAL,
    is_direct,
    task,
)

#: On macOS, these two ask a framework of the system unless the environment names a proxy, and the
#: framework ends a process that was forked from another one.
MACOS = """
import os
import urllib.request

first = os.getpid()

def guarded(function):
    def call(*args, **kwargs):
        if os.getpid() != first and not urllib.request.getproxies_environment():
            os.write(2, f"{function.__name__} was called after a fork\\n".encode())
            os.abort()
        return function(*args, **kwargs)
    return call

for name in ("getproxies", "proxy_bypass"):
    setattr(urllib.request, name, guarded(getattr(urllib.request, name)))
"""


@pytest.fixture
def macos(tmp_path, monkeypatch):
    for name in list(os.environ):
        if name.lower().endswith("_proxy"):
            monkeypatch.delenv(name)
    (tmp_path / "sitecustomize.py").write_text(MACOS, encoding="utf-8")
    return {"PYTHONPATH": str(tmp_path)}


def test_tasks_that_succeed_and_fail(portal, play, macos):
    tasks = [
        task("group_members", REMOVAL),
        task("group_info", {"ca_path": ""}, ignore_errors=True),
        task("group_info", {"group": "nobody"}, ignore_errors=True),
        task("group_info", {"base_url": "http://127.0.0.1:1", "retry_for": 1}, ignore_errors=True),
    ]
    run = play(portal, tasks, "-vvv", env=macos)

    assert run.status == 0, run.output
    assert is_direct(run)
    assert len(run.results) == len(tasks)
    assert portal.look()["mutations"] == 1


def test_a_redirect(play, macos):
    with serve(redirect("https://elsewhere.example.com/")) as base_url:
        process = Process(base_url, load_state()["api_keys"][0]["key"], 0)
        run = play(process, [task("group_info", {"all": True})], "-vvv", env=macos)

    assert run.results[0][1]["failure"]["code"] == "redirected"
