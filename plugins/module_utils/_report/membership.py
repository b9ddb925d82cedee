# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""How changes of memberships look in results, differences and warnings."""

from __future__ import annotations

from collections.abc import Iterable

from .._base.texts import printable
from .._plan.membership import MembershipPlan, group_after, known_size
from .._portal.model.group import Group
from .._portal.model.person import Person
from .people import person_line


def membership_diff(plan: MembershipPlan, before: Group) -> dict[str, str]:
    """A group before and after, for people to read: its manager if that changes, its members."""
    after = group_after(before, plan)
    manager_changes = before.manager != after.manager
    header = members_header(plan, before)
    return {
        "before_header": header,
        "after_header": header,
        "before": _lines(plan.before, before.manager, manager_changes),
        "after": _lines(plan.after, after.manager, manager_changes),
    }


def members_header(plan: MembershipPlan, before: Group) -> str:
    """What a difference of members lists, and how many there are in all, hidden ones included."""
    size = known_size(plan, before)
    sizes = f"{size} -> {size + len(plan.add) - len(plan.remove)}"
    which = "" if plan.exact else ", only people named in this task"
    return f"members of {printable(before.name)} ({sizes}){which}"


def manager_warnings(group: Group, plan: MembershipPlan) -> list[str]:
    """What to say where a plan removes the manager."""
    if not group.manager or group_after(group, plan).manager:
        return []
    return [
        f"{group.manager.label} is the manager of {group.label}, and stops being that by"
        " being removed."
    ]


def _lines(people: Iterable[Person], manager: Person | None, tells_manager: bool) -> str:
    lines = [f"manager: {manager.label if manager else 'null'}"] if tells_manager else []
    lines += [person_line(person) for person in people]
    return "".join(f"{line}\n" for line in lines)
