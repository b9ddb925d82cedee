# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What the virtual environments hold: pinned to the hash, and free software."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from .checks import CheckError, Log
from .pythons import DEV_PYTHONS, KNOWN_PYTHONS, VENV_PYTHONS
from .venvs import REQUIREMENTS, dev, make_venv, venv_environment

LOCK_HEADER = """\
# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# Made by `make lock` from {name}.in as of {digest}
"""


def read_requirements(path: Path) -> str:
    """A requirements file with the files it includes."""
    text = path.read_text(encoding="utf-8")
    for included in re.findall(r"^-r (\S+)", text, flags=re.MULTILINE):
        text += read_requirements(path.parent / included)
    return text


def lock_header(wanted: Path) -> str:
    """The head of what is made of requirements/NAME.in and the files that it includes."""
    digest = hashlib.sha256(read_requirements(wanted).encode()).hexdigest()
    return LOCK_HEADER.format(name=wanted.stem, digest=digest)


def lock(log: Log) -> None:
    """Make requirements/NAME.txt of NAME.in: all packages, for all Pythons, with their hashes.

    What NAME.txt has stays if it still fits: remove it first to have everything in it newer.
    """
    env = venv_environment(make_venv("lock"))
    for wanted in sorted(REQUIREMENTS.glob("*.in")):
        pythons = VENV_PYTHONS.get(wanted.stem, DEV_PYTHONS)
        oldest = min(pythons, key=KNOWN_PYTHONS.index)
        made = wanted.with_suffix(".txt")
        log.run(
            "uv", "--no-config", "pip", "compile", "--quiet", "--universal", "--generate-hashes",
            "--no-header", "--no-annotate", "--python-version", oldest,
            "--output-file", made, wanted, env=env,
        )  # fmt: skip
        made.write_text(lock_header(wanted) + made.read_text(encoding="utf-8"), encoding="utf-8")


def check_locks(log: Log) -> None:
    """Every environment is pinned to the hash, and by what its .in file says now; no network."""
    found, total = [], 0
    for made in sorted({path.with_suffix(".txt") for path in REQUIREMENTS.iterdir()}):
        name, wanted = f"requirements/{made.name}", made.with_suffix(".in")
        if not (made.is_file() and wanted.is_file()):
            found.append(f"{name} and its .in file belong together, and one is missing")
            continue
        head, text = lock_header(wanted), made.read_text(encoding="utf-8")
        if not text.startswith(head):
            found.append(f"{name} is not what `make lock` made of {wanted.name}")
        body = text.removeprefix(head).replace("\\\n", "")
        entries = body.splitlines()
        odd = [entry for entry in entries if not LOCKED.fullmatch(entry)]
        found += [f"{name}: not a version with hashes and nothing else: {entry}" for entry in odd]
        total += len(entries)
    if found:
        raise CheckError("\n".join(found))
    log.note = f"{total} versions"


# A package, its version, the environments that want it, hashes: no addresses, no options.
LOCKED = re.compile(r"[\w.-]+(\[[\w,-]+\])?==[\w.+!]+( ; [^:@]+)?(\s+--hash=sha256:[0-9a-f]{64})+")


FREE_LICENCES = (
    "Apache Software License", "Apache-2.0", "BSD License", "BSD-3-Clause", "MIT", "MIT License",
    "MPL-2.0", "Mozilla Public License 2.0 (MPL 2.0)",
)  # fmt: skip


def licences(log: Log) -> None:
    """What users of the collection need beside ansible-core is free software."""
    python = make_venv("runtime") / "bin/python"
    allowed = f"--allow-only={';'.join(FREE_LICENCES)}"
    listed = dev(
        "pip-licenses", f"--python={python}", "--from=mixed", "--format=csv", allowed, log=log
    )
    log.note = f"{len(listed.splitlines()) - 1} packages"
