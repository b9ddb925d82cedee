# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Carrying out the plan for people who leave, step by step."""

from __future__ import annotations

from dataclasses import replace

from .._plan.offboarding import Departure, Disabling, ManagerChange, OffboardingPlan
from .._plan.room_departures import RoomDeparture
from .._plan.steps import Action, Deed
from .._portal.portal import Portal
from .group_changes import change_properties
from .handover_steps import apply_handover
from .membership_writes import apply_membership
from .people_writes import apply_status
from .room_departures import Pair, apply_departure
from .steps import apply_steps, deed
from .write import Gone, Outcome


def apply_offboarding(portal: Portal, plan: OffboardingPlan, timeout: float) -> list[Deed]:
    """Carry out a plan; after a failure, the step is completed and no other one begun.

    :param timeout: seconds to wait at most for the portal's work about each person.
    """

    def apply(action: Action) -> Deed:
        if isinstance(action, ManagerChange):
            outcome = change_properties(portal, action.group, action.steps)
            # The items are those who become the manager.
            return deed(action, outcome, action.people if outcome.items("manager") else ())
        if isinstance(action, Departure):
            left = apply_membership(portal, action.group, action.plan, audited=True)
            return _departed(deed(action, left, left.items("removed")))
        if isinstance(action, Disabling):
            off = apply_status(portal, action.people, "disabled")
            return deed(action, off, off.items("status"))
        if isinstance(action, RoomDeparture):
            return _put_out(action, apply_departure(portal, action))
        return apply_handover(portal, action, timeout)

    return apply_steps(portal, plan.steps, apply)


def _put_out(action: RoomDeparture, out: Outcome[frozenset[Pair]]) -> Deed:
    """For whom all of the rooms are done; what is seen are the pairs that are."""
    pairs = frozenset((person.id, room.id) for person, room in out.items("left"))
    done = [
        person
        for person in action.people
        if all((person.id, room.id) in pairs for room in action.rooms)
    ]
    return replace(deed(action, out, done), seen=pairs if out.is_known else None)


def _departed(found: Deed) -> Deed:
    failure = found.failure
    if not isinstance(failure, Gone) or failure.may_be_done:
        return found
    # Nobody is in a group that does not exist. To believe that before somebody else manages it
    # would leave it without manager, should it not be so.
    return replace(found, warnings=(*found.warnings, str(failure)), failure=None)
