# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The playbooks of examples/ do what their README says."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
import yaml

from ansible_collections.onlyoffice.docspace.tests.system.documents.company import (
    PREVIEW,
    company,
    key,
    members,
)


def test_drift_never_writes_not_even_with_a_key_that_may(checkout):
    status, output = checkout.bash(
        "ansible-playbook -i inventory drift.yml", DOCSPACE_API_KEY=key([])
    )

    assert status != 0
    assert "The portal is not as the lists say." in output
    assert re.search(r"^-.*gina@example\.com", output, re.MULTILINE), output
    assert checkout.portal.look()["mutations"] == 0


def test_a_preview_knows_what_becomes_of_people_before_their_groups(checkout):
    state = company()
    users = {user["userName"]: user for user in state["users"]}
    users["dan"]["status"] = "disabled"
    users["finn"]["type"] = "Guest"
    state["groups"][2]["members"].remove(users["finn"]["id"])
    checkout.portal.restart(state)
    lists = "inventory/group_vars/docspace/"
    checkout.write(f"{lists}leavers.yml", "gina@", "not-there@")
    people = "- user: {}@example.com\n    type: user"
    for name, more in {"ben": "email: ben.hur@example.com", "dan": "state: enabled"}.items():
        entry = people.format(name)
        checkout.write(f"{lists}people.yml", entry, f"{entry}\n    {more}")
    checkout.write(f"{lists}groups.yml", "ben@", "ben.hur@")
    checkout.write(
        f"{lists}groups.yml", "add: [dan@example.com]", "add: [dan@example.com, finn@example.com]"
    )

    outputs = [checkout.gitlab("preview"), checkout.gitlab("apply")]

    assert [status for status, _output in outputs] == [0, 0], outputs
    preview, real = (
        [line for line in output.splitlines() if line.startswith(("+", "-"))]
        for _status, output in outputs
    )
    assert preview == real
    assert any("ben.hur@example.com" in line for line in real)


def test_a_preview_shows_rooms_that_somebody_loses(checkout):
    state = company()
    owner, engineering = state["users"][0]["id"], state["groups"][0]["id"]
    shares = [{"group": engineering, "access": 10}]
    state["rooms"] = [{"id": 12, "title": "Plans", "type": 5, "owner": owner, "shares": shares}]
    checkout.portal.restart(state)

    status, output = checkout.bash(
        "ansible-playbook -i inventory site.yml --check --diff", DOCSPACE_API_KEY=key([])
    )

    assert status == 0, output
    line = 'rooms of gina@example.com: "Plans" (12): editor (by group Engineering) -> none'
    assert line in output


def test_who_is_disabled_cannot_join_in_a_preview_either(checkout):
    lists = "inventory/group_vars/docspace/"
    entry = "- user: dan@example.com\n    type: user"
    checkout.write(f"{lists}people.yml", entry, f"{entry}\n    state: disabled")

    for job in ("preview", "apply"):
        status, output = checkout.gitlab(job)

        assert status != 0
        assert "dan@example.com (Dan Brown) is disabled; enable the account first" in output


def test_a_manager_who_leaves_hands_over_to_another(checkout):
    checkout.write("inventory/group_vars/docspace/leavers.yml", "gina@", "ada@")
    new = "docspace_offboard_new_managers"
    checkout.write("inventory/group_vars/docspace/leavers.yml", f"# {new}", new)
    checkout.write("inventory/group_vars/docspace/leavers.yml", "#   ", "  ")
    checkout.write("inventory/group_vars/docspace/groups.yml", "manager: ada@", "manager: ben@")

    status, output = checkout.gitlab("apply")

    assert status == 0, output
    state = checkout.portal.look()["state"]
    engineering = next(group for group in state["groups"] if group["name"] == "Engineering")
    ben = next(user for user in state["users"] if user["userName"] == "ben")
    assert engineering["manager"] == ben["id"]
    assert members(state)["Engineering"] == {"ben", "cleo", "hanna"}
    (report,) = (checkout.folder / "reports").glob("*.yml")
    (leaver,) = yaml.safe_load(report.read_text(encoding="utf-8"))["leavers"]
    assert [group["name"] for group in leaver["managed"]] == ["Engineering"]


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
    env = {"DOCSPACE_API_KEY": key(PREVIEW)}
    status, output = checkout.bash("ansible-playbook -i inventory export.yml", **env)
    assert status == 0, output
    exported = checkout.folder / "exports/portal.example.com.yml"
    shutil.move(exported, checkout.folder / "inventory/group_vars/docspace/groups.yml")
    for name in ("people", "rooms"):
        (checkout.folder / f"inventory/group_vars/docspace/{name}.yml").unlink()
    checkout.write("inventory/group_vars/docspace/leavers.yml", "gina@", "not-there@")

    status, output = checkout.bash("ansible-playbook -i inventory drift.yml", **env)

    assert status == 0, output


def test_a_key_in_ansible_vault(checkout):
    connection = checkout.folder / "inventory/group_vars/docspace/connection.yml"
    text = connection.read_text(encoding="utf-8")
    (command,) = re.findall(r"ansible-vault encrypt_string .*", text)
    Path(checkout.folder / "password").write_text("open sesame", encoding="utf-8")
    secret = key(PREVIEW)
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
