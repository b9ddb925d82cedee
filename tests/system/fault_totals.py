# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The totals of the table of faults, as they are shown and written."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

Totals = dict[str, Counter[str]]

BEGIN, END = "<!-- faults: begin -->", "<!-- faults: end -->"
_ENDS = {
    "succeeded": "succeeded",
    "succeeded, believing a denial": "succeeded, believing that something does not exist",
    "failed, nothing done": "failed, nothing done",
    "failed, something done, says what": "failed, said what was done",
    "failed, truth not to be read, says so": "failed, said that the truth could not be read",
}


def table(totals: Totals) -> str:
    """Markdown: for each task how many cells there are, and how they ended."""
    sums: Counter[str] = Counter()
    rows = [
        "| task | cells | " + " | ".join(_ENDS.values()) + " | wrong |",
        "|---" * (len(_ENDS) + 3) + "|",
    ]
    for task, ends in totals.items():
        sums.update(ends)
        rows.append(_row(task, ends))
    return "\n".join([*rows, _row("**all**", sums)])


def write(page: Path, totals: Totals) -> None:
    """Put the table between its marks on a page."""
    text = page.read_text(encoding="utf-8")
    before, _begin, rest = text.partition(BEGIN)
    _old, _end, after = rest.partition(END)
    page.write_text(f"{before}{BEGIN}\n\n{table(totals)}\n\n{END}{after}", encoding="utf-8")


def _row(title: str, ends: Counter[str]) -> str:
    wrong = sum(number for end, number in ends.items() if end not in _ENDS)
    numbers = [ends.total(), *(ends[end] for end in _ENDS), wrong]
    return f"| {title} | {' | '.join(map(str, numbers))} |"
