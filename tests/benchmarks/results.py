# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What was measured, kept as JSON until it is measured again, and the numbers made of it."""

from __future__ import annotations

import dataclasses
import json
import math
import statistics
import typing as t
from pathlib import Path

from .competitors import EMPTY
from .measure import Sample, Samples


@dataclasses.dataclass(frozen=True)
class Result:
    """A scenario's samples, at one pace of the portal."""

    key: str
    title: str
    #: `none`, or `real`: each call takes the time that the real server needs.
    cost: str
    #: Members of each group.
    size: int
    machine: dict[str, str]
    playbooks: list[str]
    samples: Samples

    def save(self, folder: Path) -> None:
        """Keep it in the place of an older one."""
        path = folder / f"{self.key}.{self.cost}.json"
        path.write_text(json.dumps(dataclasses.asdict(self), indent=1), encoding="utf-8")

    def seconds(self, name: str) -> list[float]:
        """The seconds that each round took."""
        return [sample["seconds"] for sample in self.samples[name]]

    def net(self, name: str) -> float:
        """The median of the seconds less those of an empty play in the same round.

        Scripts keep the time of their start.
        """
        if name not in self.playbooks:
            return statistics.median(self.seconds(name))
        rounds: list[tuple[Sample, Sample]] = list(
            zip(self.samples[name], self.samples[EMPTY.name], strict=False)
        )
        return statistics.median(one["seconds"] - empty["seconds"] for one, empty in rounds)

    def median(self, name: str, what: str) -> float:
        """The median of anything that was measured."""
        return statistics.median(sample[what] for sample in self.samples[name])

    def per_round(self, name: str, other: str) -> float:
        """The median of how many times longer the first one took than the other in a round."""
        pairs = zip(self.seconds(name), self.seconds(other), strict=False)
        return statistics.median(one / two for one, two in pairs)


Results = dict[tuple[str, str], Result]


def load(folder: Path) -> Results:
    """All results that are kept, by scenario and pace."""
    found = (Result(**json.loads(path.read_text())) for path in sorted(folder.glob("*.*.json")))
    return {(result.key, result.cost): result for result in found}


def slope(points: t.Sequence[tuple[float, float]]) -> float:
    """The exponent with which y grows with x: the slope of the line through their logarithms."""
    logarithms = [(math.log(x), math.log(y)) for x, y in points]
    return statistics.linear_regression(*zip(*logarithms, strict=True)).slope
