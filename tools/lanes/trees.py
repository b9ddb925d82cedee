# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Where the collection lies: linked for what follows links, copied for what does not."""

from __future__ import annotations

import contextlib
import fcntl
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# All that is made, and may be removed at any time.
CACHE = ROOT / ".cache"
COLLECTION = Path("ansible_collections/onlyoffice/docspace")


@contextlib.contextmanager
def locked(name: str) -> Iterator[None]:
    """Keep other runs in this checkout out of a part of .cache/."""
    folder = CACHE / "locks"
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / name).open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def link_collection() -> Path:
    """A collections path with a link to this checkout: enough for playbooks and the linters."""
    link = CACHE / "collections" / COLLECTION
    if not link.is_symlink():
        link.parent.mkdir(parents=True, exist_ok=True)
        with contextlib.suppress(FileExistsError):  # made by another run meanwhile
            link.symlink_to(os.path.relpath(ROOT, link.parent))
    return CACHE / "collections"


def copy_tree(name: str) -> Path:
    """A copy of the files that git knows or would add: ansible-test does not follow links."""
    tree = CACHE / "tree" / name / COLLECTION
    shutil.rmtree(CACHE / "tree" / name, ignore_errors=True)
    listed = subprocess.run(
        ["git", "ls-files", "-coz", "--exclude-standard"],
        cwd=ROOT, check=True, stdout=subprocess.PIPE, encoding="utf-8",
    )  # fmt: skip
    for path in filter(None, listed.stdout.split("\0")):
        if (ROOT / path).is_file():  # not one that was deleted and is still in git's index
            (tree / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / path, tree / path, follow_symlinks=False)
    # ansible-test asks the nearest git repository for files, and ROOT ignores .cache/.
    subprocess.run(["git", "init", "-q", tree], check=True)
    return tree
