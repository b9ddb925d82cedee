# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""The files that are kept of a review: what was decided, what was done, and what proves it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from .._base.moments import written
from .._plan.access_review import CHANGED, GONE, REVOKED, UNDECIDED, Reviewed
from .._plan.access_review_lines import ReportIndex
from .access_report_markdown import blind_spot_line, code
from .access_report_summary import blind_spots
from .access_report_words import counted
from .access_review import ReviewFacts, in_state, review_counts, review_result, still_in_words
from .review_rows import difference_words, line_words

#: What is kept until a day ends with the first moment of the next.
_INSTANT = timedelta(seconds=1)
#: So many effects are in the summary, which is to be read.
_MOST_EFFECTS = 200
_COUNTED = {
    "lines": "Lines of the report",
    "kept": "Kept",
    "undecided": "Not decided, and kept",
    "revoked": "Revoked",
    "gone": "Gone already when the review was carried out",
    "changed_meanwhile": "Not touched, as not as it was reviewed",
    "not_reviewed": "New since the report, and not reviewed",
}


@dataclass(frozen=True)
class Given:
    """What a review was given, as it was."""

    decisions: bytes
    report: bytes

    @property
    def sums(self) -> dict[str, str]:
        """The SHA-256 of each, by the name that it has in the folder."""
        return {
            "decisions.csv": hashlib.sha256(self.decisions).hexdigest(),
            "report.json": hashlib.sha256(self.report).hexdigest(),
        }


def review_files(facts: ReviewFacts, given: Given, failure: str, now: datetime) -> dict[str, bytes]:
    """The files, by their names.

    :param failure: why the review is not done; empty if it is.
    """
    done = {
        "portal": facts.before.report["portal"],
        "carried_out_at": written(now),
        "failure": failure or None,
        **review_result(facts),
        "writes": facts.writes.facts,
        "warnings": facts.writes.warnings,
    }
    files = {
        "decisions.csv": given.decisions,
        "report.json": given.report,
        "before.json": report_bytes(facts.before.report),
        "done.json": report_bytes(done),
        "summary.md": summary(facts, given, failure, now).encode(),
    }
    if facts.after:
        files["after.json"] = report_bytes(facts.after.report)
    return files


def report_bytes(report: Mapping[str, Any]) -> bytes:
    """JSON as reports are written."""
    return (json.dumps(report, sort_keys=False, ensure_ascii=False, indent=1) + "\n").encode(
        "utf-8", "replace"
    )


def summary(facts: ReviewFacts, given: Given, failure: str, now: datetime) -> str:
    """What a reader must know, in Markdown; texts of the portal and of people stand in code."""
    lines = [*_head(facts, given, failure, now), *_revoked(facts)]
    lines += _listed("What people lose by that", _effects(facts))
    lines += _listed("Gone already", _words(facts, GONE))
    lines += _listed("Not touched, as not as it was reviewed", _words(facts, CHANGED))
    lines += _listed("Not decided, and kept", _words(facts, UNDECIDED))
    lines += _listed("Kept until a day", _until(facts))
    new = (code(line_words(line, facts.before)) for line in facts.new)
    lines += _listed("New since the report, and not reviewed", new)
    if facts.proof:
        lost = (code(difference_words(each, facts.before)) for each in facts.proof.lost)
        lines += _listed("Changed beside the decisions", lost)
        gained = (code(difference_words(each, facts.now)) for each in facts.proof.gained)
        lines += _listed("Let in meanwhile by others", gained)
    lines += _listed("Not part of a review", left_out(facts.report))
    return "\n".join(lines) + "\n"


def left_out(index: ReportIndex) -> Iterator[str]:
    """What gives access, and is no line to decide about, with the reason."""
    report = index.report
    rooms = report["rooms"]
    owned = sum(bool(room["owner"]) for room in rooms)
    archived = sum(room["archived"] for room in rooms)
    unseen = sum(len(room["unseen"]) for room in rooms)
    reasons = (
        (owned, f"{counted(owned, 'owner')} of rooms: a room is handed over, not taken away"),
        (archived, f"{counted(archived, 'room')} in the archive, where the portal changes nothing"),
        (unseen, f"{unseen:,} of the entries, of people whom the portal does not show to this key"),
        (1, "the owner of the portal, who reads all rooms"),
        (report["scope"]["people"] is not None, "people whom the report was not asked for"),
        (report["scope"]["rooms"] is not None, "rooms that the report was not asked for"),
    )
    yield from (text for count, text in reasons if count)
    yield from map(blind_spot_line, blind_spots(report))


def _head(facts: ReviewFacts, given: Given, failure: str, now: datetime) -> Iterator[str]:
    report = facts.report.report
    yield "# Review of access"
    yield ""
    yield f"{code(report['portal'])}, carried out {code(written(now))}"
    yield ""
    yield f"Decided about the report of {code(report['taken_at'])}:"
    yield ""
    yield from (f"- `{name}`, SHA-256 `{digest}`" for name, digest in given.sums.items())
    yield ""
    yield f"**{_verdict(facts, failure)}{_untouched(facts, now)}**"
    if failure:
        yield ""
        yield code(failure)
    yield ""
    yield "| what | how many |"
    yield "|---|---:|"
    counts = review_counts(facts)
    yield from (f"| {text} | {counts[key]:,} |" for key, text in _COUNTED.items())


def _verdict(facts: ReviewFacts, failure: str) -> str:
    if failure:
        return "This review is not done."
    if not facts.proof:
        return "Nothing was taken away, and nothing was written."
    return (
        "A second report, made after all writes, shows that everything revoked is gone, and that"
        " nobody lost anything else."
    )


def _untouched(facts: ReviewFacts, now: datetime) -> str:
    left = sum(each.decision.revokes(now) for each in in_state(facts, CHANGED))
    return f" Not touched, although it was decided to go: {left:,}." if left else ""


def _revoked(facts: ReviewFacts) -> Iterator[str]:
    yield from ("", "## Revoked", "")
    found = list(in_state(facts, REVOKED))
    for each in found:
        yield f"- {_with_reviewer(each, facts.before)}{_standing(each, facts)}"
    if not found:
        yield "Nothing."


def _effects(facts: ReviewFacts) -> list[str]:
    found = facts.effects
    rows = [code(difference_words(each, facts.before)) for each in found[:_MOST_EFFECTS]]
    more = len(found) - _MOST_EFFECTS
    return [*rows, *([f"and {more:,} more, which are in `done.json`"] if more > 0 else [])]


def _standing(each: Reviewed, facts: ReviewFacts) -> str:
    line = each.decision.line
    if facts.proof and line in facts.proof.still_there:
        return " **It is still there.**"
    words = still_in_words(line, facts)
    if not words:
        return ""
    more = f" and {len(words) - 20:,} more" if len(words) > 20 else ""
    return f" Still in: {', '.join(map(code, words[:20]))}{more}."


def _with_reviewer(each: Reviewed, index: ReportIndex) -> str:
    decision = each.decision
    who = f", by {code(decision.reviewer)}" if decision.reviewer else ""
    day = f" on {decision.day}" if decision.day else ""
    words = " ".join(decision.reason.split())  # a cell may have several lines
    reason = f": {code(words)}" if words else ""
    why = f" It {each.why}." if each.why else ""
    return f"{code(line_words(decision.line, index))}{who}{day}{reason}.{why}"


def _words(facts: ReviewFacts, state: str) -> Iterator[str]:
    return (_with_reviewer(each, facts.report) for each in in_state(facts, state))


def _until(facts: ReviewFacts) -> Iterator[str]:
    for each in facts.reviewed:
        decision = each.decision
        if decision.until and each.state == "kept":
            last = (decision.until - _INSTANT).date()
            yield f"{_with_reviewer(each, facts.report)} Until {last}, its last day in UTC."


def _listed(heading: str, rows: Iterable[str]) -> Iterator[str]:
    found = list(rows)
    if found:
        yield from ("", f"## {heading} ({len(found):,})", "")
        yield from (f"- {row}" for row in found)
