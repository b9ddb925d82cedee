# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What must be so after a fault about what `users` says of accounts."""

from __future__ import annotations

import requests

from ansible_collections.onlyoffice.docspace.tests.system.fault_cells import (
    Cell,
    Result,
    State,
    known_as,
)
from ansible_collections.onlyoffice.docspace.tests.system.fault_kinds import KEY

#: What accounts are called by the portal.
_TYPES = {"owner": "Owner", "docspace_admin": "DocSpaceAdmin", "room_admin": "RoomAdmin"}


def check_accounts(cell: Cell, result: Result, before: State, after: State) -> None:
    """What is said of each account, and who is in which list."""
    check_account_rows(cell, result, before, after)
    if not cell.kind.denial:
        for key, status in (("disabled", "disabled"), ("enabled", "active")):
            people, was = after["people"], before["people"]
            changed = {each for each in was if people[each] == status != was[each]}
            assert {each["id"] for each in result[key]} == changed
        assert {known_as(each) for each in result["added"]} == (
            after["people"].keys() - before["people"].keys()
        )


def check_account_rows(cell: Cell, result: Result, before: State, after: State) -> None:
    """What is said of each account."""
    for row in result["users"]:
        if row["status"] is None or (cell.kind.denial and row["failed"]):
            continue
        key = known_as(row)
        kind = _TYPES.get(row["type"], row["type"].capitalize())
        assert after["accounts"][key][:2] == (kind, row["email"])
        assert after["people"][key] == row["status"]
        is_same = all(before[what].get(key) == after[what][key] for what in ("people", "accounts"))
        assert row["changed"] is not is_same


def give_back(room: Result, base_url: str) -> None:
    """What people do about a room that a failure has named."""
    body = {"folderIds": [int(room["id"])], "userId": room["owner"]}
    headers = {"Authorization": f"Bearer {KEY}"}
    answer = requests.post(
        f"{base_url}/api/2.0/files/owner", json=body, headers=headers, timeout=10
    )
    answer.raise_for_status()
