# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The calls that delete people."""

from __future__ import annotations

from .. import background, views
from ..call import Call
from ..http import binding, failures, guid
from ..http.envelope import Stream
from ..http.properties import View
from ..jobs.records import REASSIGN
from ..jobs.writes import start_removal_of
from .records import Person
from .removal_rules import RemovalRules

_DTO = "ASC.People.ApiModels.RequestDto"
_USER_IDS = binding.record(f"{_DTO}.UpdateMembersRequestDto", {"userIds": binding.guids})


def delete_person(call: Call) -> View:
    """DELETE people/{id or user name}: what was theirs goes to the caller, by a job."""
    call.demand_admin()
    person = _rules(call).removable(call.path["name"], guid.parse(call.path["name"]))
    _demand_no_reassignment(call, [person.id])
    shown = views.full_person(call.world, person)
    _delete(call, person)
    return shown


def delete_people(call: Call) -> Stream:
    """PUT people/delete: it passes over those whom the caller may not delete."""
    user_ids = call.body(_USER_IDS, "").get("userIds")
    call.demand_admin()
    if user_ids is None:
        raise failures.null_argument("inDto?.UserIds")
    _demand_no_reassignment(call, user_ids)
    people = _rules(call).listed(user_ids)
    shown = [views.full_person(call.world, person) for person in people]
    for person in people:
        if person.id not in call.world.people:
            raise failures.null_argument("value")
        if _rules(call).may_delete(person):
            _delete(call, person)
    return Stream(shown)


def leave_guests(call: Call) -> None:
    """DELETE people/guests: they stay in the portal."""
    user_ids = call.body(_USER_IDS, "").get("userIds")
    if user_ids is None:
        raise failures.null_argument("source")
    _rules(call).leave_guests(user_ids)


def _delete(call: Call, person: Person) -> None:
    background.delete_person(call.world, person)
    start_removal_of(call, person)


def _demand_no_reassignment(call: Call, person_ids: list[str]) -> None:
    for person_id in person_ids:
        job = call.world.jobs.find(REASSIGN, person_id)
        if job and not job.is_completed:
            raise failures.invalid_operation("The data of this user is being reassigned")


def _rules(call: Call) -> RemovalRules:
    return RemovalRules(call.caller, call.world.people)
