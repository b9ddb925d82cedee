# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Runs of ansible-playbook of which all that is left behind is searched for secrets."""

from __future__ import annotations

import shutil

import pytest

from ansible_collections.onlyoffice.docspace.tests.system.hiding import (
    command_lines,
    leaks,
    leaks_of_folder,
)
from ansible_collections.onlyoffice.docspace.tests.system.secrets.secret_tasks import KEY


@pytest.fixture
def watched(play, tmp_path):
    """``play`` with all that is shown, and every folder in tmp_path; nothing may hold a secret."""

    def run(portal, tasks, *words, env, direct, secrets=(KEY,), **keys):
        folders = {
            "HOME": "home", "TMPDIR": "tmp", "ANSIBLE_LOCAL_TEMP": "local",
            "ANSIBLE_REMOTE_TEMP": "remote", "ANSIBLE_HOME": "ansible",
        }  # fmt: skip
        for folder in folders.values():
            (tmp_path / folder).mkdir(exist_ok=True)
        env = {
            **{name: str(tmp_path / folder) for name, folder in folders.items()},
            "ANSIBLE_LOG_PATH": str(tmp_path / "ansible.log"),
            "ANSIBLE_INJECT_INVOCATION": "true",
            **env,
        }
        with command_lines() as lines:
            done = play(portal, tasks, "-vvvvv", "--diff", *words, env=env, direct=direct, **keys)
        assert "PLAY RECAP" in done.output
        assert any("ansible-playbook" in line for line in lines)
        assert direct or any("AnsiballZ" in line for line in lines)
        for path in tmp_path.rglob("*.yml"):  # what groups and people are called is data
            if "written by onlyoffice.docspace.export" in path.read_text(encoding="utf-8"):
                path.unlink()
        for path in tmp_path.rglob("reviewed"):  # as in what is kept of a review
            shutil.rmtree(path)
        for secret in secrets:
            assert leaks(secret, done.output) == []
            assert leaks(secret, "\n".join(lines)) == []
            assert leaks_of_folder(secret, tmp_path) == []
        assert not [*(tmp_path / "tmp").iterdir(), *(tmp_path / "local").iterdir()]
        return done

    return run
