# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""A server that says the key back to us, in whatever way, has it shown nowhere."""

from __future__ import annotations

import base64
import json
import os
import urllib.parse

import pytest
from werkzeug.wrappers import Request, Response

from ansible_collections.onlyoffice.docspace.tests.system.conftest import BOTH_FRONTS, Process
from ansible_collections.onlyoffice.docspace.tests.system.secrets.secret_tasks import (
    KEY,
    served,
    tasks,
)
from ansible_collections.onlyoffice.docspace.tests.system.servers import proxying

GROUP = "10000000-0000-4000-8000-000000000004"
#: Ways in which something between us and the portal might say our key back to us.
ECHOES = {
    "body": lambda key: _error(f"no such key: {key}"),
    "long-body": lambda key: _error("x" * 180 + key),
    "quoted-body": lambda key: _error(urllib.parse.quote(key, safe="")),
    "base64-body": lambda key: _error(base64.b64encode(f"Bearer {key}".encode()).decode()),
    "half-body": lambda key: _error(f"the key that begins with {key[: len(key) // 2]}"),
    "broken-body": lambda key: _error(f"{key[:20]}\n{key[20:]}"),
    "denial": lambda key: _error(key, 403, "System.Security.SecurityException"),
    "unknown": lambda key: _error(key, 404),
    "bare-text": lambda key: Response(json.dumps(key), 403, mimetype="application/json"),
    "page": lambda key: Response(f"<html>{key}</html>", 200, mimetype="text/html"),
    "envelope": lambda key: Response(json.dumps({"response": [key]}), 200),
    "odd-fields": lambda key: Response(json.dumps({"response": [{"id": key, "name": [key]}]}), 200),
    "group-name": lambda key: Response(json.dumps({"response": [{"id": GROUP, "name": key}]}), 200),
    "header": lambda key: Response("", 401, {"WWW-Authenticate": key, "X-Key": key}),
    "cookie": lambda key: Response("", 402, {"Set-Cookie": f"key={key}"}),
    "redirect": lambda key: Response("", 302, {"Location": f"https://else.example/{key}?k={key}"}),
    "quoted-redirect": lambda key: Response("", 307, {"Location": f"/{urllib.parse.quote(key)}"}),
    "reason": lambda key: Response("", f"599 {key}"),
}


def _error(message, status=500, kind="System.Exception"):
    error = {"message": message, "type": kind, "stack": f"at {message}"}
    return Response(json.dumps({"error": error, "status": 1}), status, mimetype="application/json")


def echoing(environ, start_response):
    """Answers as the first segment of the path says, with the key that was sent."""
    request = Request(environ)
    request.get_data()
    key = request.headers["Authorization"].removeprefix("Bearer ")
    return ECHOES[request.path.split("/")[1]](key)(environ, start_response)


@BOTH_FRONTS
def test_a_server_that_repeats_the_key(watched, direct):
    kinds = list(ECHOES) if direct else ["body", "half-body", "page", "group-name", "redirect"]
    reading = {
        "name": "read",
        "onlyoffice.docspace.group_info": {"all": True, "base_url": "{{ url }}/{{ item }}"},
        "loop": kinds,
        "ignore_errors": True,
    }
    with served(echoing) as portal:
        # As a process it is the same code, and what Ansible does with its answer is seen by these.
        others = tasks(base_url=f"{portal.base_url}/body") if direct else []
        keys = {"vars": {"url": portal.base_url}}
        run = watched(portal, [reading, *others], env={}, direct=direct, **keys)

    codes = {each["item"]: each.get("failure", {}).get("code") for each in run.of("read")[:-1]}
    assert list(codes) == kinds
    assert [kind for kind, code in codes.items() if code is None] == ["group-name"]
    assert codes["redirect"] == "redirected"
    assert codes["body"] == "server_error"
    assert "Traceback" not in run.output


@BOTH_FRONTS
@pytest.mark.parametrize("answer", ["500 Bad\r\n{}", "{}"], ids=["header", "status line"])
def test_a_server_that_repeats_the_key_where_it_breaks_http(watched, direct, answer):
    with proxying(answer.format(KEY)) as broken:
        portal = Process(broken.url, KEY, os.getpid())
        reading = [
            {"name": "read", "onlyoffice.docspace.group_info": {"all": True, "retry_for": 0}}
        ]
        run = watched(portal, reading, env={}, direct=direct)

    assert run.of("read")[0]["failure"]["code"] in ("server_error", "connection")
