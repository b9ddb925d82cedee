# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The table of decisions: what it lists, and how it comes back from a spreadsheet."""

from __future__ import annotations

import csv
import io

import pytest

from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.access_review_lines import (
    ReportIndex,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._report.access_decisions import (
    COLUMNS,
    render_decisions,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.access_reports import access_report
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.decided_tables import (
    checked,
    table,
    written,
)

HOSTILE = (
    '=HYPERLINK("http://x","y")',
    "+1",
    "-2",
    "@SUM(A1)",
    "\t=1",
    "'quoted'",
    'a "b"; c, d',
    "0121",
    "2026-03-01",
    "1/2",
    "MARCH1",
    "TRUE",
    "5e10",
    "\u202eevil\u202c",
    "x" * 255,
    "line\r\n=two",
    "  blanks  ",
    "",
)


@pytest.mark.parametrize("seed", range(8))
def test_each_line_of_any_report_comes_back_as_it_was(seed):
    report = access_report(seed, names=HOSTILE if seed % 2 else ())
    found = checked(table(report), report)
    assert [each.line for each in found] == list(ReportIndex(report).lines())
    assert {each.word for each in found} == {"keep"}
    assert render_decisions(report) == render_decisions(report)


def test_what_can_be_taken_away_is_there_once_and_what_cannot_is_not():
    report = access_report(3, people=30, groups=6, rooms=12)
    lines = ReportIndex(report).lines()
    assert len({line.key for line in lines}) == len(lines)
    archived = {room["id"] for room in report["rooms"] if room["archived"]}
    assert archived
    assert not [line for line in lines if line.room in archived]
    owners = {(room["owner"], room["id"]) for room in report["rooms"]}
    assert not [line for line in lines if (line.person, line.room) in owners]
    entries = {
        (row["person"], room["id"])
        for room in report["rooms"]
        for row in room["access"]
        if room["id"] not in archived and any(each["cause"] == "direct" for each in row["causes"])
    }
    inactive = {
        (row["person"], room["id"])
        for room in report["rooms"]
        for row in room["inactive"]
        if room["id"] not in archived
    }
    shown = {(line.person, line.room) for line in lines if line.cause == "direct"}
    assert shown == (entries | inactive) - owners


@pytest.mark.parametrize("cell", [cell for cell in HOSTILE if cell])
def test_no_name_is_run_or_made_another_text_by_a_spreadsheet(cell):
    report = access_report(1, names=(cell,))
    rows = list(csv.DictReader(io.StringIO(render_decisions(report)[1:])))
    for row in rows:
        for column in ("name", "group", "room", "link", "also_loses", "still_in"):
            assert not row[column].lstrip(" \t").startswith(("=", "+", "-", "@"))
            if column not in ("also_loses", "still_in"):
                assert not row[column].strip().isdigit()
                assert row[column].lower() not in ("true", "march1", "2026-03-01", "1/2", "5e10")


@pytest.mark.parametrize(
    "saved",
    [
        lambda rows: written(rows, ";"),
        lambda rows: written(rows, "\t"),
        lambda rows: written(rows, newline="\n", bom=""),
        lambda rows: written(rows, columns=COLUMNS[::-1]),
        lambda rows: written(rows[::-1]),
        lambda rows: written(rows).decode("utf-8-sig").encode("utf-16"),
        lambda rows: written([*rows, dict.fromkeys(COLUMNS, "")]),
    ],
    ids=["semicolons", "tabs", "lf", "columns", "lines", "utf-16", "empty line"],
)
def test_what_spreadsheets_make_of_a_table_means_the_same(saved):
    report = access_report(2)
    rows = list(csv.DictReader(io.StringIO(table(report)[3:].decode())))
    assert checked(saved(rows), report) == checked(table(report), report)


def test_of_a_part_of_a_portal_nothing_is_asked_that_reaches_beyond_it():
    report = access_report(3, people=30, groups=6, rooms=8)

    def causes(**scope):
        report["scope"].update({"rooms": None, "people": None, **scope})
        return {line.cause for line in ReportIndex(report).lines()}

    assert causes() == {"direct", "group", "membership", "link", "guest", "administrator"}
    assert causes(rooms=["100"]) == {"direct", "group", "link"}
    assert causes(people=[]) == {"direct", "membership", "guest", "administrator"}


def test_two_thousand_people_and_two_hundred_rooms_take_no_time():
    report = access_report(1, people=2000, groups=200, rooms=200, everyone=5)
    rows = list(csv.DictReader(io.StringIO(render_decisions(report)[1:])))
    assert len(rows) > 5000
    assert all(len(row["also_loses"]) < 4000 for row in rows)
