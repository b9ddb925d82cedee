# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Several reasons why a task cannot go on."""

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.errors import (
    MAX_LISTED,
    DocSpaceError,
    RequestError,
    combine_errors,
)


def reasons(count):
    return [DocSpaceError(f"Reason {each}.", "reason", number=each) for each in range(count)]


def test_the_failure_of_a_request_has_its_status():
    assert RequestError("Refused.", "rejected", 415).result() == {
        "msg": "Refused.",
        "failure": {"code": "rejected", "status": 415},
        "changed": False,
    }


def test_one_reason_stays_as_it_is():
    (reason,) = reasons(1)

    assert combine_errors([reason]) is reason


def test_some_reasons_are_all_told():
    assert combine_errors(reasons(2)).result() == {
        "msg": "(1) Reason 0. (2) Reason 1.",
        "failure": {
            "code": "several",
            "status": None,
            "problems": [
                {"msg": "Reason 0.", "code": "reason", "number": 0},
                {"msg": "Reason 1.", "code": "reason", "number": 1},
            ],
        },
        "changed": False,
    }


def test_reasons_that_were_several_already_are_numbered_as_the_others():
    first, *others = reasons(3)

    failure = combine_errors([first, combine_errors(others)])

    assert str(failure) == "(1) Reason 0. (2) Reason 1. (3) Reason 2."
    assert len(failure.details["problems"]) == 3


@pytest.mark.parametrize("more", [0, 1, 5])
def test_of_many_reasons_the_first_are_told_and_how_many_more_there_are(more):
    failure = combine_errors(reasons(MAX_LISTED + more))

    assert str(failure).startswith("(1) Reason 0. (2) Reason 1. ")
    assert str(failure).count("Reason") == MAX_LISTED
    assert (f"9. And {more} more, which are in failure.problems." in str(failure)) == bool(more)
    assert len(failure.details["problems"]) == MAX_LISTED + more
