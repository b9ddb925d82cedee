# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The plan for people who leave: which steps, in which order, about whom."""

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.limits import Limit
from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.references import Reference
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.new_managers import (
    NewManagers,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.offboarding import (
    Departure,
    Disabling,
    ManagerChange,
    find_leavers,
    plan_offboarding,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.offboarding_rules import (
    refusals,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._portal.model.group import Group
from ansible_collections.onlyoffice.docspace.plugins.module_utils._portal.model.person import Person


def person(name, *groups, status="active", **facts):
    return Person(
        name, name, f"{name}@x.org", name, status, groups={key: key for key in groups}, **facts
    )


def plan_for(people, groups, new=None, disable=True, allow_ldap_group=False):
    known = {group.id: group for group in groups}
    leavers = find_leavers(people, known, disable, allow_ldap_group)
    return plan_offboarding(leavers, new or {})


def kinds(plan):
    return [[type(action) for action in step.actions] for step in plan.steps]


ANN = person("ann", "a", "b")
BEN = person("ben", "b", status="disabled")
CAT = person("cat")
ME = person("me", type="docspace_admin")
OWNER = person("own", type="owner")
GROUPS = [Group("a", "A", 2, ANN), Group("b", "B", 2, ldap=True)]


def test_managers_come_first_and_accounts_last():
    plan = plan_for([BEN, ANN], GROUPS, {"a": CAT}, allow_ldap_group=True)

    assert kinds(plan) == [[ManagerChange], [Departure, Departure], [Disabling]]
    change, first, second, disabling = plan.actions
    assert (change.group.id, change.leaver, change.manager) == ("a", ANN, CAT)
    assert change.steps[0].joining == (CAT,)
    assert [first.people, second.people] == [(ANN,), (ANN, BEN)]
    assert disabling.people == (ANN,)
    assert plan.new_managers == {"a": CAT}


def test_a_step_without_anything_to_do_is_none():
    assert plan_for([CAT], [], disable=False).steps == ()
    assert kinds(plan_for([CAT], [])) == [[Disabling]]
    assert kinds(plan_for([ANN], GROUPS, disable=False)) == [[Departure]]


def test_who_is_kept_everywhere_and_disabled_does_not_change():
    plan = plan_for([BEN], GROUPS)

    (leaver,) = plan.leavers
    assert ([group.id for group in leaver.kept], leaver.left) == (["b"], ())
    assert (plan.changing, plan.steps) == ((), ())


def test_a_group_that_is_gone_is_none_of_theirs():
    (leaver,) = plan_for([ANN], GROUPS[1:]).leavers

    assert [group.id for group in leaver.groups] == ["b"]


def test_a_new_manager_who_is_a_member_does_not_join():
    plan = plan_for([ANN], GROUPS, {"a": person("dan", "a")})

    assert plan.actions[0].steps[0].joining == ()


@pytest.mark.parametrize(
    ("named", "others", "wanted"),
    [
        ([("A", "dan")], None, {"a": "dan"}),
        ([("A", "dan")], "eve", {"a": "dan"}),
        ([("B", "dan")], "eve", {"a": "eve"}),
        ([("a ", "dan")], None, {}),
    ],
)
def test_who_takes_over(named, others, wanted):
    new_managers = NewManagers(
        tuple((group, Reference.parse(who)) for group, who in named),
        Reference.parse(others) if others else None,
    )

    found = new_managers.of_groups(GROUPS[:1], GROUPS)

    assert {key: each.text for key, each in found.items()} == wanted


@pytest.mark.parametrize(
    ("leaver", "owner", "refused"),
    [
        (person("own", type="owner"), None, True),
        (person("own", type="owner", status="disabled"), None, False),
        (person("me", type="docspace_admin"), ME, True),
        (person("you", type="docspace_admin"), ME, True),
        (person("you", type="docspace_admin"), OWNER, False),
        (person("you", type="docspace_admin"), None, False),
        (person("you", type="room_admin"), ME, False),
        (person("dir", ldap=True), None, True),
        (person("dir", ldap=True, status="disabled"), None, False),
    ],
)
def test_whom_the_portal_would_not_disable(leaver, owner, refused):
    limit = Limit.parse("max_users", "10")

    found = refusals(plan_for([leaver], []), (), owner, limit, 0)
    without = refusals(plan_for([leaver], [], disable=False), (), owner, limit, 0)

    assert [error.code for error in found] == (["unusable_users"] if refused else [])
    assert without == []
