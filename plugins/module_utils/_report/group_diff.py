# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Plans for groups, as differences for people to read."""

from __future__ import annotations

from collections.abc import Iterable

from .._base.texts import printable
from .._plan.groups import GroupPlan
from .._plan.people import in_order
from .._portal.model.group import Group
from .._portal.model.group_properties import GROUP_PROPERTIES
from .._portal.model.person import Person
from .membership import members_header, membership_diff
from .people import person_line
from .yaml import Value, to_yaml


def group_diff(plan: GroupPlan) -> dict[str, str]:
    """A plan for people to read: the properties and members that change, or all of a group."""
    if plan.before and plan.after and not plan.comparison.changes and plan.membership.changes:
        return membership_diff(plan.membership, plan.before)
    if plan.creates_or_deletes:
        before, after = (_whole(each, plan.members) for each in (plan.before, plan.after))
    else:
        changes = plan.comparison.changes
        before = {each.property.option: _value(each.before) for each in changes}
        after = {each.property.option: _value(each.after) for each in changes}
        if plan.membership.changes:
            before["members"] = _labels(plan.membership.before)
            after["members"] = _labels(plan.membership.after)
    return {
        "before_header": _header(plan.before, plan),
        "after_header": _header(plan.after, plan),
        "before": to_yaml(before),
        "after": to_yaml(after),
    }


def _header(group: Group | None, plan: GroupPlan) -> str:
    if not group:
        return "no group"
    header = f"group {printable(group.name or group.id)}"
    if plan.before and plan.after and plan.membership.changes:
        header += f", {members_header(plan.membership, plan.before)}"
    return header


def _whole(group: Group | None, members: Iterable[Person]) -> dict[str, Value]:
    if group is None:
        return {}
    properties = {each.option: _value(each.read(group)) for each in GROUP_PROPERTIES}
    return {**properties, "members": _labels(in_order(members))}


def _labels(people: Iterable[Person]) -> list[str]:
    return [person_line(person) for person in people]


def _value(value: Person | str | None) -> str | None:
    return value.label if isinstance(value, Person) else value
