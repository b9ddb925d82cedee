# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The calls that change people."""

from __future__ import annotations

from . import binding, directory, failures, guid, views
from .call import Call
from .envelope import Stream
from .people_api import demand_address, status_in_path
from .records import (
    ACTIVE,
    ADMIN,
    DISABLED,
    GUEST,
    INVITED,
    OWNER,
    PENDING,
    ROOM_ADMIN,
    USER,
    Person,
    roles_of,
)

_DTO = "ASC.People.ApiModels.RequestDto"
_TYPE = binding.member_of("ASC.Core.Users.EmployeeType", directory.EMPLOYEE_TYPES)
_RANKS = (GUEST, USER, ROOM_ADMIN, ADMIN, OWNER)

_USER_IDS = binding.record(f"{_DTO}.UpdateMembersRequestDto", {"userIds": binding.guids})
_INVITATIONS = binding.record(
    f"{_DTO}.InviteUsersRequestDto",
    {
        "invitations": binding.list_of(
            binding.record(f"{_DTO}.UserInvitation", {"email": binding.text, "type": _TYPE}),
            f"{_DTO}.UserInvitation",
        )
    },
)
_ACTIVE = binding.record(
    f"{_DTO}.MemberRequestDto",
    {
        "email": binding.text,
        "firstName": binding.text,
        "lastName": binding.text,
        "type": _TYPE,
    },
)
_TYPE_CHANGE = binding.record(
    f"{_DTO}.StartUpdateUserTypeDto", {"type": _TYPE, "userId": binding.identifier}
)


def set_status(call: Call) -> Stream:
    """PUT people/status/{status}: all of the people or none."""
    status = status_in_path(call)
    user_ids = call.body(_USER_IDS, "UpdateMembers").get("userIds")
    call.demand_admin()
    people = _changeable(call, user_ids)
    if status not in (ACTIVE, DISABLED):
        raise failures.bad_argument("Incorrect status")
    for person in people:
        enabled = PENDING if _never_came(person) else ACTIVE
        call.world.set_status(person, DISABLED if status == DISABLED else enabled)
    return _shown(call, people)


def set_type(call: Call) -> Stream:
    """PUT people/type/{type}: only upwards."""
    kind = directory.type_name(binding.choice("type", call.path["type"], directory.EMPLOYEE_TYPES))
    user_ids = call.body(_USER_IDS, "UpdateMembers").get("userIds")
    call.demand_admin()
    people = _changeable(call, user_ids)
    for person in people:
        if _RANKS.index(kind) <= _RANKS.index(person.type):
            raise failures.access_denied()
        call.world.set_type(person, roles_of(kind))
    return _shown(call, people)


def start_type_change(call: Call) -> views.View:
    """POST people/type: the job that also goes downwards; here it is done at once."""
    sent = call.body(_TYPE_CHANGE, "")
    kind = sent.get("type", USER)
    call.demand_admin()
    person = call.world.people.get(sent.get("userId", guid.ZERO))
    if person is None or person.status == DISABLED or person is call.caller or person.type == OWNER:
        raise failures.bad_argument("Can not update type")
    if kind in (ROOM_ADMIN, ADMIN):
        raise failures.bad_argument(f"Can not update to {kind}")
    if person.type == ADMIN and call.caller.type != OWNER:
        raise failures.bad_argument("Can not update type for admin")
    call.world.set_type(person, roles_of(kind))
    return _progress(person.id, done=False)


def type_change_progress(call: Call) -> views.View:
    """GET people/type/progress/{id}"""
    call.demand_admin()
    return _progress(call.path["id"], done=True)


def delete_person(call: Call) -> views.View:
    """DELETE people/{id}"""
    call.demand_admin()
    person = call.world.person(guid.parse(call.path["name"]) or "")
    if person.status != DISABLED:
        raise failures.invalid_operation("The user is not suspended")
    shown = views.full_person(call.world, person)
    call.world.delete_person(person)
    return shown


def create_active(call: Call) -> views.View:
    """POST people/active"""
    sent = call.body(_ACTIVE, "")
    email = sent.get("email") or ""
    demand_address(email, "Email")
    call.demand_admin()
    if call.world.by_email(email):
        raise failures.bad_argument("User with this email is already registered")
    person = _new_person(email, sent.get("type", USER), ACTIVE)
    person.first_name = sent.get("firstName") or ""
    person.last_name = sent.get("lastName") or ""
    return views.full_person(call.world, call.world.add_person(person))


def invite(call: Call) -> list[views.View]:
    """POST people/invite: one after the other, so those before a refused one are invited."""
    invitations = call.body(_INVITATIONS, "").get("invitations") or []
    for number, invitation in enumerate(invitations):
        demand_address(invitation.get("email") or "", f"Invitations[{number}].Email")
    if call.caller.type in (USER, GUEST):
        raise failures.access_denied()
    for invitation in invitations:
        _invite(call, invitation["email"], invitation.get("type", USER))
    pending = [person for person in call.world.people.values() if person.activation == INVITED]
    return [views.simple_person(person) for person in pending if person.status != DISABLED]


def _invite(call: Call, email: str, kind: str) -> None:
    known = call.world.by_email(email)
    if known and known.status == DISABLED:
        raise failures.bad_argument(f"User disabled: {email}")
    # Guests are invited to rooms only, others by whoever stands above them.
    if kind == GUEST or _RANKS.index(kind) >= _RANKS.index(call.caller.type):
        raise failures.access_denied()
    if not known:
        call.world.add_person(_new_person(email, kind, PENDING))


def _new_person(email: str, kind: str, status: int) -> Person:
    return Person("", "", "", email, None, status, roles_of(kind), INVITED)


def _shown(call: Call, people: list[Person]) -> Stream:
    return Stream([views.full_person(call.world, person) for person in people])


def _changeable(call: Call, user_ids: list[str] | None) -> list[Person]:
    if user_ids is None:
        raise failures.null_argument("source")
    caller = call.caller
    people = [call.world.people.get(user_id) for user_id in dict.fromkeys(user_ids)]
    return [_demand_below(caller, person) for person in people]


def _demand_below(caller: Person, person: Person | None) -> Person:
    if person is None or person.type == OWNER or person is caller:
        raise failures.access_denied()
    if person.type == ADMIN and caller.type != OWNER:
        raise failures.access_denied()
    return person


def _never_came(person: Person) -> bool:
    return person.activation == INVITED and not (person.first_name or person.last_name)


def _progress(person_id: str, done: bool) -> views.View:
    return {
        "id": f"1_{person_id}_UpdateUserTypeProgressItem",
        "error": "",
        "percentage": 100 if done else 0,
        "isCompleted": done,
        "status": 2 if done else 1,
    }
