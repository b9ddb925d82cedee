# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Whatever a portal answers to a write and to looks at it, the outcome says what is true."""

from __future__ import annotations

from typing import Any

import pytest

from ansible_collections.onlyoffice.docspace.plugins.module_utils._engine.write import (
    Difference,
    Effect,
    carry_out,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.module_utils._engine.thing import (
    ALL,
    HALF,
    LOST,
    NOTHING,
    REFUSED,
    UNREADABLE,
    A,
    B,
    Letters,
    gone,
)

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


@pytest.mark.parametrize(
    ("answers", "looks", "seen"),
    [
        ([ALL], [], ALL),
        ([HALF], [], HALF),
        ([LOST], [NOTHING, ALL], ALL),
        ([LOST], [NOTHING, NOTHING, HALF], HALF),
        ([LOST], [UNREADABLE], None),
        ([REFUSED], [], None),
    ],
)
def test_the_outcome_has_what_was_seen_last(slept, answers, looks, seen):
    assert carry_out(Letters(answers, looks)).seen == seen


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
