# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The calls that change people."""

from __future__ import annotations

from ..call import Call
from ..http import binding, costs, failures
from ..http.envelope import Stream
from ..views import full_person
from .reads import status_in_path
from .records import ACTIVE, DISABLED, Person
from .rules import Rules

_DTO = "ASC.People.ApiModels.RequestDto"
_USER_IDS = binding.record(f"{_DTO}.UpdateMembersRequestDto", {"userIds": binding.guids})


def set_status(call: Call) -> Stream:
    """PUT people/status/{status}: all of the people or none."""
    status = status_in_path(call)
    user_ids = call.body(_USER_IDS, "UpdateMembers").get("userIds")
    call.demand_admin()
    people = _rules(call).switchable(user_ids)
    if status not in (ACTIVE, DISABLED):
        raise failures.bad_argument("Incorrect status")
    for person in people:
        call.work.people += costs.SWITCH_OFF if status == DISABLED else costs.SWITCH_ON
        _rules(call).set_status(person, status)
    return _shown(call, people)


def end_sessions(call: Call) -> None:
    """PUT security/activeconnections/logoutall/{id}: nobody has any here."""
    if not call.caller.is_admin and call.path["id"] != call.caller.id:
        raise failures.access_denied()


def _rules(call: Call) -> Rules:
    return Rules(call.caller, call.world.people, call.portal)


def _shown(call: Call, people: list[Person]) -> Stream:
    return Stream([full_person(call.world, person) for person in people])
