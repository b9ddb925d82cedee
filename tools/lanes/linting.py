# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""make lint: what needs no test to run."""

from __future__ import annotations

from collections.abc import Callable

from .checks import Check, Log
from .locks import check_locks, licences
from .trees import CACHE, COLLECTION, ROOT, link_collection
from .venvs import dev

# The playbooks in here take these from the environment; ansible-lint asks the module whether it has
# all options it requires.
PLAYBOOK_ENVIRONMENT = {"DOCSPACE_BASE_URL": "https://docspace.example", "DOCSPACE_API_KEY": "sk-x"}


def mypy(log: Log) -> None:
    """From the collections path, so that imports between our own files keep their types."""
    names = ("benchmarks", "browser", "contract", "portal", "system", "unit")
    folders = [str(COLLECTION / "plugins"), *(str(COLLECTION / "tests" / name) for name in names)]
    config = f"--config-file={ROOT / 'pyproject.toml'}"
    cache = f"--cache-dir={CACHE / 'mypy'}"
    dev("python", "-m", "mypy", config, cache, *folders, log=log, cwd=link_collection())
    for tool in (["-p", "tools.lanes"], ["-p", "tools.pages"], ["demo/run.py"], ["conftest.py"]):
        dev("python", "-m", "mypy", cache, *tool, log=log)


def floors(log: Log) -> None:
    """Who may import whom, by the names under which Ansible imports the collection."""
    command = ["lint-imports", "--no-cache", "--no-logo", str(ROOT / ".importlinter")]
    dev(*command, log=log, cwd=link_collection(), env={"PYTHONPATH": "."})


def lint_checks() -> list[Check]:
    def tool(*command: str) -> Callable[[Log], object]:
        return lambda log: dev(*command, log=log, env=PLAYBOOK_ENVIRONMENT)

    ansible_lint = ["ansible-lint", "--nocolor", "--strict"]
    docs = ["--plugin-docs", "--validate-collection-refs=all", "--skip-rstcheck"]
    return [
        Check("lint: ruff check", tool("ruff", "check")),
        Check("lint: ruff format", tool("ruff", "format", "--diff")),
        Check("lint: mypy", mypy),
        Check("lint: import-linter", floors),
        Check("lint: reuse", tool("reuse", "lint")),
        Check("lint: locked requirements", check_locks),
        Check("lint: licences of what is required", licences),
        Check("lint: antsibull-changelog", tool("antsibull-changelog", "lint")),
        Check("lint: antsibull-docs", tool("antsibull-docs", "lint-collection-docs", *docs, ".")),
        Check("lint: ansible-lint", tool(*ansible_lint)),
        Check("lint: ansible-lint, module options",
              tool(*ansible_lint, "-c", "tools/ansible-lint-args.yml", "demo", "examples",
                   "playbooks", "roles")),
    ]  # fmt: skip
