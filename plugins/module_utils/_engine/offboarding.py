# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Carrying out the plan for people who leave, step by step."""

from __future__ import annotations

from functools import partial
from typing import Any

from .._plan.offboarding import Action, Deed, Departure, HandOver, OffboardingPlan
from .._portal.model.person import Person
from .._portal.portal import Portal
from .group_changes import change_properties
from .membership_writes import apply_membership
from .people_writes import apply_status
from .write import Gone, Outcome


def apply_offboarding(portal: Portal, plan: OffboardingPlan) -> list[Deed]:
    """Carry out a plan; after a failure, the step is completed and no other one begun."""
    deeds: list[Deed] = []
    for step in plan.steps:
        deeds += portal.in_parallel(partial(_apply, portal), step.actions)
        if any(deed.failure for deed in deeds):
            break
    return deeds


def planned(plan: OffboardingPlan) -> list[Deed]:
    """What becomes of a plan if all goes well, which check mode reports."""
    return [Deed(action, action.people, changed=True) for action in plan.actions]


def _apply(portal: Portal, action: Action) -> Deed:
    if isinstance(action, HandOver):
        changed = change_properties(portal, action.group, action.steps)
        return _deed(action, changed, "manager")
    if isinstance(action, Departure):
        left = apply_membership(portal, action.group, action.plan, audited=True)
        return _deed(action, left, "removed")
    return _deed(action, apply_status(portal, action.people, "disabled"), "status")


def _deed(action: Action, outcome: Outcome[Any], kind: str) -> Deed:
    """What became of an action by the outcome of its write; ``kind`` is that of the effects."""
    done: tuple[Person, ...] | None = None
    if outcome.done is not None:
        items = outcome.items(kind)
        # Of a hand-over, the item is who becomes the manager.
        done = action.people if isinstance(action, HandOver) and items else tuple(items)
    failure, warnings = outcome.failure, list(outcome.warnings)
    if isinstance(action, Departure) and isinstance(failure, Gone) and not failure.may_be_done:
        # Nobody is in a group that does not exist. To believe that before somebody else manages
        # it would leave it without manager, should it not be so.
        warnings.append(str(failure))
        failure = None
    return Deed(action, done, outcome.changed, tuple(warnings), failure)
