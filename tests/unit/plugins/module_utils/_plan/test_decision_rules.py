# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Decisions that could mean something else than what people meant are refused."""

from __future__ import annotations

from datetime import datetime, timezone

import pytest

from ansible_collections.onlyoffice.docspace.tests.unit.plugins.access_reports import access_report
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.decided_tables import (
    NOW,
    checked,
    refusal,
    table,
)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2027-01-31", "2027-02-01"),
        ("2027-01-31 00:00:00", "2027-02-01"),
        ("31.01.2027", "2027-02-01"),
        ("31.1.2027", "2027-02-01"),
        ("9999-12-31", "9999-12-31"),
    ],
)
def test_a_day_is_kept_to_its_end(text, day):
    report = access_report(2)
    (first, *_others) = checked(table(report, decision=" Until ", until=text), report)
    assert first.word == "until"
    assert first.until.isoformat().startswith(day)
    assert not first.revokes(NOW)
    assert first.revokes(datetime(9999, 12, 31, 23, 59, 59, tzinfo=timezone.utc))


@pytest.mark.parametrize(
    ("decided", "words"),
    [
        ({"decision": ""}, "is not decided; write keep, revoke or until"),
        ({"decision": "remove"}, "has 'remove', which is none of keep, revoke and until"),
        ({"decision": "revoke", "reviewer": " "}, "is decided by nobody"),
        ({"decision": "until"}, "until no day"),
        ({"decision": "revoke", "until": "2027-01-31"}, "for the decision until only"),
        ({"decision": "until", "until": "01/02/2027"}, "is no day such as 2027-01-31"),
        ({"decision": "until", "until": "31.1.27"}, "is no day such as"),
        ({"decision": "until", "until": "2027-02-30"}, "is no day such as"),
        ({"decision": "until", "until": "46418"}, "is no day such as"),
        ({"decision": "until", "until": "2026-11-27"}, "was over when it was decided"),
        (
            {"decision": "until", "until": "2026-12-01", "date": "2026-12-02"},
            "was over when it was decided",
        ),
        ({"date": "2026-12-24"}, "on a day to come"),
        ({"date": "2026-11-01"}, "before the report was made"),
        ({"date": "soon"}, "is no day such as"),
    ],
)
def test_what_could_mean_something_else_is_refused(decided, words):
    report = access_report(2)
    message = refusal(table(report, **decided), report)
    assert words in message
    assert message.startswith("decisions: ")
    assert len(message) < 4000


def test_a_day_that_has_come_since_takes_access_away():
    report = access_report(2)
    found = checked(table(report, decision="until", until="2026-12-01"), report)
    assert all(each.revokes(NOW) for each in found)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda rows: rows[1:], "is missing, and each line"),
        (lambda rows: [*rows, rows[0]], "is there more than once"),
        (lambda rows: [*rows, {**rows[0], "room_id": "999"}], "is not in the report"),
        (lambda rows: rows[0].update(level="owner"), "another text in the column level"),
        (lambda rows: rows[0].update(room="Else"), "another text in the column room"),
        (lambda rows: rows[0].update(also_loses="nobody"), "in the column also_loses"),
        (
            lambda rows: [
                {**row, "room": other["room"]} for row, other in zip(rows, [rows[-1], *rows])
            ],
            "may have been mixed up",
        ),
    ],
    ids=["cut", "doubled", "added", "level", "room", "loses", "one column sorted"],
)
def test_a_table_that_is_not_that_of_the_report_is_refused(change, words):
    report = access_report(2)
    assert words in refusal(table(report, change), report)


@pytest.mark.parametrize(
    "data", [b"", b"a,b\r\n1,2\r\n", b"\xff\xfe\x00", b"\xe4,b", b'"', b"\x00" * 50]
)
def test_no_table_is_refused(data):
    assert "decisions: " in refusal(data, access_report(2))


def test_undecided_is_kept_where_that_is_asked_for():
    report = access_report(2)
    found = checked(table(report, decision="", reviewer=""), report, undecided="keep")
    assert {each.word for each in found} == {""}
    assert not any(each.revokes(NOW) for each in found)
