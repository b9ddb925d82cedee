# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Whether a table of decisions is that of a report, and can mean one thing only."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta

from .._base.errors import DocSpaceError, OptionError, combine_errors
from .._base.moments import parse_end
from .._base.texts import listed, printable
from .access_decisions import FIXED, KEEP, UNTIL, WORDS, Decision, GivenLine, line_label
from .access_review_lines import Line

#: Days that can mean one day only. With slashes, the day is first in some countries, and the month
#: in others.
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:[T ]00:00(?::00)?)?", re.ASCII)
_DOTS = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})(?: 00:00(?::00)?)?", re.ASCII)


def check_decisions(
    option: str,
    given: Sequence[GivenLine],
    expected: Sequence[tuple[Line, tuple[str, ...]]],
    taken_at: datetime,
    now: datetime,
    undecided: str,
) -> tuple[Decision, ...]:
    """What was decided, line by line, in the order of the report.

    :param option: names the table in messages.
    :param expected: the lines of the report, with the cells of the columns :data:`FIXED`.
    :param taken_at: when the report was made.
    :param undecided: ``keep`` if nothing decided means that, ``fail`` if it is an error.
    :raises DocSpaceError: with everything that is wrong with the table.
    """
    checks = _Checks(option, taken_at, now, undecided)
    return checks.decisions(given, expected)


class _Checks:
    def __init__(self, option: str, taken_at: datetime, now: datetime, undecided: str) -> None:
        self._option = option
        self._taken_at = taken_at
        self._now = now
        self._undecided = undecided
        #: The lines with which the same is wrong, by what that is.
        self._wrong: dict[str, list[str]] = {}

    def decisions(
        self,
        given: Sequence[GivenLine],
        expected: Sequence[tuple[Line, tuple[str, ...]]],
    ) -> tuple[Decision, ...]:
        """:raises DocSpaceError: with everything that is wrong."""
        by_key = self._by_key(given, {line.key: cells for line, cells in expected})
        missing = [line_label(cells) for line, cells in expected if line.key not in by_key]
        for label in missing:
            self._say("is missing, and each line of the report must be there", label)
        found = [
            self._decision(line, line_label(cells), by_key[line.key])
            for line, cells in expected
            if line.key in by_key
        ]
        if self._wrong:
            raise combine_errors(list(self._problems()))
        return tuple(found)

    def _problems(self) -> Iterable[DocSpaceError]:
        for what, labels in self._wrong.items():
            which = labels[0]
            if len(labels) > 1:
                which = f"each of {len(labels):,} lines, {listed(labels, '; ')},"
            yield OptionError(
                self._option, f"{which} {what}. Nothing was changed; correct the table."
            )

    def _say(self, what: str, label: str) -> None:
        self._wrong.setdefault(what, []).append(label)

    def _by_key(
        self,
        given: Sequence[GivenLine],
        expected: Mapping[tuple[str, str, str, str, str], tuple[str, ...]],
    ) -> dict[tuple[str, str, str, str, str], GivenLine]:
        found: dict[tuple[str, str, str, str, str], GivenLine] = {}
        for each in given:
            label = line_label(each.fixed)
            cells = expected.get(each.key)
            if cells is None:
                self._say(
                    "is not in the report, which must be that of this table; no line can be added",
                    label,
                )
            elif each.key in found:
                self._say("is there more than once", label)
            else:
                for column, is_now, was in zip(FIXED, each.fixed, cells):
                    if is_now != was:
                        self._say(
                            f"has another text in the column {column} than the report, so that the"
                            " cells may have been mixed up",
                            label,
                        )
                        break
            found[each.key] = each
        return found

    def _decision(self, line: Line, label: str, given: GivenLine) -> Decision:
        word = given.decision.lower()
        if not word and self._undecided != KEEP:
            self._say("is not decided; write keep, revoke or until, or set undecided=keep", label)
        elif word and word not in WORDS:
            text = printable(given.decision)
            self._say(f"has '{text}', which is none of keep, revoke and until", label)
        elif word and not given.reviewer:
            self._say("is decided by nobody; write who decided into the column reviewer", label)
        day = self._decided_on(given, label)
        until = self._until(word, given, label, day)
        return Decision(
            line,
            label,
            word,
            until,
            given.reviewer,
            day.isoformat() if day else "",
            given.reason,
        )

    def _decided_on(self, given: GivenLine, label: str) -> date | None:
        if not given.date:
            return None
        day = self._day("date", given.date, label)
        # Where people are, it may be the day before or after.
        near = timedelta(days=1)
        if day and day > (self._now + near).date():
            self._say("is decided on a day to come; correct the column date", label)
        elif day and day + near < self._taken_at.date():
            self._say("is decided before the report was made; correct the column date", label)
        return day

    def _until(self, word: str, given: GivenLine, label: str, day: date | None) -> datetime | None:
        if word != UNTIL:
            if given.until and (word in WORDS or not word):
                self._say(
                    "has a day in the column until, which is for the decision until only", label
                )
            return None
        if not given.until:
            self._say("is to be kept until no day; write one into the column until", label)
            return None
        last = self._day("until", given.until, label)
        if last and last < max(day or date.min, self._taken_at.date()):
            self._say(
                "is to be kept until a day that was over when it was decided; write revoke, or a"
                " later day",
                label,
            )
        return parse_end(self._option, last.isoformat()) if last else None

    def _day(self, column: str, text: str, label: str) -> date | None:
        iso, dots = _ISO.fullmatch(text), _DOTS.fullmatch(text)
        try:
            if iso:
                return date(int(iso[1]), int(iso[2]), int(iso[3]))
            if dots:
                return date(int(dots[3]), int(dots[2]), int(dots[1]))
        except ValueError:
            pass
        self._say(
            f"has '{printable(text)}' in the column {column}, which is no day such as 2027-01-31"
            " (with slashes, it may be another one elsewhere)",
            label,
        )
        return None
