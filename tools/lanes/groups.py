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
from .pytests import browser, coming, system, unit
from .pythons import CORES, NEWEST_CORE, OLDEST_CORE, OLDEST_TARGET, newest_target

# Groups that are one check.
SINGLE_CHECKS: dict[str, Callable[[Log], object]] = {
    "unit": unit, "docs": docs, "lock": lock, "build": build, "coverage": coverage,
    "mutation": mutation, "coming": coming, "browser": browser,
}  # fmt: skip
GROUPS = (
    *SINGLE_CHECKS, "lint", "sanity", "units", "integration", "playbooks", "system", "dist-test"
)  # fmt: skip


# What ansible-test does with one ansible-core is one chain, as it happens in one copy of the tree.
ANSIBLE_TEST = ("sanity", "units", "integration")
OUTER_CORES = (NEWEST_CORE, OLDEST_CORE)
# Of long lists of scenarios each so manieth, where they all differ in the data only.
SAMPLE = 4


def core_checks(kind: str, core: str) -> list[Check]:
    """The checks of one kind on one ansible-core: on each only what can differ there."""
    outer = core in OUTER_CORES
    if kind == "integration":
        return [playbooks(core, "direct"), *([playbooks(core, "modules")] if outer else [])]
    if not outer:
        return []
    if kind == "units":
        python = unit_python(core)
        return [Check(f"units {core} on Python {python}", functools.partial(units, core, python))]
    work = {"sanity": sanity, "system": system}[kind]
    return [Check(f"{kind} {core}", functools.partial(work, core))]


def playbooks(core: str, front: str) -> Check:
    """All scenarios on the oldest and the newest ansible-core, modules in Ansible's own process.

    As processes of their own they run the same code (tests/system/test_direct.py compares what they
    return) and take ten times as long, and what lies between these two showed nothing of its own:
    there a sample has to do.
    """
    every = 1 if front == "direct" and core in OUTER_CORES else SAMPLE
    work = functools.partial(integration, core, front, every)
    return Check(f"integration {core}, {front}", work)


def unit_python(core: str) -> str:
    """The Python for the unit tests: the oldest with the oldest ansible-core, else the newest.

    What the unit tests of modules see of an ansible-core is its module_utils. That those of the
    newest work on the oldest Python is seen by its sanity test of imports.
    """
    return OLDEST_TARGET if core == OLDEST_CORE else newest_target(core)


def chains(groups: list[str]) -> list[list[Check]]:
    """The checks of these groups: one after the other within a chain, chains side by side.

    The longest come first, so that no processor is idle while another does what is left.
    """
    in_a_tree = {
        core: [each for kind in ANSIBLE_TEST if kind in groups for each in core_checks(kind, core)]
        for core in CORES
    }
    systems = [core_checks("system", core) for core in OUTER_CORES if "system" in groups]
    alone = [[Check(name, work)] for name, work in SINGLE_CHECKS.items() if name in groups]
    wanted = [
        *(in_a_tree.pop(core) for core in OUTER_CORES),
        *systems,
        [playbooks(NEWEST_CORE, "direct")] if "playbooks" in groups else [],
        *alone,
        lint_checks() if "lint" in groups else [],
        *in_a_tree.values(),
        dist_checks() if "dist-test" in groups else [],
    ]
    return [chain for chain in wanted if chain]
