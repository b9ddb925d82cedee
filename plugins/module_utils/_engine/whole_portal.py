# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""A whole portal as it is to be: all is planned before the first write, and written in order."""

from __future__ import annotations

from .._base.errors import DocSpaceError, collect_errors, combine_errors
from .._plan.coming_people import ComingPeople, people_desired, people_planned
from .._plan.group_list import GroupListPlan
from .._plan.whole_portal import DesiredGroups, DesiredPortal, PortalDone, PortalPlan
from .._portal.portal import Portal
from .account_changes import AccountApplier, planned_deeds
from .account_plans import account_scope_warnings, plan_all
from .group_list_reads import plan_list
from .group_list_writes import apply_list


def plan_portal(portal: Portal, desired: DesiredPortal) -> PortalPlan:
    """One snapshot of the portal, and all plans, with people as they are to be.

    :raises DocSpaceError: with everything that speaks against any of them.
    """
    problems: list[DocSpaceError] = []
    users = groups = coming = None
    accounts = desired.users.accounts if desired.users else ()
    portal.people.with_profiles = any(each.needs_profile for each in accounts)
    portal.people.everybody()
    if desired.users:
        # Where accounts are refused, nobody shall be missing in groups for it.
        coming = ComingPeople(people_desired(accounts))
        with collect_errors(problems):
            users = plan_all(portal, accounts, desired.users.rules)
            coming = ComingPeople(people_planned(users.plan))
    if desired.groups:
        with collect_errors(problems):
            groups = _plan_groups(portal, desired.groups, coming)
    if problems:
        raise combine_errors(problems)
    return PortalPlan(users, groups)


def apply_portal(
    portal: Portal, desired: DesiredPortal, plan: PortalPlan, check_mode: bool, wait_timeout: int
) -> PortalDone:
    """Carry out the plans one after the other, until something is not as desired.

    :param check_mode: only say what the plans are meant to do.
    :param wait_timeout: seconds to wait for a job.
    """
    done = PortalDone()
    changes_people = bool(plan.users and plan.users.steps)
    if plan.users:
        done.users = plan.users
        if check_mode:
            done.deeds = planned_deeds(plan.users.steps)
            done.warnings += account_scope_warnings(portal, plan.users)
        else:
            applier = AccountApplier(portal, plan.users.key_owner, wait_timeout)
            done.deeds = applier.apply(plan.users.steps)
    if desired.groups and plan.groups:
        done.group_rules = desired.groups.rules
        if any(deed.failure for deed in done.deeds):
            done.not_begun.append("groups")
        else:
            try:
                done.groups = plan.groups
                if changes_people and not check_mode:
                    portal.people.everybody()
                    done.groups = _plan_groups(portal, desired.groups)
                done.outcomes = apply_list(portal, done.groups.group_plans, check_mode)
            except DocSpaceError as error:
                done.refusal, done.groups = error, None
    return done


def _plan_groups(
    portal: Portal, desired: DesiredGroups, coming: ComingPeople | None = None
) -> GroupListPlan:
    return plan_list(portal, desired.groups, desired.rules, desired.prune, desired.leavers, coming)
