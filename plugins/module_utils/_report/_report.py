# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""How people and groups look in results, differences and messages: one function makes each."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from .._base._errors import MOST_NAMED
from .._base._texts import printable
from .._plan._membership import Plan, Reference, group_after, in_order
from .._portal._model import Group, Person


def person_result(person: Person) -> dict[str, Any]:
    """A person in a result."""
    return {
        "id": person.id,
        "display_name": person.display_name,
        "email": person.email,
        "status": person.status,
    }


def people_result(people: Iterable[Person]) -> list[dict[str, Any]]:
    """People in a result, in their usual order."""
    return [person_result(person) for person in in_order(people)]


def user_result(person: Person) -> dict[str, Any]:
    """A person in a result that is about people: what others show of them, and more."""
    groups = sorted(person.groups.items(), key=lambda group: (group[1].lower(), group[0]))
    return {
        **person_result(person),
        "user_name": person.user_name,
        "type": person.type,
        "groups": [{"id": key, "name": title} for key, title in groups],
    }


def users_result(people: Iterable[Person]) -> list[dict[str, Any]]:
    """People in a result that is about people, in their usual order."""
    return [user_result(person) for person in in_order(people)]


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


def manager_warnings(group: Group, plan: Plan) -> list[str]:
    """What to say where a plan removes the manager."""
    if not group.manager or group_after(group, plan).manager:
        return []
    return [
        f"{name(group.manager)} is the manager of {group_name(group)}, and stops being that by"
        " being removed."
    ]


def unknown_warnings(option: str, unknown: Iterable[Reference]) -> list[str]:
    """What to say of references that mean nobody: a warning for each if they are few."""
    texts = [printable(each.text) for each in unknown]
    warnings = [f"{option}: {text} is nobody on this portal." for text in texts[:MOST_NAMED]]
    more = len(texts) - MOST_NAMED
    if more > 0:
        warnings.append(f"{option}: {more} more are nobody on this portal; see unknown.")
    return warnings


def difference(plan: Plan, before: Group) -> dict[str, str]:
    """A group before and after, for people to read: its manager if that changes, its members."""
    after = group_after(before, plan)
    manager_changes = before.manager != after.manager
    return {
        "before_header": f"members of {printable(before.name)}",
        "after_header": f"members of {printable(after.name)}",
        "before": _lines(plan.before, before.manager, manager_changes),
        "after": _lines(plan.after, after.manager, manager_changes),
    }


def whole_difference(
    before: Group | None, after: Group | None, members: Iterable[Person]
) -> dict[str, str]:
    """A group that is made, changed or deleted, for people to read.

    :param members: the members of one that is made or deleted.
    """
    people = list(members)
    return {
        "before_header": _header(before),
        "after_header": _header(after),
        "before": _portrait(before, people),
        "after": _portrait(after, people),
    }


def account_difference(people: Iterable[Person], disabled: bool) -> dict[str, str]:
    """Accounts before and after they are disabled or enabled, for people to read."""
    states = ("enabled", "disabled") if disabled else ("disabled", "enabled")
    before, after = ("".join(f"{name(person)}: {state}\n" for person in people) for state in states)
    return {
        "before_header": "accounts",
        "after_header": "accounts",
        "before": before,
        "after": after,
    }


def name(person: Person) -> str:
    """A person as a line for people: the e-mail address, or the id of those without one."""
    return f"{printable(person.email or person.id)} ({printable(person.display_name)})"


def group_name(group: Group) -> str:
    """A group in a message."""
    return f'"{printable(group.name)}" ({printable(group.id)})'


def _lines(people: Iterable[Person], manager: Person | None, with_manager: bool) -> str:
    lines = [name(person) for person in people]
    if with_manager and manager:
        lines.insert(0, f"manager: {name(manager)}")
    return "".join(f"{line}\n" for line in lines)


def _header(group: Group | None) -> str:
    return f"group {printable(group.name or group.id)}" if group else "no group"


def _portrait(group: Group | None, members: Iterable[Person]) -> str:
    if group is None:
        return ""
    return f"name: {printable(group.name)}\n{_lines(members, group.manager, True)}"
