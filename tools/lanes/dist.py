# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The tarball: what is in it, and that it works where only it is installed."""

from __future__ import annotations

import re
import shutil
import tarfile
from pathlib import Path

from .checks import Check, CheckError, Log
from .trees import CACHE, COLLECTION, ROOT, copy_tree, locked
from .venvs import dev, make_venv, venv_environment

DIST = ROOT / "dist"

# What users need, each at least one file; nothing else is in the tarball.
TARBALL = (
    "LICENSES/*.txt", "README.md", "REUSE.toml", "changelogs/changelog.yaml",
    "docs/docsite/extra-docs.yml", "docs/docsite/rst/*.rst", "meta/execution-environment.yml",
    "meta/runtime.yml", "playbooks/*.yml", "plugins/action/*.py", "plugins/doc_fragments/*.py",
    "plugins/filter/*.py", "plugins/module_utils/**/*.py", "plugins/modules/*.py",
    "plugins/plugin_utils/*.py", "requirements.txt", "roles/*/README.md",
    "roles/*/meta/argument_specs.yml", "roles/*/meta/main.yml", "roles/*/tasks/*.yml",
)  # fmt: skip
# What they get as well where it is there.
TARBALL_TOO = ("CHANGELOG.md",)
# What ansible-galaxy adds.
TARBALL_LISTS = {"FILES.json", "MANIFEST.json"}


def build(log: Log) -> Path:
    """Build from a clean copy, so that nothing that lies about gets in."""
    with locked("build"):
        tree = copy_tree("build")
        dev(
            "ansible-galaxy", "collection", "build", "--force", "--output-path", str(DIST),
            log=log, cwd=tree,
        )  # fmt: skip
        return newest_tarball()


def newest_tarball() -> Path:
    return max(DIST.glob("onlyoffice-docspace-*.tar.gz"), key=lambda path: path.stat().st_mtime)


def dist_build(log: Log) -> None:
    with tarfile.open(build(log)) as tarball:
        packed = {each.name for each in tarball if not each.isdir()} - TARBALL_LISTS
    tree = CACHE / "tree/build" / COLLECTION
    needed = {pattern: {str(path.relative_to(tree)) for path in tree.glob(pattern)}
              for pattern in (*TARBALL, *TARBALL_TOO)}  # fmt: skip
    wanted = set().union(*needed.values())
    found = [f"there is no {pattern}" for pattern in TARBALL if not needed[pattern]]
    found += [f"not in the tarball: {name}" for name in sorted(wanted - packed)]
    found += [f"does not belong in the tarball: {name}" for name in sorted(packed - wanted)]
    if found:
        raise CheckError("\n".join(found))
    log.note = f"{len(packed)} files"


def dist_import(log: Log) -> None:
    output = dev("python", "-m", "galaxy_importer.main", str(newest_tarball()), log=log, cwd=CACHE)
    if found := [line for line in output.splitlines() if re.match("(WARNING|ERROR)", line)]:
        raise CheckError("\n".join(found))


def dist_demo(log: Log) -> None:
    collections = CACHE / "installed"
    shutil.rmtree(collections, ignore_errors=True)
    install = ["ansible-galaxy", "collection", "install", "--offline", "-p", str(collections)]
    dev(
        *install, str(newest_tarball()), log=log, env={"ANSIBLE_COLLECTIONS_PATH": str(collections)}
    )
    demo(log, "--collections", str(collections))


def demo(log: Log, *words: str) -> None:
    venv = make_venv("demo")
    log.run("python", "demo/run.py", *words, env=venv_environment(venv))


def dist_checks() -> list[Check]:
    return [
        Check("dist-test: build", dist_build),
        Check("dist-test: galaxy-importer", dist_import),
        Check("dist-test: demo from the tarball", dist_demo),
    ]
