# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""What becomes of people when some lines of a review are gone, and whether that is less or more."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from .._portal.model.room import LEVELS
from .access_review_lines import (
    ADMINISTRATOR,
    DIRECT,
    GROUP,
    GUEST,
    MEMBERSHIP,
    Line,
    Pair,
    ReportIndex,
    group_of,
)
from .effective_access import OWNER, STRENGTH

#: The levels of a report, from the strongest to the weakest; administrators only read.
_STRENGTH = (OWNER, *(LEVELS[level] for level in STRENGTH), ADMINISTRATOR, "")


@dataclass(frozen=True)
class Difference:
    """Somebody who is in a room as something else than before, or not at all.

    :param before: the level before; empty if they were not in.
    :param after: the level afterwards, the same.
    :param cause: what lets them in afterwards, as a report has it.
    """

    person: str
    room: str
    before: str
    after: str = ""
    cause: Mapping[str, Any] | None = None


def expected_after(index: ReportIndex, revoked: Sequence[Line]) -> dict[Pair, Difference]:
    """Who will have lost a room, or be in it as something else, once some lines are gone.

    :param index: of the portal before.
    """
    gone = {line.key for line in revoked}
    by_person = {line.person for line in revoked if line.person}
    in_rooms = {line.room for line in revoked if line.cause == GROUP}
    found = {}
    for pair, row in index.rows.items():
        person, room = pair
        if person not in by_person and room not in in_rooms:
            continue
        left = [each for each in row["causes"] if not _goes(each, pair, gone)]
        if (GUEST, person, "", "", "") in gone:
            left = []
        cause = left[0] if left else None
        level = cause["level"] if cause else ""
        if level != row["level"]:
            found[pair] = Difference(person, room, row["level"], level, cause)
    return found


def _goes(cause: Mapping[str, Any], pair: Pair, gone: set[tuple[str, str, str, str, str]]) -> bool:
    person, room = pair
    kind, group = cause["cause"], group_of(cause)
    if group:
        keys = {(GROUP, "", group, room, ""), (MEMBERSHIP, person, group, "", "")}
    elif kind == DIRECT:
        keys = {(DIRECT, person, "", room, "")}
    else:
        keys = {(ADMINISTRATOR, person, "", "", "")} if kind == ADMINISTRATOR else set()
    return not keys.isdisjoint(gone)


def is_stronger(level: str, other: str) -> bool:
    """Whether somebody can do more with one level than with another one.

    :param level: as in a report, as the other; empty for who is not in.
    """
    return _place(level) < _place(other)


def _place(level: str) -> float:
    known = level in _STRENGTH
    # One that is not known is more than nothing.
    return _STRENGTH.index(level) if known else len(_STRENGTH) - 1.5
