# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Who gives what to whom: the plan of a hand-over, and successors as a task names them."""

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.errors import (
    DocSpaceError,
    OptionError,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.references import Reference
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.handover import (
    Deletion,
    HandoverOptions,
    HandoverPlan,
    LogOut,
    RoomTransfer,
    plan_handover,
    with_successors,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.handover_rules import (
    check_confirmed,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.successors import Successors
from ansible_collections.onlyoffice.docspace.plugins.module_utils._portal.model.person import Person
from ansible_collections.onlyoffice.docspace.plugins.module_utils._portal.model.room import Room


def person(name, **facts):
    return Person(name, name.title(), f"{name}@x.org", name, "disabled", **facts)


ANN, BEN, CAT = map(person, ("ann", "ben", "cat"))
ROOMS = (Room("12", "b", "ann"), Room("3", "B", "ann", archived=True), Room("1", "a", "ann"))
GHOST = Reference.parse("ghost")


def handover(rooms=ROOMS, who=ANN, without=False, disabling=False, **options):
    return plan_handover(who, rooms, HandoverOptions(**options), without, disabling)


def steps(*handovers, successors=None):
    plan = HandoverPlan(with_successors(handovers, successors or {"ann": CAT, "ben": CAT}))
    return [[type(action) for action in step.actions] for step in plan.steps]


def test_rooms_are_listed_by_title_and_then_by_number():
    assert [room.id for room in handover().rooms] == ["1", "3", "12"]


def test_nobody_is_deleted_before_all_rooms_have_moved():
    made = [handover(delete=True, end_sessions=True), handover([], BEN, delete=True)]

    assert steps(*made) == [[LogOut], [RoomTransfer], [Deletion, Deletion]]


@pytest.mark.parametrize(
    ("options", "wanted"),
    [
        ({}, []),
        ({"end_sessions": True}, []),
        ({"without": True}, [[RoomTransfer]]),
        ({"disabling": True}, [[RoomTransfer]]),
        ({"disabling": True, "end_sessions": True}, [[LogOut], [RoomTransfer]]),
        ({"delete": True}, [[Deletion]]),
        ({"delete": True, "without": True}, [[Deletion]]),
    ],
)
def test_without_rooms(options, wanted):
    assert steps(handover([], **options)) == wanted


def test_what_has_no_successor_is_not_begun():
    assert steps(handover(delete=True), successors={"ben": CAT}) == []


def test_each_step_is_for_one_person_at_a_time():
    plan = HandoverPlan(with_successors([handover(delete=True)], {"ann": CAT}))

    assert [step.one_by_one for step in plan.steps] == [True, True]
    assert [action.people for step in plan.steps for action in step.actions] == [(ANN,)] * 2


@pytest.mark.parametrize("confirmed", [1, 2, 0, None])
def test_deletions_are_confirmed_with_or_without_those_who_are_gone(confirmed):
    options = HandoverOptions(delete=True, confirm_delete=confirmed)
    planned = [plan_handover(ANN, (), options)]

    if confirmed in (1, 2):
        check_confirmed(planned, [GHOST], options)
    else:
        with pytest.raises(DocSpaceError) as raised:
            check_confirmed(planned, [GHOST], options)
        assert raised.value.details == {"users": 1}


def test_where_nobody_is_left_to_be_deleted_any_number_is_right():
    check_confirmed([], [GHOST], HandoverOptions(delete=True, confirm_delete=5))


def test_one_successor_for_everybody():
    successors = Successors.parse("Cat@x.org")

    assert successors.of(ANN) == successors.of(BEN) == Reference.parse("cat@x.org")
    assert successors.others([ANN], []) == []


def test_a_successor_for_each():
    successors = Successors.parse({"ann@x.org": "cat", "ghost": "cat", "dan": "ben"})

    assert successors.of(ANN) == Reference.parse("cat")
    assert successors.of(BEN) is None
    assert successors.others([ANN], [GHOST]) == [Reference.parse("dan")]
    assert [each.text for each in successors.references] == ["cat", "ben"]


def test_no_successor():
    assert not Successors.parse(None)
    assert Successors.parse("cat")


@pytest.mark.parametrize(
    "given",
    [
        5,
        True,
        ["ann", "ben"],
        {"ann": 5},
        {5: "ann"},
        {"ann": ["ben"]},
        {"ann": None},
        "",
        " ",
        "ann, ben",
        {"ann": ""},
        {"": "ann"},
        {"ann": "cat", "ANN": "ben"},
        {"ann": "4a515a15-d4d6-4b8e-828e-e0586f18f3a3"},
    ],
)
def test_what_is_no_successor(given):
    with pytest.raises(OptionError, match=r"^successor") as raised:
        Successors.parse(given)

    assert raised.value.details == {"option": "successor"}
