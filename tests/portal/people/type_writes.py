# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The call that changes the type of people at once."""

from __future__ import annotations

from .. import views
from ..call import Call
from ..http import binding, costs, failures
from ..http.envelope import Stream
from .records import GIVEN_TYPES, LOST
from .type_rules import TypeRules

_DTO = "ASC.People.ApiModels.RequestDto"
_USER_IDS = binding.record(f"{_DTO}.UpdateMembersRequestDto", {"userIds": binding.guids})


def set_type(call: Call) -> Stream:
    """PUT people/type/{type}: one after the other, so those before a refused one are changed."""
    number = binding.choice("type", call.path["type"], GIVEN_TYPES)
    kind = next(name for name, value in GIVEN_TYPES.items() if value == number)
    user_ids = call.body(_USER_IDS, "UpdateMembers").get("userIds")
    rules = TypeRules(call.caller, call.world.people, call.portal)
    rules.demand_allowed(kind)
    if user_ids is None:
        raise failures.null_argument("source")
    call.work.people = costs.CHANGE_TYPE * len(user_ids)
    people = [rules.raise_type(person_id, kind) for person_id in user_ids]
    return Stream([views.full_person(call.world, person or LOST) for person in people])
