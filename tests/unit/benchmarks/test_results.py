# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The arithmetic of the benchmarks."""

from __future__ import annotations

import sys

import pytest

from ansible_collections.onlyoffice.docspace.tests.benchmarks.competitors import EMPTY
from ansible_collections.onlyoffice.docspace.tests.benchmarks.measure import busy
from ansible_collections.onlyoffice.docspace.tests.benchmarks.results import Result, slope

# They run where `make bench` does, not on the old Pythons that modules must run on.
pytestmark = pytest.mark.skipif(sys.version_info < (3, 11), reason="make bench needs Python 3.11")


def result(**seconds: list[float]) -> Result:
    samples = {name: [{"seconds": each} for each in times] for name, times in seconds.items()}
    samples[EMPTY.name] = samples.pop("empty")
    return Result("key", "title", "none", 50, {}, [EMPTY.name, "play"], samples)


@pytest.mark.parametrize("exponent", [0.5, 1, 2])
def test_slope_is_the_exponent(exponent: float) -> None:
    assert slope([(x, 3 * x**exponent) for x in (10, 100, 1000)]) == pytest.approx(exponent)


def test_start_is_subtracted_round_by_round() -> None:
    # The second round ran on a busy machine; only the playbook has Ansible's start in it.
    found = result(empty=[1, 9, 1], play=[3, 11, 4], script=[2, 5, 2])
    assert found.net("play") == 2
    assert found.net("script") == 2


def test_ratios_are_of_the_same_round() -> None:
    # A slow competitor with one round only is compared in that round.
    found = result(empty=[0, 0, 0], play=[2, 9, 9], slow=[40])
    assert found.per_round("slow", "play") == 20


def test_calls_side_by_side_are_busy_once() -> None:
    calls = [("GET", 0.0, 2.0, 0), ("GET", 1.0, 1.5, 0), ("GET", 1.0, 3.0, 0), ("PUT", 5.0, 6.0, 0)]
    assert busy(calls) == 4.0
