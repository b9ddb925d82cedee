# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The report of access as CSV: each cell of it once, and nothing that a spreadsheet runs."""

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.plugins.module_utils._report.access_report_csv import (
    COLUMNS,
    render_csv,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._report.spreadsheet import (
    read_table,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.access_reports import access_report


def rows_of(report):
    return read_table("report", render_csv(report).encode(), COLUMNS)


@pytest.mark.parametrize("seed", range(3))
def test_a_row_for_each_person_and_room(seed):
    report = access_report(seed, people=30, rooms=12)

    rows = rows_of(report)

    assert [(row["person_id"], row["room_id"], row["level"], row["cause"]) for row in rows] == [
        *(
            each
            for room in report["rooms"]
            for each in (
                *((a["person"], room["id"], a["level"], a["cause"]) for a in room["access"]),
                *((a["person"], room["id"], a["level"], "") for a in room["inactive"]),
            )
        ),
        *((each, "", "administrator", "administrator") for each in report["administrators"]),
    ]
    assert {row["enters"] for row in rows if row["status"] != "active"} <= {"no"}


def test_all_causes_are_told_and_which_of_them_count():
    report = access_report(people=3, groups=1, rooms=1)
    group = report["groups"][0]
    by_group = {"cause": "group", "level": "editor", "group": group["id"], "counts": False}
    by_everyone = {"cause": "everyone", "level": "viewer", "group": None, "counts": False}
    own = {"cause": "direct", "level": "viewer", "group": None, "counts": True}
    report["rooms"][0]["access"] = [
        {
            "person": report["people"][0]["id"],
            "level": "viewer",
            "cause": "direct",
            "causes": [own, by_group, by_everyone],
        }
    ]

    row = rows_of(report)[0]

    assert row["causes"] == (
        "own entry: viewer (counts); group Group 000: editor; Everyone: viewer"
    )
    assert row["groups"] == "Group 000"


def test_somebody_whom_the_portal_does_not_show_has_a_row():
    report = access_report(rooms=1)
    entry = {"id": "x", "display_name": "Max", "email": "max@example.org", "level": "viewer"}
    report["rooms"][0]["unseen"] = [entry]

    (row,) = [row for row in rows_of(report) if row["person"] == "Max"]

    assert (row["email"], row["enters"], row["level"]) == ("max@example.org", "unknown", "viewer")


def test_names_that_are_formulas_are_read_back():
    names = ['=HYPERLINK("x")', "\uff1d1", '";=1', "\t@a", "\r\n-1", "'", '"quoted", and more']

    rows = rows_of(access_report(names=names))

    assert {row["person"] for row in rows} <= set(names)
    text = render_csv(access_report(names=names))
    assert '"=' not in text
    assert '"\t' not in text


def test_people_without_addresses_have_empty_cells():
    report = access_report()
    for person in report["people"]:
        del person["email"]

    assert {row["email"] for row in rows_of(report)} == {""}
