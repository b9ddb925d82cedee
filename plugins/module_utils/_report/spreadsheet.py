# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Tables that people open in a spreadsheet, which cannot run what is in them, and reading back."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence

from .._base.errors import OptionError
from .._base.texts import encodable, listed

#: Begins a file: without it Excel takes UTF-8 for the system's own encoding. Others pass over it.
_BYTE_ORDER_MARK = "\ufeff"
#: Makes of a cell a text.
_GUARD = "'"
#: Behind one of these a spreadsheet set to another separator, or a paste, begins a new cell.
_SEPARATORS = re.compile("([,;|\t\r\n\v\f\x85\u2028\u2029])")
#: What might be passed over before the first sign of a cell is looked at: all but letters, digits
#: and common signs; so blanks, quotes, what nobody sees, and the letters that look like blanks.
_BEFORE = r"(?:[^\w!#$%&()*./:<>?\[\\\]^{}~=+\-@]|[\u115f\u1160\u3164\uffa0])*"
#: What begins a formula, and what looks like it.
_FORMULA = re.compile(
    _BEFORE + r"[=+\-@\u207a-\u207c\u208a-\u208c\u2212\u2a75\u2a76\ufb29\ufe62\ufe63\ufe66\ufe6b"
    r"\uff0b\uff0d\uff1d\uff20]"
)
#: The second is what spreadsheets write where a comma stands in numbers.
_DELIMITERS = ",;\t"
_AS_CSV = "save it as CSV in UTF-8, with the columns as they were."


def neutral(text: str) -> str:
    """A text as a cell that no spreadsheet takes for a formula; :func:`plain` has it back.

    Wherever a cell might begin, by whatever separator, an apostrophe goes before what might be a
    formula. NUL, which ends a file for some readers, and halves of characters are not kept.
    """
    if text.isalnum():
        return text
    first, *rest = _SEPARATORS.split(encodable(text).replace("\0", "\ufffd"))
    # Of a separator at the start, a tab or a line end might be passed over.
    first = _GUARD if rest and not first else _guarded(first)
    return first + "".join(_guarded(part) for part in rest)


def plain(cell: str) -> str:
    """The text of which :func:`neutral` made a cell; others stay as they are."""
    return "".join(part.removeprefix(_GUARD) for part in _SEPARATORS.split(cell))


def write_table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table as CSV (RFC 4180, with a byte order mark), the same bytes on every Python.

    :param rows: of neutral cells.
    """
    text = io.StringIO(newline="")
    text.write(_BYTE_ORDER_MARK)
    writer = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return text.getvalue()


def read_table(option: str, data: bytes, columns: Sequence[str]) -> list[Mapping[str, str]]:
    """The rows of a table, as a spreadsheet may have saved it, in plain texts.

    Columns may stand in another order, between commas, semicolons or tabs, in UTF-8 or UTF-16.
    Rows without a text are left out; of any row, empty cells at its end may be missing, or be more.

    :raises OptionError: if it is no such table, or has not just these columns.
    """
    text = _decoded(option, data)
    marked = re.match(r"sep=(.)\r?\n", text)  # which Excel reads, and others write
    delimiter = marked[1] if marked else _delimiter(text)
    body = text[marked.end() :] if marked else text
    reader = csv.reader(io.StringIO(body, newline=""), delimiter=delimiter, strict=True)
    try:
        rows = [(reader.line_num, row) for row in reader]
    except csv.Error as error:
        problem = f"line {reader.line_num} is no CSV ({error}); {_AS_CSV}"
        raise OptionError(option, problem) from None
    header = _without_empty_end(rows[0][1]) if rows else []
    if sorted(header) != sorted(columns):
        missing = [each for each in columns if each not in header]
        more = [each or "one without a name" for each in header if each not in columns]
        raise OptionError(
            option,
            f"has not the columns that it must have (missing: {listed(missing) or 'none'}; unknown:"
            f" {listed(more) or 'none'}); {_AS_CSV}",
        )
    filled = [(line, _without_empty_end(row)) for line, row in rows[1:] if any(row)]
    for line, row in filled:
        if len(row) > len(header):
            problem = f"line {line} has {len(row)} cells instead of {len(header)}; {_AS_CSV}"
            raise OptionError(option, problem)
    # Excel leaves the last cells out where some lines below each other have nothing in them.
    ended = ([*row, *[""] * (len(header) - len(row))] for _line, row in filled)
    return [dict(zip(header, map(plain, row))) for row in ended]


def _without_empty_end(row: Sequence[str]) -> list[str]:
    """The cells of a row up to the last that has a text."""
    end = len(row)
    while end and not row[end - 1]:
        end -= 1
    return list(row[:end])


def _guarded(part: str) -> str:
    return _GUARD + part if part.startswith(_GUARD) or _FORMULA.match(part) else part


def _decoded(option: str, data: bytes) -> str:
    wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        return data.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError:
        raise OptionError(option, f"is no text in UTF-8; {_AS_CSV}") from None


def _delimiter(text: str) -> str:
    """What stands most often in the first line, in which the names of the columns are."""
    first = text.partition("\n")[0]
    return max(_DELIMITERS, key=first.count)
