# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Branch coverage of plugins/."""

from __future__ import annotations

from .ansible_test import ansible_test
from .checks import Log, NotRunError, say
from .pythons import CORES, find_python
from .trees import CACHE
from .venvs import dev

COVERAGE_CORES = ("2.21", "2.19")


def coverage(log: Log) -> None:
    """Branch coverage of plugins/: units and integration together, subprocesses included."""
    core = next((core for core in COVERAGE_CORES if any(map(find_python, CORES[core][0]))), "")
    if not core:
        raise NotRunError("no Python for ansible-core " + " or ".join(COVERAGE_CORES))
    with ansible_test(core) as run:
        run(log, "units", "--venv", "--python", run.python, "--coverage")
        run(log, "integration", "--venv", "--coverage")
        run(log, "coverage", "combine", "--venv", "--requirements")
        data = f"--data-file={run.tree / 'tests/output/coverage/coverage'}"
        dev("coverage", "html", "-q", data, "-d", str(CACHE / "coverage"), log=log, cwd=run.tree)
        say(dev("coverage", "report", data, log=log, cwd=run.tree).rstrip())
        log.note = "see .cache/coverage/index.html"
