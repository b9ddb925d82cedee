# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Rooms that people and groups enter, and how tests see who does."""

from __future__ import annotations

from typing import Any

from werkzeug.test import Client

from ansible_collections.onlyoffice.docspace.tests.unit.plugins.simulated import Site

OWNER = "66faa6e4-f133-11ea-b126-00ffeec8b4ef"
DSADMIN = "a0000000-0000-4000-8000-000000000001"
ROOMADMIN = "b0000000-0000-4000-8000-000000000001"
GUEST = "f0000000-0000-4000-8000-000000000001"
DISABLED = "e0000000-0000-4000-8000-000000000001"
USER = "c0000000-0000-4000-8000-0000000000{:02}".format
GROUP = "10000000-0000-4000-8000-0000000000{:02}".format
ENGINEERING, FINANCE, LEGAL, SALES = map(GROUP, (4, 5, 7, 10))
EVERYONE = "c5cc67d1-c3e8-43c0-a3ad-3928ae3e5b5e"
#: Types of rooms.
FORMS, EDITING, CUSTOM, PUBLIC, DATA, AI = 1, 2, 5, 6, 8, 9


def room(
    number: int,
    title: str,
    levels: dict[str, int] | None = None,
    owner: str = OWNER,
    kind: int = CUSTOM,
    archived: bool = False,
) -> dict[str, Any]:
    """A room for a state file; groups are told from people by their ids."""
    shares = [
        {"group" if key.startswith("10") or key == EVERYONE else "user": key, "access": level}
        for key, level in (levels or {}).items()
    ]
    return {
        "id": number,
        "title": title,
        "type": kind,
        "owner": owner,
        "archived": archived,
        "shares": shares,
    }


def with_rooms(site: Site, *rooms: dict[str, Any]) -> Site:
    """The same portal with these rooms."""
    site.state["rooms"] = list(rooms)
    site.__post_init__()
    return site


def levels(site: Site, number: int = 120) -> dict[str, int]:
    """The entries of a room as they are stored, by id."""
    (found,) = (each for each in site.portal.state()["rooms"] if each["id"] == number)
    return {each.get("user") or each["group"]: each["access"] for each in found["shares"]}


def history(site: Site, number: int = 120) -> list[str]:
    """What is noted in the history of a room, the latest first."""
    answer = Client(site.portal).get(
        f"/api/2.0/files/folder/{number}/log",
        headers={"Authorization": f"Bearer {site.api_key()}"},
    )
    rows = answer.get_json()["response"]
    return [each["action"]["key"] for row in rows for each in (row, *row.get("related", ()))]
