# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Who takes over the groups of people who leave: pure planning."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .._base.errors import OptionError
from .._base.references import Reference
from .._base.texts import listed, printable
from .._portal.model.group import Group
from .group_index import GroupIndex


@dataclass(frozen=True)
class NewManagers:
    """Who is to manage the groups that lose their manager.

    :param named: for some groups, each named by its id or its exact name.
    :param others: for all other groups.
    """

    named: tuple[tuple[str, Reference], ...] = ()
    others: Reference | None = None

    @property
    def references(self) -> tuple[tuple[str, Reference], ...]:
        """Everybody who is named, each with the option that does."""
        named = [("new_managers", reference) for _group, reference in self.named]
        return (*named, *([("new_manager", self.others)] if self.others else []))

    def of_groups(self, lost: Iterable[Group], known: Iterable[Group]) -> dict[str, Reference]:
        """Who is to manage each group that loses its manager, by its id.

        :param known: all groups of the leavers, among which a name must mean one.
        :raises OptionError: if it means several, or two entries mean the same group.
        """
        index = GroupIndex(known)
        found: dict[str, Reference] = {}
        losing = {group.id for group in lost}
        for text, reference in self.named:
            meant = index.meant(text)
            if not losing.isdisjoint(group.id for group in meant):
                group = _the_only(text, meant)
                if group.id in found:
                    raise OptionError(
                        "new_managers", f"{group.label} is there 2 times; merge these entries."
                    )
                found[group.id] = reference
        if self.others:
            found = {**dict.fromkeys(losing, self.others), **found}
        return found

    def unused(self, lost: Sequence[Group]) -> list[str]:
        """The groups that are named and do not lose their manager."""
        index = GroupIndex(lost)
        return [text for text, _who in self.named if not index.meant(text)]


def _the_only(text: str, groups: Sequence[Group]) -> Group:
    if len(groups) > 1:
        ids = listed(sorted(group.id for group in groups))
        raise OptionError(
            "new_managers",
            f'people who leave are in {len(groups)} groups with the name "{printable(text)}"; give'
            f" the id of the one you mean: {ids}.",
        )
    return groups[0]
