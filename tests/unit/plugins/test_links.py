# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What users read leads somewhere, in a checkout and where only the tarball is installed."""

from __future__ import annotations

import fnmatch
import re
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[3]
GALAXY = yaml.safe_load((ROOT / "galaxy.yml").read_text(encoding="utf-8"))
REPOSITORY = f"{GALAXY['repository']}/blob/main/"
#: Pages that are in the tarball, or that users get in another way.
PAGES = sorted(
    path.relative_to(ROOT)
    for pattern in ("*.md", "docs/**/*.md", "docs/**/*.rst", "examples/**/*.md", "roles/*/*.md")
    for path in ROOT.glob(pattern)
)


def is_packed(path: Path) -> bool:
    """Whether ansible-galaxy puts a file into the tarball."""
    every = [path, *path.parents]
    return not any(
        fnmatch.fnmatch(str(each), pattern) or fnmatch.fnmatch(each.name, pattern)
        for each in every
        if each.name
        for pattern in GALAXY["build_ignore"]
    )


def links(page: Path) -> list[str]:
    text = (ROOT / page).read_text(encoding="utf-8")
    if page.suffix == ".md":
        text = re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL)
        return re.findall(r"\]\(([^)\s]+)\)", text)
    return re.findall(r"`[^`]*<([^>`\s]+)>`_", text)


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_links_lead_somewhere(page):
    for link in links(page):
        target, _mark, _anchor = link.partition("#")
        if target.startswith(REPOSITORY):
            assert (ROOT / target[len(REPOSITORY) :]).exists(), f"{link}: there is no such file"
        elif target and not re.match("[a-z]+:", target):
            path = (ROOT / page.parent / target).resolve()
            assert path.exists(), f"{link}: there is no such file"
            if is_packed(page):
                wanted = path.relative_to(ROOT.resolve())
                assert is_packed(wanted), f"{link}: not in the tarball; link to {REPOSITORY}"


def test_files_outside_the_tarball_are_known():
    assert is_packed(Path("README.md"))
    assert is_packed(Path("docs/docsite/rst/recipes.rst"))
    assert not is_packed(Path("CONTRIBUTING.md"))
    assert not is_packed(Path("docs/benchmarks.md"))
    assert not is_packed(Path("examples/README.md"))
    assert not is_packed(Path("tests/unit/plugins/test_links.py"))


def test_the_readme_knows_all_modules_and_roles():
    linked = set(links(Path("README.md")))

    assert linked >= {f"plugins/modules/{p.name}" for p in (ROOT / "plugins/modules").glob("*.py")}
    assert linked >= {f"roles/{p.name}/README.md" for p in (ROOT / "roles").iterdir()}
