# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""A portal that holds a task for ever: Ansible's time limit for tasks ends it, and so does ^C."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import time

import pytest

from ansible_collections.onlyoffice.docspace.tests.system.conftest import BOTH_FRONTS
from ansible_collections.onlyoffice.docspace.tests.system.servers import HOLDING, holding

#: Several requests side by side.
PEOPLE = [f"user0{number}@example.org" for number in range(1, 6)]


def reading(**keys):
    return {
        "name": "read",
        "onlyoffice.docspace.user_info": {
            "base_url": "{{ item }}",
            "timeout": 120,
            "users": PEOPLE,
        },
        "ignore_errors": True,
        **keys,
    }


@BOTH_FRONTS
def test_the_time_limit_of_a_task_ends_it_and_the_next_item_is_not_held(portal, play, direct):
    after = {"name": "after", "ansible.builtin.debug": {"msg": "reached"}}
    with holding("mute") as mute, holding("dripping") as dripping:
        urls = [mute, dripping, portal.base_url]
        start = time.monotonic()
        run = play(portal, [reading(loop=urls, timeout=8), after], direct=direct)
        taken = time.monotonic() - start

    ended = run.of("read")[:3]
    # In the words of each version of Ansible.
    assert ["ime" in each.get("msg", "") for each in ended] == [True, True, False], run.output
    assert len(ended[2]["users"]) == len(PEOPLE)
    assert run.of("after")
    assert taken < 90


@pytest.mark.parametrize("kind", HOLDING)
def test_an_interrupt_ends_the_run(tmp_path, kind):
    playbook = tmp_path / "playbook.json"
    with holding(kind) as url:
        plays = [{"hosts": "localhost", "gather_facts": False, "tasks": [reading(loop=[url])]}]
        playbook.write_text(json.dumps(plays), encoding="utf-8")
        with subprocess.Popen(
            ["ansible-playbook", str(playbook), "-vvv"],
            env=os.environ | {"DOCSPACE_API_KEY": "sk-x"},
            start_new_session=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        ) as run:
            assert run.stdout
            while b"in Ansible's own process" not in run.stdout.readline():
                assert run.poll() is None
            time.sleep(1)
            os.killpg(run.pid, signal.SIGINT)
            output, _errors = run.communicate(timeout=30)

    assert b"interrupt" in output
