# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The tasks of `users` in which something goes wrong: one for each kind of write."""

from __future__ import annotations

from typing import Any

from ansible_collections.onlyoffice.docspace.tests.unit.plugins.simulated import crowd

_ROOM_ADMIN = "b0000000-0000-4000-8000-000000000001"
#: Somebody else who owns a room.
_OTHER = {**crowd(1)[0], "type": "RoomAdmin"}


def _room(number: int, owner: str, *readers: str) -> dict[str, Any]:
    shares = [{"user": reader, "access": 2} for reader in readers]
    return {"id": number, "title": "Room", "type": 5, "owner": owner, "shares": shares}


PEOPLE_TASKS: dict[str, tuple[str, dict[str, Any]]] = {
    "invite people": (
        "users",
        {
            "users": [
                {"user": "made1@example.org", "type": "user"},
                {"user": "made2@example.org", "type": "user"},
            ],
            "parallel": 1,
        },
    ),
    "make accounts": (
        "users",
        {
            "users": [
                {"user": "made1@example.org", "type": "user", "first_name": "Nora"},
                {"user": "made2@example.org", "type": "guest", "first_name": "Nils"},
            ],
            "create": "active",
            "parallel": 1,
        },
    ),
    # A seat becomes free, and two are taken.
    "change accounts": (
        "users",
        {
            "users": [
                {"user": "user05", "type": "room_admin"},
                {"user": "user06", "type": "room_admin"},
                {"user": "user07", "state": "disabled"},
                {"user": "disabled01", "state": "enabled"},
                {"user": "user08", "email": "made3@example.org"},
            ],
            "max_new_seats": 2,
            "parallel": 1,
        },
    ),
    "set quotas": (
        "users",
        {
            "users": [{"user": "user05", "quota": "1024"}, {"user": "user06", "quota": "1024"}],
            "parallel": 1,
        },
    ),
    "lower a type": (
        "users",
        {
            "users": [{"user": "roomadmin", "type": "user"}],
            "successor": "dsadmin",
            "wait_timeout": 1,
            "parallel": 1,
        },
    ),
    # The room of somebody else is taken over for a moment, and given back.
    "lower a type and give a room back": (
        "users",
        {
            "users": [{"user": "roomadmin", "type": "user"}],
            "successor": "dsadmin",
            "other_rooms": "restore",
            "wait_timeout": 1,
            "parallel": 1,
        },
    ),
}


def prepare(task: str, state: dict[str, Any]) -> None:
    """Change the state of the portal before a task."""
    if task == "set quotas":
        state["portal"] |= {"quota_enabled": True, "quota_default": 2**30}
    if task.startswith("lower a type"):
        state["users"].append(_OTHER)
        state["rooms"] = [_room(5, _ROOM_ADMIN)]
        if task.endswith("back"):
            state["rooms"].append(_room(6, _OTHER["id"], _ROOM_ADMIN))
