# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""A portal that is restarted is waited for, as long as the task says and its time limit allows."""

from __future__ import annotations

import re
import socket
import threading
import time
from contextlib import contextmanager

from ansible_collections.onlyoffice.docspace.tests.portal import Portal, load_state, serve
from ansible_collections.onlyoffice.docspace.tests.system.conftest import BOTH_FRONTS, Process
from ansible_collections.onlyoffice.docspace.tests.system.direct_tasks import REMOVAL, task

KEY = load_state()["api_keys"][0]["key"]


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as listening:
        return listening.getsockname()[1]


@contextmanager
def coming_up(port, seconds):
    """A portal that listens only after some seconds."""
    portal, done = Portal(load_state()), threading.Event()

    def run():
        if not done.wait(seconds):
            with serve(portal, port=port):
                done.wait()

    thread = threading.Thread(target=run)
    thread.start()
    try:
        yield portal
    finally:
        done.set()
        thread.join()


@BOTH_FRONTS
def test_a_portal_that_comes_up_in_time_gets_the_work_done(play, direct):
    port = free_port()
    seconds = 10
    began = time.monotonic()
    with coming_up(port, seconds) as portal:
        process = Process(f"http://127.0.0.1:{port}", KEY, 0)
        run = play(process, [task("group_members", REMOVAL)], direct=direct)

    assert run.status == 0, run.output
    assert time.monotonic() - began > seconds
    assert portal.mutations == 1


@BOTH_FRONTS
def test_the_time_limit_of_a_task_ends_the_waiting(play, direct):
    process = Process(f"http://127.0.0.1:{free_port()}", KEY, 0)
    limited = task("group_members", {**REMOVAL, "retry_for": 3600}, timeout=5)

    began = time.monotonic()
    run = play(process, [limited], direct=direct)

    assert run.status == 2
    assert re.search(r"after 5 second|time frame \(5\)", run.results[0][1]["msg"])
    assert time.monotonic() - began < 100
