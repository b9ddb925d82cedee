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
)
from .review_effects import Difference, expected_after, is_stronger

#: What becomes of a decision. Of the last two, what was reviewed is not so any more.
KEPT, UNDECIDED, REVOKED, GONE, CHANGED = "kept", "undecided", "revoked", "gone", "changed"
_TAKES_MORE = "would take more from people now than was reviewed"
_GIVES_MORE = "would let people do more now than was reviewed"


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
    decisions: Iterable[Decision], reviewed: ReportIndex, current: ReportIndex, now: datetime
) -> tuple[Reviewed, ...]:
    """What the decisions mean for the portal as it is now.

    :param reviewed: the report about which was decided.
    """
    lines = {line.key: line for line in current.lines()}
    held = [_held(each, lines.get(each.line.key), current, now) for each in decisions]
    # All that was decided counts, and not each by itself: some of it may be done already.
    meant = _Levels(reviewed, [each.decision.line for each in held if each.decision.revokes(now)])
    while True:
        to_go = {at: lines[each.decision.line.key] for at, each in _to_go(held)}
        then = _Levels(current, list(to_go.values()))
        touched = {(at, pair) for at, line in to_go.items() for pair in line.losses | line.touches}
        found = {(at, _not_meant(pair, meant, then)) for at, pair in touched}
        whys = {at: why for at, why in sorted(found) if why}
        whys |= {
            at: _TAKES_MORE
            for at, line in to_go.items()
            if not line.touches <= held[at].decision.line.touches
        }
        if not whys:
            return tuple(held)
        for at, why in whys.items():
            held[at] = Reviewed(held[at].decision, CHANGED, why)


class _Levels:
    """The levels of people in rooms, and what these are once some lines are gone."""

    def __init__(self, index: ReportIndex, gone: Sequence[Line]) -> None:
        self._rows = index.rows
        self._changes = expected_after(index, gone)

    def before(self, pair: Pair) -> str:
        row = self._rows.get(pair)
        return row["level"] if row else ""

    def after(self, pair: Pair) -> str:
        change = self._changes.get(pair)
        return change.after if change else self.before(pair)


def _to_go(held: Sequence[Reviewed]) -> list[tuple[int, Reviewed]]:
    return [(at, each) for at, each in enumerate(held) if each.state == REVOKED]


def _not_meant(pair: Pair, meant: _Levels, then: _Levels) -> str:
    """Why somebody would not be in a room as whoever decided could know; empty if so."""
    before, after = then.before(pair), then.after(pair)
    is_known = bool(meant.before(pair))
    if after == before or (is_known and after == meant.after(pair)):
        return ""
    if is_stronger(after, before):
        return _GIVES_MORE
    return _TAKES_MORE if not is_known or is_stronger(meant.after(pair), after) else ""


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
    if revokes:
        return Reviewed(decision, REVOKED)
    if was.cause == LINK and line.loses != was.loses:  # who can read by it, and until when
        why = f"is for {'; '.join(line.loses)} now instead of {'; '.join(was.loses)}"
        return Reviewed(decision, CHANGED, why)
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


def prove(before: ReportIndex, after: ReportIndex, revoked: Sequence[Line]) -> Proof:
    """Hold what is seen after all writes against what was there before, and what was to go.

    :param revoked: what was to go.
    """
    still_there = tuple(line for line in revoked if is_there(line, after))
    kept = {line.key for line in still_there}  # and with it what it gives, which nobody has lost
    expected = expected_after(before, [line for line in revoked if line.key not in kept])
    lost = []
    for pair, row in before.rows.items():
        change = expected.get(pair)
        wanted = row["level"] if change is None else change.after
        seen = after.rows.get(pair)
        level = seen["level"] if seen else ""
        person, room = pair
        if not seen and room in after.rooms and person in after.report["administrators"]:
            level = ADMINISTRATOR  # of whom a report has no row where nothing else lets them in
        if level != wanted:
            cause = seen["causes"][0] if seen else None
            lost.append(Difference(*pair, wanted or row["level"], level, cause))
    gained = [
        Difference(*pair, "", row["level"], row["causes"][0])
        for pair, row in after.rows.items()
        if pair not in before.rows
    ]
    return Proof(still_there, tuple(lost), tuple(gained))


def still_in(line: Line, after: ReportIndex) -> list[tuple[str, str, Mapping[str, Any]]]:
    """Who is in the rooms of a line all the same, once it is gone: person, room and cause."""
    found = []
    for pair in sorted(line.touches | line.losses):
        row = after.rows.get(pair)
        if row:
            found.append((*pair, row["causes"][0]))
    return found
