# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""A moment is the same however it is written, and what is none is not guessed."""

from __future__ import annotations

from datetime import datetime, timezone

import pytest

from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.errors import OptionError
from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.moments import (
    check_moment,
    in_utc,
    parse_end,
    parse_moment,
    written,
)

NOON = datetime(2030, 6, 30, 12, 0, tzinfo=timezone.utc)


@pytest.mark.parametrize(
    "text",
    [
        "2030-06-30T12:00:00Z",
        "2030-06-30T12:00:00.0000000Z",
        "2030-06-30T08:00:00.0000000-04:00",
        "2030-06-30 13:30+01:30",
        "2030-07-01T00:00:59+1200",
        "2030-06-30T12:00:00",
    ],
)
def test_what_a_portal_writes(text):
    moment = parse_moment(text)

    assert moment is not None
    assert moment.replace(second=0) == NOON
    assert moment.tzinfo is timezone.utc


@pytest.mark.parametrize(
    "text",
    ["", "never", "2030-06-30", "12:00", "2030-02-30T12:00:00Z", "2030-06-30T25:00:00Z",
     "2030-06-30T12:00:00+99:99", "0001-01-01T00:00:00+01:00", "٢٠٣٠-06-30T12:00:00Z",
     "2030-06-30T12:00:00Z2", "1700000000"],
)  # fmt: skip
def test_what_is_no_moment(text):
    assert parse_moment(text) is None
    assert in_utc(text) is None
    with pytest.raises(OptionError, match="is no moment such as"):
        check_moment("expires", text, NOON)


def test_what_people_read():
    assert written(NOON) == "2030-06-30T12:00:00Z"
    assert in_utc("2030-06-30T14:00:00.1234567+02:00") == "2030-06-30T12:00:00Z"


@pytest.mark.parametrize(
    ("day", "end"),
    [
        ("2030-12-31", "2031-01-01T00:00:00Z"),
        ("9999-12-30", "9999-12-31T00:00:00Z"),
        ("9999-12-31", "9999-12-31T23:59:59Z"),
    ],
)
def test_a_day_lasts_until_its_end(day, end):
    assert written(parse_end("until", day)) == end


@pytest.mark.parametrize("day", ["2030-02-30", "0000-01-01", "9999-12-32"])
def test_a_day_that_the_calendar_does_not_have(day):
    with pytest.raises(OptionError, match="is no day of the calendar"):
        parse_end("until", day)


def test_a_moment_to_come():
    assert check_moment("expires", " 2030-06-30T12:00:01z ", NOON) > NOON
    with pytest.raises(OptionError, match="is over"):
        check_moment("expires", "2030-06-30T12:00:00Z", NOON)
    with pytest.raises(OptionError, match="has no zone"):
        check_moment("expires", "2031-06-30T12:00:00", NOON)
