# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""A list that others change while it is read is complete, or it is a failure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.errors import RequestError
from ansible_collections.onlyoffice.docspace.plugins.module_utils._portal.paging import (
    Listing,
    Page,
    pages_of,
)


@dataclass(frozen=True)
class Row:
    id: str


class Server:
    """A list in the order of its ids; ``changes`` has what others do before each read."""

    def __init__(self, size: int, changes: Any = ()) -> None:
        self.rows = [f"{number:05}" for number in range(size)]
        self.always = set(self.rows)
        self.changes = list(changes)
        self.starts: list[int] = []
        self.read: Any = self.answer

    def answer(self, start):
        for add, remove in self.changes.pop(0) if self.changes else ():
            if remove is not None and self.rows:
                gone = self.rows.pop(remove % len(self.rows))
                self.always.discard(gone)
            if add is not None:
                self.rows = sorted({*self.rows, f"{add:05}+"})
        self.starts.append(start)
        return Page(start, [Row(each) for each in self.rows[start : start + 100]], len(self.rows))

    def listing(self):
        return Listing(
            "people", lambda read, starts, _told: [read(start) for start in starts], self.read
        )


def ids(rows):
    return [row.id for row in rows]


@pytest.mark.parametrize(
    ("size", "starts"),
    [
        (0, [0]),
        (1, [0]),
        (100, [0]),
        (101, [0, 99]),
        (199, [0, 99]),
        (200, [0, 99, 198]),  # no room for a row in common on two pages
        (298, [0, 99, 198]),
        (1000, [0, *range(99, 991, 99)]),
    ],
)
def test_a_list_that_nobody_changes_is_read_once(size, starts):
    server = Server(size)
    listing = server.listing()

    assert ids(listing.all()) == server.rows
    assert server.starts == starts
    assert listing.pages == pages_of(size) == len(starts)
    assert ids(dict.fromkeys(server.listing())) == server.rows


def test_who_moves_up_onto_the_page_before_is_found_by_one_read_more():
    """Case: 150 members, the first one goes between page 1 and page 2."""
    server = Server(150, [[], [(None, 0)]])

    assert set(ids(server.listing().all())) >= set(server.rows)
    assert server.starts == [0, 99, 49]


def test_nor_does_somebody_who_comes_at_the_same_time_hide_them():
    server = Server(150, [[], [(140, 0)]])

    assert server.always <= set(ids(server.listing().all()))
    assert server.starts == [0, 99, 49]


def test_a_list_that_grows_is_read_to_its_end():
    server = Server(199, [[], [(190, None), (191, None)]])

    assert ids(server.listing().all()) == server.rows
    assert server.starts == [0, 99, 198]


def test_a_row_that_moves_from_a_page_to_come_to_one_before_is_not_lost():
    server = Server(150)
    moved = server.rows[120]

    def move():
        server.rows.remove(moved)
        server.rows.insert(3, moved)

    server.read = lambda start: (
        (start == 99 and len(server.starts) == 1 and move()) or server.answer(start)
    )

    assert set(ids(server.listing().all())) == set(server.rows)
    assert server.starts == [0, 99, 0, 99]


def test_a_page_that_has_fewer_rows_than_it_says_proves_nothing():
    server = Server(150)

    def read(start):
        page = server.answer(start)
        short = len(server.starts) == 2
        return Page(start, page.rows[:-1], page.total) if short else page

    server.read = read

    assert ids(server.listing().all()) == server.rows


@pytest.mark.parametrize("read", [lambda listing: listing.all(), list])
def test_a_list_that_never_rests_is_a_failure(read):
    server = Server(1000)

    def roll_and_read(start):
        newest = int(server.rows[-1])
        server.rows = [*server.rows[60:], *(f"{newest + each:05}" for each in range(1, 61))]
        return server.answer(start)

    server.read = roll_and_read
    listing = server.listing()

    with pytest.raises(RequestError) as failed:
        read(listing)

    assert failed.value.code == "list_unstable"
    assert "list of people changed while it was read by pages, 3 times" in str(failed.value)
    assert server.starts.count(0) == 3


def test_what_is_looked_for_ends_the_reading_where_it_is_found():
    server = Server(1000)

    assert any(row.id == "00150" for row in server.listing())
    assert server.starts == [0, 99]


def test_what_is_not_found_is_only_told_of_a_complete_list():
    server = Server(150, [[], [(None, 0)]])

    assert any(row.id == "00100" for row in server.listing())


CHANGES = st.lists(
    st.lists(
        st.tuples(
            st.one_of(st.none(), st.integers(0, 400)), st.one_of(st.none(), st.integers(0, 400))
        ),
        max_size=4,
    ),
    max_size=12,
)


@given(st.integers(0, 400), CHANGES)
def test_whoever_was_on_the_list_all_the_time_is_never_missed(size, changes):
    server = Server(size, changes)
    listing = server.listing()

    try:
        rows = ids(listing.all())
    except RequestError:
        return

    assert len(rows) == len(set(rows))
    assert server.always <= set(rows)


@given(st.integers(0, 400), CHANGES)
def test_nor_by_going_through_it_to_the_end(size, changes):
    server = Server(size, changes)

    try:
        rows = ids(server.listing())
    except RequestError:
        return

    assert server.always <= set(rows)


def test_a_list_without_rows_that_is_said_to_have_some_is_asked_for_from_its_beginning():
    starts = []

    def read(start):
        starts.append(start)
        return Page(start, [], 2)

    server = Server(0)
    server.read = read

    with pytest.raises(RequestError, match="changed while it was read"):
        server.listing().all()

    assert min(starts) == 0
