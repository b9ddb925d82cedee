# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The audit trail of the simulated portal, where no recording shows it."""

from __future__ import annotations

import time
import typing as t

import pytest

from ansible_collections.onlyoffice.docspace.tests.portal import Portal, load_state
from ansible_collections.onlyoffice.docspace.tests.unit.portal.asking import GROUP, call

_FILTER = "security/audit/events/filter"
_OWNER = "66faa6e4-f133-11ea-b126-00ffeec8b4ef"


def _written(count: int, **trail: t.Any) -> Portal:
    """A portal on which so many things were done in one second."""
    at = "2026-11-01T12:00:00Z"
    rows = [{"number": 4027, "user": _OWNER, "at": at, "values": [str(n)]} for n in range(count)]
    return Portal({**load_state(), "audit": {"rows": rows, **trail}})


def _ids(portal: Portal, query: str) -> list[int]:
    _status, rows = call(portal, "GET", f"{_FILTER}?{query}")
    return [row["id"] for row in rows]


def test_pages_of_one_second_show_rows_twice_and_others_never() -> None:
    portal = _written(20)
    shown = _ids(portal, "count=10&startIndex=0") + _ids(portal, "count=10&startIndex=10")
    assert len(shown) == 20
    assert len(set(shown)) < 20


def test_the_same_page_is_the_same_again() -> None:
    portal = _written(20)
    assert _ids(portal, "count=10") == _ids(portal, "count=10")


def test_a_row_can_be_read_a_while_after_it_was_written(monkeypatch: pytest.MonkeyPatch) -> None:
    portal = _written(0, delay=1.2)
    now = [100.0]
    monkeypatch.setattr(time, "monotonic", lambda: now[0])
    assert call(portal, "PUT", GROUP.partition("/2.0/")[2], {})[0] == 200
    assert _ids(portal, "") == []
    now[0] += 1.3
    assert _ids(portal, "") == [1]


def test_both_ends_of_a_time_are_in_it() -> None:
    portal = _written(3)
    exact = "2026-11-01T12:00:00Z"
    assert len(_ids(portal, f"from={exact}&to={exact}")) == 3
    assert _ids(portal, "from=2026-11-01T12:00:01Z") == []


def test_the_trail_is_no_part_of_the_state_of_a_portal() -> None:
    portal = Portal(load_state())
    before = portal.state()
    call(portal, "PUT", GROUP.partition("/2.0/")[2], {})
    assert len(_ids(portal, "")) == 1
    assert (portal.state(), portal.mutations) == (before, 0)
