# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The calls that let people and groups into rooms, and put them out."""

from __future__ import annotations

import typing as t

from .. import background
from ..call import Call
from ..http import binding, costs, failures
from ..http.envelope import Stream
from ..http.guid import ZERO
from ..http.properties import View
from ..people.reads import demand_address
from ..people.records import GUEST, INVITED, PENDING, Person, roles_of
from .records import NONE, RESTRICT, Room
from .rules import NOT_ALLOWED, Rules
from .share_reads import merged_shares, shares_of
from .writes import access, room_number

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
_MANY = binding.record(
    f"{_DTO}.SecurityInfoRequestDto",
    {
        "folderIds": binding.list_of(room_number, "System.Text.Json.JsonElement"),
        "share": binding.list_of(
            binding.record(
                f"{_DTO}.FileShareParams", {"shareTo": binding.identifier, "access": access}
            ),
            f"{_DTO}.FileShareParams",
        ),
    },
)
_RESENT = binding.record(
    f"{_DTO}.UserInvitation", {"usersIds": binding.guids, "resendAll": binding.flag}
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
    puts_out = any(each.get("access", NONE) == NONE for each in invitations)
    call.work.rooms = costs.SHARE_ROOM + (costs.LEAVE_ROOM if puts_out else 0.0)
    named = [each.get("id", ZERO) for each in invitations]
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


def share_rooms(call: Call) -> Stream:
    """PUT files/share: room after room by their numbers; changes are told several times."""
    sent = call.body(_MANY, "")
    entries = sent.get("share") or []
    rows: list[View] = []
    for room in _rooms(call, sent):
        if call.caller.type == GUEST or not entries:
            continue
        if not _rules(call).access.manages(room, call.caller):
            raise failures.access_denied()
        wanted = {each.get("shareTo", ZERO): each.get("access", NONE) for each in entries}
        changed = sum(
            _admit(call, room, each.get("shareTo", ZERO), each.get("access", NONE))
            for each in entries
        )
        there = [id for id in wanted if id in room.shares]
        rows += changed * shares_of(call, room, there)
    return Stream(rows)


def read_shares(call: Call) -> Stream:
    """POST files/share: who is in one of several rooms."""
    return Stream(merged_shares(call, _rooms(call, call.body(_MANY, ""))))


def resend(call: Call) -> None:
    """POST files/rooms/{id}/resend: another mail to those who are invited."""
    sent = call.body(_RESENT, "")
    room = _rules(call).seen(int(call.path["id"]))
    if not _rules(call).access.manages(room, call.caller):
        raise failures.invalid_operation(NOT_ALLOWED)
    wanted = None if sent.get("resendAll") else sent.get("usersIds") or []
    for id in room.shares:
        person = call.world.people.get(id)
        if person and person.status == PENDING and (wanted is None or id in wanted):
            call.world.rooms.note(room, "RoomInviteResend", call.caller.id, user=id)


def admit(call: Call, room: Room, id: str, level: int) -> bool:
    """Change what somebody or a group is in a room; whether they are something then."""
    group = call.world.groups.find(id)
    old = room.shares.get(id)
    call.work.rooms += costs.SHARE_OUT if level == NONE else costs.SHARE_IN
    _rules(call).admit(room, id, level, group is not None)
    new = room.shares.get(id)
    before, after = (old.access if old else NONE), (new.access if new else NONE)
    # Whoever was not in and is put out is noted as let in.
    if before != after or (level == NONE and old is None):
        _note(call, room, id, before, after, bool(group))
    return before != after and after != NONE


def _note(call: Call, room: Room, id: str, before: int, after: int, is_group: bool) -> None:
    subject: dict[str, t.Any] = {"group" if is_group else "user": id}
    if not is_group and id not in call.world.people:
        return
    if before == NONE:
        action = "RoomGroupAdded" if is_group else "RoomCreateUser"
        subject["access"] = after
    elif after == NONE:
        action = "RoomGroupRemove" if is_group else "RoomRemoveUser"
    else:
        action = "RoomUpdateAccessForGroup" if is_group else "RoomUpdateAccessForUser"
        subject |= {"access": after, "old_access": before}
    call.world.rooms.note(room, action, call.caller.id, **subject)


def _leave(call: Call, room: Room, id: str, level: int) -> None:
    """What those who let nobody in can do: leave."""
    me = call.caller
    outside = _rules(call).access.level(room, me) == RESTRICT
    if id == me.id and level == NONE:
        if id in room.shares:
            admit(call, room, id, NONE)
    elif id == me.id or room.archived or outside or me.may_own_rooms:
        raise failures.access_denied()


def _admit(call: Call, room: Room, id: str, level: int) -> bool:
    person = call.world.people.get(id)
    # Guests whom the caller does not see are passed over, as are the disabled.
    passed_over = person and (person.is_disabled or not call.caller.sees(person))
    if level != NONE and (passed_over or call.world.groups.was_there(id)):
        return False
    return admit(call, room, id, level)


def _admit_address(call: Call, room: Room, email: str, level: int) -> None:
    """Let somebody in by their address; who has no account gets one, as a guest."""
    if level == NONE:
        return
    person = call.world.people.by_email(email)
    _rules(call).demand_level(room, person, level)
    if person is None:
        call.portal.demand_inviting(of_guests=True)
        guest = Person("", "", "", email, None, PENDING, roles_of(GUEST), INVITED)
        guest.made_by = call.caller.id
        person = call.world.people.add(guest)
    is_new = person.id not in room.shares
    admit(call, room, person.id, level)
    # An entry of nobody, which can be made, is in the way of the mail.
    if ZERO in room.shares and is_new:
        raise failures.null_reference()


def _rooms(call: Call, sent: dict[str, t.Any]) -> list[Room]:
    found = [call.world.rooms.find(number) for number in sorted(set(sent.get("folderIds") or ()))]
    return [room for room in found if room]


def _rules(call: Call) -> Rules:
    return background.room_rules(call.world, call.caller)
