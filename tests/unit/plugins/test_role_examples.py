# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The examples of roles, which newer versions of ansible-doc show, and those of their READMEs."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from ansible.module_utils.common.arg_spec import ArgumentSpecValidator

ROLES = sorted((Path(__file__).parents[3] / "roles").iterdir())


def specification(role):
    path = role / "meta/argument_specs.yml"
    return yaml.safe_load(path.read_text(encoding="utf-8"))["argument_specs"]["main"]


def of_readme(role):
    text = (role / "README.md").read_text(encoding="utf-8")
    return "\n".join(re.findall(r"^```yaml\n(.*?)^```", text, re.DOTALL | re.MULTILINE))


@pytest.mark.parametrize("source", ["examples", "README.md"])
@pytest.mark.parametrize("role", ROLES, ids=lambda path: path.name)
def test_examples_are_plays_with_variables_of_the_role(role, source):
    spec = specification(role)
    plays = yaml.safe_load(spec["examples"] if source == "examples" else of_readme(role))

    used = [each for play in plays for each in play["roles"]]
    assert used
    for each in used:
        assert each["role"] == f"onlyoffice.docspace.{role.name}"
        checked = ArgumentSpecValidator(spec["options"]).validate(each["vars"])
        assert checked.error_messages == []
