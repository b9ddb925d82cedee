# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Roles have what they document; examples/ is what roles and pipelines take."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from ansible.module_utils.common.arg_spec import ArgumentSpecValidator

ROOT = Path(__file__).parents[3]
EXAMPLES = ROOT / "examples"
ROLES = sorted(path.name for path in (ROOT / "roles").iterdir())
CONNECTION = {"base_url", "api_key", "validate_certs", "ca_path", "timeout"}

# ansible-test copies no hidden files and may leave out the examples.
pytestmark = pytest.mark.skipif(not EXAMPLES.is_dir(), reason="examples/ is not here")


def read(path):
    return yaml.safe_load((ROOT / path).read_text(encoding="utf-8"))


def options(role):
    return read(f"roles/{role}/meta/argument_specs.yml")["argument_specs"]["main"]["options"]


@pytest.mark.parametrize("role", ROLES)
def test_every_role_has_its_playbook_and_takes_the_connection(role):
    (play,) = read(f"playbooks/{role}.yml")

    assert play["roles"] == [{"role": f"onlyoffice.docspace.{role}"}]
    assert {f"docspace_{name}" for name in CONNECTION} <= options(role).keys()
    assert options(role)["docspace_api_key"]["no_log"] is True


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
