# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""A portal with rooms, and people who leave them behind."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ansible_collections.onlyoffice.docspace.tests.portal import load_state
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.simulated import Site

_PEOPLE = Path(__file__).parents[2] / "recorded" / "state_people.json"
#: Room administrators.
RITA, REMY, ROLF, RUTH, RAUL = (f"b0000000-0000-4000-8000-0000000000{n}" for n in range(11, 16))
#: A user who is disabled and owns nothing.
DORA = "e0000000-0000-4000-8000-000000000001"
BEN = "c0000000-0000-4000-8000-000000000002"
#: Of Rita, who is disabled.
CONTRACTS, OLD_CONTRACTS = 101, 102
#: Of Remy, who is disabled too, and of Rolf, who is not.
SALES, TRAVEL = 103, 104
_CUSTOM, _READ, _MANAGER = 5, 2, 9


def state_with_rooms() -> dict[str, Any]:
    """Rita (roomer01) and Remy (roomer02) are disabled and own rooms; Rolf (roomer03) is active."""
    state = load_state(_PEOPLE)
    for user in state["users"]:
        if user["id"] in (RITA, REMY):
            user["status"] = "disabled"
    state["rooms"] = [
        _room(CONTRACTS, "Contracts", RITA, {ROLF: _MANAGER, BEN: _READ}),
        _room(OLD_CONTRACTS, "Old contracts", RITA, archived=True),
        _room(SALES, "Sales", REMY, {RITA: _READ}),
        _room(TRAVEL, "Travel", ROLF, {RITA: _MANAGER}),
    ]
    return state


def furnish(site: Site, *rooms: dict[str, Any]) -> Site:
    """The portal has these rooms instead of its own."""
    site.state["rooms"] = list(rooms)
    site.__post_init__()
    return site


def shared_room(
    number: int,
    title: str,
    owner: str,
    people: dict[str, int] | None = None,
    groups: dict[str, int] | None = None,
    **more: Any,
) -> dict[str, Any]:
    """A room with entries of people and groups, by their ids."""
    room = _room(number, title, owner, people)
    entries = [{"group": group, "access": level} for group, level in (groups or {}).items()]
    return {**room, "shares": [*room["shares"], *entries], **more}


def _room(
    number: int,
    title: str,
    owner: str,
    shares: dict[str, int] | None = None,
    archived: bool = False,
) -> dict[str, Any]:
    entries = [{"user": user, "access": level} for user, level in (shares or {}).items()]
    return {
        "id": number,
        "title": title,
        "type": _CUSTOM,
        "owner": owner,
        "archived": archived,
        "shares": entries,
    }
