# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""`python -m tests.portal`."""

from __future__ import annotations

import http.client
import json
import os
import pathlib
import signal
import subprocess
import sys
import urllib.parse

import pytest

from ansible_collections.onlyoffice.docspace.tests import portal as portal_package
from ansible_collections.onlyoffice.docspace.tests.portal import load_state
from ansible_collections.onlyoffice.docspace.tests.unit.portal.asking import OWNER_KEY

ROOT = pathlib.Path(portal_package.__file__).parents[2]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_command_line(number: signal.Signals, tmp_path: pathlib.Path) -> None:
    state = load_state()
    state["groups"] = state["groups"][:1]
    file = tmp_path / "state.json"
    file.write_text(json.dumps(state), encoding="utf-8")
    with _command("--max-seconds", "60", "--seats", "7", STATE=str(file)) as process:
        line = json.loads(_first_line(process))
        connection = http.client.HTTPConnection(urllib.parse.urlsplit(line["base_url"]).netloc)
        key = {"Authorization": f"Bearer {line['api_key']}"}
        connection.request("GET", "/api/2.0/group", headers=key)
        total = json.load(connection.getresponse())["total"]
        connection.request("GET", "/api/2.0/portal/payment/quota", headers=key)
        plan = json.load(connection.getresponse())["response"]
        connection.close()
        process.send_signal(number)
        rest, errors = process.communicate(timeout=10)
    assert (total, line["api_key"], line["pid"]) == (1, OWNER_KEY, process.pid)
    assert plan["features"][0]["value"] == 7
    assert (rest, errors, process.returncode) == ("", "", 0)


def test_command_line_ends_by_itself() -> None:
    with _command("--max-seconds", "0.1", COST="real") as process:
        assert process.wait(timeout=10) == 0


def test_command_line_names_a_state_file_that_is_none(tmp_path: pathlib.Path) -> None:
    with _command("--state", str(tmp_path / "missing.json")) as process:
        output, errors = process.communicate(timeout=10)
    assert (output, process.returncode) == ("", 2)
    assert "missing.json is no state file" in errors


def _command(*arguments: str, **environ: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "tests.portal", *arguments],
        cwd=ROOT,
        env={**os.environ, **environ},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def _first_line(process: subprocess.Popen[str]) -> str:
    return process.stdout.readline() if process.stdout else ""
