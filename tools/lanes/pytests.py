# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Tests by plain pytest, from this checkout."""

from __future__ import annotations

import re

from .checks import Log, say
from .venvs import dev, make_venv, venv_environment

# How the cells of the table of faults ended, which is for whoever reads the end of the run.
FAULT_TOTALS = re.compile(r"^\| task \|.*\n(?:\|.*\n)+", re.MULTILINE)


def system(core: str, log: Log) -> None:
    venv = make_venv(f"core-{core}")
    command = ["python", "-m", "pytest", "-q", "tests/system"]
    output = log.run(*command, env=venv_environment(venv))
    log.note = pytest_total(output)
    if table := FAULT_TOTALS.search(output):
        say(table[0].rstrip())


def pytest_total(output: str) -> str:
    """The closing lines of pytest added up: ansible-test calls it once for each kind of code."""
    counts: dict[str, int] = {}
    for line in re.findall(r"^(?:=+ )?(\d+ passed.*) in [\d.]+s", output, flags=re.MULTILINE):
        for count, what in re.findall(r"(\d+) (\w+)", line):
            counts[what] = counts.get(what, 0) + int(count)
    return ", ".join(f"{count} {what}" for what, count in counts.items())


def unit(log: Log) -> None:
    log.note = pytest_total(dev("python", "-m", "pytest", "-q", log=log))
