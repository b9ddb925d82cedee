# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""How long is waited between two tries, and how long a portal may ask to wait."""

from __future__ import annotations

from contextlib import suppress

import pytest
import urllib3

from ansible_collections.onlyoffice.docspace.plugins.module_utils._http import retry
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.module_utils._http.client import (
    GROUP,
    failure,
    policy,
)


def pauses(naps, retry_for, **headers):
    """The pauses of a request that fails until the time is up."""
    retries = policy(retry_for=retry_for)
    answer = urllib3.HTTPResponse(status=503, headers=headers)
    with suppress(urllib3.exceptions.MaxRetryError):
        while len(naps) < 1000:
            retries = retries.increment("GET", GROUP, response=answer)
            retries.sleep(answer)
    return naps  # there is none before the first repeat


@pytest.mark.parametrize(
    ("retry_for", "expected"),
    [
        (0, []),
        (0.5, [0.5]),
        (3, [1, 2]),
        (30, [1, 2, 4, 4, 4, 4, 4, 4, 3]),
    ],
)
def test_pauses_grow_from_none_to_four_seconds_and_the_last_try_is_at_the_end(
    naps, retry_for, expected
):
    assert pauses(naps, retry_for) == pytest.approx(expected, abs=0.3)


@pytest.mark.parametrize("headers", [{}, {"Retry-After": "1"}])
def test_a_day_of_trying_takes_no_more_tries_than_calls_can_be_nested(naps, headers):
    found = pauses(naps, 86400, **headers)

    assert 86399 < sum(found) < 86400 * 1.05
    assert max(found) < 86400 / 20 + 1
    assert len(found) < 250


def test_a_pause_is_as_long_as_the_portal_asks(naps):
    asked = urllib3.HTTPResponse(status=429, headers={"Retry-After": "7"})

    policy().sleep(asked)

    assert naps == [7]


def test_the_longest_pause_is_waited_for(portal, transport, naps):
    portal.get(GROUP, status=429, headers={"Retry-After": str(retry.MAX_RETRY_AFTER)})
    portal.get(GROUP, json={"response": "back"})

    assert transport.request("GET", ("group", "1")).response == "back"


def test_too_long_a_pause_ends_the_task_and_says_so(portal, transport, naps):
    portal.get(GROUP, status=429, headers={"Retry-After": "3600"})

    error = failure(transport)

    assert (error.code, error.may_be_done) == ("rate_limited", False)
    assert "asks to wait (3600); run the task again later" in str(error)
    assert naps == []


def test_too_many_requests_of_a_portal_that_asks_for_no_pause(portal, transport):
    portal.put(GROUP, status=429)

    assert "(429); run the task again later." in str(failure(transport, "PUT"))


@pytest.mark.parametrize("pause", [
    "-5", "soon", "1.5", "Fri, 31 Dec 10000 23:59:59 GMT", "Fri, 31 Dec 99999999999 23:59:59 GMT"
])  # fmt: skip
def test_a_pause_that_makes_no_sense_is_ignored(portal, transport, naps, pause):
    portal.get(GROUP, status=503, headers={"Retry-After": pause})
    portal.get(GROUP, json={"response": "back"})

    assert transport.request("GET", ("group", "1")).response == "back"
