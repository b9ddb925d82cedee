# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Which part of a list is wanted, in which order."""

from __future__ import annotations

import collections.abc as c
import dataclasses
import typing as t

from .binding import Query
from .failures import Invalid

_LARGEST_PAGE = 100
_SORT_ORDERS = {"ascending": 0, "descending": 1}

SortKey = tuple[t.Any, ...]


class Numbered(t.Protocol):
    """A row with an id."""

    id: str


_Row = t.TypeVar("_Row", bound=Numbered)
_Item = t.TypeVar("_Item")


@dataclasses.dataclass(frozen=True)
class Paging:
    """The parameters that all paged lists share."""

    count: int
    start: int
    sort_by: str
    descending: bool

    @classmethod
    def of(cls, query: Query) -> Paging:
        """Read them from a query."""
        count = query.number("count", _LARGEST_PAGE)
        if not 1 <= count <= _LARGEST_PAGE:
            raise Invalid("count", f"The field Count must be between 1 and {_LARGEST_PAGE}.")
        start = query.number("startIndex", 0)
        order = query.choice("sortOrder", _SORT_ORDERS)
        return cls(count, start, query.text("sortBy").lower(), descending=bool(order))

    def order(self, rows: c.Iterable[_Row], key: c.Callable[[_Row], SortKey]) -> list[_Row]:
        """All rows in order; those that sort alike stand in the order of their ids."""
        ordered = sorted(rows, key=lambda row: row.id)
        ordered.sort(key=key, reverse=self.descending)
        return ordered

    def cut(self, ordered: list[_Item]) -> list[_Item]:
        """The page of rows in order."""
        start = max(self.start, 0)
        return ordered[start : start + self.count]
