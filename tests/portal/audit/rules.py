# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The server's rules for what is shown of the audit trail, and in which order."""

from __future__ import annotations

import collections.abc as c
import datetime
import random

from ..http.paging import Paging
from .records import GROUP, KINDS, USER, Row


def in_order(rows: c.Iterable[Row], page: Paging) -> list[Row]:
    """The newest first; those of one second in any order, which is another one on each page."""
    found = list(rows)
    random.Random(f"{page.count} {page.start}").shuffle(found)
    return sorted(found, key=lambda row: row.at, reverse=True)


def is_in(row: Row, since: datetime.datetime | None, until: datetime.datetime | None) -> bool:
    """Whether it was written in a time, to which both ends belong."""
    return (since is None or row.at >= since) and (until is None or row.at <= until)


def is_about(row: Row, target: str, entry: str, action: int | None) -> bool:
    """What is about something counts only beside what was done, or beside the kind of thing."""
    if not target or (action is None and entry == "None"):
        return True
    kinds = {"User": USER, "Group": GROUP}
    is_kind = action is not None or kinds.get(entry) in KINDS[row.number].entries
    return target in row.targets and is_kind
