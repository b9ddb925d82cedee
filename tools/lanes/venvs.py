# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The virtual environments of requirements/*.txt, made when they are first needed."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

from .checks import Log, say
from .pythons import DEV_PYTHONS, VENV_PYTHONS, pick_python
from .trees import CACHE, ROOT, link_collection, locked

REQUIREMENTS = ROOT / "requirements"


def make_venv(name: str) -> Path:
    """The virtual environment of requirements/NAME.txt, rebuilt if that or the Python changed."""
    version, python = pick_python(VENV_PYTHONS.get(name, DEV_PYTHONS))
    requirements = REQUIREMENTS / f"{name}.txt"
    wanted = hashlib.sha256(f"{python.resolve()}\n{requirements.read_text()}".encode()).hexdigest()
    venv = CACHE / "venv" / name
    stamp = venv / ".stamp"
    with locked(f"venv-{name}"):
        if stamp.is_file() and stamp.read_text() == wanted:
            return venv
        # to stderr: stdout belongs to the command that is run in here
        say(f"Set-up: .cache/venv/{name} on Python {version}", file=sys.stderr)
        subprocess.run([python, "-m", "venv", "--clear", venv], check=True, stdout=sys.stderr)
        pip = [str(venv / "bin/python"), "-m", "pip", "-qq", "--disable-pip-version-check"]
        install = [*pip, "install", "--require-hashes", "-r", str(requirements)]
        for command in (install, [*pip, "check"]):
            subprocess.run(command, check=True, stdout=sys.stderr)
        stamp.write_text(wanted)
    return venv


def venv_environment(venv: Path) -> dict[str, str]:
    """The environment with this one switched on; what its tools leave in HOME goes to .cache/."""
    home = CACHE / "home" / "tools"
    home.mkdir(parents=True, exist_ok=True)
    env = os.environ | {
        "HOME": str(home),
        "PATH": f"{venv / 'bin'}{os.pathsep}{os.environ.get('PATH', os.defpath)}",
        "VIRTUAL_ENV": str(venv),
        "ANSIBLE_COLLECTIONS_PATH": str(link_collection()),
        "HYPOTHESIS_STORAGE_DIRECTORY": str(CACHE / "hypothesis"),
        "LC_ALL": "C.UTF-8",
    }
    env.pop("PYTHONHOME", None)
    return env


def dev(*command: str, log: Log, cwd: Path = ROOT, env: dict[str, str] | None = None) -> str:
    venv = make_venv("dev")
    return log.run(*command, cwd=cwd, env=venv_environment(venv) | (env or {}))
