# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Groups as the API shows them."""

from __future__ import annotations

from ..http import failures
from ..http.guid import ZERO
from ..http.properties import View, given
from .records import Group

_SYSTEM_CATEGORY = "7717039d-fbe9-45ad-81c1-68a1aa10ce1f"


def summary(group: Group, manager: str | None) -> View:
    """The short form, with the user name of the manager."""
    demand_one_manager(group)
    return {"id": group.id, "name": group.name, **given(manager=manager)}


def full(group: Group, manager: View | None, members: list[View] | None, count: int) -> View:
    """The long form."""
    return {
        "name": group.name,
        "parent": ZERO,
        "category": _SYSTEM_CATEGORY if group.system else ZERO,
        "id": group.id,
        "isLDAP": group.ldap,
        **given(isSystem=True if group.system else None, manager=manager, members=members),
        "membersCount": count,
    }


def demand_one_manager(group: Group) -> None:
    """Fail as the server does over a group with two managers."""
    if group.second_manager:
        raise failures.invalid_operation("Sequence contains more than one element.")
