# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""What plans for groups make of people: for the rooms that these lose or gain."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .._portal.model.group import Group
from .._portal.model.person import Person
from .groups import GroupPlan
from .membership import MembershipPlan
from .room_effects import PersonChange


def changes_of_membership(group: Group, plan: MembershipPlan) -> list[PersonChange]:
    """Who joins a group and who leaves it."""
    return [*_joining(group, plan.add), *_leaving(group, plan.remove)]


def changes_of_groups(plans: Iterable[GroupPlan]) -> list[PersonChange]:
    """Who joins and who leaves groups; a new group is not in any room."""
    return [change for plan in plans for change in _changes(plan)]


def _changes(plan: GroupPlan) -> list[PersonChange]:
    if not plan.before:
        return []
    if not plan.after:
        return list(_leaving(plan.before, plan.members))
    return changes_of_membership(plan.before, plan.membership)


def _joining(group: Group, people: Iterable[Person]) -> Iterator[PersonChange]:
    return (PersonChange(person, joins={group.id: group.name}) for person in people)


def _leaving(group: Group, people: Iterable[Person]) -> Iterator[PersonChange]:
    return (PersonChange(person, leaves=frozenset({group.id})) for person in people)
