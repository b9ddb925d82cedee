# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Lists that a portal gives by pages, and the proof that nothing of them is missed.

Others change a list while it is read: after somebody on the first page has gone, whoever was first
on the second page is last on the first one, and is on neither page that was read. So each page
begins with the last row of the one before. As long as two neighbouring pages have a row in common,
nothing that stayed where it was can be missing between them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Callable, Generic, Protocol, TypeVar

from .._base.errors import RequestError
from .._base.texts import so_far

#: People or groups per page: the most that a portal allows.
PAGE = 100
#: From the beginning of one page to that of the next.
_STEP = PAGE - 1
#: How often a list is read at most until it is known to be complete.
READINGS = 3


class HasId(Protocol):
    """What is listed has an id."""

    @property
    def id(self) -> str:
        """By which it is told apart from others."""


Noun = TypeVar("Noun", bound=HasId)


@dataclass(frozen=True)
class Page(Generic[Noun]):
    """What one answer shows of a list.

    :param start: the index of its first row.
    :param total: how many rows the list has in all.
    """

    start: int
    rows: Sequence[Noun]
    total: int

    @property
    def end(self) -> int:
        """The index behind its last row."""
        return self.start + len(self.rows)

    def touches(self, other: Page[Noun]) -> bool:
        """Whether another page has one of these rows too."""
        ids = {row.id for row in self.rows}
        return any(row.id in ids for row in other.rows)


class Listing(Generic[Noun]):
    """A list of which the first page is read at once, as only an answer tells the length of all.

    :param what: is listed, in a message.
    :param in_parallel: calls a function for each of some indexes, several at a time.
    :param read: reads the page that begins at an index.
    """

    def __init__(
        self,
        what: str,
        in_parallel: Callable[
            [Callable[[int], Page[Noun]], Iterable[int], Callable[[int], str]], list[Page[Noun]]
        ],
        read: Callable[[int], Page[Noun]],
    ) -> None:
        self._what = what
        self._in_parallel = in_parallel
        self._read = read
        self._first = read(0)

    @property
    def first(self) -> Sequence[Noun]:
        """The rows of the first page."""
        return self._first.rows

    @property
    def total(self) -> int:
        """How many rows the whole list has."""
        return self._first.total

    @property
    def pages(self) -> int:
        """How many pages the whole list has."""
        return pages_of(self._first.total)

    @property
    def further_pages(self) -> int:
        """How many pages there are behind the first."""
        return self.pages - 1

    def __iter__(self) -> Iterator[Noun]:
        """The rows, read as far as needed, some of them twice; to the end only if all are known.

        :raises RequestError: if it is not known whether something is missing.
        """
        seen = [self._first]
        yield from self.first
        for start in self._further():
            seen.append(self._read(start))
            yield from seen[-1].rows
        rows = self._completed(seen)
        yield from self._read_again() if rows is None else rows

    def all(self) -> list[Noun]:
        """The whole list, each row once; some pages are read at a time.

        :raises RequestError: if it is not known whether something is missing.
        """
        rows = self._read_all()
        return self._read_again() if rows is None else rows

    def _read_again(self) -> list[Noun]:
        for _reading in range(READINGS - 1):
            self._first = self._read(0)
            rows = self._read_all()
            if rows is not None:
                return rows
        raise RequestError(
            f"The portal's list of {self._what} changed while it was read by pages, {READINGS}"
            " times one after the other, and may have more than was seen; run the task again when"
            " fewer changes are being made.",
            "list_unstable",
        )

    def _read_all(self) -> list[Noun] | None:
        told = so_far(self._what, self._first.total, _STEP, PAGE)
        pages = self._in_parallel(self._read, self._further(), told)
        return self._completed([self._first, *pages])

    def _further(self) -> range:
        return range(_STEP, self._first.total - 1, _STEP)

    def _completed(self, pages: list[Page[Noun]]) -> list[Noun] | None:
        """The rows of all pages; None if one may be missing, also after a look between pages."""
        # The end of a list that has become shorter is on a page before the empty ones.
        pages = [pages[0], *(page for page in pages[1:] if page.rows)]
        gaps = _gaps(pages)
        if gaps:
            pages = sorted([*pages, *map(self._read, gaps)], key=lambda page: page.start)
        rows = {row.id: row for page in pages for row in page.rows}
        # A row that moves from a page to come to one that was read already is on neither.
        expected = min(page.total for page in pages)
        if _gaps(pages) or len(rows) < expected:
            return None
        return list(rows.values())


def pages_of(size: int) -> int:
    """How many pages a list of this length takes: the first one, even if nothing is on it."""
    return 1 + max(0, ceil((size - PAGE) / _STEP))


def _gaps(pages: Sequence[Page[Noun]]) -> list[int]:
    """Where pages are to be read so that each has a row of the one before, up to the end."""
    gaps = [
        max(0, after.start - PAGE // 2)
        for before, after in zip(pages, pages[1:])
        if not before.touches(after)
    ]
    last = pages[-1]
    return gaps + ([max(0, last.end - 1)] if last.end < last.total else [])
