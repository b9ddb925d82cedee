# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""How tests ask the simulated portal, without sockets."""

from __future__ import annotations

import json
import typing as t

from werkzeug.test import Client, TestResponse

from ansible_collections.onlyoffice.docspace.tests.portal import load_state

GROUP = "/api/2.0/group/10000000-0000-4000-8000-000000000014"
MEMBER = "c0000000-0000-4000-8000-000000000002"
STRANGER = "c0000000-0000-4000-8000-000000000009"
HIDDEN = "e0000000-0000-4000-8000-000000000001"
OWNER_KEY = "sk-cf40b8f143ae693e66bb5d24a6d31992bdc5291f48e9b89a19594ec53af24713"
HEADERS = {"Authorization": f"Bearer {OWNER_KEY}", "Content-Type": "application/json"}


def send(
    portal: t.Any,
    method: str,
    path: str,
    body: t.Any = None,
    headers: dict[str, str] | None = None,
) -> TestResponse:
    data = None if body is None else json.dumps(body)
    return Client(portal).open(path, method=method, data=data, headers=HEADERS | (headers or {}))


def key_of(name: str) -> str:
    """The key of this name in the state from which most recordings start."""
    return next(str(key["key"]) for key in load_state()["api_keys"] if key["name"] == name)


def call(
    portal: t.Any, method: str, path: str, body: t.Any = None, key: str | None = OWNER_KEY
) -> tuple[int, t.Any]:
    """Make a call of the API, also without a key; gives the status and what is answered."""
    headers = {"Content-Type": "application/json"}
    headers.update({"Authorization": f"Bearer {key}"} if key else {})
    data = None if body is None else json.dumps(body)
    answer = Client(portal).open(f"/api/2.0/{path}", method=method, data=data, headers=headers)
    found = answer.json if answer.data else None
    return answer.status_code, found.get("response", found) if found else None
