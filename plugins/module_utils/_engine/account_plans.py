# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Reading accounts, and making a plan for them that nothing speaks against."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from .._base.errors import DocSpaceError, collect_errors, combine_errors
from .._plan.account_leavers import check_staying, leave_out
from .._plan.account_options import AccountRules
from .._plan.account_rules import refusals
from .._plan.accounts import AccountsPlan, plan_accounts
from .._plan.checked_accounts import CheckedPlan
from .._plan.desired_account import DesiredAccount
from .._plan.lowering import Lowering
from .._plan.lowering_rules import RESTORE_SCOPES, check_rooms_readable, lowering_problems
from .._plan.seats import check_asked, check_enough, check_quotas
from .._portal.model.person import Person
from .._portal.portal import Portal
from .account_reads import (
    find_accounts,
    find_successor,
    read_lowerings,
    read_seats,
    read_subscription,
    read_surroundings,
)
from .rights import check_administrator, credential_owner, scope_warnings


def plan_all(portal: Portal, desired: Sequence[DesiredAccount], rules: AccountRules) -> CheckedPlan:
    """One snapshot of the portal, and the plan that it leads to.

    :raises DocSpaceError: with everything that speaks against it; nothing is written then.
    """
    found = find_accounts(portal, desired, rules.unlisted.choice != "ignore")
    desired, warnings = leave_out(desired, found, rules.unlisted.leavers)
    check_staying(desired, rules.unlisted)
    owner = None
    if found.everybody and rules.unlisted.choice == "disable":
        owner = credential_owner(portal, found.everybody)
    if found.quotas is None and any(each.quota is not None for each in desired):
        owner = credential_owner(portal)  # whose profile shows whether there are quotas
        profile = owner.profile if owner else None
        found = replace(found, quotas=profile.quota is not None if profile else None)
    plan = plan_accounts(desired, found, rules.create, rules.unlisted, owner)
    known = [*found.people.values(), *(found.everybody or ()), *([owner] if owner else ())]
    surroundings = read_surroundings(portal, plan, found, known, rules.brakes)
    problems = refusals(plan, found, surroundings, rules.brakes)
    if plan.created and rules.send_password_link:
        with collect_errors(problems):
            check_administrator(
                surroundings.key_owner, "send_password_link: only administrators can send this mail"
            )
    subscription = None if problems else read_subscription(portal, plan)
    if subscription:
        with collect_errors(problems):
            check_quotas(plan, subscription)
    seats = None if problems else read_seats(portal, plan, subscription)
    if seats:
        with collect_errors(problems):
            check_asked(seats, rules.brakes.new_seats)
        with collect_errors(problems):
            check_enough(seats)
    lowerings: list[Lowering] = []
    if plan.lowered:
        with collect_errors(problems):
            lowerings = _lowerings(portal, plan, rules, surroundings.key_owner, known)
    if problems:
        raise combine_errors(problems)
    return CheckedPlan(plan, rules, lowerings, seats, surroundings.key_owner, warnings)


def account_scope_warnings(portal: Portal, checked: CheckedPlan) -> list[str]:
    """What to say in check mode of changes for which the key lacks scopes; at most one request."""
    if not checked.steps:
        return []
    more = RESTORE_SCOPES if any(each.taken for each in checked.lowerings) else ()
    return scope_warnings(portal, "accounts:write", *more)


def _lowerings(
    portal: Portal,
    plan: AccountsPlan,
    rules: AccountRules,
    key_owner: Person | None,
    known: Sequence[Person],
) -> list[Lowering]:
    """What becomes of rooms.

    :raises DocSpaceError: with all that speaks against it.
    """
    successor = find_successor(portal, plan, rules.successor)
    # Where nobody is named and no room stays with them, rooms of others pass through this one.
    heir = successor or key_owner
    if not heir:
        raise DocSpaceError(
            "successor: a type goes down, and it is not known whose key this is. Nothing was"
            " changed; name a successor.",
            "successor_needed",
        )
    key = portal.keys.current()
    check_rooms_readable(plan.lowered, key)
    lowerings = read_lowerings(portal, plan, heir, known, rules.restore)
    to_write = None if portal.is_preview else key
    problems = lowering_problems(lowerings, successor, rules.restore, to_write, key_owner)
    if problems:
        raise combine_errors(problems)
    return lowerings
