# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What roles take from variables, and what they refuse before they send a request."""

from __future__ import annotations

import json
import re
import subprocess
from typing import Any

import pytest

from ansible_collections.onlyoffice.docspace.tests.system.conftest import BOTH_FRONTS, ROOT

COLLECTION = "onlyoffice.docspace"
#: Each role, with the variables that it needs; nothing is left to do.
ROLES: dict[str, dict[str, Any]] = {
    "groups": {"docspace_groups": [{"name": "Engineering"}]},
    "export": {"docspace_export_path": "groups.yml"},
    "offboard": {"docspace_leavers": []},
    "people": {"docspace_people": [{"user": "user01"}]},
}
#: Nothing about the portal comes from the environment.
BARE = {"DOCSPACE_BASE_URL": "", "DOCSPACE_API_KEY": ""}


def use(role, variables, how="include_role", **options):
    """A task that runs a role; options are those of how it is run."""
    return {
        "name": f"use {role}",
        f"ansible.builtin.{how}": {"name": f"{COLLECTION}.{role}", **options},
        "vars": variables,
    }


def rescued(*tasks):
    """A block that goes on after a failure, and keeps what failed."""
    keep = {"name": "refused", "ansible.builtin.debug": {"msg": "{{ ansible_failed_result }}"}}
    return {"block": list(tasks), "rescue": [keep]}


@BOTH_FRONTS
def test_module_defaults_reach_into_roles_where_no_variable_is_set(portal, play, direct):
    defaults = {
        f"group/{COLLECTION}.docspace": {
            "base_url": "{{ address }}",
            "api_key": "{{ key }}",
            "timeout": "{{ nowhere | default(omit) }}",
        }
    }
    keys = {
        "module_defaults": defaults,
        "vars": {"address": portal.base_url, "key": portal.api_key},
    }
    elsewhere = {
        "docspace_base_url": "http://127.0.0.1:1",
        "docspace_retry_for": 0,
        "docspace_export_path": "elsewhere.yml",
    }
    tasks = [
        *(use(role, {**variables, "docspace_timeout": 20}) for role, variables in ROLES.items()),
        *(rescued(use(role, {**variables, **elsewhere})) for role, variables in ROLES.items()),
    ]

    run = play(portal, tasks, env=BARE, direct=direct, **keys)

    assert run.status == 0, run.output
    assert portal.look()["requests"]
    refused = [each["msg"]["msg"] for each in run.of("refused")]
    assert refused
    assert {text.partition(" failed")[0] for text in refused} == {
        "The connection to http://127.0.0.1:1"
    }


def test_module_defaults_reach_an_option_that_is_left_out_in_each_try(portal, play):
    reading = {
        "name": "read",
        f"{COLLECTION}.user_info": {
            "base_url": "{{ item.url | default(omit) }}",
            "users": ["user01"],
        },
        "loop": [{"url": "{{ address }}"}, {}],
        "register": "result",
        "until": "tries | default(0) or result.users | length == 1",
    }
    defaults = {f"{COLLECTION}.user_info": {"base_url": "{{ address }}", "timeout": 20}}
    keys = {"module_defaults": defaults, "vars": {"address": portal.base_url}}

    run = play(portal, [reading], env={"DOCSPACE_BASE_URL": ""}, **keys)

    assert run.status == 0, run.output


#: Variables that nobody reads, for a role, and what is said of each.
UNREAD = [
    ("groups", "docspace_groups_max_removal", "did you mean docspace_groups_max_removals?"),
    ("groups", "docspace_group_prune_limit", "did you mean docspace_groups_prune_limit?"),
    ("groups", "docspace_groups_xyzzy", "remove it, or give it another name."),
    ("groups", "docspace_base_ulr", "did you mean docspace_base_url?"),
    ("export", "docspace_validate_cert", "did you mean docspace_validate_certs?"),
    ("export", "docspace_export_file_path", "did you mean docspace_export_path?"),
    ("offboard", "docspace_leavers_list", "remove it, or give it another name."),
    ("offboard", "docspace_offboard_disabled", "did you mean docspace_offboard_disable?"),
]


def test_variables_that_nobody_reads_are_refused_before_any_request(portal, play):
    leaver = {"docspace_leavers": ["user01"]}
    blocks = [
        rescued(
            use(
                role,
                {**ROLES[role], **(leaver if role == "offboard" else {}), name: "1"},
                how,
                rolespec_validate=checked,
            )
        )
        for role, name, _says in UNREAD
        for how, checked in (("include_role", False), ("import_role", True))
    ]

    run = play(portal, blocks)

    refused = [each["msg"] for each in run.of("refused")]
    assert [each["msg"] for each in refused] == [
        f"{name}: is no variable of the role {role}; {says}"
        for role, name, says in UNREAD
        for _how in range(2)
    ]
    assert {each["failure"]["code"] for each in refused} == {"invalid_option"}
    assert portal.look()["requests"] == []


def test_variables_of_other_roles_and_of_nobody_are_no_business_of_a_role(portal, play):
    others = {
        "docspace_leavers": ["user99"],
        "docspace_offboard_typo": True,
        "docspace_portal_name": "x",
        "vault_docspace_api_key": "x",
        "docspace_api_key_of_preview": "x",
        "docspace_group": "a name for a loop",
    }

    run = play(portal, [use("groups", ROLES["groups"])], vars=others)

    assert run.status == 0, run.output


@pytest.mark.parametrize(
    ("role", "name"), [("groups", "docspace_groups"), ("offboard", "docspace_leavers")]
)
def test_without_its_argument_check_a_role_still_needs_what_is_required(portal, play, role, name):
    if not (ROOT / f"plugins/modules/{role}.py").exists():
        pytest.skip("this role is not one task of a module yet")
    given = [{name: None}, {name: "{{ nowhere | default(omit) }}"}, {name: "{{ nowhere }}"}, {}]
    blocks = [rescued(use(role, variables, "import_role")) for variables in given]

    run = play(portal, blocks, "--skip-tags", "always")

    refused = [each["msg"]["msg"] for each in run.of("refused")]
    assert len(refused) == len(given), run.output
    assert all(re.search("undefined|null|placeholder|required", message) for message in refused)
    assert "Traceback" not in run.output
    assert portal.look()["requests"] == []


VAULTED = {
    "docspace_api_key": "Bearer {key}",
    "docspace_base_url": "{url}",
}


@pytest.mark.parametrize(("direct", "native"), [(True, "0"), (True, "1"), (False, "0")])
def test_every_variable_of_the_connection_may_be_vaulted_within_the_line(
    portal, play, tmp_path, direct, native
):
    password, variables = tmp_path / "password", tmp_path / "vaulted.yml"
    password.write_text("not so secret", encoding="utf-8")
    for name, text in VAULTED.items():
        text = text.format(key=portal.api_key, url=portal.base_url)
        command = ["ansible-vault", "encrypt_string", "--vault-password-file", str(password)]
        done = subprocess.run(
            [*command, "--stdin-name", name], input=text, capture_output=True, text=True, check=True
        )
        with variables.open("a", encoding="utf-8") as file:
            file.write(f"{done.stdout}\n")
    words = ["-e", f"@{variables}", "--vault-password-file", str(password), "-vvvv", "--diff"]
    tasks = [
        *(use(role, wanted) for role, wanted in ROLES.items()),
        rescued(use("export", {"docspace_timeout": "soon", "docspace_export_path": []})),
    ]
    env = {**BARE, "ANSIBLE_JINJA2_NATIVE": native}

    run = play(portal, tasks, *words, env=env, direct=direct)

    assert run.status == 0, run.output
    assert len(run.of("refused")) == 1
    assert portal.look()["requests"]
    assert portal.api_key not in run.output
    assert portal.api_key not in json.dumps(run.results)
