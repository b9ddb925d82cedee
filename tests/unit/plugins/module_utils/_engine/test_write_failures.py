# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""A write that fails says what happened, what was seen and done, and what it is about."""

from __future__ import annotations

import itertools
from typing import Any

import pytest

from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.errors import (
    DocSpaceError,
    RequestError,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._engine.write import (
    Outcome,
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
    Letters,
    gone,
)


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


@pytest.mark.parametrize(
    ("answers", "looks", "status"),
    [
        ([LOST], [HALF] * 3, 502),
        ([HALF], [], None),
        ([LOST], [UNREADABLE], 502),
        ([None], [RequestError("The portal is away.", "server_error", 503)], 503),
        ([None], [UNREADABLE], None),
        ([REFUSED], [], 400),
    ],
)
def test_a_failure_has_the_status_of_the_answer_that_caused_it(slept, answers, looks, status):
    failure = carry_out(Letters(answers, looks)).failure

    assert failure
    assert failure.result()["failure"]["status"] == status


def test_what_is_gone_is_told_as_something_that_is_not_found(slept):
    failure = carry_out(Letters([gone(False)], [])).failure

    assert failure
    assert failure.result() == {
        "msg": "The thing was deleted.",
        "failure": {"code": "thing_not_found", "status": 404, "thing": "1"},
        "changed": False,
    }
    assert gone(True).may_be_done is True
    assert gone(False).may_be_done is False


def test_a_failure_is_about_what_was_seen_if_anything_was(slept):
    class Counted(Letters):
        def details(self, seen):
            return {"letters": None if seen is None else sorted(seen)}

    for answers, looks, letters in (([HALF], [], ["a"]), ([None], [UNREADABLE], None)):
        failure = carry_out(Counted(answers, looks)).failure
        assert failure
        assert failure.details["letters"] == letters


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


def test_a_failed_task_tells_what_was_done_if_that_is_known():
    known: Outcome[Any] = Outcome((A,), failure=DocSpaceError("No.", "no"))
    with pytest.raises(DocSpaceError) as raised:
        known.demand_success(added=known.items("added"))
    assert raised.value.facts == {"changed": True, "added": ["a"]}

    with pytest.raises(DocSpaceError) as raised:
        Outcome(None, failure=DocSpaceError("No.", "no")).demand_success(added=[])
    assert raised.value.facts == {"changed": True}

    Outcome((A,)).demand_success(added=["a"])
