# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""How what people have looks in results and differences."""

from __future__ import annotations

from typing import Any

from .._base.texts import printable
from .._plan.belongings import Belongings
from .._portal.model.person import Person
from .handover import room_line, rooms_result


def belongings_result(person: Person, had: Belongings) -> dict[str, Any]:
    """What somebody has, in a result; null is what the key does not see."""
    return {
        "rooms": None if had.owned is None else rooms_result(had.owned),
        "rooms_entered": None if had.entered is None else rooms_result(had.entered),
        "open_invitation": person.status == "pending",
        "api_keys": None if had.keys is None else list(had.keys),
    }


def belongings_lines(person: Person, had: Belongings, going: str, rest: str) -> list[str]:
    """What somebody has besides groups, for people to read.

    :param going: what becomes of rooms that this person owns, in words.
    :param rest: what becomes of all the rest.
    """
    parts = {
        "rooms": had.owned and [f"the room {room_line(room)}, which {going}" for room in had.owned],
        "rooms of others": had.entered
        and [f"access to the room {room_line(room)}, which {rest}" for room in had.entered],
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
