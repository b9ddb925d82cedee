# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The simulated portal keeps to its tree: imports go down, and a noun knows no other."""

from __future__ import annotations

import ast
import collections.abc as c
import pathlib

import pytest

from ansible_collections.onlyoffice.docspace.tests import portal as portal_package

ROOT = pathlib.Path(portal_package.__file__).parent
NOUNS = {path.parent.name for path in ROOT.glob("*/routes.py")}
#: The file in which HTTP meets the whole.
ASSEMBLY = ROOT / "http" / "app.py"
#: What nouns may stand on beside HTTP.
COMMON = {"collation", "journal"}
#: The calls of a noun stand on the whole; there may be several files of them: `new_writes.py`.
CALLS = {"reads", "writes", "routes"}


def imported(path: pathlib.Path) -> c.Iterator[str]:
    """The parts of the portal that a file imports: folders, or files that lie in none."""
    folders = path.relative_to(ROOT).parent.parts
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level:
            above = folders[: len(folders) - node.level + 1]
            named = (node.module or "").split(".") if node.module else []
            for name in [alias.name for alias in node.names] if not named else [named[0]]:
                yield (*above, name)[0]


def parts(files: c.Iterable[pathlib.Path]) -> set[str]:
    return {part for path in files for part in imported(path)}


def test_http_knows_nothing_else() -> None:
    files = [path for path in (ROOT / "http").glob("*.py") if path != ASSEMBLY]
    assert parts(files) == {"http"}


@pytest.mark.parametrize("noun", sorted(NOUNS))
def test_what_a_noun_is_knows_neither_other_nouns_nor_the_whole(noun: str) -> None:
    files = [
        path for path in (ROOT / noun).glob("*.py") if path.stem.rpartition("_")[2] not in CALLS
    ]
    assert parts(files) <= {noun, "http", *COMMON}


@pytest.mark.parametrize("noun", sorted(NOUNS))
def test_all_nouns_are_laid_out_alike(noun: str) -> None:
    names = {"records", "state", "rules", "views", "reads", "writes", "routes"}
    assert names <= {path.stem for path in (ROOT / noun).glob("*.py")}
