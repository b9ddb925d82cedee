# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The groups of checks that the Makefile names, and in which order they run."""

from __future__ import annotations

import functools
from collections.abc import Callable

from .ansible_test import integration, sanity, units
from .checks import Check, Log
from .coverage import coverage
from .dist import build, dist_checks
from .docs import docs
from .linting import lint_checks
from .locks import lock
from .mutation import mutation
from .pytests import system, unit
from .pythons import CORES, NEWEST_CORE, OLDEST_CORE, OLDEST_TARGET, newest_target

# Groups that are one check.
SINGLE_CHECKS: dict[str, Callable[[Log], object]] = {
    "docs": docs, "unit": unit, "lock": lock, "build": build, "coverage": coverage,
    "mutation": mutation,
}  # fmt: skip
GROUPS = (
    *SINGLE_CHECKS, "lint", "sanity", "units", "integration", "playbooks", "system", "dist-test"
)  # fmt: skip


# What ansible-test does with one ansible-core is one chain, as it happens in one copy of the tree.
ANSIBLE_TEST = ("sanity", "units", "integration")
OUTER_CORES = (NEWEST_CORE, OLDEST_CORE)


def core_checks(kind: str, core: str) -> list[Check]:
    """The checks of one kind on one ansible-core: on each only what can differ there."""
    if kind == "integration":
        fronts = ("direct", "modules") if core in OUTER_CORES else ("direct",)
        return [
            Check(f"integration {core}, {front}", functools.partial(integration, core, front))
            for front in fronts
        ]
    if core not in OUTER_CORES:
        return []
    if kind == "units":
        return [
            Check(f"units {core} on Python {python}", functools.partial(units, core, python))
            for python in unit_pythons(core)
        ]
    work = {"sanity": sanity, "system": system}[kind]
    return [Check(f"{kind} {core}", functools.partial(work, core))]


def unit_pythons(core: str) -> list[str]:
    """The Pythons for the unit tests: the newest, and with the oldest ansible-core the oldest too.

    What the unit tests of modules see of an ansible-core is its module_utils. That those of the
    newest work on the oldest Python is seen by its sanity test of imports.
    """
    return [OLDEST_TARGET, newest_target(core)] if core == OLDEST_CORE else [newest_target(core)]


def chains(groups: list[str]) -> list[list[Check]]:
    """The checks of these groups: one after the other within a chain, chains side by side.

    The longest come first, so that no processor is idle while another does what is left.
    """
    cores = [
        [each for kind in ANSIBLE_TEST if kind in groups for each in core_checks(kind, core)]
        for core in reversed(CORES)
    ]
    systems = [core_checks("system", core) for core in OUTER_CORES if "system" in groups]
    alone = [[Check(name, work)] for name, work in SINGLE_CHECKS.items() if name in groups]
    wanted = [
        *cores[:1], *systems, *cores[1:],
        playbooks() if "playbooks" in groups else [],
        lint_checks() if "lint" in groups else [],
        *alone,
        dist_checks() if "dist-test" in groups else [],
    ]  # fmt: skip
    return [chain for chain in wanted if chain]


def playbooks() -> list[Check]:
    """Of the playbooks what `make check` runs."""
    return core_checks("integration", NEWEST_CORE)[:1]
