# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Reading what plans about links into rooms need."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from .._base.errors import DocSpaceError, RequestError, collect_errors
from .._plan.desired_room_link import DesiredRoomLink
from .._plan.room_link_rules import check_visible
from .._plan.room_link_settings import (
    check_password,
    check_sharing,
    check_sharing_unknown,
    depends_on_passwords,
    depends_on_sharing,
)
from .._plan.room_links import RoomLinkPlan, with_next_id
from .._portal.model.room import Room
from .._portal.model.room_link import RoomLink
from .._portal.portal import Portal
from .room_list_reads import find_room

#: So many ids of a new link may be somebody else's.
_MAX_TAKEN = 9


def find_managed_room(portal: Portal, text: str, option: str = "room") -> Room:
    """The one room that an id or an exact title means, and whether its links can be seen.

    :raises DocSpaceError: if there is none, or more than one of that title.
    """
    room = find_room(portal, text, option)
    if room.may_manage is not None:
        return room
    return portal.rooms.find(room.id) or room


def read_links(portal: Portal, room: Room, desired: Sequence[DesiredRoomLink]) -> list[RoomLink]:
    """The links of a room; none if this credential is not shown them.

    :param desired: what is desired of them: that a link is not there is believed only if it is
        certain that the credential is still shown links.
    :raises DocSpaceError: if it is not, by now.
    """
    if room.archived or not room.may_manage:
        return []
    links = portal.room_links.of(room.id)
    if not links and any(each.absent for each in desired):
        check_visible(portal.rooms.find(room.id) or replace(room, may_manage=False))
    return links


def check_settings(
    portal: Portal, plans: Sequence[RoomLinkPlan], errors: list[DocSpaceError]
) -> None:
    """Refuse what the settings of the portal do not allow; they are read if they count.

    :param errors: gets the reasons not to go on.
    """
    if any(depends_on_passwords(plan) for plan in plans):
        policy = portal.settings.password_policy()
        for plan in plans:
            with collect_errors(errors):
                check_password(plan, policy)
    if any(depends_on_sharing(plan) for plan in plans):
        try:
            sharing = portal.room_links.external_sharing()
        except RequestError as error:
            if error.status != 403:
                raise
            for plan in plans:  # the key does not open files:read
                with collect_errors(errors):
                    check_sharing_unknown(plan)
            return
        for plan in plans:
            with collect_errors(errors):
                check_sharing(plan, sharing)


def with_free_ids(
    portal: Portal, plans: Sequence[RoomLinkPlan], portal_address: str
) -> list[RoomLinkPlan]:
    """Plans in which no new link has an id that means something in a room already.

    Somebody may have made a link with it in another room, whose address would be the same; and an
    id of a person or a group would change what these may. One request for each new link.

    :raises DocSpaceError: if all ids that are tried do.
    """

    def freed(plan: RoomLinkPlan) -> RoomLinkPlan:
        taken: set[str] = set()
        while plan.after and not plan.before and portal.rooms.entered(plan.after.id):
            taken.add(plan.after.id)
            if len(taken) > _MAX_TAKEN:
                raise DocSpaceError(
                    f"No id is free for {plan.subject}: somebody has used all that are tried in"
                    " other rooms. Nothing was changed; give another title.",
                    "link_id_taken",
                    room=plan.room.id,
                )
            plan = with_next_id(plan, portal_address, taken)
        return plan

    return portal.in_parallel(freed, plans)
