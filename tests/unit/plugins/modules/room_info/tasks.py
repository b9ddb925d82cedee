# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""A portal with rooms of all kinds, and how the tests of `room_info` ask about them."""

from __future__ import annotations

from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from ansible_collections.onlyoffice.docspace.plugins.modules import room_info
from ansible_collections.onlyoffice.docspace.tests.portal import load_state, serve
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.simulated import (
    Site,
    failure,
    parameters,
)

_STATE = Path(__file__).parents[4] / "recorded" / "state_rooms.json"
OLGA = "66faa6e4-f133-11ea-b126-00ffeec8b4ef"
ADMIN, ADMIN2 = (f"a0000000-0000-4000-8000-00000000000{n}" for n in (1, 2))
ROSA, ROGER = (f"b0000000-0000-4000-8000-00000000000{n}" for n in (1, 2))
USER = "c0000000-0000-4000-8000-0000000000{:02}"
PENDING, DISABLED = "d0000000-0000-4000-8000-000000000001", "e0000000-0000-4000-8000-000000000001"
GUEST = "f0000000-0000-4000-8000-000000000001"
GROUP = "10000000-0000-4000-8000-0000000000{:02}"
DESIGN, ENGINEERING, FINANCE = (GROUP.format(number) for number in (3, 4, 5))
EVERYONE = "c5cc67d1-c3e8-43c0-a3ad-3928ae3e5b5e"
LINK, INVITATION = "71000000-0000-4000-8000-000000000001", "71000000-0000-4000-8000-000000000002"
CUSTOM, PUBLIC, DATA = 5, 6, 8
PLANS, OLD_PLANS, OPEN, DATA_ROOM, TWIN = 101, 102, 103, 104, 105
PASSWORD = "Never-shown-1"

DIRECTORY = "GET people/filter?count=100&startIndex=0"
WHOSE_KEY = ["GET keys/%40self", f"GET people/{OLGA}"]


def rooms_request(area: str = "Any", **query: str) -> str:
    """The first page of a list of rooms."""
    asked = {"count": "100", "searchArea": area, "sortOrder": "ascending", "startIndex": "0"}
    return "GET files/rooms?" + "&".join(
        f"{key}={value}" for key, value in sorted({**asked, **query}.items())
    )


def share(room: int) -> str:
    """The first page of who may enter a room."""
    return f"GET files/rooms/{room}/share?count=100&startIndex=0"


def task(site: Site, check_mode: bool = False, **options: Any) -> dict[str, Any]:
    return room_info.run(parameters(site, room_info, **options), check_mode)


failed = partial(failure, task)


def titles(result: dict[str, Any]) -> list[str]:
    return [room["title"] for room in result["rooms"]]


@contextmanager
def portal_with_rooms(**changes: Any) -> Any:
    state = {**state_with_rooms(), **changes}
    made = Site(state)
    with serve(made) as made.base_url:
        yield made


def state_with_rooms() -> dict[str, Any]:
    """Rosa has a room of many causes, an open one and one in the archive; Olga and Roger others."""
    state = load_state(_STATE)
    state["rooms"] = [
        _room(
            PLANS,
            "Plans",
            ROSA,
            people={USER.format(3): 2, ROGER: 9, PENDING: 10, DISABLED: 6, ADMIN: 5, GUEST: 2},
            groups={DESIGN: 10, ENGINEERING: 6},
            settings={"tags": ["alpha", "Beta"]},
        ),
        _room(
            OLD_PLANS, "Plans of old", ROSA, people={ADMIN: 2}, groups={DESIGN: 2}, archived=True
        ),
        _room(OPEN, "Open", ROSA, PUBLIC, settings={"tags": ["beta"]}),
        _room(DATA_ROOM, "Numbers", OLGA, DATA, groups={EVERYONE: 2}),
        _room(TWIN, "Plans", ROGER, archived=True),
    ]
    state["links"] = [
        {
            "id": LINK,
            "holder": f"room {OPEN}",
            "title": "All come in",
            "access": 2,
            "maker": ROSA,
            "type": 1,
            "is_primary": True,
            "password": PASSWORD,
            "visitors": [USER.format(9)],
        },
        {"id": INVITATION, "holder": f"room {PLANS}", "title": "Join", "access": 2, "maker": ROSA},
    ]
    return state


def _room(
    number: int,
    title: str,
    owner: str,
    kind: int = CUSTOM,
    people: dict[str, int] | None = None,
    groups: dict[str, int] | None = None,
    archived: bool = False,
    settings: dict[str, Any] | None = None,
) -> dict[str, Any]:
    entries = [{"user": id, "access": level} for id, level in (people or {}).items()]
    entries += [{"group": id, "access": level} for id, level in (groups or {}).items()]
    room = {"id": number, "title": title, "type": kind, "owner": owner, "shares": entries}
    return {**room, "archived": archived, "settings": settings or {}}
