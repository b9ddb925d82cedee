# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The calls that change how much people may store."""

from __future__ import annotations

import dataclasses

from ..call import Call
from ..http import binding, failures, values
from ..http.envelope import Stream
from ..views import full_person
from .records import ACTIVE, LOST, LOST_USER, TECHNICAL, Person

_DTO = "ASC.People.ApiModels.RequestDto"
_QUOTA = binding.record(
    f"{_DTO}.UpdateMembersQuotaRequestDto",
    {"userIds": binding.guids, "quota": values.anything},
)
_RESET = binding.record(f"{_DTO}.UpdateMembersQuotaRequestDto", {"userIds": binding.guids})
_DEFAULT = -2


def set_quota(call: Call) -> Stream:
    """PUT people/userquota: in the place of unknown people the lost one is answered."""
    sent = call.body(_QUOTA, "")
    call.demand_admin()
    sent_quota, user_ids = sent.get("quota"), sent.get("userIds")
    if sent_quota is None:
        message = "Operation is not valid due to the current state of the object."
        raise failures.invalid_operation(message)
    if not sent_quota.is_number:
        raise failures.not_serializable()
    quota = sent_quota.whole_number()
    call.portal.demand_space(quota)
    people = []
    for person_id in _countable(user_ids):
        person = call.world.people.get(person_id) or dataclasses.replace(LOST, status=ACTIVE)
        _set(call, person, None if quota == _DEFAULT else quota)
        people.append(full_person(call.world, person))
    return Stream(people)


def reset_quota(call: Call) -> Stream:
    """PUT people/resetquota: one after the other, up to the first who is not known."""
    user_ids = call.body(_RESET, "").get("userIds")
    call.demand_admin()
    call.portal.demand_option("statistic")
    people = []
    for person_id in _countable(user_ids):
        person = call.world.people.get(person_id)
        if person is None:
            raise failures.access_denied()
        _set(call, person, None)
        people.append(full_person(call.world, person))
    return Stream(people)


def _countable(user_ids: list[str] | None) -> list[str]:
    if user_ids is None:
        raise failures.null_argument("source")
    return [person_id for person_id in user_ids if person_id not in TECHNICAL]


def _set(call: Call, person: Person, quota: int | None) -> None:
    if not call.world.settings.values.quota_enabled:
        return
    if person.id == LOST_USER:
        person.quota = quota
    else:
        call.world.people.change(person, quota=quota)
