# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Who is in a group."""

from __future__ import annotations

import typing as t

from .records import Group


class Accounts(t.Protocol):
    """What is asked of people about the members of groups; people are named by their ids."""

    def with_role(self, role: str) -> list[str]:
        """Those whose type makes them members of a built-in group."""

    def shown(self, person_ids: t.Iterable[str]) -> list[str]:
        """Those whom the server shows, in its order."""


def all_members(group: Group, people: Accounts) -> list[str]:
    """All members, the disabled ones included."""
    if group.system is not None:
        return people.with_role(group.system)
    two = (group.manager, group.second_manager) if group.second_manager else ()
    return [id for id in dict.fromkeys((*group.members, *two)) if id]


def visible_members(group: Group, people: Accounts) -> list[str]:
    """The members that the server shows, by display name."""
    return people.shown(all_members(group, people))
