# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""What a review of access has done, in results and files: line by line, with the proof."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from .._base.errors import DocSpaceError, combine_errors
from .._base.texts import listed
from .._plan.access import AccessPlan
from .._plan.access_review import (
    CHANGED,
    GONE,
    KEPT,
    REVOKED,
    UNDECIDED,
    Proof,
    Reviewed,
    still_in,
)
from .._plan.access_review_lines import Line, ReportIndex
from .._plan.review_effects import Difference, expected_after, is_stronger
from .._plan.whole_portal import PortalDone
from .access import Outcome, access_list_result
from .access_diff import access_list_diff
from .parts import Part
from .review_rows import difference_row, difference_words, line_row, line_words
from .whole_portal import portal_result

Row = dict[str, Any]


@dataclass(frozen=True)
class ReviewFacts:
    """A review, and what became of it.

    :param report: about which was decided.
    :param before: the portal before the first write.
    :param after: the portal afterwards; None if nothing was written.
    :param proof: None if nothing was written.
    :param writes: what the plans did, or would do.
    """

    reviewed: Sequence[Reviewed]
    report: ReportIndex
    before: ReportIndex
    after: ReportIndex | None = None
    proof: Proof | None = None
    writes: Part = field(default_factory=Part)

    @property
    def now(self) -> ReportIndex:
        """The portal as it was seen last."""
        return self.after or self.before

    @property
    def revoked(self) -> list[Line]:
        """What was to go."""
        return [each.decision.line for each in self.reviewed if each.state == REVOKED]

    @property
    def effects(self) -> list[Difference]:
        """Who loses a room by what was to go, or is in it as something else."""
        return list(expected_after(self.before, self.revoked).values())

    @property
    def new(self) -> list[Line]:
        """What gives access by now, and was not reviewed."""
        known = {each.decision.line.key for each in self.reviewed}
        return [line for line in self.before.lines() if line.key not in known]


def writes_part(
    plans: Sequence[AccessPlan],
    outcomes: Sequence[Outcome],
    portal: PortalDone,
    diff_mode: bool,
) -> Part:
    """What was done by the plans for entries in rooms, and by all others."""
    facts: Row = {"changed": False, "access": []}
    warnings = [text for outcome in outcomes for text in outcome.warnings]
    failures = []
    diff: list[dict[str, str]] = access_list_diff(plans) if diff_mode else []
    try:
        found = access_list_result(plans, outcomes) if outcomes else {"changed": False, "rooms": []}
    except DocSpaceError as failure:
        failures.append(failure)
        found = failure.facts
    facts["changed"], facts["access"] = found["changed"], found["rooms"]
    try:
        result = portal_result(portal, [], diff_mode)
    except DocSpaceError as failure:
        failures.append(failure)
        result = failure.facts
    facts["changed"] |= result["changed"]
    facts["links"] = result.get("rooms", [])
    facts |= {key: result.get(key, []) for key in ("groups", "users")}
    warnings += result.get("warnings", [])
    diff += result.get("diff", [])
    if not failures:
        return Part(facts, warnings, diff)
    cause = combine_errors(failures)
    left = portal.not_begun if outcomes and failures[0].facts is found else []
    text = f" Not begun: {listed(left)}." if left else ""
    return Part(facts, warnings, diff, DocSpaceError(f"{cause}{text}", cause.code, **cause.details))


def review_result(facts: ReviewFacts) -> Row:
    """The result of a task."""
    index = facts.before
    proof = facts.proof
    return {
        "summary": review_counts(facts),
        "revoked": [_revoked(each, facts) for each in in_state(facts, REVOKED)],
        "gone": [_decided(each, facts.report) for each in in_state(facts, GONE)],
        "changed_meanwhile": [
            {**_decided(each, facts.report), "why": each.why} for each in in_state(facts, CHANGED)
        ],
        "effects": [difference_row(each, index) for each in facts.effects],
        "not_reviewed": [line_row(each, index) for each in facts.new],
        "lost": [difference_row(each, index) for each in proof.lost] if proof else [],
        "gained": [difference_row(each, facts.now) for each in proof.gained] if proof else [],
    }


def review_counts(facts: ReviewFacts) -> dict[str, int]:
    """How many lines there are, and what became of them."""
    counts = Counter(each.state for each in facts.reviewed)
    return {
        "lines": len(facts.reviewed),
        **{state: counts[state] for state in (KEPT, UNDECIDED, REVOKED, GONE)},
        "changed_meanwhile": counts[CHANGED],
        "not_reviewed": len(facts.new),
    }


def review_warnings(facts: ReviewFacts) -> list[str]:
    """What to say of the plans, and of what is not as it was reviewed."""
    changed = [
        f"{line_words(each.decision.line, facts.report)} {each.why}"
        for each in in_state(facts, CHANGED)
    ]
    new = [line_words(line, facts.before) for line in facts.new]
    gained = (
        [difference_words(each, facts.now) for each in facts.proof.gained] if facts.proof else []
    )
    more = [
        difference_words(each, facts.before)
        for each in expected_after(facts.before, facts.revoked).values()
        if is_stronger(each.after, each.before)
    ]
    texts = {
        "decisions: can do more once this is gone": more,
        "decisions: not as it was reviewed, and not touched": changed,
        "decisions: new since the report, and not reviewed": new,
        "decisions: let in by others while the task ran": gained,
    }
    again = "A new report and table let people decide about that."
    found = [f"{text}: {listed(words, '; ')}. {again}" for text, words in texts.items() if words]
    return [*facts.writes.warnings, *found]


def check_proof(facts: ReviewFacts) -> None:
    """Refuse a review after which something is not as the decisions say.

    :raises DocSpaceError: with what the second report shows that should not be so.
    """
    proof = facts.proof
    if not proof or proof.holds:
        return
    index = facts.before
    sentences = []
    if proof.still_there:
        names = listed([line_words(each, index) for each in proof.still_there], "; ")
        sentences.append(f"{len(proof.still_there)} of what was to go is still there: {names}.")
    if proof.lost:
        names = listed([difference_words(each, index) for each in proof.lost], "; ")
        sentences.append(
            "Access of people is not as it was and as the decisions leave it, so that somebody or"
            f" something else has changed it too: {names}."
        )
    raise DocSpaceError(
        f"The report made afterwards does not prove the review: {' '.join(sentences)} Run the task"
        " again to complete it, into another folder.",
        "review_not_proven",
        still_there=len(proof.still_there),
        lost=len(proof.lost),
    )


def still_in_words(line: Line, facts: ReviewFacts) -> list[str]:
    """Who is in a room all the same after a line is gone, and why."""
    if not facts.after:
        return []
    index = facts.after
    return [
        f"{index.person_label(person)} in {index.rooms[room]['title']} ({index.why(cause)})"
        for person, room, cause in still_in(line, index)
    ]


def in_state(facts: ReviewFacts, state: str) -> Iterator[Reviewed]:
    """The decisions of which the same has become."""
    return (each for each in facts.reviewed if each.state == state)


def _decided(each: Reviewed, index: ReportIndex) -> Row:
    decision = each.decision
    return {
        **line_row(decision.line, index),
        "decision": decision.word or None,
        "reviewer": decision.reviewer or None,
        "date": decision.day or None,
        "reason": decision.reason or None,
    }


def _revoked(each: Reviewed, facts: ReviewFacts) -> Row:
    line = each.decision.line
    proof = facts.proof
    return {
        **_decided(each, facts.before),
        "proven": None if proof is None else line not in proof.still_there,
        "still_in": still_in_words(line, facts),
    }
