# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""The properties of a group that a task may name."""

from __future__ import annotations

from ..._base.properties import Property
from .group import Group
from .person import Person


def _same_person(one: Person | None, other: Person | None) -> bool:
    return (one and one.id) == (other and other.id)


def _manager_obstacle(group: Group, desired: Person | None) -> str | None:
    # No call leaves a group without manager, but somebody who leaves it is not its manager any
    # more, and can join it again.
    reason = group.manager.cannot_join if group.manager and desired is None else None
    if not (group.manager and reason):
        return None
    return (
        f"{group.manager.label} can stop being the manager of {group.label} only by leaving the"
        f" group and joining it again, and this person {reason}. Name another manager, or only"
        " remove this person with group_members."
    )


#: The values of ``manager`` are people, or None for nobody.
GROUP_PROPERTIES: tuple[Property[Group], ...] = (
    Property("name", "groupName", read=lambda group: group.name),
    Property(
        "manager",
        "groupManager",
        read=lambda group: group.manager,
        same=_same_person,
        encode=lambda manager: manager.id,
        obstacle=_manager_obstacle,
    ),
)
