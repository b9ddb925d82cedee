# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

from dataclasses import replace

import pytest

from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.limits import parse_limit
from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.references import (
    Reference,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.desired_group import (
    DesiredGroup,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.group_list import (
    FoundGroup,
    find_each,
    plan_group,
    prunable,
    surplus,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.group_list_rules import (
    GroupListRules,
    refusals,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.membership import Snapshot
from ansible_collections.onlyoffice.docspace.plugins.module_utils._portal.model.group import Group
from ansible_collections.onlyoffice.docspace.plugins.module_utils._portal.model.person import Person

ADA = Person("1", "Ada", "ada@example.org", "ada", "active")
BEN = Person("2", "Ben", "ben@example.org", "ben", "disabled")
CLEO = Person("3", "Cleo", "cleo@example.org", "cleo", "active")
NAMES = {Reference.parse(text): person for person in (ADA, BEN, CLEO)
         for text in (person.user_name, person.email)}  # fmt: skip
IDS = [f"10000000-0000-4000-8000-{number:012}" for number in range(9)]
DESIGN, LEGAL = Group(IDS[1], "Design", 1, ADA), Group(IDS[2], "Legal", 2)
DIRECTORY, SYSTEM = Group(IDS[3], "Staff", 2, ldap=True), Group(IDS[4], "Everyone", 9, system=True)
PORTAL = [DESIGN, LEGAL, DIRECTORY]
SNAPSHOT = Snapshot(NAMES, {IDS[1]: [ADA, BEN], IDS[2]: [ADA, CLEO]})


def refs(*texts):
    return tuple(map(Reference.parse, texts))


def wants(group, **desired):
    place = f'groups, "{group.name}", '
    lists = {key: refs(*desired.pop(key)) for key in ("add", "remove") if key in desired}
    return FoundGroup(DesiredGroup(place, name=group.name, **lists, **desired), group)


def refused(*found, of_one=None, of_all=None, **rules):
    limits = GroupListRules(
        max_removals=parse_limit("max_removals", of_one),
        max_removals_total=parse_limit("max_removals_total", of_all),
        **rules,
    )
    plans = [(each, plan_group(each, SNAPSHOT)) for each in found]
    return [str(error) for error in refusals(plans, SNAPSHOT, limits)]


def test_groups_are_found_by_id_in_any_notation_or_by_name():
    desired = [
        DesiredGroup(id=IDS[1]),
        DesiredGroup(name="Legal"),
        DesiredGroup(name="legal", may_be_new=True),
        DesiredGroup(name="Gone", absent=True),
    ]

    found, problems = find_each(desired, [*PORTAL, LEGAL])

    assert problems == []
    assert [each.group for each in found] == [DESIGN, LEGAL, None, None]


def test_a_group_that_is_renamed_already_is_found_by_its_new_name():
    ((found,), problems) = find_each([DesiredGroup(name="Law", new_name="Legal")], PORTAL)

    assert (found.group, problems) == (LEGAL, [])


def test_what_nobody_names_is_surplus_but_never_a_system_group():
    found = [FoundGroup(DesiredGroup(id=IDS[1]), DESIGN)]

    assert surplus(found, [*PORTAL, SYSTEM], ldap=False) == [LEGAL]
    assert surplus(found, [*PORTAL, SYSTEM], ldap=True) == [LEGAL, DIRECTORY]
    assert prunable([*PORTAL, SYSTEM], ldap=False) == [DESIGN, LEGAL]


@pytest.mark.parametrize(
    ("desired", "named"),
    [
        ({"manager": Reference.parse("ada")}, ()),
        ({"manager": Reference.parse("cleo")}, ("cleo",)),
        ({"manager": Reference.parse("ada"), "exact": True, "add": ["cleo"]}, ("ada", "cleo")),
        ({"no_manager": True}, ()),
    ],
)
def test_who_is_the_manager_already_is_looked_up_only_where_all_members_are(desired, named):
    membership = wants(DESIGN, **desired).membership

    assert membership
    assert membership.add == refs(*named)


def test_of_a_group_that_is_deleted_all_members_are_read():
    membership = wants(LEGAL, absent=True).membership

    assert membership
    assert membership.exact


def test_a_plan_for_a_group_that_differs_in_everything():
    found = wants(DESIGN, new_name="Style", manager=Reference.parse("cleo"), remove=["ada"])

    plan = plan_group(found, SNAPSHOT)

    (step,) = plan.steps
    assert step.joining == (CLEO,)
    assert step.after == replace(DESIGN, name="Style", manager=CLEO)
    assert plan.membership.add == (CLEO,)
    assert (plan.further.add, plan.further.remove) == ((), (ADA,))
    assert plan.after == replace(DESIGN, name="Style", manager=CLEO, size=1)
    assert not plan.loses_manager


def test_a_manager_who_leaves_needs_no_step_of_its_own():
    plan = plan_group(wants(DESIGN, no_manager=True, remove=["ada"]), SNAPSHOT)

    assert plan.steps == ()
    assert plan.further.remove == (ADA,)
    assert plan.after
    assert plan.after.manager is None


def test_a_limit_counts_the_members_who_are_disabled_too():
    both = wants(DESIGN, remove=["ada", "ben"])

    assert refused(both, of_one="2", of_all="100%") == []
    assert refused(both, of_one="1") == [
        f'max_removals: 2 of 2 members of "Design" ({IDS[1]}) would be removed, and the limit is 1:'
        " ada@example.org (Ada), ben@example.org (Ben). Nothing was changed; check who is named, or"
        " raise the limit."
    ]


def test_a_limit_of_all_groups_counts_them_together():
    found = wants(DESIGN, remove=["ada"]), wants(LEGAL, remove=["ada", "cleo"])

    assert refused(*found, of_one="2", of_all="75%") == []
    assert refused(*found, of_one="2", of_all="74%") == [
        "max_removals_total: 3 of 4 members of all groups named would be removed, and the limit is"
        " 74%. Nothing was changed; check who is named, or raise the limit."
    ]


def test_what_is_wrong_with_any_group_is_told_at_once_and_with_the_group():
    problems = refused(
        wants(LEGAL, add=["ben"], remove=["ghost"]),
        wants(DESIGN, remove=["ada"]),
        of_one="0",
        unknown_users="fail",
    )

    assert problems == [
        'groups, "Legal": ghost is nobody on this portal; ben@example.org (Ben) is disabled; enable'
        " the account first. Nothing was changed; correct the list, or set unknown_users.",
        f'max_removals: 1 of 2 members of "Design" ({IDS[1]}) would be removed, and the limit is 0:'
        " ada@example.org (Ada). Nothing was changed; check who is named, or raise the limit.",
    ]
