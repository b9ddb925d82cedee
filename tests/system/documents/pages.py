# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What a page of the documentation has to copy: files, and the commands that use them."""

from __future__ import annotations

import re
import textwrap
from dataclasses import dataclass, field
from pathlib import Path

PAGES = Path(__file__).resolve().parents[3] / "docs/docsite/rst"
BLOCK = re.compile(
    r"^\.\. code-block:: (?P<language>\S+)\n(?:   :caption: (?P<caption>\S+)\n)?\n"
    r"(?P<text>(?:   .*\n|\n)+)",
    re.MULTILINE,
)


@dataclass
class Recipe:
    """A section of a page."""

    files: dict[str, str] = field(default_factory=dict)
    commands: list[str] = field(default_factory=list)


def recipes(page: str) -> dict[str, Recipe]:
    """The sections of a page that have something to copy, by title."""
    text = (PAGES / page).read_text(encoding="utf-8")
    parts = re.split(r"^(.+)\n-{4,}\n", text, flags=re.MULTILINE)
    found = {title: _recipe(content) for title, content in zip(parts[1::2], parts[2::2])}
    return {title: each for title, each in found.items() if each.files or each.commands}


def _recipe(content: str) -> Recipe:
    recipe = Recipe()
    for block in BLOCK.finditer(content):
        text = textwrap.dedent(block["text"]).strip("\n") + "\n"
        if block["caption"]:
            recipe.files[block["caption"]] = text
        elif block["language"] == "console":
            recipe.commands += re.findall(r"^\$ (.*)", text, re.MULTILINE)
    return recipe
