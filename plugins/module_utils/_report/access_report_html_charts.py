# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Bars as SVG, drawn by leather: without scripts, and the same bytes for the same numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .access_report_words import shown

#: Both are seen on white and on black.
_ALL_COLOR, _PART_COLOR = "#3b7fc4", "#c96a12"
_WIDTH, _ROW_HEIGHT, _AROUND = 720, 26, 104
_TICKS = 4
_LONGEST = 26


@dataclass(frozen=True)
class Bar:
    """What is counted, how often, and how many of these are of the kind that the legend names."""

    label: str
    count: int
    part: int


@dataclass(frozen=True)
class Drawing:
    """A picture for a page, with its size and what those are told who do not see it."""

    svg: str
    width: int
    height: int
    description: str


def bars(
    rows: Sequence[Bar], legend: str, part_legend: str, numbered: bool = True
) -> Drawing | None:
    """Bars below each other, of which a part is marked; None if there is nothing to draw.

    :param numbered: without numbers, all labels must differ.
    """
    import leather  # as few users as there are pages

    largest = max((row.count for row in rows), default=0)
    if not largest:
        return None
    # leather expects labels that differ; the number does that.
    labels = [
        f"{number}. {_short(row.label)}" if numbered else row.label
        for number, row in enumerate(rows, start=1)
    ]
    chart = leather.Chart()
    chart.add_x_scale(0, largest)
    step = -(-largest // _TICKS)
    chart.add_x_axis(ticks=list(range(0, largest + 1, step)))
    counted = [(row.count, label) for row, label in zip(rows, labels)]
    chart.add_bars(counted, name=legend, fill_color=_ALL_COLOR)
    parts = [(row.part, label) for row, label in zip(rows, labels)]
    chart.add_bars(parts, name=part_legend, fill_color=_PART_COLOR)
    height = _AROUND + _ROW_HEIGHT * len(rows)
    told = "; ".join(
        f"{shown(row.label)}: {row.count:,}, {row.part:,} {part_legend}" for row in rows
    )
    return Drawing(chart.to_svg(width=_WIDTH, height=height), _WIDTH, height, told)


def _short(text: str) -> str:
    text = shown(text)
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}\u2026"
