# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Mutation: which small changes to the code would no unit test notice?"""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

from .checks import CheckError, Log, say
from .trees import CACHE, ROOT, copy_tree, locked
from .venvs import make_venv, venv_environment

# Floors that the quick tests of module_utils test well enough without those of modules, and tests
# that take long for what they would add.
TESTED_APART = (
    "_base", "_engine/write.py", "_http", "_module.py", "_plan/groups.py", "_plan/membership.py",
    "_plan/properties.py", "_report/yaml.py",
)  # fmt: skip
NOT_FOR_MUTATION = (
    "hostile_input",
    "test_documentation.py",
    "test_groups_file.py",
    "test_roles.py",
)
LEAST_KILLED = 0.9


def mutation(log: Log) -> None:
    """Change plugins/module_utils in small ways: a change that no unit test notices survives."""
    utils = ROOT / "plugins/module_utils"
    files = {path.relative_to(utils) for path in utils.rglob("*.py") if path.stat().st_size}
    apart = {file for file in files if {file.parts[0], file.as_posix()} & set(TESTED_APART)}
    noticed = mutants("mutation-apart", apart, "tests/unit/plugins/module_utils", log)
    noticed |= mutants("mutation-whole", files - apart, "tests/unit/plugins", log)
    for file, of_file in sorted(noticed.items()):
        say(f"{file:<24}{sum(of_file):5} of {len(of_file):4} killed")
    killed, total = sum(map(sum, noticed.values())), sum(map(len, noticed.values()))
    log.note = f"{killed} of {total} mutants killed; the log shows the survivors"
    if killed < LEAST_KILLED * total or not total:
        raise CheckError(f"{log.note}: less than {LEAST_KILLED:.0%}")


def mutants(name: str, files: set[Path], tests: str, log: Log) -> dict[str, list[bool]]:
    """Mutate some files: for each, which mutants the tests noticed. The log gets the others."""
    venv = make_venv("mutation")
    with locked(name):
        folder = CACHE / "tree" / name
        tree = copy_tree(name).relative_to(folder)
        utils = tree / "plugins/module_utils"
        settings = {
            "source_paths": [str(tree / "plugins")],
            "only_mutate": [str(utils / file) for file in sorted(files)],
            "also_copy": [str(tree)],
            "pytest_add_cli_args": ["--hypothesis-profile=mutation"],
            "pytest_add_cli_args_test_selection": [
                str(tree / tests), *(f"--ignore-glob=*/{test}" for test in NOT_FOR_MUTATION)
            ],
            # A busy machine is no reason to take a survivor for a mutant that never ends, which in
            # turn should not take all the time.
            "timeout_constant": 10.0,
            "timeout_multiplier": 20.0,
        }  # fmt: skip
        text = "".join(f"{key} = {json.dumps(value)}\n" for key, value in settings.items())
        (folder / "pyproject.toml").write_text(f"[tool.mutmut]\n{text}", encoding="utf-8")
        env = venv_environment(venv) | {"PYTHONPATH": "."}
        # The tests wait for sockets at times.
        children = str(2 * (os.cpu_count() or 1))
        log.run("mutmut", "run", "--max-children", children, cwd=folder, env=env)
        results = log.run("mutmut", "results", "--all", "yes", cwd=folder, env=env)
        noticed: dict[str, list[bool]] = {}
        for mutant, file, status in re.findall(
            r"^ +(\S+\.module_utils\.(\S+)\.[^.\s]+__mutmut_\d+): (.+)$",
            results,
            flags=re.MULTILINE,
        ):
            noticed.setdefault(file, []).append(status in ("killed", "timeout"))
            if not noticed[file][-1]:
                log.run("mutmut", "show", mutant, cwd=folder, env=env)
    return noticed
