# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Reading what the plans for many groups need, and making them."""

from __future__ import annotations

from collections.abc import Sequence

from .._base.errors import (
    DocSpaceError,
    OptionError,
    RequestError,
    collect_errors,
    combine_errors,
)
from .._base.references import Reference
from .._plan.coming_people import ComingPeople
from .._plan.desired_group import DesiredGroup, list_problems
from .._plan.group_list import (
    FoundGroup,
    GroupListPlan,
    deletions,
    find_each,
    plan_group,
    prunable,
    surplus,
)
from .._plan.group_list_rules import (
    GroupListRules,
    Prune,
    check_prune,
    leave_out,
    lookalikes,
    misspelt,
    newcomers,
    refusals,
)
from .._plan.group_rules import check_managed_here, the_group
from .._plan.groups import GroupPlan, plan_deletion
from .._plan.membership import DesiredMembership, Snapshot
from .._portal.model.group import Group
from .._portal.portal import Portal
from .group_reads import find_groups, see_groups
from .membership_reads import read_members_to_lose, read_snapshot
from .rights import check_sight


def plan_list(
    portal: Portal,
    desired: Sequence[DesiredGroup],
    rules: GroupListRules,
    prune: Prune | None = None,
    leavers: Sequence[Reference] = (),
    coming: ComingPeople | None = None,
) -> GroupListPlan:
    """One snapshot of the portal, and the plans that it leads to.

    :param coming: people as an earlier task would leave them, in a preview only.
    :raises DocSpaceError: with everything that speaks against them; nothing is written then.
    """
    problems = list_problems(desired)
    if problems:
        raise combine_errors(problems)
    if coming:
        desired = [coming.as_now(each) for each in desired]
    current, found, problems = _read_groups(portal, desired, prune is not None)
    doomed: list[Group] = []
    if prune and not problems:  # else nobody knows what is not named
        doomed = surplus(found, current, prune.ldap)
        with collect_errors(problems):
            if doomed and not desired:
                raise OptionError(
                    "groups", "is empty, and with prune no group would be left; name at least one."
                )
            check_prune(doomed, len(prunable(current, prune.ldap)), prune.limit)
    if problems:
        doomed = []
    memberships = [each.membership for each in found if each.membership]
    memberships += [DesiredMembership(group, exact=True) for group in doomed]
    strangers = [key for each in found for key in each.strangers]
    snapshot = read_snapshot(portal, memberships, strangers)
    warnings = lookalikes(found, current) + misspelt(found, doomed)
    if coming:
        snapshot = _with_coming(snapshot, found, coming)
        warnings += [] if coming.by_task else newcomers(snapshot)
    plans = []
    for each in found:
        staying, notes = leave_out(each, snapshot, leavers)
        warnings += notes
        plans.append((staying, plan_group(staying, snapshot)))
    named = [key for each, _plan in plans for key in each.named]
    as_desired = [plan.membership.exact and not plan.changes for _each, plan in plans]
    if any(as_desired) or snapshot.unknown(named):  # a write would prove it otherwise
        with collect_errors(problems):
            check_sight(portal, "groups")
    problems += refusals(plans, snapshot, rules)
    if problems:
        refusal = combine_errors(problems)
        refusal.facts["warnings"] = warnings
        raise refusal
    return GroupListPlan(plans, deletions(doomed, snapshot.members), snapshot, warnings)


def _with_coming(snapshot: Snapshot, found: Sequence[FoundGroup], coming: ComingPeople) -> Snapshot:
    present = [each for each in found if not each.desired.absent]
    # Of those whom an earlier task makes, only who joins matters.
    named = [each.named if coming.by_task else each.desired.joining for each in present]
    return coming.after(snapshot, [key for keys in named for key in keys])


def plan_one(portal: Portal, desired: DesiredGroup, rules: GroupListRules) -> GroupListPlan:
    """The plan for a single group, as for many.

    :raises DocSpaceError: with everything that speaks against it; nothing is written then.
    """
    if not desired.absent:
        return plan_list(portal, [desired], rules)
    group, warnings = _find_to_delete(portal, desired)
    plan = GroupPlan(None, None)
    if group:
        check_managed_here(group, rules.allow_ldap_group)
        plan = plan_deletion(group, read_members_to_lose(portal, group))
    found = FoundGroup(desired, group)
    return GroupListPlan([(found, plan)], [], Snapshot({}, {}), warnings)


def _find_to_delete(portal: Portal, desired: DesiredGroup) -> tuple[Group | None, list[str]]:
    """The group, and warnings.

    A group with two managers cannot be read, but it must be deleted: of such a one only the id is
    known.
    """
    text, option = desired.reference, "id" if desired.id else "name"
    try:
        found = find_groups(portal, [text])[text]
        return (the_group(text, found, option) if found else None), []
    except RequestError as error:
        if error.code != "two_managers" or not desired.id:
            raise
    warning = (
        f"The group {desired.id} cannot be shown by the portal, because it has two managers or its"
        " manager is in a group that has: it is deleted unseen, whether or not it comes from a"
        " directory."
    )
    return Group(desired.id, "", 0), [warning]


def _read_groups(
    portal: Portal, desired: Sequence[DesiredGroup], everything: bool
) -> tuple[list[Group], list[FoundGroup], list[DocSpaceError]]:
    """The groups of the portal that matter, and which of them is meant."""
    texts = [each.reference for each in desired]
    # A group that is renamed by name may have the new name already.
    texts += [each.new_name for each in desired if each.new_name and not each.id]
    seen = see_groups(portal, list(dict.fromkeys(texts)), everything)
    found, problems = find_each(desired, seen.groups)
    if seen.is_complete or problems:
        return seen.groups, found, problems
    # Of few groups, others that have a new name already are not seen yet.
    renamed = [
        each.desired.new_name
        for each in found
        if each.group
        and each.desired.id
        and not each.desired.allow_twin_names
        and each.desired.new_name not in (None, each.group.name)
    ]
    others = portal.in_parallel(lambda name: portal.groups.listing(name).all(), renamed)
    current = [*seen.groups, *(group for groups in others for group in groups)]
    return (current, *find_each(desired, current))
