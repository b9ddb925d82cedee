# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The recorded traffic of a real server, sent to the simulated portal and compared."""

from __future__ import annotations

import collections.abc as c
import dataclasses
import json
import pathlib
import re
import typing as t
import urllib.parse

import pytest
from werkzeug.test import EnvironBuilder, run_wsgi_app

from ansible_collections.onlyoffice.docspace.tests import portal as portal_package
from ansible_collections.onlyoffice.docspace.tests.portal import Portal, load_state

RECORDED = pathlib.Path(portal_package.__file__).parent.parent / "recorded"

# Facts about races and about portals that were put into a state from outside.
NOT_IN_ORDER = {"concurrency", "portal_states"}

# Exchanges that cannot be sent as they were recorded.
NOT_REPEATABLE = {
    ("auth", "form-basic"): "the owner's password is not in the state",
    ("odd", "gzip-request"): "the compressed bytes were not recorded",
    ("odd", "chunked"): "the framing of the body belongs to the connection",
}

# Wherever they stand in a body.
IGNORED = {
    "traceId": "new with each request",
    "profileUrl": "depends on the portal's address",
    "registrationDate": "a time",
    "terminated": "a time",
    "createOn": "a time",
    "lastUsed": "a time",
    "expiresAt": "a time",
    "usedSpace": "depends on people's files",
    "theme": "a setting of the web pages",
}

# What the portal answers differently, and why.
KNOWN_DIFFERENCES = {
    ("auth", "keys-create"): "keyPostfix is the end of a random key",
    ("odd", "health"): "of the health report there is the status only",
    ("people_change", "delete-group-user"): (
        "the server still answers from its cache of memberships, until the next change of one"
    ),
}

LOWEST_STATUSES = 1.0
LOWEST_BODIES = 0.997

_BOUND = re.compile(r"[456]0000000-0000-4000-8000-\d{12}")
_KEY = re.compile(r"<[^<>]+>")
_MADE_KEY = "<made key>"


@dataclasses.dataclass
class Tally:
    """How many exchanges were sent, and which of them came out as recorded."""

    sent: int = 0
    statuses: int = 0
    bodies: int = 0
    differences: list[str] = dataclasses.field(default_factory=list)


class Replay:
    """One recording, sent to a fresh portal."""

    def __init__(self, topic: str) -> None:
        state = load_state()
        self._portal = Portal(state)
        self._bound = {f"<{key['name']}>": key["key"] for key in state["api_keys"]}
        self._bound["<upper case owner key>"] = self._bound["<owner key>"].upper()
        self._bound["<basic wrong>"] = "d3Jvbmc6d3Jvbmc="
        self._bound["<jwt-like>"] = "eyJhbGciOiJub25lIn0.e30.x"
        self._topic = topic

    def run(self) -> Tally:
        """Send every exchange that can be sent."""
        tally = Tally()
        for line in (RECORDED / f"{self._topic}.jsonl").read_text(encoding="utf-8").splitlines():
            exchange = json.loads(line)
            if (self._topic, exchange["name"]) not in NOT_REPEATABLE:
                self._compare(exchange, tally)
        return tally

    def _compare(self, exchange: dict[str, t.Any], tally: Tally) -> None:
        wanted = exchange["response"]
        status, body = self._send(exchange["request"])
        self._bind(wanted["body"], body)
        expected = _canonical(self._translated(wanted["body"]))
        same_status = status == wanted["status"]
        same_body = _canonical(body) == expected
        tally.sent += 1
        tally.statuses += same_status
        tally.bodies += same_body
        if not (same_status and same_body):
            tally.differences.append(exchange["name"])
            if (self._topic, exchange["name"]) not in KNOWN_DIFFERENCES:
                print(f"\n{self._topic} {exchange['name']}: {wanted['status']}, not {status}")
                print(f"  recorded: {json.dumps(expected, ensure_ascii=False)}")
                print(f"  answered: {json.dumps(_canonical(body), ensure_ascii=False)}")

    def _send(self, request: dict[str, t.Any]) -> tuple[int, t.Any]:
        body = self._translated(request["body"])
        builder = EnvironBuilder(
            path=urllib.parse.unquote(self._translated(request["path"])),
            query_string=self._translated(request["query"] or ""),
            method=request["method"],
            headers=self._translated(request["headers"]),
            data=None
            if body is None
            else body
            if isinstance(body, str)
            else _encoded(request, body),
        )
        answer, status, _headers = run_wsgi_app(self._portal, builder.get_environ(), buffered=True)
        text = b"".join(answer).decode()
        return int(status.partition(" ")[0]), json.loads(text) if text else None

    def _bind(self, recorded: t.Any, answered: t.Any) -> None:
        """Note the ids and keys that the portal made where the recording has new ones."""
        for mine, theirs in _pairs(recorded, answered):
            if mine == _MADE_KEY or _BOUND.fullmatch(mine):
                self._bound.setdefault(mine, theirs)

    def _translated(self, value: t.Any) -> t.Any:
        if isinstance(value, dict):
            return {name: self._translated(item) for name, item in value.items()}
        if isinstance(value, list):
            return [self._translated(item) for item in value]
        if isinstance(value, str):
            for pattern in (_BOUND, _KEY):
                value = pattern.sub(lambda found: self._bound.get(found[0], found[0]), value)
        return value


def _encoded(request: dict[str, t.Any], body: t.Any) -> bytes:
    utf16 = "utf-16" in request["headers"].get("Content-Type", "")
    return json.dumps(body).encode("utf-16" if utf16 else "utf-8")


def _pairs(recorded: t.Any, answered: t.Any) -> c.Iterator[tuple[str, str]]:
    if isinstance(recorded, dict) and isinstance(answered, dict):
        for name in recorded.keys() & answered.keys():
            yield from _pairs(recorded[name], answered[name])
    elif isinstance(recorded, list) and isinstance(answered, list):
        for mine, theirs in zip(sorted(recorded, key=_name), sorted(answered, key=_name)):
            yield from _pairs(mine, theirs)
    elif isinstance(recorded, str) and isinstance(answered, str):
        yield recorded, answered


def _name(item: t.Any) -> str:
    """What pairs the items of two lists whose order may differ."""
    return str(item.get("displayName") or item.get("name", "")) if isinstance(item, dict) else ""


def _canonical(body: t.Any, ordered: bool = True) -> t.Any:
    """The body without what is ignored; order counts in paged lists only."""
    if isinstance(body, dict):
        paged = "total" in body
        return {
            name: _canonical(value, ordered=paged and name == "response")
            for name, value in sorted(body.items())
            if name not in IGNORED
        }
    if isinstance(body, list):
        items = [_canonical(item) for item in body]
        return items if ordered else sorted(items, key=json.dumps)
    return None if body == "" else body


@pytest.fixture(scope="module")
def tallies() -> dict[str, Tally]:
    """All the recordings that can be replayed, each from a fresh portal."""
    topics = sorted(path.stem for path in RECORDED.glob("*.jsonl"))
    return {topic: Replay(topic).run() for topic in topics if topic not in NOT_IN_ORDER}


def test_answers_as_recorded(tallies: dict[str, Tally], capsys: pytest.CaptureFixture[str]) -> None:
    sent = sum(tally.sent for tally in tallies.values())
    statuses = sum(tally.statuses for tally in tallies.values())
    bodies = sum(tally.bodies for tally in tallies.values())
    with capsys.disabled():
        print(f"\nreplay: statuses {statuses}/{sent}, bodies {bodies}/{sent}")
        for topic, tally in tallies.items():
            print(f"  {topic}: statuses {tally.statuses}/{tally.sent}, bodies {tally.bodies}")
    assert statuses / sent >= LOWEST_STATUSES
    assert bodies / sent >= LOWEST_BODIES


def test_every_difference_is_known(tallies: dict[str, Tally]) -> None:
    found = {(topic, name) for topic, tally in tallies.items() for name in tally.differences}
    assert found == set(KNOWN_DIFFERENCES)
