# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Taking away what people decided to: by the plans of each noun, all before the first write."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from .._base.errors import DocSpaceError, collect_errors, combine_errors
from .._base.moments import written
from .._plan.access_report import access_report
from .._plan.access_report_facts import INVITATIONS, LINKS, ReportScope
from .._plan.review_rules import ReviewRules
from .._plan.review_wishes import ReviewWishes
from .._plan.whole_portal import (
    DesiredGroups,
    DesiredPortal,
    DesiredRooms,
    DesiredUsers,
    PortalDone,
    PortalPlan,
)
from .._plan.whole_rooms import WholeRoomRules
from .._portal.portal import Portal
from .access_reads import AccessListPlan, plan_rooms
from .access_report_reads import read_report
from .access_writes import apply_access
from .whole_portal import apply_portal, plan_portal
from .write import Outcome

#: What of a report is read again: what decisions are about.
_REVIEWED = (INVITATIONS, LINKS)


@dataclass(frozen=True)
class ReviewPlan:
    """The plans that nothing speaks against; ``access`` is None if no entry is to go."""

    desired: DesiredPortal
    portal: PortalPlan
    access: AccessListPlan | None


@dataclass
class ReviewDone:
    """What became of the plans, as far as they were begun.

    :param outcomes: of the rooms of ``plan.access``.
    :param portal: what became of links, memberships and accounts.
    """

    plan: ReviewPlan
    outcomes: Sequence[Outcome[Any]] = ()
    portal: PortalDone = field(default_factory=PortalDone)


def read_again(
    portal: Portal, address: str, reviewed: Mapping[str, Any], now: datetime
) -> dict[str, Any]:
    """A report of the same rooms and people as another one, as they are now.

    What a report costs, see :func:`read_report`; pages of rooms more if some were named, as those
    that are gone are left out.

    :raises DocSpaceError: if something cannot be read, or does not stay as it is.
    """
    scope = reviewed["scope"]
    include = tuple(each for each in _REVIEWED if each in scope["include"])
    rooms = scope["rooms"]
    if rooms is not None:
        there = {room.id for room in portal.rooms.listing().all()}
        rooms = [each for each in rooms if each in there]
    read = read_report(portal, include, rooms)
    people = scope["people"]
    report_scope = ReportScope(read.rooms, None if people is None else tuple(people), include)
    return access_report(read.facts, address, written(now), report_scope)


def plan_review(portal: Portal, wishes: ReviewWishes, rules: ReviewRules) -> ReviewPlan:
    """The plans that take away what is wished, and nothing else.

    :raises DocSpaceError: with everything that speaks against any of them; nothing is written then.
    """
    problems: list[DocSpaceError] = []
    desired = DesiredPortal(
        DesiredUsers(wishes.accounts, rules.accounts) if wishes.accounts else None,
        DesiredGroups(wishes.groups, rules.groups) if wishes.groups else None,
        DesiredRooms(wishes.rooms, WholeRoomRules(rules.access), rules.address)
        if wishes.rooms
        else None,
    )
    plan = PortalPlan()
    access = None
    with collect_errors(problems):
        if wishes.access:
            access = plan_rooms(portal, wishes.access, rules.access)
    with collect_errors(problems):
        if wishes.accounts or wishes.groups or wishes.rooms:
            plan = plan_portal(portal, desired)
    if problems:
        raise combine_errors(problems)
    return ReviewPlan(desired, plan, access)


def apply_review(
    portal: Portal, plan: ReviewPlan, rules: ReviewRules, check_mode: bool, wait_timeout: int
) -> ReviewDone:
    """Carry out the plans: entries in rooms, then accounts, memberships and links.

    After a failure, nothing later is begun.

    :param check_mode: only say what the plans are meant to do.
    :param wait_timeout: seconds to wait for a job.
    """
    done = ReviewDone(plan)
    if plan.access:
        done.outcomes = apply_access(portal, plan.access, rules.access, check_mode)
    if any(outcome.failure for outcome in done.outcomes):
        named = ("accounts", plan.portal.users), ("groups", plan.portal.groups)
        parts = (*named, ("links", plan.portal.rooms))
        done.portal.not_begun += [name for name, part in parts if part]
        return done
    done.portal = apply_portal(portal, plan.desired, plan.portal, check_mode, wait_timeout)
    return done
