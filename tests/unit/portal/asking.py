# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""How tests ask the simulated portal, without sockets."""

from __future__ import annotations

import json
import typing as t

from werkzeug.test import Client, TestResponse

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
