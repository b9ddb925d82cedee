# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""What becomes of people who leave and of their rooms: for the rooms that people lose or gain."""

from __future__ import annotations

from .offboarding import Leaver, OffboardingPlan
from .room_effects import NO_ACCOUNT, PersonChange, RoomChange


def changes_of_offboarding(plan: OffboardingPlan) -> list[PersonChange]:
    """Everybody about whom there is something to do, and who becomes the manager of a group."""
    managers = [
        PersonChange(plan.new_managers[group.id], joins={group.id: group.name})
        for group in plan.lost
        if group.id in plan.new_managers
    ]
    return [*map(_change, plan.changing), *managers]


def rooms_of_leavers(plan: OffboardingPlan) -> list[RoomChange]:
    """The rooms that go to a successor or are left; who leaves is not in any more."""
    found: dict[str, RoomChange] = {}
    for leaver in plan.leavers:
        handover, out = leaver.handover, {leaver.person.id: 0}
        given = handover.rooms if handover and handover.successor and handover.to_start else ()
        for room in (*given, *leaver.rooms_to_leave):
            owner = handover.successor if handover and room in given else None
            known = found.get(room.id, RoomChange(room))
            levels = {**known.levels, **out}
            found[room.id] = RoomChange(room, owner or known.owner, levels)
    return list(found.values())


def _change(leaver: Leaver) -> PersonChange:
    status = "disabled" if leaver.to_disable else None
    if leaver.handover and leaver.handover.to_delete:
        status = NO_ACCOUNT
    return PersonChange(
        leaver.person, leaves=frozenset(group.id for group in leaver.left), status=status
    )
