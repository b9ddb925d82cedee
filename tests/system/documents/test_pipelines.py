# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The pipelines of examples/ do what their README says, by the commands that are in them."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

from ansible_collections.onlyoffice.docspace.tests.system.conftest import (
    CORE,
    NEWEST_CORE,
    started,
)
from ansible_collections.onlyoffice.docspace.tests.system.documents.company import (
    company,
    key,
    members,
)
from ansible_collections.onlyoffice.docspace.tests.system.documents.forge import (
    EXAMPLES,
    github_job,
    gitlab_job,
    serving,
)

#: A workflow of GitHub runs the same playbooks.
FORGES = pytest.mark.parametrize(
    "forge",
    [
        "gitlab",
        pytest.param(
            "github", marks=pytest.mark.skipif(CORE != NEWEST_CORE, reason="seen on the newest")
        ),
    ],
)
MARK = "<!-- preview of onlyoffice.docspace -->"


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
            "DOCSPACE_APPLY_KEY": key(["accounts:read", "accounts:write"]),
            "DOCSPACE_PREVIEW_KEY": key(["accounts:read"]),
            **({"COMMENT_TOKEN": token} if token else {}),
        }
        script, env = gitlab_job(job, known)
        return self.bash(script, **env)

    def github(self, job, token="a-token"):
        known = {
            "github.event.pull_request.number": "3",
            "github.token": token,
            "secrets.DOCSPACE_APPLY_KEY": key(["accounts:read", "accounts:write"]),
            "secrets.DOCSPACE_PREVIEW_KEY": key(["accounts:read"]),
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


@FORGES
def test_a_change_from_the_merge_request_to_the_night(checkout, forge):
    run = getattr(checkout, forge)

    # the merge request
    status, output = run("preview")
    assert status == 0, output
    (comment,) = [text for text in checkout.forge.comments.values() if text.startswith(MARK)]
    assert re.search(r"^-.*gina@example\.com", comment, re.MULTILINE), comment
    assert re.search(r"^\+.*cleo@example\.com", comment, re.MULTILINE), comment
    assert (checkout.folder / "preview.txt").read_text(encoding="utf-8") in comment
    assert checkout.portal.look()["mutations"] == 0

    # another push to it
    checkout.write("inventory/group_vars/docspace/groups.yml", "add: [dan@", "add: [finn@")
    status, output = run("preview")
    assert status == 0, output
    (second,) = [text for text in checkout.forge.comments.values() if text.startswith(MARK)]
    assert "finn@example.com" in second
    assert "finn@example.com" not in comment

    # before it is applied, the portal is different
    status, output = run("drift")
    assert status != 0, output
    assert "gina@example.com" in output
    assert checkout.portal.look()["mutations"] == 0

    status, output = run("apply")
    assert status == 0, output
    assert members(checkout.portal.look()["state"]) == {
        "Engineering": {"ada", "ben", "cleo"},
        "Everybody's darlings": {"ada", "finn"},
        "Finance": {"finn", "eva"},
    }
    (report,) = (checkout.folder / "reports").glob("*.yml")
    (leaver,) = yaml.safe_load(report.read_text(encoding="utf-8"))["leavers"]
    assert leaver["email"] == "gina@example.com"
    assert [group["name"] for group in leaver["groups"]] == ["Engineering", "Everybody's darlings"]

    status, output = run("drift")
    assert status == 0, output


def test_drift_never_writes_not_even_with_a_key_that_may(checkout):
    status, output = checkout.bash(
        "ansible-playbook -i inventory drift.yml", DOCSPACE_API_KEY=key([])
    )

    assert status != 0
    assert "The portal is not as the lists say." in output
    assert re.search(r"^-.*gina@example\.com", output, re.MULTILINE), output
    assert checkout.portal.look()["mutations"] == 0


def test_a_manager_who_leaves_hands_over_to_another(checkout):
    checkout.write("inventory/group_vars/docspace/leavers.yml", "gina@", "ada@")
    checkout.write("inventory/group_vars/docspace/leavers.yml", "# docspace_", "docspace_")
    checkout.write("inventory/group_vars/docspace/leavers.yml", "#   ", "  ")
    checkout.write("inventory/group_vars/docspace/groups.yml", "manager: ada@", "manager: ben@")

    status, output = checkout.gitlab("apply")

    assert status == 0, output
    state = checkout.portal.look()["state"]
    engineering = next(group for group in state["groups"] if group["name"] == "Engineering")
    ben = next(user for user in state["users"] if user["userName"] == "ben")
    assert engineering["manager"] == ben["id"]
    assert members(state)["Engineering"] == {"ben", "cleo"}
    (report,) = (checkout.folder / "reports").glob("*.yml")
    (leaver,) = yaml.safe_load(report.read_text(encoding="utf-8"))["leavers"]
    assert [group["name"] for group in leaver["managed"]] == ["Engineering"]


def test_a_preview_that_fails_is_commented_and_fails_the_job(checkout):
    checkout.write("inventory/group_vars/docspace/groups.yml", "ben@example.com", "bne@example.com")

    status, output = checkout.gitlab("preview")

    assert status != 0
    assert "bne@example.com" in output
    assert "bne@example.com" in list(checkout.forge.comments.values())[-1]


def test_without_a_token_the_preview_is_an_artifact(checkout):
    status, output = checkout.gitlab("preview", token="")

    assert status == 0, output
    assert "There is no COMMENT_TOKEN" in output
    assert "gina@example.com" in (checkout.folder / "preview.txt").read_text(encoding="utf-8")
    assert checkout.forge.calls == []


@FORGES
def test_a_token_that_may_not_comment_fails_the_job(checkout, forge):
    status, output = getattr(checkout, forge)("preview", token="wrong")

    assert status != 0
    assert "403" in output
    assert "Check COMMENT_TOKEN and its role" in output


@pytest.mark.parametrize("playbook", ["site.yml", "drift.yml", "export.yml"])
def test_nothing_to_do_for_want_of_an_inventory_is_no_success(checkout, playbook):
    status, output = checkout.bash(f"ansible-playbook {playbook}")

    assert status != 0
    assert "Run this with -i inventory" in output


def test_a_limit(checkout):
    checkout.write("inventory/hosts.yml", "  hosts:\n", "  hosts:\n    other.example.com:\n")
    with (checkout.folder / "inventory/hosts.yml").open("a", encoding="utf-8") as hosts:
        hosts.write("web:\n  hosts:\n    web1:\n")
    run = "ansible-playbook -i inventory site.yml --check --limit"

    status, output = checkout.bash(f"{run} portal.example.com", DOCSPACE_API_KEY=key([]))
    assert status == 0, output
    assert "other.example.com" not in output

    status, output = checkout.bash(f"{run} web1")
    assert status != 0
    assert "No host of the group docspace is in the inventory and the limit" in output


def test_an_export_of_the_portal_is_a_list_that_changes_nothing(checkout):
    env = {"DOCSPACE_API_KEY": key(["accounts:read"])}
    status, output = checkout.bash("ansible-playbook -i inventory export.yml", **env)
    assert status == 0, output
    exported = checkout.folder / "exports/portal.example.com.yml"
    shutil.move(exported, checkout.folder / "inventory/group_vars/docspace/groups.yml")
    checkout.write("inventory/group_vars/docspace/leavers.yml", "gina@", "not-there@")

    status, output = checkout.bash("ansible-playbook -i inventory drift.yml", **env)

    assert status == 0, output


def test_a_key_in_ansible_vault(checkout):
    connection = checkout.folder / "inventory/group_vars/docspace/connection.yml"
    text = connection.read_text(encoding="utf-8")
    (command,) = re.findall(r"ansible-vault encrypt_string .*", text)
    Path(checkout.folder / "password").write_text("open sesame", encoding="utf-8")
    secret = key(["accounts:read"])
    status, vaulted = checkout.bash(
        f"printf %s {secret} | {command.split(' --')[0]} --vault-password-file password"
        f" --{command.split(' --', 1)[1]} 2>/dev/null"
    )
    assert status == 0, vaulted
    line = next(line for line in text.splitlines() if line.startswith("docspace_api_key:"))
    checkout.write(str(connection), line, vaulted)

    status, output = checkout.bash(
        "ansible-playbook -i inventory site.yml --check -vvv --vault-password-file password"
    )

    assert status == 0, output
    assert secret not in output
