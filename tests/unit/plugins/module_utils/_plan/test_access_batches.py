# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Which rooms are written together, and which levels a room offers."""

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.access import (
    AccessPlan,
    Change,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.access_batches import (
    MAX_CHANGES,
    MAX_ROOMS,
    access_units,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.access_subjects import (
    Subject,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.desired_access import (
    DesiredAccess,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.room_levels import (
    level_names,
    offered_to,
    offered_to_groups,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._portal.model.person import (
    Person,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._portal.model.room import Room

GUEST = Person.guest_to_come("new@example.org")


def plan(room: int, levels: dict[str, int], guests: bool = False) -> AccessPlan:
    """A plan that gives these levels; everybody had another one before."""
    changes = [Change(Subject(key, name=key), 99, level) for key, level in levels.items()]
    if guests:
        changes.append(Change(Subject(GUEST.id, GUEST), 0, 2))
    room_ = Room(str(room), f"R{room}", "owner")
    return AccessPlan(room_, DesiredAccess(str(room)), (), tuple(changes))


def shapes(units):
    return [([each.room.id for each in unit.plans], len(unit.batches)) for unit in units]


def test_equal_plans_are_one_unit_in_the_order_of_the_numbers():
    (unit,) = access_units([plan(each, {"eva": 2}) for each in (10, 9, 100)], True)

    (batch,) = unit.batches
    assert (batch.rooms, batch.level, batch.subjects) == (("9", "10", "100"), 2, ("eva",))


def test_different_ones_those_that_invite_and_a_key_without_the_scope_go_alone():
    plans = [plan(1, {"eva": 2}), plan(2, {"eva": 10}), plan(3, {"ben": 2})]
    assert shapes(access_units(plans, True)) == [(["1"], 0), (["2"], 0), (["3"], 0)]
    inviting = [plan(each, {"eva": 2}, guests=True) for each in (1, 2)]
    assert shapes(access_units(inviting, True)) == [(["1"], 0), (["2"], 0)]
    equal = [plan(each, {"eva": 2}) for each in (1, 2)]
    assert shapes(access_units(equal, False)) == [(["1"], 0), (["2"], 0)]
    assert access_units([plan(1, {})], True) == []


def test_as_many_requests_as_rooms_are_no_gain():
    plans = [plan(each, {"eva": 2, "ben": 10}) for each in (1, 2)]
    assert shapes(access_units(plans, True)) == [(["1"], 0), (["2"], 0)]
    plans.append(plan(3, {"ben": 10, "eva": 2}))
    assert shapes(access_units(plans, True)) == [(["1", "2", "3"], 2)]


def test_a_request_has_so_many_rooms_and_changes_at_most():
    plans = [plan(each, {"eva": 2}) for each in range(1, 2 * MAX_ROOMS + 2)]
    (unit,) = access_units(plans, True)
    assert [len(batch.rooms) for batch in unit.batches] == [MAX_ROOMS, MAX_ROOMS, 1]
    levels = dict.fromkeys(map(str, range(MAX_CHANGES // 10)), 2)
    (unit,) = access_units([plan(each, levels) for each in range(1, 21)], True)
    assert [len(batch.rooms) for batch in unit.batches] == [10, 10]


def test_who_goes_goes_last():
    plans = [plan(each, {"a": 0, "b": 11, "c": 2}) for each in range(1, 6)]
    (unit,) = access_units(plans, True)
    assert [batch.level for batch in unit.batches] == [2, 11, 0]


@pytest.mark.parametrize(
    ("kind", "person", "groups"),
    [
        ("custom", {2, 5, 6, 10, 11}, {2, 5, 6, 10, 11}),
        ("virtual_data", {2, 7, 10, 11}, {2, 7, 10, 11}),
        ("editing", {2, 10, 11}, {2, 10, 11}),
        ("public", {11}, {11}),
        ("filling_forms", {7, 11}, {7, 11}),
        ("ai", {2, 11}, {2}),
        ("3", {2, 5, 6, 7, 10, 11}, {2, 5, 6, 7, 10, 11}),
    ],
)
def test_levels_of_rooms(kind, person, groups):
    assert offered_to(kind, "user", True) == person
    assert offered_to(kind, "guest", True) == ({2} if kind == "ai" else person)
    assert offered_to(kind, "user", False) == person
    for manager in ("room_admin", "docspace_admin", "owner"):
        assert offered_to(kind, manager, True) == person | {9}
        assert offered_to(kind, manager, False) == person
    assert offered_to_groups(kind) == groups


def test_levels_have_the_order_of_the_options():
    assert level_names({11, 2, 7}) == ["viewer", "form_filler", "content_creator"]
