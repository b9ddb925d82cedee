# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""How groups look in results."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from .._portal.model.group import Group
from .people import person_result


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
