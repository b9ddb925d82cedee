# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The call that lets people and groups into a room, and puts them out."""

from __future__ import annotations

from .. import background
from ..call import Call
from ..http import binding, failures
from ..http.guid import ZERO
from ..http.properties import View
from ..people.reads import demand_address
from ..people.records import GUEST, INVITED, PENDING, Person, roles_of
from .reads import shares_of
from .records import NONE, RESTRICT, Room
from .rules import Rules
from .writes import access

_DTO = "ASC.Files.ApiModels.RequestDto"
_INVITATIONS = binding.record(
    f"{_DTO}.RoomInvitationRequest",
    {
        "invitations": binding.list_of(
            binding.record(
                f"{_DTO}.RoomInvitation",
                {"id": binding.identifier, "email": binding.text, "access": access},
            ),
            f"{_DTO}.RoomInvitation",
        )
    },
)


def share_room(call: Call) -> View:
    """PUT files/rooms/{id}/share: one after the other, so those before a refused one are in."""
    invitations = call.body(_INVITATIONS, "").get("invitations")
    if not invitations:
        return {"error": 0}
    for number, each in enumerate(invitations):
        demand_address(each.get("email"), f"RoomInvitation.Invitations[{number}].Email")
    rules = _rules(call)
    room = rules.seen(int(call.path["id"]))
    manages = rules.access.manages(room, call.caller)
    named = [each.get("id", ZERO) for each in invitations if not each.get("email")]
    for each in invitations:
        level = each.get("access", NONE)
        if not manages:
            _leave(call, room, each.get("id", ""), level)
        elif each.get("email"):
            _admit_address(call, room, each["email"], level)
        else:
            _admit(call, room, each.get("id", ZERO), level)
    there = [id for id in dict.fromkeys(named) if id in room.shares]
    return {"members": shares_of(call, room, there), "error": 0}


def _leave(call: Call, room: Room, id: str, level: int) -> None:
    """What those who let nobody in can do: leave."""
    me = call.caller
    outside = _rules(call).access.level(room, me) == RESTRICT
    if id == me.id and level == NONE:
        call.world.rooms.share(room, id, None)
    elif id == me.id or room.archived or outside or me.may_own_rooms:
        raise failures.access_denied()


def _admit(call: Call, room: Room, id: str, level: int) -> None:
    person = call.world.people.get(id)
    # Guests whom the caller does not see are passed over, as are the disabled.
    passed_over = person and (person.is_disabled or not call.caller.sees(person))
    was_in = id in room.shares
    is_group = call.world.groups.find(id) is not None
    if level == NONE or not passed_over:
        _rules(call).admit(room, id, level, is_group)
    if person and not was_in and id in room.shares:
        call.world.rooms.note(room, "RoomCreateUser", call.caller.id, user=id, access=level)


def _admit_address(call: Call, room: Room, email: str, level: int) -> None:
    """Let somebody in by their address; who has no account gets one, as a guest."""
    if level == NONE:
        return
    person = call.world.people.by_email(email)
    rules = _rules(call)
    rules.demand_level(room, person, level)
    if person is None:
        call.portal.demand_inviting(of_guests=True)
        guest = Person("", "", "", email, None, PENDING, roles_of(GUEST), INVITED)
        guest.made_by = call.caller.id
        person = call.world.people.add(guest)
    rules.admit(room, person.id, level, is_group=False)
    # An entry of nobody, which can be made, is in the way of the mail.
    if ZERO in room.shares:
        raise failures.null_reference()


def _rules(call: Call) -> Rules:
    return background.room_rules(call.world, call.caller)
