# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""No Python file of the plugins, the tests and the tools is long."""

from __future__ import annotations

import ast
import itertools
import pathlib

ROOT = pathlib.Path(__file__).parents[2]
FOLDERS = ("plugins", "tests", "tools")
#: What ansible-test leaves here is not ours.
OUTPUT = ROOT / "tests" / "output"
#: The texts of a plugin that Ansible reads.
DOCUMENTATION = {"DOCUMENTATION", "EXAMPLES", "RETURN"}
LONGEST = 250


def documentation(text: str) -> int:
    """How many lines the three texts take."""
    return sum(
        (node.end_lineno or node.lineno) - node.lineno + 1
        for node in ast.parse(text).body
        if isinstance(node, ast.Assign)
        and {target.id for target in node.targets if isinstance(target, ast.Name)} & DOCUMENTATION
    )


def length(path: pathlib.Path) -> int:
    text = path.read_text(encoding="utf-8")
    is_plugin = path.relative_to(ROOT).parts[0] == "plugins"
    return len(text.splitlines()) - (documentation(text) if is_plugin else 0)


def test_no_file_is_long() -> None:
    found = itertools.chain.from_iterable((ROOT / folder).rglob("*.py") for folder in FOLDERS)
    lengths = {path: length(path) for path in found if OUTPUT not in path.parents}

    assert {path.relative_to(ROOT).parts[0] for path in lengths} == set(FOLDERS)
    long = [f"{path.relative_to(ROOT)}: {n}" for path, n in lengths.items() if n > LONGEST]
    assert not long, f"more than {LONGEST} lines: {', '.join(sorted(long))}"
