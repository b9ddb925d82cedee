# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What a portal keeps of a group."""

from __future__ import annotations

import dataclasses

from ..journal import Entry


@dataclasses.dataclass
class Group:
    """A group; `system` names the built-in ones, whose members follow from people's types."""

    id: str
    name: str
    manager: str | None = None
    members: dict[str, None] = dataclasses.field(default_factory=dict)
    ldap: bool = False
    #: Somebody who was made manager at the same time; nothing that shows the group works then.
    second_manager: str | None = None
    system: str | None = None


def group_from(entry: Entry) -> Group:
    """A group of a state file."""
    manager = entry.get("manager")
    return Group(
        id=entry["id"].lower(),
        name=entry["name"],
        manager=manager and manager.lower(),
        members=dict.fromkeys(member.lower() for member in entry["members"]),
        ldap=entry.get("ldap", False),
        second_manager=entry.get("second_manager"),
    )


def group_entry(group: Group) -> Entry:
    """A group as a state file holds it."""
    entry: Entry = {
        "id": group.id,
        "name": group.name,
        "manager": group.manager,
        "members": sorted(group.members),
        "ldap": group.ldap,
    }
    # Only in a state that requests one after the other cannot lead to.
    if group.second_manager:
        entry["second_manager"] = group.second_manager
    return entry
