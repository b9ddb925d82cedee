# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The Pythons of this machine, and which of them each ansible-core takes."""

from __future__ import annotations

import functools
import os
import subprocess
import sys
from pathlib import Path

from .checks import NotRunError

# The Pythons that may run each ansible-core, best first, and the newest one its modules may run on.
CORES = {
    "2.16": (("3.11", "3.12", "3.10"), "3.12"),
    "2.19": (("3.11", "3.12", "3.13"), "3.13"),
    "2.21": (("3.13", "3.12", "3.14"), "3.14"),
}
# A pre-release of the next one: what is wrong there is a warning.
COMING_CORE = "2.22"
COMING = {COMING_CORE: (("3.13", "3.14"), "3.14")}
OLDEST_CORE, NEWEST_CORE = "2.16", "2.21"
OLDEST_TARGET = "3.9"
# The other virtual environments (requirements/*.txt) take the first of these that is there.
DEV_PYTHONS = ("3.13", "3.12", "3.14", "3.11")
VENV_PYTHONS = {f"core-{core}": pythons for core, (pythons, _newest) in {**CORES, **COMING}.items()}
KNOWN_PYTHONS = ("3.9", "3.10", "3.11", "3.12", "3.13", "3.14")


@functools.cache
def find_python(version: str) -> Path | None:
    """A Python of this version that can make virtual environments: on PATH, or one of pyenv's."""
    path = [Path(folder) for folder in os.environ.get("PATH", os.defpath).split(os.pathsep)]
    # pyenv's shims only serve the version that is switched on: look behind them.
    pyenvs = [folder.parent for folder in path if folder.name == "shims"]
    pyenvs += [Path(os.environ.get("PYENV_ROOT") or "~/.pyenv").expanduser()]
    candidates = [folder / f"python{version}" for folder in path if folder.name != "shims"]
    for pyenv in pyenvs:
        candidates += sorted(pyenv.glob(f"versions/{version}.*/bin/python{version}"))
    if version == "{}.{}".format(*sys.version_info):
        candidates.insert(0, Path(sys.executable))
    probe = "import ensurepip, venv, sys; print('%d.%d' % sys.version_info[:2])"
    for candidate in candidates:
        if os.access(candidate, os.X_OK):
            done = subprocess.run(
                [candidate, "-c", probe], capture_output=True, text=True, check=False
            )
            if done.returncode == 0 and done.stdout.strip() == version:
                return candidate
    return None


def pick_python(versions: tuple[str, ...]) -> tuple[str, Path]:
    """The first of these Pythons that is there."""
    for version in versions:
        if python := find_python(version):
            return version, python
    raise NotRunError(f"found no Python {' or '.join(versions)} with its venv module")


def newest_target(core: str) -> str:
    """The newest Python that is there of those that modules of this core may run on."""
    newest = CORES[core][1]
    supported = KNOWN_PYTHONS[: KNOWN_PYTHONS.index(newest) + 1]
    return next((version for version in reversed(supported) if find_python(version)), newest)
