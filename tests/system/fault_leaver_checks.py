# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What tasks say of people who leave, held against the truth."""

from __future__ import annotations

from ansible_collections.onlyoffice.docspace.tests.system.fault_cells import Cell, Result, State


def check_leavers(cell: Cell, result: Result, before: State, after: State) -> None:
    """What is said of everybody who leaves: their groups, their account, the groups they manage."""
    for each in result["leavers"]:
        if cell.kind.denial and each["failed"]:  # a group is said to be gone
            continue
        key = each["id"]
        was, now = (
            {
                group
                for group, (_name, _manager, members) in state["groups"].items()
                if key in members
            }
            for state in (before, after)
        )
        assert {group["id"] for group in each["left"]} == was - now
        assert (each["previous_status"], each["status"]) == (
            before["people"][key],
            after["people"].get(key, "disabled"),
        )
        check_rooms_left(each, before, after)
        for group in each["managed"]:
            manager = group["manager"] and group["manager"]["id"]
            assert manager == after["groups"][group["id"]][1]


def check_handovers(cell: Cell, rows: list[Result], before: State, after: State) -> None:
    """What is said of what people owned: their rooms, and whether they are still there."""
    for each in rows:
        if "moved" not in each or (cell.kind.denial and each["failed"]):
            continue
        key, successor = each["id"], (each["successor"] or {}).get("id")
        owned = {room for room, owner in before["rooms"].items() if owner == key}
        assert {room["id"] for room in each["rooms"]} == owned
        moved = {room for room in owned if after["rooms"][room] == successor}
        assert {room["id"] for room in each["moved"]} == moved
        assert each["deleted"] is (key not in after["people"])


def check_rooms_left(leaver: Result, before: State, after: State) -> None:
    """What is said of the rooms that somebody was put out of, where that is known."""
    if leaver.get("rooms_left") is not None:
        was, now = (
            {room for room, entries in state["entries"].items() if leaver["id"] in entries}
            for state in (before, after)
        )
        assert {room["id"] for room in leaver["rooms_left"]} == was - now
