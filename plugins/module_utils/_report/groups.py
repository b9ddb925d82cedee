# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""How groups look in results and differences."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from .._base.texts import printable
from .._plan.groups import GroupPlan
from .._plan.people import in_order
from .._portal.model.group import GROUP_PROPERTIES, Group
from .._portal.model.person import Person
from .people import person_result
from .yaml import Value, to_yaml


def group_result(group: Group) -> dict[str, Any]:
    """A group in a result."""
    return {
        "id": group.id or None,  # check mode cannot know it of a new group
        "name": group.name,
        "manager": person_result(group.manager) if group.manager else None,
        "ldap": group.ldap,
        "size": group.size,
    }


def groups_result(groups: Iterable[Group]) -> list[dict[str, Any]]:
    """Groups in a result: by name, then by id."""
    ordered = sorted(groups, key=lambda group: (group.name.lower(), group.id))
    return [group_result(group) for group in ordered]


def group_diff(plan: GroupPlan) -> dict[str, str]:
    """A plan for people to read: the properties that change, or all of a group that comes or goes.

    Of these, the members are listed too.
    """
    if plan.creates_or_deletes:
        before, after = (_whole(each, plan.members) for each in (plan.before, plan.after))
    else:
        changes = plan.comparison.changes
        before = {each.property.option: _value(each.before) for each in changes}
        after = {each.property.option: _value(each.after) for each in changes}
    return {
        "before_header": _header(plan.before),
        "after_header": _header(plan.after),
        "before": to_yaml(before),
        "after": to_yaml(after),
    }


def _header(group: Group | None) -> str:
    return f"group {printable(group.name or group.id)}" if group else "no group"


def _whole(group: Group | None, members: Iterable[Person]) -> dict[str, Value]:
    if group is None:
        return {}
    properties = {each.option: _value(each.read(group)) for each in GROUP_PROPERTIES}
    return {**properties, "members": [person.label for person in in_order(members)]}


def _value(value: Person | str | None) -> str | None:
    return value.label if isinstance(value, Person) else value
