# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""How what people have looks in results and differences."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from .._base.texts import printable
from .._plan.belongings import Belongings
from .._portal.model.person import Person
from .._portal.model.room import Room
from .handover import room_line, rooms_result


def belongings_result(person: Person, had: Belongings) -> dict[str, Any]:
    """What somebody has, in a result; null is what the key does not see."""
    return {
        "rooms": None if had.owned is None else _rooms(had.owned),
        "rooms_entered": None if had.entered is None else rooms_result(had.entered),
        "open_invitation": person.status == "pending",
        "api_keys": None if had.keys is None else list(had.keys),
    }


def belongings_lines(
    person: Person, had: Belongings, going: str, rest: str, left: frozenset[str] = frozenset()
) -> list[str]:
    """What somebody has besides groups, for people to read.

    :param going: what becomes of rooms that this person owns, in words.
    :param rest: what becomes of all the rest.
    :param left: the ids of the rooms of others that this person is put out of.
    """
    parts = {
        "rooms": had.owned
        and [f"the room {room_line(room)}{_links(room)}, which {going}" for room in had.owned],
        "rooms of others": had.entered
        and [
            f"access to the room {room_line(room)}, which {'ends' if room.id in left else rest}"
            for room in had.entered
        ],
        "API keys": had.keys
        and [f'the API key "{printable(name)}", which {rest}' for name in had.keys],
    }
    invitation = f"an invitation that is not accepted, which {rest}"
    lines = [invitation] if person.status == "pending" else []
    for part in parts.values():
        lines += part or ()
    none = [what for what, part in parts.items() if part is not None and not part]
    unseen = [what for what, part in parts.items() if part is None]
    lines += [f"no {', no '.join(none)}"] if none else []
    lines += [f"{', '.join(unseen)}: this key does not see any"] if unseen else []
    return [f"  {line}" for line in lines]


def _rooms(rooms: Sequence[Room]) -> list[dict[str, Any]]:
    """Rooms that somebody owns, and whether external links lead into them."""
    flags = ({"has_links": each.has_links, "has_open_links": each.has_open_links} for each in rooms)
    return [{**row, **links} for row, links in zip(rooms_result(rooms), flags)]


def _links(room: Room) -> str:
    if not room.has_links:
        return ""
    return " with links that need no account" if room.has_open_links else " with links"
