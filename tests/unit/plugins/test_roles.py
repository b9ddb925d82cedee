# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Roles have what they document; examples/ is what roles and pipelines take."""

from __future__ import annotations

import importlib
import re
from pathlib import Path

import pytest
import yaml
from ansible.module_utils.common.arg_spec import ArgumentSpecValidator

from ansible_collections.onlyoffice.docspace.plugins.module_utils._http import connection

ROOT = Path(__file__).parents[3]
EXAMPLES = ROOT / "examples"
ROLES = sorted(path.name for path in (ROOT / "roles").iterdir())
CONNECTION = connection.ARGUMENT_SPEC.keys()


def read(path):
    return yaml.safe_load((ROOT / path).read_text(encoding="utf-8"))


def options(role):
    return read(f"roles/{role}/meta/argument_specs.yml")["argument_specs"]["main"]["options"]


@pytest.mark.parametrize("role", ROLES)
def test_every_role_has_its_playbook_and_takes_the_connection(role):
    (play,) = read(f"playbooks/{role}.yml")

    assert play["roles"] == [{"role": f"onlyoffice.docspace.{role}"}]
    assert {f"docspace_{name}" for name in CONNECTION} <= options(role).keys()
    # Before 2.19, Ansible's check of roles fails if a value has no_log and is from ansible-vault;
    # the modules hide it.
    assert "no_log" not in options(role)["docspace_api_key"]


def test_the_variables_of_the_examples_are_those_of_the_roles():
    variables = {}
    for path in (EXAMPLES / "inventory/group_vars/docspace").glob("*.yml"):
        variables.update(yaml.safe_load(path.read_text(encoding="utf-8")))
    known = {name: option for role in ROLES for name, option in options(role).items()}
    ours = {name: value for name, value in variables.items() if name.startswith("docspace_")}

    required: dict[str, list[str]] = {
        name: [] for name, option in known.items() if option.get("required")
    }
    checked = ArgumentSpecValidator(known).validate({**required, **ours})

    assert checked.error_messages == []


@pytest.mark.parametrize(
    ("path", "jobs", "preview"),
    [
        (".gitlab-ci.yml", ("preview", "apply"), "DOCSPACE_PREVIEW_KEY"),
        (".github/workflows/docspace.yml", ("jobs",), "DOCSPACE_PREVIEW_KEY"),
    ],
)
def test_pipelines_preview_with_a_key_of_their_own(path, jobs, preview):
    pipeline = read(f"examples/{path}")
    pipeline = {**pipeline, **pipeline.get("jobs", {})}

    assert set(jobs) <= pipeline.keys()
    assert preview in str(pipeline["preview"])
    assert "--check --diff" in str(pipeline["preview"])
    assert preview not in str(pipeline["apply"])
    assert "--check" not in str(pipeline["apply"])


def task_of(role):
    """The only task of a role that writes: its module and the options that it passes."""
    tasks = read(f"roles/{role}/tasks/main.yml")
    (task,) = (each for each in tasks if any(key.startswith("onlyoffice.") for key in each))
    (module,) = (key for key in task if key.startswith("onlyoffice."))
    return module.rpartition(".")[2], task[module]


#: By role, the module that it is a task of.
MODULES = {
    "access_review": "access_review",
    "export": "export",
    "groups": "groups",
    "offboard": "offboard",
    "people": "users",
    "portal": "portal",
    "rooms": "rooms",
}


def flat(options):
    """Options, and instead of those for one of several lists what is in them."""
    for name, value in options.items():
        if name.endswith("_options"):
            inner = value.get("options", value)
            yield from ((f"{name}.{key}", each) for key, each in inner.items())
        else:
            yield name, value


@pytest.mark.parametrize("role", ROLES)
def test_a_role_is_one_task_of_its_module_with_every_variable_once(role):
    module, passed = task_of(role)
    specs = importlib.import_module(
        f"ansible_collections.onlyoffice.docspace.plugins.modules.{module}"
    ).ARGUMENT_SPEC

    assert module == MODULES[role]
    assert len(read(f"roles/{role}/tasks/main.yml")) == 1
    passed = dict(flat(passed))
    assert passed.keys() == {*dict(flat(specs)), *connection.ARGUMENT_SPEC}
    templates = [f"{{{{ {name} }}}}" for name in options(role)]
    if role == "groups":  # what the role people has returned, which is no variable
        report = read("roles/people/tasks/main.yml")[0]["register"]
        both = [f"({report}.{key} | default([]))" for key in ("users", "disabled")]
        assert passed.pop("preview_users") == f"{{{{ {' + '.join(both)} }}}}"
    # The default of a variable is that of the option, or one of the role.
    passed_names = [re.sub(r" \| default\((omit|'[\w.]+')\)", "", each) for each in passed.values()]
    assert sorted(passed_names) == sorted(templates)


@pytest.mark.parametrize("role", ROLES)
def test_what_is_documented_is_no_template_of_what_may_not_be_set(role):
    text = (ROOT / f"roles/{role}/meta/argument_specs.yml").read_text(encoding="utf-8")
    spec = text.partition("    options:\n")[2]

    # Ansible evaluates all of it before it checks the variables.
    assert set(re.findall(r"\{\{(.*?)\}\}", spec)) <= {" inventory_hostname "}
