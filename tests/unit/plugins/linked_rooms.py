# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""A portal with a room of each type, to hang links on."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from ansible_collections.onlyoffice.docspace.tests.portal import load_state, serve
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.simulated import Site

_STATE = Path(__file__).parents[2] / "recorded" / "state_rooms.json"
#: One of each type.
CUSTOM, PUBLIC, FORMS, DATA, EDITING, AGENT = range(201, 207)
#: Of the administrator, and in the archive.
FOREIGN, ARCHIVED = 207, 208
_TYPES = {CUSTOM: 5, PUBLIC: 6, FORMS: 1, DATA: 8, EDITING: 2, AGENT: 9, FOREIGN: 5, ARCHIVED: 5}
_TITLES = {
    CUSTOM: "Custom",
    PUBLIC: "Public",
    FORMS: "Forms",
    DATA: "Data",
    EDITING: "Editing",
    AGENT: "Agent",
    FOREIGN: "Foreign",
    ARCHIVED: "Archived",
}
ADMIN = "a0000000-0000-4000-8000-000000000001"
MEMBER = "c0000000-0000-4000-8000-000000000001"
#: Of rooms that always have one.
PRIMARY = {
    PUBLIC: "70000000-0000-4000-8000-000000000206",
    FORMS: "70000000-0000-4000-8000-000000000203",
}
LATER, STILL_LATER = "2031-12-31T23:59:00Z", "2032-01-01T00:00:00Z"
STORED, STORED_LATER = "2031-12-31T23:59:00+00:00", "2032-01-01T00:00:00+00:00"
OVER = "2020-01-01T00:00:00+00:00"


def link_id(number: int) -> str:
    """The id of a link that is there before a task."""
    return f"71000000-0000-4000-8000-{number:012}"


def state_with_links(*links: dict[str, Any]) -> dict[str, Any]:
    """The rooms, with links beside the primary ones.

    :param links: each with at least ``id`` and, if it is not the first room's, ``room``.
    """
    state: dict[str, Any] = load_state(_STATE)
    owner = next(user["id"] for user in state["users"] if user["type"] == "Owner")
    state["rooms"] = [
        {
            "id": number,
            "title": _TITLES[number],
            "type": kind,
            "owner": ADMIN if number == FOREIGN else owner,
            "archived": number == ARCHIVED,
            "shares": [{"user": MEMBER, "access": 2}] if number == CUSTOM else [],
        }
        for number, kind in _TYPES.items()
    ]
    always = [
        {"id": PRIMARY[PUBLIC], "room": PUBLIC, "title": "Shared link", "is_primary": True},
        {
            "id": PRIMARY[FORMS],
            "room": FORMS,
            "title": "Link to fill out",
            "access": 7,
            "is_primary": True,
        },
    ]
    state["links"] = [_stored(link, owner) for link in [*always, *links]]
    return state


def _stored(link: dict[str, Any], owner: str) -> dict[str, Any]:
    link = {"title": "Link", "access": 2, "type": 1, "maker": owner, **link}
    room = link.pop("room", CUSTOM)
    return {**link, "holder": f"room {room}"}


def with_a_room(state: dict[str, Any]) -> dict[str, Any]:
    """A portal's state, with a custom room of its owner, "Project"."""
    owner = next(user["id"] for user in state["users"] if user["type"] == "Owner")
    room = {"id": 301, "title": "Project", "type": 5, "owner": owner, "shares": []}
    return {**state, "rooms": [*state.get("rooms", []), room]}


@contextmanager
def site_with(*links: dict[str, Any]) -> Iterator[Site]:
    """A portal with these rooms and links."""
    made = Site(state_with_links(*links))
    with serve(made) as made.base_url:
        yield made


def stored(site: Site, room: int = CUSTOM) -> dict[str, dict[str, Any]]:
    """The links of a room as they are stored, by title, without what says where they are."""
    return {
        link["title"]: {
            key: value for key, value in link.items() if key not in ("holder", "maker", "title")
        }
        for link in site.portal.state().get("links", [])
        if link["holder"] == f"room {room}"
    }
