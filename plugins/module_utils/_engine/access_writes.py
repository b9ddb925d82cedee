# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Carrying out plans for the access to rooms, in the fewest requests."""

from __future__ import annotations

from typing import Any

from .._base.errors import RequestError
from .._base.texts import so_far
from .._plan.access import AccessPlan
from .._plan.access_batches import AccessUnit, access_units
from .._plan.access_rules import AccessRules
from .._portal.portal import Portal
from .access_reads import AccessListPlan
from .access_unit_writes import AccessWrite, Seen, effects_of
from .ownership_detour import apply_detour
from .write import Outcome, carry_out


def apply_access(
    portal: Portal, plan: AccessListPlan, rules: AccessRules, check_mode: bool
) -> list[Outcome[Any]]:
    """Carry out plans, several at a time, and say what became of each; effects are changes.

    :param check_mode: only say what the plans are meant to do.
    """
    if check_mode:
        return [planned(each) for each in plan.plans]
    todo = [each for each in plan.plans if each.changes]
    units = access_units(todo, len(todo) > 1 and _may_batch(portal))
    # Two rooms that invite the same address at the same time would make two accounts; and what is
    # taken over is to be given back before anything else can go wrong.
    one_by_one = [each for each in units if any(one.invited or one.detour for one in each.plans)]
    others = [each for each in units if each not in one_by_one]

    def apply(unit: AccessUnit) -> list[Outcome[Any]]:
        return apply_unit(portal, unit, rules)

    done = portal.in_parallel(apply, others, so_far("rooms", len(others)))
    done += [apply(each) for each in one_by_one]
    outcomes = {
        one.room.id: outcome
        for unit, found in zip([*others, *one_by_one], done)
        for one, outcome in zip(unit.plans, found)
    }
    return [outcomes.get(each.room.id) or planned(each) for each in plan.plans]


def apply_unit(portal: Portal, unit: AccessUnit, rules: AccessRules) -> list[Outcome[Any]]:
    """Carry out the plans of a unit; the outcome of each."""
    detour = unit.plans[0].detour
    if detour:
        return [apply_detour(portal, plan, detour, rules) for plan in unit.plans]
    write = AccessWrite(portal, unit, rules)
    outcome = carry_out(write)
    if len(unit.plans) == 1:
        return [outcome]
    return [_of_room(write, plan, outcome) for plan in unit.plans]


def planned(plan: AccessPlan) -> Outcome[Any]:
    """The outcome of a plan that is carried out in full."""
    return Outcome(tuple(effects_of(plan)))


def _may_batch(portal: Portal) -> bool:
    """Whether the key opens the call for many rooms."""
    try:
        key = portal.keys.current()
    except RequestError:
        return False
    return not key or key.opens("files:write")


def _of_room(write: AccessWrite, plan: AccessPlan, outcome: Outcome[Seen]) -> Outcome[Any]:
    """What became of one room of several, by what is seen of this one."""
    if outcome.seen is None:
        return outcome
    differences = write.differences_in(plan, outcome.seen)
    missing = {each.effect for each in differences}
    done = tuple(each for each in effects_of(plan) if each not in missing)
    is_certain = all(each.is_certain for each in differences)
    return Outcome(
        done if is_certain else None,
        outcome.seen,
        list(outcome.warnings),
        outcome.failure if differences else None,
    )
