# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""ansible-test of each ansible-core: sanity, units, and playbooks against the simulated portal."""

from __future__ import annotations

import contextlib
import json
import os
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from .checks import CheckError, Log
from .pytests import pytest_total
from .pythons import CORES, KNOWN_PYTHONS, OLDEST_CORE, find_python, pick_python
from .trees import CACHE, ROOT, copy_tree, locked
from .venvs import make_venv

# The names under which ansible-test looks for get-pip in its cache, over all CORES.
GET_PIP_VERSIONS = ("23_1_2", "24_2", "25_2")
# ansible-test only warns where it leaves something out: any line not listed here is a failure.
HARMLESS_WARNINGS = (
    re.compile(r'WARNING: Using locale "C\.UTF-8" instead of'),
    re.compile(r"WARNING: Reviewing previous \d+ warning\(s\):"),
)
PYTHON_MISSING = re.compile(
    r'WARNING: Skipping sanity test "(?P<test>[\w-]+)" on Python (?P<python>[\d.]+)'
)


@dataclass(frozen=True)
class AnsibleTest:
    """ansible-test of one ansible-core, ready to run in its own copy of the tree."""

    tree: Path
    env: dict[str, str]
    python: str

    def __call__(self, log: Log, *words: str) -> str:
        """Run it; CheckError also for warnings that something was left out."""
        output = log.run("ansible-test", *words, "--color", "no", cwd=self.tree, env=self.env)
        unexpected = []
        for line in sorted({line for line in output.splitlines() if line.startswith("WARNING: ")}):
            missing = PYTHON_MISSING.match(line)
            if missing and not find_python(missing["python"]):
                log.left_out.append(f"{missing['test']} on Python {missing['python']}: not found")
            elif not any(harmless.match(line) for harmless in HARMLESS_WARNINGS):
                unexpected.append(line)
        if unexpected:
            raise CheckError("unexpected warnings:\n" + "\n".join(unexpected))
        return output


@contextlib.contextmanager
def ansible_test(core: str) -> Iterator[AnsibleTest]:
    """ansible-test of this core: own HOME, no shims on PATH, a fresh copy of the tree."""
    venv = make_venv(f"core-{core}")
    with locked(f"core-{core}"):
        home, pythons = CACHE / "home" / core, CACHE / "home" / core / "pythons"
        cache = home / ".ansible/test/cache"
        for folder in (cache, pythons):
            folder.mkdir(parents=True, exist_ok=True)
        for version in GET_PIP_VERSIONS:
            shutil.copy(ROOT / "tools/get_pip.py", cache / f"get_pip_{version}.py")
        for version in KNOWN_PYTHONS:
            link = pythons / f"python{version}"
            link.unlink(missing_ok=True)
            if python := find_python(version):
                link.symlink_to(python)
        rest = os.environ.get("PATH", os.defpath).split(os.pathsep)
        path = [str(venv / "bin"), str(pythons), *(f for f in rest if Path(f).name != "shims")]
        env = {"HOME": str(home), "LC_ALL": "C.UTF-8", "PATH": os.pathsep.join(path)}
        yield AnsibleTest(copy_tree(f"core-{core}"), env, pick_python(CORES[core][0])[0])


def sanity(core: str, log: Log) -> None:
    with ansible_test(core) as run:
        if list(run.tree.glob("tests/sanity/ignore*")):
            raise CheckError("tests/sanity/ignore*: this collection has no exceptions")
        if core == OLDEST_CORE:
            # Half of the time goes to pylint, whose older rules have nothing to find in the tests.
            run(log, "sanity", "--local", "--skip-test", "pylint")
            run(log, "sanity", "--local", "--test", "pylint", "plugins/")
        else:
            run(log, "sanity", "--local")


def units(core: str, python: str, log: Log) -> None:
    pick_python((python,))
    with ansible_test(core) as run:
        log.note = pytest_total(run(log, "units", "--venv", "--python", python))


def integration(core: str, front: str, every: int, log: Log) -> None:
    """The playbooks, with the modules run in Ansible's own process or as processes of their own.

    Of what differs only in the data, each so manieth scenario is tried.
    """
    with ansible_test(core) as run:
        switches = {"onlyoffice_docspace_direct": front == "direct", "every": every}
        config = run.tree / "tests/integration/integration_config.yml"
        config.write_text(json.dumps(switches), encoding="utf-8")
        # The environment of this ansible-core has what tests/integration/requirements.txt lists.
        output = run(log, "integration", "--local")
    recaps = re.findall(r"^\S+ +: ok=(\d+)", output, flags=re.MULTILINE)
    log.note = f"{sum(map(int, recaps))} tasks"
