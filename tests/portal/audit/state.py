# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The audit trail of a portal, which is no part of its state: reading it changes nothing."""

from __future__ import annotations

import collections.abc as c
import datetime
import itertools
import time

from ..journal import Entry
from .records import HIDDEN, KINDS, Row, row_from


def now() -> datetime.datetime:
    """The time that goes by for rows."""
    return datetime.datetime.now(datetime.timezone.utc)


class AuditTrail:
    """All rows, in the order in which they were written."""

    def __init__(self, entry: Entry) -> None:
        self._rows = [row_from(id, each) for id, each in enumerate(entry.get("rows", ()), 1)]
        self._logins = [row_from(id, each) for id, each in enumerate(entry.get("logins", ()), 1)]
        self._ids = itertools.count(len(self._rows) + 1)
        #: Seconds until a new row can be read.
        self.delay: float = entry.get("delay", 0.0)
        #: The address of the call that is being served, if there is one.
        self.page = ""

    @property
    def rows(self) -> list[Row]:
        """The rows that can be read now."""
        moment = time.monotonic()
        shown = (row for row in self._rows if row.number not in HIDDEN)
        return [row for row in shown if row.shown_from <= moment]

    @property
    def logins(self) -> list[Row]:
        """The log-ins that can be read now."""
        return list(self._logins)

    def write(
        self,
        number: int,
        user: str,
        values: c.Iterable[str] = (),
        targets: c.Iterable[str] = (),
        context: str = "",
    ) -> None:
        """Write a row."""
        at = now().replace(microsecond=0)
        page = self.page if number not in HIDDEN and KINDS[number].has_page else ""
        shown_from = time.monotonic() + self.delay if self.delay else 0.0
        row = (next(self._ids), number, user, at, tuple(values), tuple(targets), context, page)
        self._rows.append(Row(*row, shown_from=shown_from))
