# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""A whole portal as it is to be: all is planned before the first write, and written in order."""

from __future__ import annotations

from .._base.errors import DocSpaceError, collect_errors, combine_errors
from .._plan.account_effects import changes_of_accounts, changes_of_lowering
from .._plan.coming_access import Coming, ComingGroups
from .._plan.coming_people import ComingPeople, people_desired, people_planned
from .._plan.group_effects import changes_of_groups
from .._plan.group_list import GroupListPlan
from .._plan.room_effects import RoomEffect
from .._plan.whole_portal import (
    DesiredGroups,
    DesiredPortal,
    DesiredRooms,
    PortalDone,
    PortalPlan,
)
from .._plan.whole_rooms import WholeRoomsPlan
from .._portal.model.person import Person
from .._portal.portal import Portal
from .account_changes import AccountApplier, planned_deeds
from .account_plans import account_scope_warnings, plan_all
from .group_list_reads import plan_list
from .group_list_writes import apply_list
from .room_effects import read_room_effects
from .whole_room_plans import plan_whole_rooms
from .whole_room_writes import apply_whole_rooms


def plan_portal(portal: Portal, desired: DesiredPortal) -> PortalPlan:
    """One snapshot of the portal, and all plans, with people and groups as they are to be.

    :raises DocSpaceError: with everything that speaks against any of them.
    """
    problems: list[DocSpaceError] = []
    users = groups = rooms = None
    people: list[Person] = []
    accounts = desired.users.accounts if desired.users else ()
    portal.people.with_profiles = any(each.needs_profile for each in accounts)
    portal.people.everybody()
    if desired.users:
        # Where accounts are refused, nobody shall be missing in groups and rooms for it.
        people = people_desired(accounts)
        with collect_errors(problems):
            users = plan_all(portal, accounts, desired.users.rules)
            people = people_planned(users.plan)
    if desired.groups:
        with collect_errors(problems):
            groups = _plan_groups(portal, desired.groups, ComingPeople(people, by_task=True))
    if desired.rooms:
        coming = Coming(
            people,
            ComingGroups.of(groups.group_plans) if groups else ComingGroups(),
            changes_of_lowering(users.lowerings) if users else (),
            users.key_owner.id if users and users.key_owner else "",
        )
        with collect_errors(problems):
            rooms = _plan_rooms(portal, desired.rooms, coming)
    if problems:
        raise combine_errors(problems)
    return PortalPlan(users, groups, rooms)


def read_portal_effects(
    portal: Portal, plan: PortalPlan, wanted: bool
) -> tuple[tuple[RoomEffect, ...] | None, list[str]]:
    """Which rooms people lose or gain by what becomes of accounts and groups.

    See :func:`read_room_effects`.
    """
    changes = changes_of_accounts(plan.users.plan) if plan.users else []
    moving = changes_of_lowering(plan.users.lowerings) if plan.users else []
    changes += changes_of_groups(plan.groups.group_plans) if plan.groups else []
    return read_room_effects(portal, wanted, changes, moving)


def apply_portal(
    portal: Portal, desired: DesiredPortal, plan: PortalPlan, check_mode: bool, wait_timeout: int
) -> PortalDone:
    """Carry out the plans one after the other, until something is not as desired.

    :param check_mode: only say what the plans are meant to do.
    :param wait_timeout: seconds to wait for a job.
    """
    applying = _Applying(portal, desired, plan, check_mode, wait_timeout)
    applying.users()
    applying.groups()
    applying.rooms()
    return applying.done


class _Applying:
    """Carries out the plans, and makes again what depends on what was changed."""

    def __init__(
        self,
        portal: Portal,
        desired: DesiredPortal,
        plan: PortalPlan,
        check_mode: bool,
        wait_timeout: int,
    ) -> None:
        self._portal = portal
        self._desired = desired
        self._plan = plan
        self._check_mode = check_mode
        self._wait_timeout = wait_timeout
        self._changed = False
        self._failed = False
        self.done = PortalDone()

    def users(self) -> None:
        """Make accounts so."""
        plan, done = self._plan.users, self.done
        if not plan:
            return
        done.users = plan
        self._changed |= bool(plan.steps)
        if self._check_mode:
            done.deeds = planned_deeds(plan.steps)
            done.warnings += account_scope_warnings(self._portal, plan)
            return
        applier = AccountApplier(self._portal, plan.key_owner, self._wait_timeout)
        done.deeds = applier.apply(plan.steps)
        self._failed |= any(deed.failure for deed in done.deeds)

    def groups(self) -> None:
        """Make groups so."""
        desired, plan, done = self._desired.groups, self._plan.groups, self.done
        if not (desired and plan):
            return
        if self._failed:
            done.not_begun.append("groups")
            return
        done.group_rules = desired.rules
        try:
            if self._is_outdated:
                self._portal.people.everybody()
                plan = _plan_groups(self._portal, desired)
            done.outcomes = apply_list(self._portal, plan.group_plans, self._check_mode)
            done.groups = plan
        except DocSpaceError as error:
            done.refusal, self._failed = error, True
        self._changed |= any(each.changes for each in plan.group_plans)
        self._failed |= any(outcome.failure for outcome in done.outcomes)

    def rooms(self) -> None:
        """Make rooms so."""
        desired, plan, done = self._desired.rooms, self._plan.rooms, self.done
        if not (desired and plan):
            return
        if self._failed:
            done.not_begun.append("rooms")
            return
        done.room_rules = desired.rules
        try:
            if self._is_outdated:
                self._portal.people.everybody()
                plan = _plan_rooms(self._portal, desired)
            done.rooms_done = apply_whole_rooms(
                self._portal,
                plan,
                desired.rules,
                desired.address,
                self._check_mode,
                self._wait_timeout,
            )
            done.rooms = plan
        except DocSpaceError as error:
            done.refusal = error

    @property
    def _is_outdated(self) -> bool:
        """Whether plans of what comes later know of people or groups to come."""
        return self._changed and not self._check_mode


def _plan_groups(
    portal: Portal, desired: DesiredGroups, coming: ComingPeople | None = None
) -> GroupListPlan:
    return plan_list(portal, desired.groups, desired.rules, desired.prune, desired.leavers, coming)


def _plan_rooms(
    portal: Portal, desired: DesiredRooms, coming: Coming | None = None
) -> WholeRoomsPlan:
    return plan_whole_rooms(
        portal, desired.rooms, desired.rules, desired.address, desired.leavers, coming
    )
