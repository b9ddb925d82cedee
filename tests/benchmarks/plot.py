# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The picture: who takes how long, and how it grows."""

from __future__ import annotations

import statistics
from pathlib import Path

import matplotlib as mpl
import matplotlib.pyplot as plt
from matplotlib.axes import Axes
from matplotlib.ticker import NullFormatter

from .competitors import EMPTY
from .results import Result, Results
from .scenarios import growth, scenarios

_COLOURS = {"none": "#4477aa", "real": "#ee6677"}
_LABELS = {"none": "without delays", "real": "at the real server's pace"}
#: Bars that differ by more than this need a logarithmic axis.
_WIDE = 10


def draw(results: Results, path: Path, quick: bool) -> None:
    """Draw one field for each scenario, and one for each kind of growth."""
    mpl.use("Agg")
    jobs, steps_of = scenarios(quick), growth(quick)
    rows = (len(jobs) + len(steps_of) + 1) // 2
    figure, fields = plt.subplots(rows, 2, figsize=(13, 3.75 * rows), layout="constrained")
    places = iter(fields.flat)
    for scenario in jobs:
        field = next(places)
        field.set_title(scenario.title, fontsize=10)
        _bars(field, [results[key] for key in results if key[0] == scenario.key])
    for what, steps in steps_of.items():
        field = next(places)
        field.set_title(f"Growth with {what}, less Ansible's start", fontsize=10)
        found = [results[step.key, "none"] for step in steps if (step.key, "none") in results]
        sizes = [step.groups if what == "groups" else step.size for step in steps]
        if len(found) == len(steps):
            _lines(field, sizes, found)
    figure.savefig(path, dpi=80, metadata={"Software": None})
    plt.close(figure)


def _bars(field: Axes, found: list[Result]) -> None:
    for offset, result in enumerate(found):
        names = list(result.samples)
        seconds = [statistics.median(result.seconds(name)) for name in names]
        places = [number + 0.4 * offset for number in range(len(names))]
        bars = field.barh(
            places, seconds, height=0.38, color=_COLOURS[result.cost], label=_LABELS[result.cost]
        )
        field.bar_label(bars, fmt="%.2f", fontsize=7, padding=2)
        field.set_yticks([number + 0.2 for number in range(len(names))], names, fontsize=8)
    if found:
        field.invert_yaxis()
        field.margins(x=0.15)
        if max(seconds) > _WIDE * min(seconds):
            field.set_xscale("log")
            field.xaxis.set_major_formatter("{x:g}")
            field.xaxis.set_minor_formatter(NullFormatter())
        field.set_xlabel("seconds, whole run", fontsize=8)
        field.legend(fontsize=7)


def _lines(field: Axes, sizes: list[int], found: list[Result]) -> None:
    for name in found[0].samples:
        if name != EMPTY.name:
            field.plot(sizes, [result.net(name) for result in found], marker="o", label=name)
    field.set_xscale("log")
    field.set_yscale("log")
    for axis in (field.xaxis, field.yaxis):
        axis.set_major_formatter("{x:g}")
        axis.set_minor_formatter(NullFormatter())
    field.set_ylabel("seconds", fontsize=8)
    field.legend(fontsize=7)
