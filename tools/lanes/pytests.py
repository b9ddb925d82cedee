# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Tests by plain pytest, from this checkout."""

from __future__ import annotations

import os
import re
import shutil
import subprocess

from .checks import CheckError, FoundEarlyError, Log, NotRunError, say
from .pythons import COMING_CORE
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


# A few of the system tests: both fronts of all modules, what roles take, and that nothing is shown.
COMING_TESTS = (
    "tests/system/test_direct.py::test_results_and_requests_are_the_same",
    "tests/system/test_role_variables.py::test_variables_that_nobody_reads_are_refused_before_any_request",
    "tests/system/secrets/test_secrets.py::test_success_and_failure_of_every_module",
)


def coming(log: Log) -> None:
    """What the next ansible-core will bring, as far as a pre-release shows it."""
    try:
        env = venv_environment(make_venv(f"core-{COMING_CORE}"))
    except subprocess.CalledProcessError as error:
        raise NotRunError(f"ansible-core {COMING_CORE} cannot be installed ({error})") from None
    try:
        output = log.run("python", "-m", "pytest", "-q", *COMING_TESTS, env=env)
    except CheckError as error:
        raise FoundEarlyError(f"not as on the versions before ({error})") from None
    log.note = pytest_total(output)


# Under either name tests/browser finds it; the first is Debian's package, too.
BROWSERS = ("chromium-headless-shell", "chromium")


def browser(log: Log) -> None:
    """The page that the collection writes, seen by a browser."""
    if not any(map(shutil.which, BROWSERS)):
        install_browser(log)
    env = venv_environment(make_venv("browser"))
    log.note = pytest_total(log.run("python", "-m", "pytest", "-q", "tests/browser", env=env))


def install_browser(log: Log) -> None:
    if os.geteuid() or not shutil.which("apt-get"):
        raise NotRunError(f"found no {' or '.join(BROWSERS)}; root can install it on Debian")
    env = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    try:
        log.run("apt-get", "update", env=env)
        log.run("apt-get", "install", "-y", "--no-install-recommends", BROWSERS[0], env=env)
    except CheckError as error:
        raise NotRunError(f"{BROWSERS[0]} cannot be installed ({error})") from None


def pytest_total(output: str) -> str:
    """The closing lines of pytest added up: ansible-test calls it once for each kind of code."""
    counts: dict[str, int] = {}
    for line in re.findall(r"^(?:=+ )?(\d+ passed.*) in [\d.]+s", output, flags=re.MULTILINE):
        for count, what in re.findall(r"(\d+) (\w+)", line):
            counts[what] = counts.get(what, 0) + int(count)
    return ", ".join(f"{count} {what}" for what, count in counts.items())


def unit(log: Log) -> None:
    log.note = pytest_total(dev("python", "-m", "pytest", "-q", log=log))
