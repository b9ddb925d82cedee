# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What goes wrong on schedule between a client and the simulated portal, over real sockets."""

from __future__ import annotations

import collections.abc as c
import time
import typing as t
from email.utils import parsedate_to_datetime

import pytest
import requests
from requests import exceptions as kinds

from ansible_collections.onlyoffice.docspace.tests.portal import Faults, Portal, load_state, serve

GROUP = "/api/2.0/group/10000000-0000-4000-8000-000000000014"
OTHER = "/api/2.0/group/10000000-0000-4000-8000-000000000004"
TWO = {"members": ["c0000000-0000-4000-8000-000000000001", "c0000000-0000-4000-8000-000000000002"]}
KEY = next(key["key"] for key in load_state()["api_keys"] if key["name"] == "owner key")


class Way:
    """A client on its way to a portal."""

    def __init__(self, faults: Faults, base_url: str) -> None:
        self.faults = faults
        self.portal = faults.portal
        self._base_url = base_url
        self._session = requests.Session()
        self._session.headers["Authorization"] = f"Bearer {KEY}"

    def send(self, method: str, path: str, body: t.Any = None) -> requests.Response:
        return self._session.request(method, self._base_url + path, json=body, timeout=60)

    def fail(self, *schedule: dict[str, t.Any]) -> None:
        assert self.send("POST", "/_portal/faults", list(schedule)).json() == []


@pytest.fixture
def way(capfd: pytest.CaptureFixture[str]) -> c.Iterator[Way]:
    faults = Faults(Portal(load_state()))
    with serve(faults) as base_url:
        yield Way(faults, base_url)
    assert capfd.readouterr() == ("", "")


def test_a_fault_is_for_some_requests_and_the_log_tells_what_reached_the_portal(way: Way) -> None:
    way.fail({"method": "GET", "path": "group", "first": 2, "times": 2, "status": 503})

    sent = [("GET", GROUP), ("DELETE", OTHER), ("GET", GROUP), ("GET", OTHER), ("GET", GROUP)]
    assert [way.send(*each).status_code for each in sent] == [200, 204, 503, 503, 200]

    reached = [("GET", GROUP), ("DELETE", OTHER), ("GET", GROUP)]
    assert [(each.method, each.path) for each in way.portal.requests] == reached
    assert [faulty for _method, _path, faulty in way.faults.arrived] == [0, 0, 1, 1, 0]


@pytest.mark.parametrize(
    ("fault", "error", "reached"),
    [
        ({"cut": "before"}, kinds.ConnectionError, 0),
        ({"cut": "before", "done": True}, kinds.ConnectionError, 1),
        ({"cut": "within", "done": True}, kinds.ChunkedEncodingError, 1),
        ({"cut": "short", "done": True}, kinds.ChunkedEncodingError, 1),
        ({"damaged": True}, kinds.ContentDecodingError, 1),
    ],
)
def test_an_answer_that_does_not_come_or_not_in_full(
    way: Way, fault: dict[str, t.Any], error: type[Exception], reached: int
) -> None:
    way.fail(fault)

    with pytest.raises(error):
        way.send("GET", GROUP)

    assert len(way.portal.requests) == reached
    assert way.send("GET", GROUP).status_code == 200


def test_nobody_listens_for_a_while_at_the_same_address(way: Way) -> None:
    way.fail({"refuse": 0.3, "first": 2})
    assert way.send("GET", GROUP).status_code == 200

    with pytest.raises(kinds.ConnectionError, match="refused"):
        way.send("GET", GROUP)

    time.sleep(0.5)
    assert way.send("GET", GROUP).status_code == 200
    assert len(way.portal.requests) == 2


def test_a_write_is_done_in_part(way: Way) -> None:
    way.fail({"done": 1, "status": 403})

    assert way.send("DELETE", f"{GROUP}/members", TWO).status_code == 403

    (group,) = (each for each in way.portal.state()["groups"] if each["id"] in GROUP)
    assert TWO["members"][0] not in group["members"]
    assert TWO["members"][1] in group["members"]


def test_a_read_is_answered_from_before_the_last_write(way: Way) -> None:
    way.send("DELETE", f"{GROUP}/members", TWO)
    way.fail({"done": "stale"})

    counts = [way.send("GET", GROUP).json()["response"]["membersCount"] for _read in range(2)]

    assert counts == [3, 1]


def test_an_answer_is_that_to_another_question(way: Way) -> None:
    way.fail({"done": True, "shows": OTHER})

    answer = way.send("DELETE", f"{GROUP}/members", TWO)

    assert answer.json()["response"]["name"] == "Engineering"
    assert way.portal.mutations == 1


def test_an_answer_is_late_and_asks_for_a_pause_until_a_date(way: Way) -> None:
    way.fail({"status": 429, "retry_at": 100, "delay": 0.2})
    began = time.monotonic()

    answer = way.send("GET", GROUP)

    assert time.monotonic() - began > 0.2
    until = parsedate_to_datetime(answer.headers["Retry-After"]).timestamp()
    assert 90 < until - time.time() <= 100
