# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The guide for automation controllers, as far as it runs without one.

The tasks for a controller are only read: its collection is not among what the tests install.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess

import pytest
import yaml

from ansible_collections.onlyoffice.docspace.tests.system.conftest import started
from ansible_collections.onlyoffice.docspace.tests.system.documents.company import (
    PREVIEW,
    company,
    key,
    members,
)
from ansible_collections.onlyoffice.docspace.tests.system.documents.forge import EXAMPLES
from ansible_collections.onlyoffice.docspace.tests.system.documents.pages import recipes

FILES = {
    name: text
    for section in recipes("guide_automation_controllers.rst").values()
    for name, text in section.files.items()
}
BEFORE = members(company())


class Loader(yaml.SafeLoader):
    """YAML with the one tag that the guide uses."""


Loader.add_constructor("!unsafe", lambda _loader, node: node.value)
TASKS = yaml.load(FILES["controller.yml"], Loader)[0]["tasks"]


def options(module):
    return [task[f"awx.awx.{module}"] for task in TASKS if f"awx.awx.{module}" in task]


def looped():
    """The templates that one task makes."""
    (task,) = [each for each in TASKS if each["name"] == "Make the templates"]
    for item in task["loop"]:
        yield {
            "name": item["name"],
            "playbook": item["playbook"],
            "job_type": item["type"],
            "credentials": [item["credential"]],
        }


class Job:
    """What a controller makes of a template: a checkout, an inventory by script, an environment."""

    def __init__(self, folder, portal):
        self.folder, self.portal = folder, portal
        shutil.copytree(EXAMPLES, folder)
        (folder / "leavers.yml").write_text(FILES["leavers.yml"], encoding="utf-8")
        variables = folder / "inventory/group_vars/docspace/connection.yml"
        lines = variables.read_text(encoding="utf-8").splitlines()
        kept = [line for line in lines if not line.startswith("docspace_base_url:")]
        variables.write_text("\n".join(kept), encoding="utf-8")
        source = options("inventory_source")[0]["source_path"]
        exported = self._run("ansible-inventory", "-i", source, "--list", "--export")
        inventory = folder.parent / "inventory"
        inventory.write_text(f"#!/bin/sh\ncat <<'END'\n{exported.stdout}\nEND\n", encoding="utf-8")
        inventory.chmod(0o755)

    def _run(self, *words, **env):
        clean = {name: value for name, value in os.environ.items() if "DOCSPACE" not in name}
        return subprocess.run(
            words, cwd=self.folder, env={**clean, **env}, text=True, check=False,
            stdin=subprocess.DEVNULL, capture_output=True, timeout=120,
        )  # fmt: skip

    def launch(self, name, **answers):
        """Run a template; give the exit status and what was shown."""
        templates = [*options("job_template"), *looped()]
        template = next(each for each in templates if each["name"] == name)
        words = ["--check"] if template["job_type"] == "check" and not answers.get("run") else []
        rights = PREVIEW if "preview" in str(template["credentials"]) else []
        values = {"{{ base_url }}": self.portal.base_url, "{{ api_key }}": key(rights)}
        injected = options("credential_type")[0]["injectors"]["env"]
        done = self._run(
            "ansible-playbook", "-i", "../inventory", template["playbook"], "--diff", *words,
            "-e", json.dumps(answers), **{name: values[each] for name, each in injected.items()},
        )  # fmt: skip
        return done.returncode, done.stdout + done.stderr

    def members(self):
        return members(self.portal.look()["state"])


@pytest.fixture
def job(tmp_path):
    """The repository of the guide on a controller."""
    with started() as portal:
        portal.restart(company())
        yield Job(tmp_path / "project", portal)


def test_preview_apply_and_drift(job):
    status, output = job.launch("DocSpace preview")
    assert status == 0, output
    assert "cleo@example.com" in output
    assert job.members() == BEFORE

    status, output = job.launch("DocSpace drift")
    assert status != 0, output

    status, output = job.launch("DocSpace apply")
    assert status == 0, output
    assert job.members()["Engineering"] == {"ada", "ben", "cleo", "hanna"}

    status, output = job.launch("DocSpace drift")
    assert status == 0, output


def test_leavers_from_the_form(job):
    answer = "gina@example.com\n\n  ben@example.com \n"
    status, output = job.launch("DocSpace leavers", survey_leavers=answer)
    assert status == 0, output
    assert job.members() == BEFORE

    status, output = job.launch("DocSpace leavers", survey_leavers=answer, run=True)
    assert status == 0, output
    gone = {"gina", "ben"}
    assert job.members() == {name: people - gone for name, people in BEFORE.items()}
    assert "Project Phoenix" in output


@pytest.mark.parametrize(
    "answer",
    ["\n".join(f"{who}@example.com" for who in ("ada", "ben", "eva", "gina")), "ada,ben"],
    ids=["more than may leave", "in one line"],
)
def test_an_answer_that_would_take_too_much_is_refused(job, answer):
    status, output = job.launch("DocSpace leavers", survey_leavers=answer, run=True)

    assert status != 0, output
    assert job.members() == BEFORE


def test_tasks_for_the_controller_name_each_other():
    names = {
        entry["name"]
        for task in TASKS
        for value in task.values()
        if isinstance(value, dict)
        for entry in [value, *task.get("loop", ())]
        if "name" in entry
    }
    for module, option in [
        ("credential", "credential_type"),
        ("project", "default_environment"),
        ("inventory_source", "inventory"),
        ("inventory_source", "source_project"),
        ("job_template", "project"),
        ("job_template", "inventory"),
        ("schedule", "unified_job_template"),
    ]:
        for each in options(module):
            assert each[option] in names
    assert {credential for each in looped() for credential in each["credentials"]} <= names
