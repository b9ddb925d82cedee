# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""What people decided about the lines of a report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from .._base.texts import printable
from .access_review_lines import Line

#: The columns that a report fills, and those for people.
FIXED = (
    "cause",
    "person",
    "name",
    "person_id",
    "account",
    "group",
    "group_id",
    "room",
    "room_id",
    "link",
    "link_id",
    "level",
    "also_loses",
    "still_in",
)
DECIDED = ("decision", "until", "reviewer", "date", "reason")
KEEP, REVOKE, UNTIL = "keep", "revoke", "until"
WORDS = (KEEP, REVOKE, UNTIL)


@dataclass(frozen=True)
class GivenLine:
    """A line of a table, as it was read.

    :param fixed: the cells of the columns :data:`FIXED`, and then those of :data:`DECIDED`.
    """

    fixed: tuple[str, ...]
    decision: str = ""
    until: str = ""
    reviewer: str = ""
    date: str = ""
    reason: str = ""

    @property
    def key(self) -> tuple[str, str, str, str, str]:
        """As that of a :class:`Line`."""
        cells = dict(zip(FIXED, self.fixed))
        names = ("cause", "person_id", "group_id", "room_id", "link_id")
        cause, *ids = (cells[name] for name in names)
        person, group, room, link = ids
        return (cause, person, group, room, link)


@dataclass(frozen=True)
class Decision:
    """What was decided about a line.

    :param label: the line in a message.
    :param word: :data:`KEEP`, :data:`REVOKE` or :data:`UNTIL`; empty if nothing was decided.
    :param until: when the last day is over on which access is kept.
    :param day: on which it was decided, if that was written down.
    """

    line: Line
    label: str
    word: str = ""
    until: datetime | None = None
    reviewer: str = ""
    day: str = ""
    reason: str = ""

    def revokes(self, now: datetime) -> bool:
        """Whether the access is to be taken away."""
        return self.word == REVOKE or bool(self.until and self.until <= now)


def line_label(cells: Sequence[str]) -> str:
    """A line in a message: who, and where.

    :param cells: of the columns :data:`FIXED`.
    """
    of = dict(zip(FIXED, cells))
    person = of["person"] or of["name"] or of["person_id"]
    group = f"group {of['group'] or of['group_id']}" if of["group_id"] else ""
    room = f"room {of['room'] or of['room_id']}" if of["room_id"] else ""
    link = f"link {of['link'] or of['link_id']}" if of["link_id"] else ""
    where = [each for each in (person, group, room, link) if each]
    return printable(f"{', '.join(where)} ({of['cause']})")
