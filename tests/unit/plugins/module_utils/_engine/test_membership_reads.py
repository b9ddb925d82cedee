# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Who is in which group is read in the way that costs the portal least, where that turns too."""

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.references import (
    Reference,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._engine.membership_reads import (
    read_members,
    read_snapshot,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.membership import (
    DesiredMembership,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._portal.model.group import Group

GROUPS = [Group(f"10000000-0000-4000-8000-0000000000{n:02}", f"Group {n}", 3) for n in range(1, 7)]
DIRECTORY = "GET people/filter?count=100&startIndex=0"


def members_of(group):
    return f"GET people/filter?count=100&groupId={group.id}&startIndex=0"


def named(*numbers):
    return tuple(Reference.parse(f"user{number:02}") for number in numbers)


@pytest.mark.parametrize(
    ("groups", "requests"),
    [
        (GROUPS[:1], [members_of(GROUPS[0])]),
        (GROUPS[:5], [members_of(group) for group in GROUPS[:5]]),
        (GROUPS[:6], [DIRECTORY]),
    ],
)
def test_six_pages_of_members_are_worth_a_look_at_the_directory(site, portal, groups, requests):
    members = read_members(portal, groups)

    assert set(members) == {group.id for group in groups}
    assert {person.user_name for person in members[GROUPS[0].id]} == site.members(GROUPS[0].id)
    assert site.log() == requests


@pytest.mark.parametrize(
    ("named_people", "first"),
    [
        ((5,), "GET people/user01"),
        ((6,), members_of(GROUPS[0])),
        ((5, 5, 4), "GET people/user01"),  # 14 look-ups cost less than five pages
        ((5, 5, 5), DIRECTORY),
    ],
)
def test_people_are_looked_up_until_pages_cost_less(site, portal, named_people, first):
    numbers = iter(range(1, 16))
    desired = [
        DesiredMembership(group, remove=named(*(next(numbers) for _person in range(count))))
        for group, count in zip(GROUPS, named_people)
    ]

    snapshot = read_snapshot(portal, desired)

    assert site.log()[0] == first
    assert set(snapshot.members) == {group.id for group in GROUPS[: len(named_people)]}
