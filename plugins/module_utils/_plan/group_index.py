# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Groups, to be found by what a task calls them."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from .._base.guids import parse_guid
from .._portal.model.group import Group


class GroupIndex:
    """Groups by their ids and names; each counts once, however often it was read.

    System groups, which no list has, are meant by their ids only.
    """

    def __init__(self, groups: Iterable[Group]) -> None:
        self._by_id = {group.id: group for group in groups}
        self._by_name: dict[str, list[Group]] = {}
        for group in (each for each in self.groups if not each.system):
            self._by_name.setdefault(group.name, []).append(group)

    @property
    def groups(self) -> Collection[Group]:
        """All of them."""
        return self._by_id.values()

    def meant(self, text: str) -> list[Group]:
        """The groups that an id or an exact name means: one, none, or several of one name."""
        group_id = parse_guid(text)
        if not group_id:
            return list(self._by_name.get(text, ()))
        return [self._by_id[group_id]] if group_id in self._by_id else []
