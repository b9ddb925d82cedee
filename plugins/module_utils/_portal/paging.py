# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Lists that a portal gives by pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import ceil
from typing import Callable, Generic, Protocol, TypeVar

from .._base.texts import so_far

#: People or groups per page: the most that a portal allows.
PAGE = 100


class HasId(Protocol):
    """What is listed has an id."""

    @property
    def id(self) -> str:
        """By which it is told apart from others."""


Noun = TypeVar("Noun", bound=HasId)
Page = Callable[[int], tuple[list[Noun], int]]


class Listing(Generic[Noun]):
    """A list of which the first page is read at once, as only an answer tells the length of all.

    Iterating over it reads the further pages one after the other, as far as needed.

    :param what: is listed, in a message.
    :param in_parallel: calls a function for each of some indexes, several at a time.
    :param page: reads the page that begins at an index: its rows, and how many there are in all.
    """

    def __init__(
        self,
        what: str,
        in_parallel: Callable[
            [Page[Noun], Iterable[int], Callable[[int], str]], list[tuple[list[Noun], int]]
        ],
        page: Page[Noun],
    ) -> None:
        self._what = what
        self._in_parallel = in_parallel
        self._page = page
        self.first: list[Noun]
        self.first, self._total = page(0)

    @property
    def pages(self) -> int:
        """How many pages the whole list has."""
        return 1 + self.further_pages

    @property
    def further_pages(self) -> int:
        """How many pages there are behind the first."""
        return len(self._further())

    def __iter__(self) -> Iterator[Noun]:
        yield from self.first
        for start in self._further():
            yield from self._page(start)[0]

    def rest(self) -> list[Noun]:
        """What is behind the first page; some pages are read at a time."""
        told = so_far(self._what, self._total, PAGE, PAGE)
        pages = self._in_parallel(self._page, self._further(), told)
        return [row for rows, total in pages for row in rows]

    def all(self) -> list[Noun]:
        """The whole list, each row once: rows may move between pages while they are read."""
        return list({row.id: row for row in (*self.first, *self.rest())}.values())

    def _further(self) -> range:
        return range(PAGE, self._total, PAGE)


def pages_of(size: int) -> int:
    """How many pages a list of this length takes: the first one, even if nothing is on it."""
    return max(1, ceil(size / PAGE))
