# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Answers: the envelope round every body, error bodies and the `fields` parameter."""

from __future__ import annotations

import dataclasses
import json
import typing as t

from .failures import ApiError, Failure, Forbidden, Invalid, Refused

JSON_TYPE = "application/json; charset=utf-8"
PROBLEM_TYPE = "application/problem+json; charset=utf-8"
_RFC = "https://tools.ietf.org/html/rfc9110#section-"


@dataclasses.dataclass(frozen=True)
class Answer:
    """What goes back to the client."""

    status: int
    body: bytes = b""
    content_type: str | None = None
    headers: dict[str, str] = dataclasses.field(default_factory=dict)


@dataclasses.dataclass(frozen=True)
class Page:
    """A page of a longer list; `count` is what the server claims, not always the rows."""

    rows: list[dict[str, t.Any]]
    total: int
    count: int


@dataclasses.dataclass(frozen=True)
class Stream:
    """A list that the server writes row by row and therefore counts as one thing."""

    rows: list[t.Any]


class NoContent:
    """An answer without a body."""


@dataclasses.dataclass(frozen=True)
class Redirect:
    """An answer that sends the client elsewhere."""

    location: str


def success(payload: t.Any, fields: list[str] | None) -> Answer:
    """The answer to a request that was carried out."""
    if isinstance(payload, NoContent):
        return Answer(204)
    if isinstance(payload, Redirect):
        return Answer(302, headers={"Location": payload.location})
    if payload is None:
        return plain(200, {"count": 0, "status": 0, "statusCode": 200})
    response, count, total = _unwrap(payload)
    body: dict[str, t.Any] = {"response": pick(response, fields), "count": count}
    if total is not None:
        body["total"] = total
    body.update(status=0, statusCode=200)
    return plain(200, body)


def failure(error: Failure, fields: list[str] | None) -> Answer:
    """The answer to a request that was refused."""
    if isinstance(error, Refused):
        return Answer(error.status, headers=error.headers)
    if isinstance(error, Forbidden):
        forbidden = {"type": f"{_RFC}15.5.4", "title": "Forbidden", "status": 403}
        return plain(403, forbidden, PROBLEM_TYPE)
    if isinstance(error, ApiError):
        return plain(
            error.status, {"error": _error(error), "status": 1, "statusCode": error.status}
        )
    bound = isinstance(error, Invalid)
    body = {
        "response": pick(_problem(error), fields),
        "count": 1,
        "status": 1 if bound else 0,
        "statusCode": 400 if bound else 200,
    }
    return plain(error.status, body, PROBLEM_TYPE)


def plain(status: int, body: t.Any, content_type: str = JSON_TYPE) -> Answer:
    """A JSON body as it stands."""
    return Answer(status, json.dumps(body, ensure_ascii=False).encode(), content_type)


def pick(value: t.Any, fields: list[str] | None) -> t.Any:
    """Only the wanted properties of an object or of each object of a list, nested by dots."""
    if fields is None:
        return value
    wanted: dict[str, list[str] | None] = {}
    for field in fields:
        name, dot, rest = field.partition(".")
        if not dot:
            wanted[name] = None
        else:
            inner = wanted.setdefault(name, [])
            if inner is not None:
                inner.append(rest)
    return _pick(value, wanted)


def _pick(value: t.Any, wanted: dict[str, list[str] | None]) -> t.Any:
    if isinstance(value, list):
        return [_pick(item, wanted) for item in value]
    if isinstance(value, dict):
        return {name: pick(value[name], wanted[name]) for name in value if name in wanted}
    return value


def _unwrap(payload: t.Any) -> tuple[t.Any, int, int | None]:
    if isinstance(payload, Page):
        return payload.rows, payload.count, payload.total
    if isinstance(payload, Stream):
        return payload.rows, 1, None
    return payload, len(payload) if isinstance(payload, list) else 1, None


def _error(error: ApiError) -> dict[str, t.Any]:
    return {
        "message": error.message,
        "type": error.kind,
        "stack": "<server stack trace>",
        "hresult": error.hresult,
    }


def _problem(error: Failure) -> dict[str, t.Any]:
    if isinstance(error, Invalid):
        return {
            "type": f"{_RFC}15.5.1",
            "title": "One or more validation errors occurred.",
            "status": 400,
            "errors": error.errors,
        }
    return {"type": f"{_RFC}15.5.16", "title": "Unsupported Media Type", "status": 415}
