# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What the README shows is what happens."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import textwrap

from ansible_collections.onlyoffice.docspace.tests.system.conftest import ROOT, started
from ansible_collections.onlyoffice.docspace.tests.system.documents.company import company, key

README = (ROOT / "README.md").read_text(encoding="utf-8")


def run(*words, cwd=ROOT, **env):
    done = subprocess.run(
        words, cwd=cwd, env={**os.environ, **env}, text=True, check=False, timeout=120,
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip
    return done.returncode, done.stdout


def test_the_preview_of_the_demo():
    block = re.search(r"Its preview:\n\n((?:    .*\n|\n)+)", README)
    assert block

    status, output = run(sys.executable, "demo/run.py")

    assert status == 0, output
    assert textwrap.dedent(block[1]).strip() in output


def test_the_first_playbook(tmp_path):
    playbook = re.search(r"`remove_leavers.yml`:\n\n```yaml\n(.*?)```", README, re.DOTALL)
    assert playbook
    (tmp_path / "remove_leavers.yml").write_text(playbook[1], encoding="utf-8")
    commands = re.findall(r"^    (ansible-playbook remove_leavers.yml.*?)  +# (.*)", README, re.M)
    assert len(commands) == 3

    with started() as portal:
        portal.restart(company())
        env = {"DOCSPACE_API_KEY": key([]), "DOCSPACE_BASE_URL": portal.base_url}
        outputs = [run(*words.split(), cwd=tmp_path, **env) for words, _comment in commands]

    for (status, output), (_words, comment) in zip(outputs, commands):
        assert status == 0, output
        expected = comment if comment.startswith("changed=") else "-ben@example.com"
        assert expected in output
