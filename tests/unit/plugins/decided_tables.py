# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Tables of decisions, and what is read from them."""

from __future__ import annotations

import csv
import io
from datetime import datetime, timezone

import pytest

from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.errors import DocSpaceError
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.access_review_lines import (
    ReportIndex,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.decision_rules import (
    check_decisions,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._report.access_decisions import (
    COLUMNS,
    fixed_texts,
    read_decisions,
    render_decisions,
)

TAKEN = datetime(2026, 11, 28, 2, tzinfo=timezone.utc)
NOW = datetime(2026, 12, 10, 12, tzinfo=timezone.utc)


def checked(data, report, undecided="fail", now=NOW):
    index = ReportIndex(report)
    expected = [(line, fixed_texts(index, line)) for line in index.lines()]
    given = read_decisions("decisions", data)
    return check_decisions("decisions", given, expected, TAKEN, now, undecided)


def table(report, change=None, **decided):
    """The bytes of a table in which each line is decided in the same way, but for a change."""
    rows = list(csv.DictReader(io.StringIO(render_decisions(report)[1:])))
    for row in rows:
        row.update({"decision": "keep", "reviewer": "Ada", **decided})
    if change:
        rows = change(rows) or rows
    return written(rows)


def written(rows, delimiter=",", columns=COLUMNS, bom="\ufeff", newline="\r\n"):
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, delimiter=delimiter, lineterminator=newline)
    writer.writeheader()
    writer.writerows(rows)
    return (bom + text.getvalue()).encode()


def refusal(data, report, **options):
    with pytest.raises(DocSpaceError) as raised:
        checked(data, report, **options)
    return str(raised.value)
