# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Carrying out the plans for many groups: deletions last, and only if all else went well."""

from __future__ import annotations

from collections.abc import Sequence

from .._base.errors import DocSpaceError
from .._base.texts import so_far
from .._plan.groups import GroupPlan
from .._portal.model.group import Group
from .._portal.portal import Portal
from .group_writes import apply_group, planned
from .rights import preview_warnings
from .write import Outcome


def apply_list(
    portal: Portal, plans: Sequence[GroupPlan], check_mode: bool
) -> list[Outcome[Group]]:
    """Carry out the plans, several at a time, and say what became of each.

    :param check_mode: only say what the plans are meant to do.
    """
    if check_mode:
        preview = [planned(plan) for plan in plans]
        if any(plan.changes for plan in plans):
            preview[0].warnings += preview_warnings(portal)
        return preview
    outcomes: dict[int, Outcome[Group]] = {}
    staying = [at for at, plan in enumerate(plans) if plan.action != "deleted"]
    going = [at for at, plan in enumerate(plans) if plan.action == "deleted"]

    def apply(ats: list[int]) -> None:
        done = portal.in_parallel(
            lambda at: _apply(portal, plans[at]), ats, so_far("groups", len(ats))
        )
        outcomes.update(zip(ats, done))

    apply(staying)
    if any(outcome.failure for outcome in outcomes.values()):
        reason = "other groups are not as desired"
        outcomes.update((at, _kept(plans[at], reason)) for at in going)
    else:
        apply(going)
    return [outcomes[at] for at in range(len(plans))]


def _apply(portal: Portal, plan: GroupPlan) -> Outcome[Group]:
    if not plan.changes:
        return planned(plan)
    if plan.is_pruned and plan.before:  # and the writes before this one have taken their time
        now = portal.groups.find(plan.before.id)
        if now and now != plan.before:
            return _kept(plan, "it has changed while the task ran; run the task again")
    return apply_group(portal, plan)


def _kept(plan: GroupPlan, reason: str) -> Outcome[Group]:
    label = plan.before.label if plan.before else ""
    message = f"The group {label} was not deleted, as {reason}."
    return Outcome((), plan.before, failure=DocSpaceError(message, "not_reached"))
