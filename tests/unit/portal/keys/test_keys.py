# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What becomes of API keys, as far as no recording shows it."""

from __future__ import annotations

import copy
import typing as t

from werkzeug.test import Client

from ansible_collections.onlyoffice.docspace.tests.portal import Portal
from ansible_collections.onlyoffice.docspace.tests.unit.portal.asking import send

PERSON = "c0000000-0000-4000-8000-000000000001"


def test_a_key_that_was_made_goes_round_with_its_day(portal: Portal) -> None:
    body = {"name": "For a week", "permissions": ["accounts:read"], "expiresInDays": 7}
    made: t.Any = send(portal, "POST", "/api/2.0/keys", body).json

    state = portal.state()
    again = Portal(copy.deepcopy(state))

    assert again.state() == state
    key = {"Authorization": f"Bearer {made['response']['key']}"}
    seen: t.Any = Client(again).get("/api/2.0/keys/@self", headers=key).json
    assert seen["response"]["expiresAt"] == made["response"]["expiresAt"]


def test_a_change_of_a_key_that_changes_nothing_does_not_count(portal: Portal) -> None:
    for active, mutations in ((True, 0), (False, 1), (False, 1)):
        path = "/api/2.0/keys/40000000-0000-4000-8000-000000000004"
        assert send(portal, "PUT", path, {"isActive": active}).json
        assert portal.mutations == mutations


def test_the_keys_of_a_deleted_person_are_listed_and_open_nothing(portal: Portal) -> None:
    key = next(key for key in portal.state()["api_keys"] if key["user"] == PERSON)
    send(portal, "PUT", "/api/2.0/people/status/Terminated", {"userIds": [PERSON]})
    assert send(portal, "DELETE", f"/api/2.0/people/{PERSON}").status_code == 200

    headers = {"Authorization": f"Bearer {key['key']}"}
    assert Client(portal).get("/api/2.0/keys/@self", headers=headers).status_code == 401
    listed: t.Any = send(portal, "GET", "/api/2.0/keys").json
    owners = [each["createBy"]["id"] for each in listed["response"] if each["name"] == key["name"]]
    assert owners == ["4a515a15-d4d6-4b8e-828e-e0586f18f3a3"]
