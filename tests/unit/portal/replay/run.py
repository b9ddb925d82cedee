# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""One recording, sent to a portal."""

from __future__ import annotations

import collections.abc as c
import dataclasses
import datetime
import json
import re
import typing as t
import urllib.parse

from ansible_collections.onlyoffice.docspace.tests.unit.portal.replay import canonical, jobs
from ansible_collections.onlyoffice.docspace.tests.unit.portal.replay.client import Answer, Client
from ansible_collections.onlyoffice.docspace.tests.unit.portal.replay.exchange import (
    Exchange,
    Request,
)
from ansible_collections.onlyoffice.docspace.tests.unit.portal.replay.kinds import Place
from ansible_collections.onlyoffice.docspace.tests.unit.portal.replay.words import (
    GUID,
    MADE,
    Words,
)

_SHORT_LINK = re.compile(r'"(?:shareLink|url)": "([^"]+/s/[^"]+)"')


class Clock:
    """The time of a replay. Waiting takes none: the clock goes on by itself."""

    def __init__(self) -> None:
        self.now = datetime.datetime.now(datetime.timezone.utc)

    def wait(self, seconds: float) -> None:
        """Let time pass."""
        self.now += datetime.timedelta(seconds=seconds)


@dataclasses.dataclass(frozen=True)
class Outcome:
    """How an exchange came out; both bodies in the words of the recording."""

    name: str
    same_status: bool
    same_body: bool
    wanted: tuple[int, t.Any]
    answered: tuple[int, t.Any]


class Replay:
    """A portal that is asked what another was asked when the recording was made.

    `ignored` are properties that do not count in the whole recording, `given` texts for names that
    the state does not know.
    """

    def __init__(
        self,
        app: t.Any,
        state: dict[str, t.Any],
        exchanges: c.Sequence[Exchange],
        ignored: t.Collection[str] = (),
        given: dict[str, str] | None = None,
        clock: Clock | None = None,
    ) -> None:
        self._client = Client(app)
        self._keys = state["api_keys"]
        self._exchanges = exchanges
        self._ignored = frozenset(ignored)
        self._clock = clock or Clock()
        named = {key["name"]: key["key"] for key in self._keys}
        ids = GUID.findall(json.dumps([state, [dataclasses.astuple(e)[:4] for e in exchanges]]))
        self._words = Words(
            {**named, **(given or {})}, (id for id in ids if not MADE.fullmatch(id))
        )
        self._polled: Request | None = None
        #: The short link that a person was shown last.
        self._shown: dict[str | None, str] = {}

    def run(self) -> c.Iterator[Outcome]:
        """Send every exchange that can be sent; gives those in which there is to compare."""
        for exchange in self._exchanges:
            if exchange.is_fact:
                continue
            self._clock.wait(exchange.wait)
            if exchange.job != "poll":
                yield self._compare(exchange)
            elif self._polled != exchange.request:
                self._until(exchange.request, jobs.is_over)
            self._polled = exchange.request if exchange.job == "poll" else None

    def _compare(self, exchange: Exchange) -> Outcome:
        request = exchange.request
        if exchange.job == "finished":
            answer = self._until(request, jobs.is_over)
        else:
            answer = self._send(request)
        for link in _SHORT_LINK.findall(json.dumps(answer.body)):
            self._shown[self._person(request)] = link
        always = canonical.volatile(request.path, request.query) | self._ignored
        order = canonical.Order(self._words.is_known, exchange.unordered)
        place = Place(request.path)
        recorded = canonical.without(exchange.body, always)
        answered = canonical.without(canonical.impersonal(answer.body), always)
        if answer.status == exchange.status:
            in_words = order.of(self._words.recorded(answered, place))
            self._words.learn(order.of(recorded), in_words, place)
        wanted = order.of(canonical.without(recorded, exchange.ignored))
        got = self._words.recorded(canonical.without(answered, exchange.ignored), place)
        got = order.of(got)
        if exchange.job == "start" and answer.status == 200:
            for request_until, done, seconds in jobs.to_wait_for(request, self._able(request)):
                self._until(request_until, done, seconds)
        same_status = answer.status == exchange.status
        same_body = same_status and (exchange.parallel or canonical.same(wanted, got))
        return Outcome(
            exchange.name, same_status, same_body, (exchange.status, wanted), (answer.status, got)
        )

    def _send(self, request: Request) -> Answer:
        body = request.body
        if isinstance(body, str):
            body = self._text(body)
        elif body is not None:
            body = self._words.body(body, Place(request.path), self._text)
        return self._client.send(
            Request(
                request.method,
                self._text(self._words.numbers_in_path(request.path)),
                self._text(request.query),
                {name: self._text(value) for name, value in request.headers.items()},
                body,
            )
        )

    def _text(self, text: str) -> str:
        return self._words.text(text, self._clock.now, self._confirmation)

    def _confirmation(self, person: str) -> str:
        """The key behind the short link that this person was shown last."""
        path = urllib.parse.urlsplit(self._shown.get(person, "/none")).path
        target = self._client.send(Request("GET", path)).location
        return dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(target).query)).get("key", "none")

    def _until(self, request: Request, done: jobs.Done, seconds: float = 60) -> Answer:
        """Ask the same again until it is done."""
        end = self._clock.now + datetime.timedelta(seconds=seconds)
        while True:
            answer = self._send(request)
            response = answer.body.get("response") if isinstance(answer.body, dict) else None
            if answer.status != 200 or done(response) or self._clock.now > end:
                return answer
            self._clock.wait(1)

    def _key(self, request: Request) -> str:
        found = re.search(r"<([^<>]+)>", request.headers.get("Authorization", ""))
        return found[1] if found else ""

    def _person(self, request: Request) -> str | None:
        name = self._key(request)
        return next((key["user"] for key in self._keys if key["name"] == name), None)

    def _able(self, request: Request) -> str:
        """A key of the same person that opens everything, if there is one."""
        person = self._person(request)
        for key in self._keys:
            usable = key.get("active", True) and not key.get("expired") and not key["permissions"]
            if usable and key["user"] == person:
                return str(key["name"])
        return self._key(request)
