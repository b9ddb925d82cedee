# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The page of all failures: the codes of the source code with their meanings from failures.yml."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml

from .raised import Failures

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
PAGE = ROOT / "docs/docsite/rst/failure_codes.rst"
MEANINGS = HERE / "failures.yml"
#: The page without its tables.
TEMPLATE = HERE / "failures.rst"


def page(failures: Failures, meanings: dict[str, Any] | None = None) -> str:
    """The page as reStructuredText.

    :raises LookupError: if something has no meaning, or a meaning stands for nothing.
    """
    meanings = meanings or yaml.safe_load(MEANINGS.read_text(encoding="utf-8"))
    sections, keys = meanings["codes"], meanings["keys"]
    explained = [code for section in sections.values() for code in section["codes"]]
    _compare("code", failures.codes, explained)
    found = {"status"}.union(failures.passed_on, *failures.codes.values())
    _compare("key", found, keys)
    tables = {
        "@CODES@": "\n\n".join(_section(title, each, failures) for title, each in sections.items()),
        "@KEYS@": _table(("Key", "Meaning"), ((f"``{key}``", keys[key]) for key in keys)),
        "@PASSED_ON@": _listed(failures.passed_on - {"status"}),
    }
    text = TEMPLATE.read_text(encoding="utf-8")
    for mark, table in tables.items():
        text = text.replace(mark, table)
    return text


def _section(title: str, section: dict[str, Any], failures: Failures) -> str:
    rows = (
        (f"``{code}``", meaning, _listed(failures.codes[code] - {"status"}))
        for code, meaning in section["codes"].items()
    )
    head = f"{title}\n{'-' * len(title)}\n\n{section['about']}\n\n"
    return head + _table(("Code", "Meaning", "Keys"), rows)


def _compare(what: str, found: Iterable[str], explained: Iterable[str]) -> None:
    unknown, left = sorted({*found} - {*explained}), sorted({*explained} - {*found})
    if unknown:
        names = ", ".join(unknown)
        raise LookupError(f"tools/pages/failures.yml has no meaning for the {what} {names}")
    if left:
        raise LookupError(f"the source code has no {what} {', '.join(left)}, failures.yml has")


def _listed(names: Iterable[str]) -> str:
    return ", ".join(f"``{name}``" for name in sorted(names)) or "none"


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [".. list-table::", "   :header-rows: 1", ""]
    for row in (head, *rows):
        for position, cell in enumerate(row):
            lines.append(f"   {'  -' if position else '* -'} {cell}")
    return "\n".join(lines)
