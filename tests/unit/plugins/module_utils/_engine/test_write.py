# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Whatever a portal answers to a write and to looks at it, the outcome says what is true."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Any

import pytest

from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.errors import (
    DocSpaceError,
    RequestError,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._engine import write
from ansible_collections.onlyoffice.docspace.plugins.module_utils._engine.write import (
    Difference,
    Effect,
    Gone,
    Outcome,
    Write,
    carry_out,
)

A, B = Effect("added", "a"), Effect("added", "b")
NOTHING, HALF, ALL = frozenset(""), frozenset("a"), frozenset("ab")
REFUSED = RequestError("The portal refused it.", "rejected", 400, may_be_done=False)
LOST = RequestError("The portal failed.", "server_error", 502)
UNREADABLE = RequestError("The portal is away.", "timeout")


def gone(may_be_done):
    return Gone("The thing was deleted.", "thing_not_found", may_be_done, thing="1")


class Letters(Write[frozenset[str]]):
    """Adds two letters to those that there are; what is seen are letters."""

    subject = "The thing"
    effects = (A, B)

    def __init__(self, answers, looks):
        self._answers = answers
        self._looks = iter(looks)
        self.looked = 0

    def send(self) -> Iterator[frozenset[str] | None]:
        for answer in self._answers:
            if isinstance(answer, DocSpaceError):
                raise answer
            yield answer

    def look(self):
        self.looked += 1
        seen = next(self._looks)
        if isinstance(seen, DocSpaceError):
            raise seen
        return seen

    def differences(self, seen):
        found = [Difference(f"{each.item} is missing", each) for each in self.effects
                 if each.item not in seen]  # fmt: skip
        return found + [Difference(f"{other} is new") for other in sorted(seen - ALL)]

    def explain(self, seen):
        return ["B is stuck."] if "b" not in seen else []

    def details(self, seen):
        return {"thing": "1"}


@pytest.fixture
def slept(monkeypatch):
    """The delays between looks, as they are in earnest, not slept."""
    monkeypatch.setattr(write, "RETRY_DELAYS", (0, 1, 2))
    delays: list[float] = []
    monkeypatch.setattr("time.sleep", delays.append)
    return delays


#: Answers, looks -> what is done, the code of the failure, whether the truth is known.
TABLE: dict[str, tuple[list[Any], list[Any], tuple[Effect, ...] | None, str | None]] = {
    "answered in full": ([ALL], [], (A, B), None),
    "answered, in two requests": ([HALF, ALL], [], (A, B), None),
    "an answer that tells less": ([None], [ALL], (A, B), None),
    "an answer that tells of a difference": ([HALF], [], (A,), "not_as_planned"),
    "refused": ([REFUSED], [], (), "rejected"),
    "refused at the second request": ([HALF, REFUSED], [HALF] * 3, (A,), "rejected"),
    "lost and done": ([LOST], [ALL], (A, B), None),
    "lost and done a moment later": ([LOST], [NOTHING, HALF, ALL], (A, B), None),
    "lost and done in part": ([LOST], [HALF] * 3, (A,), "server_error"),
    "lost and not done": ([LOST], [NOTHING] * 3, (), "server_error"),
    "lost and not to be read": ([LOST], [UNREADABLE], None, "server_error"),
    "lost and read too late": ([LOST], [NOTHING, UNREADABLE], None, "server_error"),
    "answered and not to be read": ([None], [UNREADABLE], None, "timeout"),
    "gone at once": ([gone(False)], [], (), "thing_not_found"),
    "gone, perhaps after the write": ([gone(True)], [], None, "thing_not_found"),
    "gone at the second request": ([HALF, gone(False)], [], None, "thing_not_found"),
    "lost and gone": ([LOST], [gone(True)], None, "thing_not_found"),
    "somebody else at work": ([LOST], [ALL | {"c"}] * 3, (A, B), "server_error"),
}


@pytest.mark.parametrize("name", TABLE)
def test_what_is_done_is_what_is_seen(name, slept):
    answers, looks, done, code = TABLE[name]
    letters = Letters(answers, looks)

    outcome = carry_out(letters)

    assert outcome.done == done
    assert outcome.changed == (done is None or bool(done))
    assert (outcome.failure and outcome.failure.code) == code
    assert letters.looked == len(looks)
    assert slept == [0, 1, 2][: len(looks)]


def test_every_failure_says_what_happened_and_what_it_is_about(slept):
    all_answers: list[list[Any]] = [[LOST], [None], [HALF, LOST]]
    all_looks: list[list[Any]] = [[NOTHING] * 3, [HALF] * 3, [UNREADABLE]]
    for answers, looks in itertools.product(all_answers, all_looks):
        failure = carry_out(Letters(answers, looks)).failure

        assert failure
        assert failure.details["thing"] == "1"
        assert str(failure).endswith(".")
        assert (LOST in answers) == (str(LOST) in str(failure))
        assert failure.details.get("verified", True) == (UNREADABLE not in looks)


def test_differences_come_with_their_reasons(slept):
    failure = carry_out(Letters([LOST], [HALF | {"c"}] * 3)).failure

    assert str(failure) == (
        "The thing is not as planned: b is missing; c is new. B is stuck. The portal failed."
    )


def test_a_difference_without_any_reason_asks_for_another_run(slept):
    failure = carry_out(Letters([ALL | {"c"}], [])).failure

    assert str(failure) == (
        "The thing is not as planned: c is new. The portal does not say why; run the task again."
    )


def test_what_could_not_be_read_is_said_with_the_advice(slept):
    letters = Letters([None], [UNREADABLE])
    assert str(carry_out(letters).failure) == (
        "The portal accepted the change. What became of it could not be read: The portal is away."
        " Run the task again to find out and to complete it."
    )

    letters = Letters([LOST], [UNREADABLE])
    letters.advice = ""
    assert str(carry_out(letters).failure) == (
        "The portal failed. What became of it could not be read: The portal is away."
    )


def test_a_success_in_spite_of_an_error_is_a_warning(slept):
    assert carry_out(Letters([ALL], [])).warnings == []
    assert carry_out(Letters([LOST], [ALL])).warnings == [
        "The change was made in full, although the portal answered otherwise: The portal failed."
    ]


def test_what_is_neither_as_before_nor_as_planned_may_have_been_done(slept):
    class Disputed(Letters):
        def differences(self, seen):
            found = super().differences(seen)
            return [Difference(each.text, each.effect, is_certain=False) for each in found]

    outcome = carry_out(Disputed([LOST], [NOTHING] * 3))

    assert outcome.changed
    assert outcome.done is None
    assert "a is missing; b is missing" in str(outcome.failure)


def test_a_failed_task_tells_what_was_done_if_that_is_known():
    known: Outcome[Any] = Outcome((A,), failure=DocSpaceError("No.", "no"))
    with pytest.raises(DocSpaceError) as raised:
        known.demand_success(added=known.items("added"))
    assert raised.value.facts == {"changed": True, "added": ["a"]}

    with pytest.raises(DocSpaceError) as raised:
        Outcome(None, failure=DocSpaceError("No.", "no")).demand_success(added=[])
    assert raised.value.facts == {"changed": True}

    Outcome((A,)).demand_success(added=["a"])
