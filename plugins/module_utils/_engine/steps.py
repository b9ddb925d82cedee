# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Carrying out plans of several steps."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Callable

from .._plan.steps import Action, Deed, Step
from .._portal.portal import Portal
from .write import Outcome


def apply_steps(
    portal: Portal, steps: Iterable[Step], apply: Callable[[Action], Deed]
) -> list[Deed]:
    """Carry out steps; after a failure, the step is completed and no other one begun."""
    deeds: list[Deed] = []
    for step in steps:
        if step.one_by_one:
            deeds += [apply(action) for action in step.actions]
        else:
            deeds += portal.in_parallel(apply, step.actions)
        if any(deed.failure for deed in deeds):
            break
    return deeds


def planned(steps: Iterable[Step]) -> list[Deed]:
    """What becomes of steps if all goes well, which check mode reports."""
    return [Deed(action, action.people, changed=True) for step in steps for action in step.actions]


def deed(action: Action, outcome: Outcome[Any], done: Sequence[Any]) -> Deed:
    """What became of an action by the outcome of its write.

    :param done: for whom it was done for certain, if that is known.
    """
    return Deed(
        action,
        tuple(done) if outcome.is_known else None,
        outcome.changed,
        tuple(outcome.warnings),
        outcome.failure,
        outcome.seen,
    )
