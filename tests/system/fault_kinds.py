# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""All that is made to go wrong, as entries of a schedule (see tests/portal/http/faults.py)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ansible_collections.onlyoffice.docspace.tests.portal import load_state

RECORDED = Path(__file__).parents[1] / "recorded" / "portal_states.jsonl"
#: What must never be shown.
KEY = next(key["key"] for key in load_state()["api_keys"] if key["name"] == "owner key")
STACK = "   at ASC.People.Api.GroupController.Fail() in /src/GroupController.cs:line 42"

#: For how many requests a fault lasts: one; a request and all its repeats; all to the end.
ONCE, REPEATED, LASTING = 1, 4, 10**6

_OTHER_GROUP = "/api/2.0/group/10000000-0000-4000-8000-000000000012"
_OTHER_PERSON = "/api/2.0/people/b0000000-0000-4000-8000-000000000001"
_ONE_GROUP = re.compile("/api/2.0/group/[0-9a-f-]{36}(/members)?")
_ONE_PERSON = re.compile("/api/2.0/people/[^/]+")


def error(message: str, kind: str, status: int) -> str:
    """The body of a failure inside the portal."""
    inner = {"message": message, "type": kind, "stack": STACK, "hresult": -2146233088}
    return json.dumps({"error": inner, "status": 1, "statusCode": status})


_CRASH = error(f"Boom {KEY}", "System.NullReferenceException", 500)
_DENIED = error("Access denied", "System.Security.SecurityException", 403)
_NOT_FOUND = error("The group could not be found", "ASC.Common.Web.ItemNotFoundException", 404)
_NO_ELEMENTS = error("Sequence contains no elements.", "System.InvalidOperationException", 403)
_TWO_MANAGERS = error(
    "Sequence contains more than one element.", "System.InvalidOperationException", 403
)
_HTML = {
    "body": f"<html><title>Please log in</title><pre>{KEY}\n{STACK}</pre></html>",
    "headers": {"Content-Type": "text/html"},
}
_TRUE = {"status": 200, "body": {"response": True, "count": 1, "status": 0, "statusCode": 200}}
_LOST = {"done": True, "status": 502, **_HTML}


def _asks(pause: str) -> dict[str, Any]:
    return {"status": 429, "headers": {"Retry-After": pause}}


@dataclass(frozen=True)
class Kind:
    """A fault: the entries for a request and those that follow it, and where it makes sense."""

    name: str
    entries: tuple[dict[str, Any], ...]
    #: Whether requests are repeated because of it.
    transient: bool = False
    #: Whether it can only be for a moment: of a portal that goes on like that, nothing is known.
    momentary: bool = False
    #: Only for requests with such a method and path ...
    where: str = ""
    #: ... and only after a write.
    after_write: bool = False
    #: A well-formed answer that what was asked for does not exist: nobody can know better.
    denial: bool = False
    #: From a portal behind TLS.
    tls: bool = False

    def applies(self, request: str, after_write: bool) -> bool:
        """Whether it makes sense for a request."""
        fits = re.fullmatch(self.where, request) if self.where else True
        return bool(fits) and (after_write or not self.after_write)

    def lasts(self, after_write: bool) -> tuple[int, ...]:
        """For how many requests it is worth to last: nothing comes behind a read that failed."""
        if self.momentary:
            return (ONCE,)
        if self.transient:
            return (ONCE, REPEATED, LASTING) if after_write else (ONCE, LASTING)
        return (ONCE, LASTING) if after_write else (ONCE,)

    def schedule(self, number: int, path: str, lasts: int) -> Iterator[dict[str, Any]]:
        """The entries that make it happen at a request."""
        for at, entry in enumerate(self.entries):
            place: dict[str, Any] = {"first": number + at}
            if at == len(self.entries) - 1:
                place["times"] = lasts
            if "shows" in entry and _ONE_PERSON.fullmatch(path):
                place["shows"] = _OTHER_PERSON
            if "refuse" in entry:
                # So short that a repeat gets through, or until the task has given up.
                place = {"first": number, "refuse": 0.03 if lasts == ONCE else 0.5}
            yield {**entry, **place}


_WRITE = "(PUT|POST|DELETE) .*"
_ONE_BY_ONE = "POST /api/2.0/people/invite|PUT /api/2.0/people/type/.*"
_MEMBERS = f"PUT {_ONE_GROUP.pattern}|DELETE .*/members"


def _simple() -> Iterator[Kind]:
    """What happens at any request, which the portal does not carry out unless it says so."""
    yield Kind("connection refused", ({"refuse": 0},), transient=True)
    yield Kind("reset before the answer", ({"cut": "before"},), transient=True)
    yield Kind("reset in mid-answer", ({"cut": "within", "done": True},), transient=True)
    yield Kind("answer truncated", ({"cut": "short", "done": True},))
    for way in ("before", "within", "short"):
        yield Kind(f"TLS cut, {way}", ({"cut": way, "done": True},), transient=True, tls=True)
    yield Kind("gzip damaged", ({"damaged": True},))
    yield Kind("stall", ({"delay": 1.5, "status": 504},))
    yield Kind("429", ({"status": 429},), transient=True)
    yield Kind("429, Retry-After 2", (_asks("2"),), transient=True)
    yield Kind("429, Retry-After a date", ({"status": 429, "retry_at": 2},), transient=True)
    yield Kind(
        "429, Retry-After a past date", (_asks("Fri, 31 Dec 1999 23:59:59 GMT"),), transient=True
    )
    yield Kind("429, Retry-After absurdly large", (_asks("999999999999"),))
    yield Kind(
        "429, Retry-After a date far away",
        (_asks("Fri, 31 Dec 9999 23:59:59 GMT"),),
        transient=True,
    )
    yield Kind(
        "429, Retry-After a date that is none",
        (_asks("Fri, 31 Dec 99999999999 23:59:59 GMT"),),
        transient=True,
    )
    yield Kind("429, Retry-After negative", (_asks("-5"),), transient=True)
    yield Kind("500 with a stack trace", ({"status": 500, "body": _CRASH},))
    for status in (502, 503, 504):
        yield Kind(f"{status} with HTML", ({"status": status, **_HTML},), transient=True)
    yield Kind("401", ({"status": 401},))
    yield Kind("402", ({"status": 402},))
    yield Kind("403 empty", ({"status": 403},))
    yield Kind("403 with an error body", ({"status": 403, "body": _DENIED},))
    yield Kind("404 empty", ({"status": 404},))
    yield Kind("404 with an error body", ({"status": 404, "body": _NOT_FOUND},), denial=True)
    yield Kind("login page", ({"status": 200, **_HTML},))
    yield Kind("response true", (_TRUE,))
    wrong: list[tuple[str, Any]] = [
        ("an object", {"hello": 1}), ("a list", [1, None]), ("a text", "OK"), ("null", None)
    ]  # fmt: skip
    for what, response in wrong:
        yield Kind(f"response {what}", ({"status": 200, "body": {"response": response}},))
    yield Kind("no envelope", ({"status": 200, "body": {"id": 5}},))
    places = {"the same host": "/login", "another host": "https://other.example.com/api/2.0/x"}
    for where, place in places.items():
        yield Kind(f"redirect to {where}", ({"status": 302, "headers": {"Location": place}},))
    plain = {"status": 302, "headers": {"Location": "http://127.0.0.1/api/2.0/x"}}
    yield Kind("redirect from https to http", (plain,), tls=True)


def _of_writes() -> Iterator[Kind]:
    """What happens to writes that are carried out, in full or in part."""
    done: dict[str, dict[str, Any]] = {
        "reset before the answer": {"cut": "before"},
        "stall": {"delay": 1.5},
        "500": {"status": 500, "body": _CRASH},
        "502": _LOST,
        "504": {"status": 504, **_HTML},
        "login page": {"status": 200, **_HTML},
        "response true": _TRUE,
        "203": {**_TRUE, "status": 203},
    }
    for what, entry in done.items():
        yield Kind(f"done, but {what}", ({"done": True, **entry},), where=_WRITE)
    empty = {"status": 200, "body": {"response": []}}
    yield Kind("an empty list", (empty,), momentary=True, where=_WRITE)
    yield Kind("done, but an empty list", ({"done": True, **empty},), momentary=True, where=_WRITE)
    two = {"done": True, "status": 403, "body": _TWO_MANAGERS}
    yield Kind("done, but 403, two managers", (two,), where="(PUT|POST) .*|DELETE .*/members")
    in_part: dict[str, dict[str, Any]] = {
        "403": {"status": 403, "body": _NO_ELEMENTS},
        "500": {"status": 500, "body": _CRASH},
        "reset": {"cut": "before"},
    }
    for what, entry in in_part.items():
        yield Kind(f"done in part, and {what}", ({"done": 1, **entry},), where=_MEMBERS)
    denied = {"done": 1, "status": 403, "body": _DENIED}
    full = {"done": 1, "status": 402, "body": _CRASH}
    # What the portal does one by one.
    yield Kind("done in part, and denied", (denied,), where=_ONE_BY_ONE)
    yield Kind("done in part, and seats full", (full,), where=_ONE_BY_ONE)
    # The portal has done it, and a request that comes behind goes wrong in another way.
    behind: dict[str, dict[str, Any]] = {
        "401": {"status": 401},
        "403 empty": {"status": 403},
        "404 empty": {"status": 404},
        "429, Retry-After absurdly large": _asks("999999999999"),
        "redirect": {"status": 302, "headers": {"Location": "/login"}},
        "reset": {"cut": "before"},
    }
    for what, entry in behind.items():
        yield Kind(f"done, but 502, then {what}", (_LOST, entry), where=_WRITE)
        yield Kind(f"done, but reset, then {what}", ({"done": True, "cut": "before"}, entry),
                   where=_WRITE)  # fmt: skip
    gone = {"status": 404, "body": _NOT_FOUND}
    yield Kind("done, but 502, then 404 with an error body", (_LOST, gone), where=_WRITE,
               denial=True)  # fmt: skip
    crash = {"done": True, "status": 500, "body": _CRASH}
    stale = {"done": "stale"}
    yield Kind("done, but 500, then a stale read", (crash, stale), momentary=True, where=_WRITE)


def _of_answers() -> Iterator[Kind]:
    """Answers that are right for another question."""
    name, shown = "another group's answer", {"shows": _OTHER_GROUP}
    yield Kind(name, ({**shown, "done": False},), where=f"GET {_ONE_GROUP.pattern}")
    yield Kind(name, ({**shown, "done": True},), where=f"(PUT|DELETE) {_ONE_GROUP.pattern}")
    yield Kind(name, ({**shown, "done": True},), where="POST /api/2.0/group")
    yield Kind("another person's answer", ({"shows": _OTHER_PERSON, "done": False},),
               where="GET /api/2.0/people/(?!filter)[^/]+")  # fmt: skip
    yield Kind("stale read", ({"done": "stale"},), momentary=True, where="GET .*", after_write=True)


def _of_portals() -> Iterator[Kind]:
    """Recorded answers of portals that are not in service, or not for us."""
    seen = set()
    for line in RECORDED.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        answer = row["response"]
        state = row["name"].rpartition("-")[0]
        if answer["status"] >= 400 and "no-key" not in row["name"] and state not in seen:
            seen.add(state)
            body = answer["body"]
            entry = {
                "status": answer["status"],
                "body": body if body == "" else json.dumps(body),
                "headers": {"Content-Type": answer["headers"].get("content-type", "text/plain")},
            }
            yield Kind(f"portal state: {state}", (entry,))


KINDS = (*_simple(), *_of_writes(), *_of_answers(), *_of_portals())
