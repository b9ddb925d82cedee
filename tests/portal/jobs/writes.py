# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The calls that start jobs, and end them."""

from __future__ import annotations

from ..call import Call
from ..http import binding
from ..http.guid import ZERO
from ..http.properties import View
from ..people.records import GIVEN_TYPES, GUEST, LOST_USER, Person
from .records import REASSIGN, REMOVE, TYPE, Job
from .rules import Rules
from .views import progress

_DTO = "ASC.People.ApiModels.RequestDto"
_TYPE_CHANGE = binding.record(
    f"{_DTO}.StartUpdateUserTypeDto",
    {
        "type": binding.member_of("ASC.Core.Users.EmployeeType", GIVEN_TYPES),
        "userId": binding.identifier,
        "reassignUserId": binding.identifier,
    },
)
_REASSIGNMENT = binding.record(
    f"{_DTO}.StartReassignRequestDto",
    {
        "fromUserId": binding.identifier,
        "toUserId": binding.identifier,
        "deleteProfile": binding.truth,
    },
    required=["fromUserId", "toUserId"],
)
_USER_ID = binding.record(
    f"{_DTO}.TerminateRequestDto", {"userId": binding.identifier}, required=["userId"]
)


def start_type_change(call: Call) -> View:
    """POST people/type"""
    sent = call.body(_TYPE_CHANGE, "")
    person_id, kind = sent.get("userId", ZERO), sent.get("type", "All")
    successor = sent.get("reassignUserId")
    _rules(call).demand_type_change(person_id, kind, successor)
    if kind == GUEST:
        call.portal.demand_inviting(of_guests=True)
    job = Job(TYPE, person_id, call.caller.id, type=kind, successor=successor or call.caller.id)
    return progress(call.start(job))


def start_reassignment(call: Call) -> View:
    """POST people/reassign/start"""
    sent = call.body(_REASSIGNMENT, "")
    person_id, successor = sent["fromUserId"], sent["toUserId"]
    call.demand_admin()
    _rules(call).demand_reassignment(person_id, successor)
    job = Job(REASSIGN, person_id, call.caller.id, successor=successor)
    job.deletes = bool(sent.get("deleteProfile"))
    job.name = call.world.people[person_id].display_name
    return progress(call.start(job))


def start_removal(call: Call) -> View:
    """POST people/remove/start: what was theirs goes to the caller."""
    person_id = call.body(_USER_ID, "")["userId"]
    call.demand_admin()
    _rules(call).demand_removal(person_id)
    return progress(start_removal_of(call, call.world.people[person_id]))


def start_removal_of(call: Call, person: Person) -> Job:
    """Start to give to the caller what is somebody's, who may be deleted already."""
    me = call.caller.id
    return call.start(Job(REMOVE, person.id, me, successor=me, name=person.display_name))


def end_type_change(call: Call) -> View | None:
    """PUT people/type/terminate"""
    return _end(call, TYPE)


def end_reassignment(call: Call) -> View | None:
    """PUT people/reassign/terminate"""
    return _end(call, REASSIGN)


def end_removal(call: Call) -> None:
    """PUT people/remove/terminate: the only one that says nothing."""
    _end(call, REMOVE)


def _end(call: Call, kind: str) -> View | None:
    person_id = call.body(_USER_ID, "")["userId"]
    call.demand_admin()
    job = call.world.jobs.find(kind, person_id)
    if job is None:
        return None
    call.world.jobs.cancel(job)
    return progress(job)


def _rules(call: Call) -> Rules:
    return Rules(call.caller, call.world.people, LOST_USER)
