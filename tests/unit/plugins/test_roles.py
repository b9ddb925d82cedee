# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Roles have what they document; examples/ is what roles and pipelines take."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from ansible.module_utils.common.arg_spec import ArgumentSpecValidator

from ansible_collections.onlyoffice.docspace.plugins.filter.groups_plan import groups_plan
from ansible_collections.onlyoffice.docspace.plugins.filter.groups_yaml import groups_yaml
from ansible_collections.onlyoffice.docspace.plugins.module_utils._http import connection
from ansible_collections.onlyoffice.docspace.plugins.modules import group_info, memberships
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.simulated import parameters

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


def test_the_variables_of_the_examples_are_those_of_the_roles():
    variables = {}
    for path in (EXAMPLES / "inventory/group_vars/docspace").glob("*.yml"):
        variables.update(yaml.safe_load(path.read_text(encoding="utf-8")))
    known = {name: option for role in ROLES for name, option in options(role).items()}
    ours = {name: value for name, value in variables.items() if name.startswith("docspace_")}

    checked = ArgumentSpecValidator(known).validate({"docspace_groups": [], **ours})

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


def test_two_hundred_groups_as_they_are_take_24_requests(many):
    exported = group_info.run(parameters(many, group_info, members=True), False)
    wanted = yaml.safe_load(groups_yaml(exported["groups"]))["docspace_groups"]
    many.portal.reset_log()

    # What the role does, with nothing to do.
    portal = group_info.run(parameters(many, group_info), False)
    plan = groups_plan(wanted, portal["groups"], prune=True, prune_limit="0")
    options = parameters(many, memberships, groups=plan["memberships"])
    done = memberships.run(options, False)

    assert not done["changed"]
    assert len(plan["memberships"]) == 200
    assert plan["problems"] == plan["people"] == plan["writes"] == plan["deletions"] == []
    assert len(many.portal.requests) == 24
    assert many.portal.mutations == 0
