# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Accounts that a directory (LDAP) owns, as they were recorded of a real server."""

from __future__ import annotations

import copy
import typing as t

import pytest

from ansible_collections.onlyoffice.docspace.tests.portal import Portal, load_state
from ansible_collections.onlyoffice.docspace.tests.unit.portal.asking import send

LDAP = "ab000000-0000-4000-8000-000000000001"
OTHER = "c0000000-0000-4000-8000-000000000003"
ACCOUNT = {
    "id": LDAP,
    "firstName": "Lars",
    "lastName": "Ldap01",
    "email": "ldap01@example.org",
    "userName": "ldap01",
    "status": "active",
    "type": "User",
    "ldap": True,
}


@pytest.fixture
def portal() -> Portal:
    state = load_state()
    state["users"].append(dict(ACCOUNT))
    return Portal(state)


def test_they_show_where_they_come_from_and_go_round(portal: Portal) -> None:
    seen: t.Any = send(portal, "GET", f"/api/2.0/people/{LDAP}").json
    assert (seen["response"]["isLDAP"], seen["response"]["isSSO"]) == (True, False)
    assert ACCOUNT in portal.state()["users"]
    assert Portal(copy.deepcopy(portal.state())).state() == portal.state()


@pytest.mark.parametrize("status", ["Terminated", "Active"])
def test_one_of_them_refuses_a_change_of_status_for_all(portal: Portal, status: str) -> None:
    path = f"/api/2.0/people/status/{status}"

    assert send(portal, "PUT", path, {"userIds": [OTHER, LDAP]}).status_code == 403
    assert portal.mutations == 0


def test_they_cannot_be_deleted(portal: Portal) -> None:
    state = portal.state()
    next(user for user in state["users"] if user["id"] == LDAP)["status"] = "disabled"
    portal = Portal(state)

    assert send(portal, "DELETE", f"/api/2.0/people/{LDAP}").status_code == 403
    assert portal.mutations == 0
