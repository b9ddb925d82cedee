# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What has to change about a room, as far as no task shows it: lists, rights, hand-overs."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.references import (
    Reference,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.desired_room import (
    ARCHIVED,
    DesiredRoom,
    repeated_rooms,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.room_rights import (
    RoomRights,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.room_rules import (
    plan_problems,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.rooms import (
    plan_new_room,
    plan_room,
    with_people,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._portal.model.person import Person
from ansible_collections.onlyoffice.docspace.plugins.module_utils._portal.model.room import (
    Entry,
    Room,
    RoomSettings,
)

ADA = Person("a", "Ada", "ada@example.org", "ada", "active", type="room_admin")
EVA = Person("e", "Eva", "eva@example.org", "eva", "active", type="docspace_admin")
BEN = Person("b", "Ben", "ben@example.org", "ben", "active", type="user", groups={"g": "Sales"})
ROOM = Room("7", "Plans", ADA.id, type="custom", tags=("a", "b"), settings=RoomSettings())


def desired(reference="Plans", **wanted):
    return DesiredRoom(reference, **wanted)


@pytest.mark.parametrize(
    ("wanted", "add", "remove"),
    [
        ({}, (), ()),
        ({"add": ("c", "a")}, ("c",), ()),
        ({"remove": ("b", "x")}, (), ("b",)),
        ({"exact": ()}, (), ("a", "b")),
        ({"exact": ("c", "b")}, ("c",), ("a",)),
    ],
)
def test_tags(wanted, add, remove):
    plan = plan_room(desired(**wanted), ROOM)

    assert (plan.add, plan.remove) == (add, remove)
    assert plan.changes == bool(add or remove)


def test_a_lifetime_is_compared_as_a_whole():
    row = {"period": 0, "value": 5, "deletePermanently": True}
    room = replace(ROOM, settings=RoomSettings(lifetime=row))
    same = {"period": "day", "value": 5, "delete_permanently": True}

    assert not plan_room(desired(properties={"lifetime": same}), room).changes
    plan = plan_room(desired(properties={"lifetime": {**same, "delete_permanently": False}}), room)
    assert plan.comparison.encoded() == {
        "lifetime": {"enabled": True, "period": 0, "value": 5, "deletePermanently": False}
    }
    assert plan_room(desired(properties={"lifetime": {}}), ROOM).comparison.changes == ()


def test_a_type_is_decided_once():
    plan = plan_room(desired(properties={"room_type": "public"}), ROOM)

    assert not plan.changes
    assert [each.property.option for each in plan.comparison.unchangeable] == ["room_type"]
    new = plan_new_room(desired(properties={"room_type": "public"}), ADA)
    assert new.properties == {"title": "Plans", "roomType": 6}


@pytest.mark.parametrize(("quotas", "sent"), [(True, True), (None, True), (False, False)])
def test_a_quota_of_a_new_room(quotas, sent):
    wanted = desired(properties={"room_type": "custom", "quota": 5})
    plan = plan_new_room(wanted, ADA, quotas=quotas)

    assert ("quota" in plan.properties) == sent
    assert bool(plan.comparison.unchangeable) == (not sent)


def test_where_there_are_no_quotas_every_room_has_the_usual_one():
    assert not plan_room(desired(properties={"quota": -2}), ROOM).comparison.unchangeable
    assert plan_room(desired(properties={"quota": 5}), ROOM).comparison.unchangeable


def test_a_new_owner_loses_an_own_entry_and_the_former_one_stays():
    plan = plan_room(desired(), ROOM, EVA)
    entries = [Entry(ADA.id, 1, is_owner=True), Entry(EVA.id, 2), Entry("g", 10, is_group=True)]

    handover = with_people(plan, ADA, entries).handover

    assert handover
    people = handover.people
    assert [each.person for each in people] == [ADA, EVA]
    levels = [
        (each.before and each.before.level_name, each.after and each.after.level_name)
        for each in people
    ]
    assert levels == [("owner", "room_manager"), ("viewer", "owner")]


def test_a_former_owner_who_is_disabled_is_not_in():
    plan = plan_room(desired(), ROOM, EVA)
    former = replace(ADA, status="disabled")

    handover = with_people(plan, former, []).handover

    assert handover
    (left, _new) = handover.people
    assert (left.before, left.after) == (None, None)


def test_an_owner_who_is_that_already():
    assert not plan_room(desired(owner=Reference.parse("ada")), ROOM, ADA).changes


def test_rights_in_an_archived_room_once_it_is_back():
    room = replace(ROOM, archived=True, may_manage=False, may_move=True, may_give=False)

    assert RoomRights.once_active(ADA, room, []) == RoomRights(True, True, True, True, True)
    assert RoomRights.once_active(EVA, room, []) == RoomRights(False, True, True, True, True)
    manager = [Entry(BEN.id, 9)]
    assert RoomRights.once_active(BEN, room, manager) == RoomRights(True, True, True, False, True)
    assert not RoomRights.once_active(BEN, room, []).tag
    assert RoomRights.once_active(None, room, []).edit


def test_what_is_not_known_is_left_to_the_portal():
    assert RoomRights.told(ROOM) == RoomRights()


def test_the_archive_is_not_changed():
    room = replace(ROOM, archived=True)
    plan = plan_room(desired(state=ARCHIVED, exact=()), room)

    (problem,) = plan_problems(plan, RoomRights())

    assert problem.code == "room_archived"
    assert not plan_problems(plan_room(desired(state=ARCHIVED), room), RoomRights())


def test_each_room_once_in_a_list():
    twice = [desired(), desired(), desired("Other")]
    (problem,) = repeated_rooms(twice)
    assert "2 times" in str(problem)

    same = [desired(), desired("Other", properties={"title": "Plans"})]
    (problem,) = repeated_rooms(same)
    assert "title of 2 rooms" in str(problem)
    assert not repeated_rooms([desired(), desired("Other")])
