# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Decisions held against a portal as it is now, what they lead to, and the proof of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from .access_decisions import Decision
from .access_review_lines import (
    ADMINISTRATOR,
    DIRECT,
    GROUP,
    GUEST,
    LINK,
    MEMBERSHIP,
    Line,
    Pair,
    ReportIndex,
    group_of,
)

#: What becomes of a decision. Of the last two, what was reviewed is not so any more.
KEPT, UNDECIDED, REVOKED, GONE, CHANGED = "kept", "undecided", "revoked", "gone", "changed"


@dataclass(frozen=True)
class Reviewed:
    """A decision held against the portal as it is now.

    :param state: of :data:`KEPT` and so on.
    :param why: what is not as it was reviewed, in words.
    """

    decision: Decision
    state: str
    why: str = ""


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


@dataclass(frozen=True)
class Proof:
    """What a report that was made after all writes shows.

    :param still_there: what was to go, and is there.
    :param lost: what people lost, or have at another level, by nothing that was decided.
    :param gained: what people got meanwhile.
    """

    still_there: tuple[Line, ...]
    lost: tuple[Difference, ...]
    gained: tuple[Difference, ...]

    @property
    def holds(self) -> bool:
        """Whether just what was decided was done."""
        return not (self.still_there or self.lost)


def hold_against(
    decisions: Iterable[Decision], current: ReportIndex, now: datetime
) -> tuple[Reviewed, ...]:
    """What the decisions mean for the portal as it is now."""
    lines = {line.key: line for line in current.lines()}
    return tuple(_held(each, lines.get(each.line.key), current, now) for each in decisions)


def _held(decision: Decision, line: Line | None, current: ReportIndex, now: datetime) -> Reviewed:
    revokes = decision.revokes(now)
    was = decision.line
    if line is None and not is_there(was, current):
        return Reviewed(decision, GONE, "is not there any more")
    if line is None and revokes:
        why = "is there, and cannot be taken away any more"
        if was.cause == LINK and current.rooms[was.room].get("links") is None:
            why = "is not shown to the owner of this key"
        return Reviewed(decision, CHANGED, why)
    if line is None:
        return Reviewed(decision, KEPT if decision.word else UNDECIDED)
    if line.level != was.level:
        return Reviewed(decision, CHANGED, f"is {line.level} now instead of {was.level}")
    if revokes and not (line.losses <= was.losses and line.touches <= was.touches):
        return Reviewed(decision, CHANGED, "would take more from people now than was reviewed")
    if revokes:
        return Reviewed(decision, REVOKED)
    return Reviewed(decision, KEPT if decision.word else UNDECIDED)


def is_there(line: Line, index: ReportIndex) -> bool:
    """Whether something is on a portal, whether it can be taken away or not."""
    person, room = index.people.get(line.person), index.rooms.get(line.room)
    if line.cause == MEMBERSHIP:
        return bool(person and line.group in person["groups"])
    if line.cause == GUEST:
        return bool(person and person["status"] != "disabled")
    if line.cause == ADMINISTRATOR:
        return line.person in index.report["administrators"]
    if not room:
        return False
    if line.cause == LINK:
        links = room.get("links")
        return links is None or any(each["id"] == line.link for each in links)
    if line.cause == GROUP:
        return any(each["group"] == line.group for each in room["groups"])
    row = index.rows.get((line.person, line.room), {"causes": ()})
    has_entry = any(each["cause"] == DIRECT for each in row["causes"])
    return has_entry or any(each["person"] == line.person for each in room["inactive"])


def expected_after(index: ReportIndex, revoked: Iterable[Line]) -> dict[Pair, Difference]:
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


def prove(before: ReportIndex, after: ReportIndex, revoked: Sequence[Line]) -> Proof:
    """Hold what is seen after all writes against what was there before, and what was to go.

    :param revoked: what was to go.
    """
    expected = expected_after(before, revoked)
    lost = []
    for pair, row in before.rows.items():
        change = expected.get(pair)
        wanted = row["level"] if change is None else change.after
        if change and change.cause and change.cause["cause"] == ADMINISTRATOR:
            wanted = ""  # of administrators whom nothing else lets in, a report says nothing
        seen = after.rows.get(pair)
        level = seen["level"] if seen else ""
        if level != wanted:
            cause = seen["causes"][0] if seen else None
            lost.append(Difference(*pair, wanted or row["level"], level, cause))
    gained = [
        Difference(*pair, "", row["level"], row["causes"][0])
        for pair, row in after.rows.items()
        if pair not in before.rows
    ]
    return Proof(
        tuple(line for line in revoked if is_there(line, after)),
        tuple(lost),
        tuple(gained),
    )


def still_in(line: Line, after: ReportIndex) -> list[tuple[str, str, Mapping[str, Any]]]:
    """Who is in the rooms of a line all the same, once it is gone: person, room and cause."""
    found = []
    for pair in sorted(line.touches | line.losses):
        row = after.rows.get(pair)
        if row:
            found.append((*pair, row["causes"][0]))
    return found
