# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What the flags of an exchange do: what is sent, when, and what is compared."""

from __future__ import annotations

import collections.abc as c
import json
import typing as t

import pytest
from werkzeug.wrappers import Request, Response

from ansible_collections.onlyoffice.docspace.tests.unit.portal.replay.exchange import Exchange
from ansible_collections.onlyoffice.docspace.tests.unit.portal.replay.run import (
    Clock,
    Outcome,
    Replay,
)

PERSON = "60000000-0000-4000-8000-000000000001"
STATE = {
    "api_keys": [
        {"name": "narrow key", "key": "sk-narrow", "user": "u", "permissions": ["accounts:read"]},
        {"name": "wide key", "key": "sk-wide", "user": "u", "permissions": []},
    ]
}
START = {"id": "job", "percentage": 0, "isCompleted": False}
DONE = {"id": "job", "percentage": 100, "isCompleted": True}
BUSY = {"id": "job", "percentage": 50, "isCompleted": False}


class Scripted:
    """A portal that gives these answers, one after the other, and notes what it is asked."""

    def __init__(self, *answers: t.Any) -> None:
        self._answers = list(answers)
        self.asked: list[str] = []
        self.bodies: list[str] = []
        self.keys: list[str] = []

    def __call__(self, environ: dict[str, t.Any], start_response: t.Any) -> c.Iterable[bytes]:
        request = Request(environ)
        self.asked.append(f"{request.method} {request.path}")
        self.bodies.append(request.get_data(as_text=True))
        self.keys.append(request.headers.get("Authorization", ""))
        answer = self._answers.pop(0)
        if not isinstance(answer, Response):
            answer = Response(json.dumps({"response": answer}))
        return answer(environ, start_response)


def exchange(
    answer: t.Any, path: str = "/x", method: str = "GET", body: t.Any = None, **flags: t.Any
) -> Exchange:
    entry = {
        "name": path,
        "request": {
            "method": method,
            "path": path,
            "query": None,
            "headers": {"Authorization": "Bearer <narrow key>"},
            "body": body,
        },
        "response": {"status": 200, "body": {"response": answer}},
        **flags,
    }
    return Exchange.of(json.dumps(entry))


def replay(app: Scripted, *exchanges: Exchange, clock: Clock | None = None) -> list[Outcome]:
    return list(Replay(app, STATE, exchanges, clock=clock).run())


def is_same(wanted: t.Any, answered: t.Any, **flags: t.Any) -> bool:
    (outcome,) = replay(Scripted(answered), exchange(wanted, **flags))
    return outcome.same_body


@pytest.mark.parametrize("unsent", [exchange(1, fact=True), exchange(1, body="<compressed>")])
def test_a_fact_and_what_is_only_described_is_not_sent(unsent: Exchange) -> None:
    app = Scripted()
    assert replay(app, unsent) == []
    assert app.asked == []


@pytest.mark.parametrize(
    ("wanted", "answered", "flags"),
    [
        (["a", "b"], ["b", "a"], {"unordered": True}),
        ({"a": 1, "b": 1}, {"a": 2, "b": 1}, {"ignore": ["a"]}),
        ({"expirationDate": "x"}, {"expirationDate": "y"}, {"clock": True}),
        ("a", "b", {"parallel": True}),
    ],
)
def test_a_flag_lets_pass_what_is_a_difference_otherwise(
    wanted: t.Any, answered: t.Any, flags: dict[str, t.Any]
) -> None:
    assert is_same(wanted, answered, **flags)
    assert not is_same(wanted, answered)


def test_a_flag_lets_nothing_else_pass() -> None:
    assert not is_same({"a": 1, "b": 1}, {"a": 1, "b": 2}, ignore=["a"])
    (outcome,) = replay(Scripted(Response(status=500)), exchange("a", parallel=True))
    assert not outcome.same_status


def test_what_is_ignored_is_learnt_all_the_same() -> None:
    app = Scripted({"id": "aaaaaaaa-0000-4000-8000-000000000001"}, 1)
    replay(app, exchange({"id": PERSON}, ignore=["id"]), exchange(1, f"/{PERSON}"))
    assert app.asked[1] == "GET /aaaaaaaa-0000-4000-8000-000000000001"


def test_a_started_job_is_over_before_anything_else_is_sent() -> None:
    app = Scripted(BUSY, BUSY, DONE, 1)
    body = {"userId": "u"}
    started = exchange(START, "/api/2.0/people/type", "POST", body, **{"async": "start"})

    outcomes = replay(app, started, exchange(1))

    assert [outcome.same_body for outcome in outcomes] == [True, True]
    progress = "GET /api/2.0/people/type/progress/u"
    assert app.asked == ["POST /api/2.0/people/type", progress, progress, "GET /x"]
    assert app.keys == ["Bearer sk-narrow", "Bearer sk-wide", "Bearer sk-wide", "Bearer sk-narrow"]


def test_a_started_file_operation_is_over_when_the_room_has_arrived() -> None:
    running, elsewhere, arrived = [{"id": "1"}], {"rootFolderType": 14}, {"rootFolderType": 20}
    app = Scripted(START, running, [], elsewhere, arrived, 1)
    path = "/api/2.0/files/rooms/7/archive"

    replay(app, exchange(START, path, "PUT", {}, **{"async": "start"}), exchange(1))

    room = "GET /api/2.0/files/rooms/7"
    assert app.asked[1:] == [*["GET /api/2.0/files/fileops"] * 2, room, room, "GET /x"]


def test_polls_are_asked_until_it_is_over_and_not_compared() -> None:
    app = Scripted([{"finished": False}], [{"finished": True}], 1)
    poll = exchange([{"finished": False}], **{"async": "poll"})

    (outcome,) = replay(app, poll, poll, exchange(1, "/y"))

    assert (outcome.name, outcome.same_body) == ("/y", True)
    assert app.asked == ["GET /x", "GET /x", "GET /y"]


def test_the_end_of_a_job_is_waited_for_and_compared() -> None:
    (outcome,) = replay(Scripted(BUSY, DONE), exchange(DONE, **{"async": "finished"}))
    assert outcome.same_body


def test_waiting_for_what_never_ends_ends() -> None:
    clock = Clock()
    began = clock.now
    app = Scripted(*[BUSY] * 100)
    (outcome,) = replay(app, exchange(DONE, **{"async": "finished"}), clock=clock)
    assert not outcome.same_body
    assert 60 <= (clock.now - began).total_seconds() < 70


def test_time_passes_before_an_exchange_without_being_waited_for() -> None:
    app, clock = Scripted(1, 1), Clock()
    began = f"{clock.now:%Y-%m-%dT%H:%M:%S}"
    body = {"at": "<now-3600>"}

    replay(app, exchange(1, "/x", "PUT", body, wait=3600), clock=clock)

    assert json.loads(app.bodies[0]) == {"at": began}


def test_a_confirmation_is_that_behind_the_short_link_that_a_person_saw_last() -> None:
    link = {"shareLink": "http://localhost/s/abc"}
    moved = Response(status=302, headers={"Location": "http://localhost/join?key=k1&type=2"})
    app = Scripted(link, moved, 1)
    wanted = {"shareLink": "https://portal.example.org/s/70000000-0000-4000-8000-000000000001"}

    replay(app, exchange(wanted), exchange(1, "/join", "PUT", {"key": "<confirm u>"}))

    assert app.asked == ["GET /x", "GET /s/abc", "PUT /join"]
    assert json.loads(app.bodies[2]) == {"key": "k1"}
