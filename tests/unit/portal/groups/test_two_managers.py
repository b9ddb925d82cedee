# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""A group of which two people were made manager at once."""

from __future__ import annotations

import json
import pathlib
import typing as t

from ansible_collections.onlyoffice.docspace.tests import portal as portal_package
from ansible_collections.onlyoffice.docspace.tests.portal import Portal, load_state
from ansible_collections.onlyoffice.docspace.tests.unit.portal.asking import send

RECORDED = pathlib.Path(portal_package.__file__).parents[1] / "recorded"


def recorded_after_two_managers() -> list[dict[str, t.Any]]:
    """What was asked of a real portal once four people had become manager of a group at once."""
    file = RECORDED / "concurrency.jsonl"
    exchanges = map(json.loads, file.read_text(encoding="utf-8").splitlines())
    return [each for each in exchanges if each["name"].startswith("manager-after")]


def test_a_group_with_two_managers_breaks_what_shows_it_until_it_is_deleted() -> None:
    group_id = "50000000-0000-4000-8000-000000000004"
    people = [f"c0000000-0000-4000-8000-00000000000{number}" for number in range(1, 6)]
    state = load_state()
    state["groups"].append(
        {
            "id": group_id,
            "name": "Two managers",
            "manager": people[1],
            "second_manager": people[2],
            "members": people,
            "ldap": False,
        }
    )
    portal = Portal(state)
    assert portal.state()["groups"][-1]["second_manager"] == people[2]

    for recorded in recorded_after_two_managers():
        sent, wanted = recorded["request"], recorded["response"]
        answer = send(portal, sent["method"], f"{sent['path']}?{sent['query'] or ''}", sent["body"])

        assert answer.status_code == wanted["status"], recorded["name"]
        if wanted["status"] == 403:
            assert answer.json is not None
            assert answer.json["error"]["message"] == wanted["body"]["error"]["message"]
            assert answer.json["error"]["type"] == wanted["body"]["error"]["type"]
        elif recorded["name"] == "manager-after-remove-was-it-done":
            assert answer.json is not None
            assert answer.json["response"] == wanted["body"]["response"]
    # The other group was made in spite of the answer, and the broken one is gone.
    names = [group["name"] for group in portal.state()["groups"]]
    assert "Other" in names
    assert "Two managers" not in names
