# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Whether the owner of the credential may change who enters rooms, and the way around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from .._base.errors import DocSpaceError
from .._base.references import Reference
from .._plan.access import AccessPlan
from .._plan.access_rules import lowers_managers
from .._plan.effective_access import effective_access
from .._plan.ownership_detour import DETOUR_SCOPE, OwnershipDetour, detour_obstacle
from .._portal.model.person import Person
from .._portal.portal import Portal
from .rights import credential_owner

#: Of so few rooms the portal is asked whether they may be managed; of more, the rule tells.
_FEW_ROOMS = 2


def with_rights(
    portal: Portal, plans: list[AccessPlan], known: Sequence[Person]
) -> tuple[list[AccessPlan], Person | None]:
    """Plans with rooms of which it is known whether they may be managed, where that matters.

    Also whose credential it is, if that may be somebody who loses something.
    """
    changing = [each for each in plans if each.changes and not each.room.archived]
    unclear = [each.room.id for each in changing if each.room.may_manage is None]
    me = None
    if len(unclear) > _FEW_ROOMS or any(map(lowers_managers, changing)):
        me = credential_owner(portal, known)
    if me and len(unclear) > _FEW_ROOMS:
        rights = {each.room.id: _manages(me, each) for each in changing}
    else:
        rooms = portal.in_parallel(portal.rooms.find, unclear)
        rights = {key: bool(room and room.may_manage) for key, room in zip(unclear, rooms)}
    return [
        each
        if each.room.id not in unclear
        else replace(each, room=replace(each.room, may_manage=rights[each.room.id]))
        for each in plans
    ], me


def _manages(me: Person, plan: AccessPlan) -> bool:
    access = effective_access(me, plan.room, plan.entries)
    return bool(access and access.manages)


def with_detours(
    portal: Portal,
    plans: Sequence[AccessPlan],
    known: Sequence[Person],
    problems: list[DocSpaceError],
) -> list[AccessPlan]:
    """Plans that take a room over where that is needed, and leaves it as it was but for the change.

    :param problems: gets why it would not.
    """
    found = []
    for plan in plans:
        is_needed = plan.changes and not (plan.room.may_manage or plan.room.archived)
        found.append(_with_detour(portal, plan, known, problems) if is_needed else plan)
    return found


def _with_detour(
    portal: Portal, plan: AccessPlan, known: Sequence[Person], problems: list[DocSpaceError]
) -> AccessPlan:
    me = credential_owner(portal, known)
    key = portal.keys.current()
    room = plan.room
    owner_reference = Reference("id", room.owner_id, room.owner_id)
    owner = next((each for each in known if each.id == room.owner_id), None)
    owner = owner or portal.people.find(owner_reference)
    changed = [each.subject.id for each in plan.changes]
    why = detour_obstacle(me, owner, plan.entries, changed)
    if not why and key and not key.opens(DETOUR_SCOPE):
        why = f"the {key.without(DETOUR_SCOPE)}"
    if why or not (me and owner):
        problems.append(
            DocSpaceError(
                f"{plan.desired.room_option}: {room.label} cannot be taken over and given back"
                f" unchanged, as {why}. Nothing was changed.",
                "no_detour",
                room=room.id,
            )
        )
        return replace(plan, room=replace(room, may_manage=True))
    return replace(plan, detour=OwnershipDetour(me, owner))
