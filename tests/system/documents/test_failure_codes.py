# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The example on the page of failure codes tells failures that pass from those that do not."""

from __future__ import annotations

import json
import os
import re
import subprocess
import textwrap

import pytest

from ansible_collections.onlyoffice.docspace.tests.system.documents.pages import PAGES

PAGE = (PAGES / "failure_codes.rst").read_text(encoding="utf-8")


def several(*codes):
    return {"code": "several", "problems": [{"code": code, "msg": "why"} for code in codes]}


@pytest.mark.parametrize(
    ("failure", "waits"),
    [
        ({"code": "timeout"}, True),
        ({"code": "group_not_found"}, False),
        (several("timeout", "rate_limited"), True),
        (several("timeout", "forbidden"), False),
        (None, False),
    ],
)
def test_the_example_of_a_rescue(tmp_path, failure, waits):
    block = re.search(r"^\.\. code-block:: yaml\+jinja\n\n((?:   .*\n|\n)+)", PAGE, re.MULTILINE)
    assert block
    tasks = textwrap.dedent(block[1])
    fails = {"msg": "why", **({"failure": failure} if failure else {})}
    # A module that ends with this failure.
    module = tmp_path / "library/ends.sh"
    module.parent.mkdir()
    result = json.dumps({"failed": True, "changed": False, **fails})
    module.write_text(f"#!/bin/sh\ncat <<'END'\n{result}\nEND\n", encoding="utf-8")
    task = re.sub(
        r"onlyoffice\.docspace\.group_members:\n(?: {6,}.*\n)+", "ends:\n", tasks, count=1
    )
    playbook = tmp_path / "playbook.yml"
    head = "- hosts: localhost\n  gather_facts: false\n  tasks:\n"
    playbook.write_text(head + textwrap.indent(task, "    "), encoding="utf-8")

    done = subprocess.run(
        ["ansible-playbook", "playbook.yml"], cwd=tmp_path, env=dict(os.environ), text=True,
        stdin=subprocess.DEVNULL, capture_output=True, timeout=120, check=False,
    )  # fmt: skip

    assert "ends" in task
    assert (done.returncode == 0) is waits, done.stdout + done.stderr
