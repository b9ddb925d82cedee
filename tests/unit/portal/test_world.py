# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The state as a whole."""

from __future__ import annotations

import copy
import json
import typing as t

import pytest

from ansible_collections.onlyoffice.docspace.tests.portal import Portal, load_state
from ansible_collections.onlyoffice.docspace.tests.unit.portal.asking import (
    GROUP,
    HIDDEN,
    MEMBER,
    STRANGER,
    send,
)


@pytest.mark.parametrize(
    ("method", "path", "body", "mutations"),
    [
        ("GET", GROUP, None, 0),
        ("DELETE", f"{GROUP}/members", {"members": [STRANGER]}, 0),
        ("DELETE", f"{GROUP}/members", {"members": [MEMBER]}, 1),
        ("DELETE", f"{GROUP}/members", {"members": [HIDDEN, MEMBER]}, 1),
        ("PUT", f"{GROUP}/members", {"members": [MEMBER, HIDDEN]}, 0),
        ("PUT", GROUP, {"membersToAdd": [STRANGER], "membersToRemove": [STRANGER]}, 0),
        ("PUT", "/api/2.0/people/status/Terminated", {"userIds": [HIDDEN]}, 0),
        ("DELETE", GROUP, None, 1),
    ],
)
def test_only_real_changes_count(
    portal: Portal, method: str, path: str, body: t.Any, mutations: int
) -> None:
    before = portal.state()
    send(portal, method, path, body)
    assert portal.mutations == mutations
    assert (portal.state() != before) == bool(mutations)


def test_state_goes_round(portal: Portal) -> None:
    send(portal, "DELETE", f"{GROUP}/members", {"members": [HIDDEN]})
    send(portal, "POST", "/api/2.0/group", {"groupName": "New", "members": [MEMBER]})
    state = portal.state()
    assert Portal(copy.deepcopy(state)).state() == state
    assert json.loads(json.dumps(state)) == state


def test_recorded_state_is_kept_but_for_the_order(portal: Portal) -> None:
    recorded = load_state()
    for entries in (recorded["users"], recorded["groups"]):
        entries.sort(key=lambda entry: entry["id"])
    assert portal.state() == recorded
