# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The calls that read jobs, which go on with each of these, and what they would do."""

from __future__ import annotations

from .. import background
from ..call import Call
from ..http import failures, guid
from ..http.properties import View
from ..people.records import EMPLOYEE_TYPES, GIVEN_TYPES, GUEST, USER
from .records import REASSIGN, REMOVE, TYPE
from .views import progress


def type_progress(call: Call) -> View | None:
    """GET people/type/progress/{id}"""
    return _progress(call, TYPE)


def reassignment_progress(call: Call) -> View | None:
    """GET people/reassign/progress/{id}"""
    return _progress(call, REASSIGN)


def removal_progress(call: Call) -> View | None:
    """GET people/remove/progress/{id}"""
    return _progress(call, REMOVE)


def is_reassignment_necessary(call: Call) -> bool:
    """GET people/reassign/necessary: whether somebody is in active rooms, be they theirs or not."""
    person_id = call.query.identifier("userId") or guid.ZERO
    binding_type = call.query.choice("type", GIVEN_TYPES)
    caller, world = call.caller, call.world
    if caller.type in (USER, GUEST):
        raise failures.not_authorized()
    person = world.people.get(person_id)
    if person and person.is_admin and not caller.is_owner:
        raise failures.access_denied()
    if person is None or not caller.is_admin:
        return False
    if any(not room.archived for room in world.rooms.of(person_id)):
        return True
    guest = binding_type == EMPLOYEE_TYPES[GUEST]
    return guest and world.documents.shares_any(person_id)


def _progress(call: Call, kind: str) -> View | None:
    call.demand_admin()
    job = background.poll(call.world, kind, call.path["id"])
    return progress(job) if job else None
