# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Plans for access and links of rooms that were only just made, brought back or given away."""

from __future__ import annotations

from dataclasses import replace

from .._base.errors import DocSpaceError, collect_errors, combine_errors
from .._plan.access import plan_access
from .._plan.access_rules import access_refusals
from .._plan.access_subjects import Directory
from .._plan.room_links import plan_room_links
from .._plan.whole_room_rules import may_leave
from .._plan.whole_rooms import WholeRoomPlan, WholeRoomRules, without_me
from .._portal.model.person import Person
from .._portal.model.room import Room
from .._portal.portal import Portal
from .room_link_reads import check_settings, read_links, with_free_ids


def with_own_ids(portal: Portal, plan: WholeRoomPlan, address: str) -> WholeRoomPlan:
    """A plan in which no new link has an id that means something already: a request for each."""
    new = [each for each in plan.links if each.action == "created"]
    freed = iter(with_free_ids(portal, new, address))
    return replace(
        plan,
        links=tuple(next(freed) if each.action == "created" else each for each in plan.links),
    )


def plan_again(
    portal: Portal,
    plan: WholeRoomPlan,
    room: Room,
    directory: Directory,
    rules: WholeRoomRules,
    me: Person | None,
    address: str,
) -> WholeRoomPlan:
    """The plans for access and links of a room that was made, brought back or given away.

    :param room: as it is now.
    :raises DocSpaceError: if something speaks against them now.
    """
    problems: list[DocSpaceError] = []
    room = replace(room, may_manage=True)
    found = plan
    if plan.desired.access:
        entries = portal.room_access.entries(room.id)
        wanted = plan.access.desired if plan.access else plan.desired.access
        access = plan_access(wanted, room, entries, directory, rules.access.now)
        access, leaving = without_me(access, me, may_leave(plan, me))
        problems += access_refusals([access], directory, rules.access, me)
        found = replace(found, access=access, leaving=leaving if leaving.changes else None)
    if plan.desired.links and not room.archived:
        links = read_links(portal, room, plan.desired.links)
        plans = plan_room_links(room, plan.desired.links, links, address, problems)
        with collect_errors(problems):
            check_settings(portal, plans, problems)
        found = replace(found, links=tuple(plans))
    if problems:
        raise combine_errors(problems)
    return found
