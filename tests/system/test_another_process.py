# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""A task gets a process of its own if it asks for anything that needs one, and only then."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ansible_collections.onlyoffice.docspace.tests.system.direct_tasks import (
    REMOVAL,
    is_direct,
    task,
)


def other_python(folder):
    """The Python of this environment under another path: for Ansible, another one."""
    link = folder / "python"
    link.symlink_to(sys.executable)
    return str(link)


def without_requests(folder):
    (folder / "requests.py").write_text("raise ImportError('hidden')", encoding="utf-8")
    return {"PYTHONPATH": str(folder)}


def with_an_old_urllib3(folder):
    """What tells versions before 1.26, which requests is content with."""
    (folder / "sitecustomize.py").write_text(
        "from urllib3.util.retry import Retry\ndel Retry.DEFAULT_ALLOWED_METHODS\n",
        encoding="utf-8",
    )
    return {"PYTHONPATH": str(folder)}


#: Where a process of its own fails too, and what it says is missing.
MISSING = {
    "interpreter": "requests",
    "requests missing": "requests",
    "urllib3 too old": "urllib3 >= 1.26",
}
ASKING: dict[str, Callable[[Path], tuple[dict[str, Any], dict[str, Any]]]] = {
    "become": lambda folder: ({"become": True, "become_method": "su"}, {}),
    "async": lambda folder: (
        {"async": 60, "poll": 1},
        {"env": {"ANSIBLE_ASYNC_DIR": str(folder)}},
    ),
    "environment": lambda folder: ({"environment": {"DOCSPACE_VALIDATE_CERTS": "true"}}, {}),
    "switch": lambda folder: ({}, {"direct": "no"}),
    "interpreter": lambda folder: (
        {"vars": {"ansible_python_interpreter": other_python(folder)}},
        {},
    ),
    "requests missing": lambda folder: ({}, {"env": without_requests(folder)}),
    "urllib3 too old": lambda folder: ({}, {"env": with_an_old_urllib3(folder)}),
    "connection": lambda folder: (
        {"vars": {"ansible_connection": "elsewhere"}},
        {"env": {"ANSIBLE_CONNECTION_PLUGINS": str(Path(__file__).parent / "connection_plugins")}},
    ),
}


@pytest.mark.parametrize("why", ASKING)
def test_what_asks_for_another_process_gets_one(portal, play, tmp_path, why):
    if why == "become" and os.geteuid() != 0:
        pytest.skip("needs root to become somebody without a password")
    keys, options = ASKING[why](tmp_path)

    run = play(portal, [task("group_members", REMOVAL, **keys)], "-vvv", **options)

    assert not is_direct(run)
    if run.status == 0:
        assert portal.look()["mutations"] == 1
    else:
        assert f"Failed to import the required Python library ({MISSING[why]})" in run.output


@pytest.mark.parametrize(
    "keys",
    [
        {},
        {"environment": {}},
        {"async": 0},
        {"become": False},
        {"vars": {"ansible_python_interpreter": "{{ ansible_playbook_python }}"}},
        {"vars": {"ansible_python_interpreter": "auto"}},
    ],
)
def test_nothing_else_does(portal, play, keys):
    run = play(portal, [task("group_members", REMOVAL, **keys)], "-vvv")

    assert is_direct(run)
    assert portal.look()["mutations"] == 1


def test_where_the_task_runs_counts_and_not_for_which_host(portal, play, tmp_path):
    inventory = tmp_path / "hosts.yml"
    inventory.write_text(
        json.dumps(
            {
                "all": {
                    "hosts": {
                        "far": {"ansible_connection": "ssh", "ansible_host": "192.0.2.1"},
                        "near": {"ansible_connection": "local"},
                        "other": {
                            "ansible_connection": "local",
                            "ansible_python_interpreter": other_python(tmp_path),
                        },
                    }
                }
            }
        ),
        encoding="utf-8",
    )

    def direct(host):
        delegated = task("user_info", {"users": []}, delegate_to=host, connection="local")
        return is_direct(play(portal, [delegated], "-vvv", "-i", str(inventory), hosts="far"))

    assert direct("near")
    assert not direct("other")
