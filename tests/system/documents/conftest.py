# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""A copy of examples/ with a portal and a forge, and how its commands are run."""

from __future__ import annotations

import os
import shutil
import subprocess

import pytest

from ansible_collections.onlyoffice.docspace.tests.system.conftest import started
from ansible_collections.onlyoffice.docspace.tests.system.documents.company import (
    APPLY,
    PREVIEW,
    company,
    key,
)
from ansible_collections.onlyoffice.docspace.tests.system.documents.copies import Copied
from ansible_collections.onlyoffice.docspace.tests.system.documents.forge import (
    EXAMPLES,
    github_job,
    gitlab_job,
    serving,
)


@pytest.fixture
def copied(request, tmp_path):
    """A recipe that the test names; all its commands are to be run."""
    with started() as portal:
        portal.restart(company())
        copy = Copied(tmp_path, portal, request.param)
        yield copy
        assert list(copy.commands) == []


class Checkout:
    """A copy of examples/ as a runner makes it: in a folder that everybody may write to."""

    def __init__(self, folder, portal, forge):
        self.folder, self.portal, self.forge = folder, portal, forge
        shutil.copytree(EXAMPLES, folder)
        hosts = folder / "inventory/host_vars/portal.example.com.yml"
        hosts.parent.mkdir()
        hosts.write_text(f"docspace_base_url: {portal.base_url}\n", encoding="utf-8")
        folder.chmod(0o777)

    def bash(self, script, **env):
        """Run commands; give the exit status and all that was shown."""
        clean = {name: value for name, value in os.environ.items() if "DOCSPACE" not in name}
        done = subprocess.run(
            ["bash", "-c", script], cwd=self.folder, env={**clean, **env}, text=True, check=False,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=120,
        )  # fmt: skip
        return done.returncode, done.stdout

    def write(self, name, old, new):
        path = self.folder / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")

    def gitlab(self, job, token="a-token"):
        known = {
            "CI_API_V4_URL": self.forge.url,
            "CI_MERGE_REQUEST_IID": "3",
            "CI_PROJECT_ID": "7",
            "DOCSPACE_APPLY_KEY": key(APPLY),
            "DOCSPACE_PREVIEW_KEY": key(PREVIEW),
            **({"COMMENT_TOKEN": token} if token else {}),
        }
        script, env = gitlab_job(job, known)
        return self.bash(script, **env)

    def github(self, job, token="a-token"):
        known = {
            "github.event.pull_request.number": "3",
            "github.token": token,
            "secrets.DOCSPACE_APPLY_KEY": key(APPLY),
            "secrets.DOCSPACE_PREVIEW_KEY": key(PREVIEW),
        }
        script, env = github_job(job, known)
        runner = {"GITHUB_API_URL": self.forge.url, "GITHUB_REPOSITORY": "us/portal"}
        return self.bash(script, **runner, **env)


@pytest.fixture
def checkout(tmp_path):
    """A checkout of examples/, whose portal is the company's."""
    with started() as portal, serving() as forge:
        portal.restart(company())
        yield Checkout(tmp_path / "checkout", portal, forge)
