# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The calls that change people."""

from __future__ import annotations

from ..call import Call
from ..http import binding, failures, guid
from ..http.envelope import Stream
from ..http.properties import View
from ..views import full_person
from . import records
from .reads import status_in_path
from .records import ACTIVE, DISABLED, USER, Person
from .rules import Rules

_DTO = "ASC.People.ApiModels.RequestDto"
_TYPE = binding.member_of("ASC.Core.Users.EmployeeType", records.EMPLOYEE_TYPES)

_USER_IDS = binding.record(f"{_DTO}.UpdateMembersRequestDto", {"userIds": binding.guids})
_TYPE_CHANGE = binding.record(
    f"{_DTO}.StartUpdateUserTypeDto", {"type": _TYPE, "userId": binding.identifier}
)


def set_status(call: Call) -> Stream:
    """PUT people/status/{status}: all of the people or none."""
    status = status_in_path(call)
    user_ids = call.body(_USER_IDS, "UpdateMembers").get("userIds")
    call.demand_admin()
    people = _rules(call).switchable(user_ids)
    if status not in (ACTIVE, DISABLED):
        raise failures.bad_argument("Incorrect status")
    for person in people:
        _rules(call).set_status(person, status)
    return _shown(call, people)


def set_type(call: Call) -> Stream:
    """PUT people/type/{type}: only upwards."""
    kind = records.type_name(binding.choice("type", call.path["type"], records.EMPLOYEE_TYPES))
    user_ids = call.body(_USER_IDS, "UpdateMembers").get("userIds")
    call.demand_admin()
    people = _rules(call).changeable(user_ids)
    for person in people:
        _rules(call).raise_type(person, kind)
    return _shown(call, people)


def start_type_change(call: Call) -> View:
    """POST people/type: the job that also goes downwards; here it is done at once."""
    sent = call.body(_TYPE_CHANGE, "")
    person_id = sent.get("userId", guid.ZERO)
    call.demand_admin()
    _rules(call).lower_type(person_id, sent.get("type", USER))
    return _progress(person_id, done=False)


def type_change_progress(call: Call) -> View:
    """GET people/type/progress/{id}"""
    call.demand_admin()
    return _progress(call.path["id"], done=True)


def delete_person(call: Call) -> View:
    """DELETE people/{id}"""
    call.demand_admin()
    person = call.world.people.demand(guid.parse(call.path["name"]) or "")
    if person.status != DISABLED:
        raise failures.invalid_operation("The user is not suspended")
    shown = full_person(call.world, person)
    _rules(call).delete(person)
    return shown


def end_sessions(call: Call) -> None:
    """PUT security/activeconnections/logoutall/{id}: nobody has any here."""
    if not call.caller.is_admin and call.path["id"] != call.caller.id:
        raise failures.access_denied()


def _rules(call: Call) -> Rules:
    return Rules(call.caller, call.world.people, call.world.groups, call.portal)


def _shown(call: Call, people: list[Person]) -> Stream:
    return Stream([full_person(call.world, person) for person in people])


def _progress(person_id: str, done: bool) -> View:
    return {
        "id": f"1_{person_id}_UpdateUserTypeProgressItem",
        "error": "",
        "percentage": 100 if done else 0,
        "isCompleted": done,
        "status": 2 if done else 1,
    }
