# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""How rooms that people lose or gain look in results, differences and warnings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from .._base.texts import listed, printable
from .._plan.effective_access import ADMINISTRATOR, GROUP, OWNER, Access
from .._plan.room_effects import RoomEffect
from .people import person_result

Row = dict[str, Any]


def room_effects_facts(effects: Sequence[RoomEffect] | None) -> Row:
    """The rooms that people lose or gain; nothing if a task does not ask for that."""
    return {} if effects is None else {"rooms": list(map(_row, effects))}


def room_effects_diff(effects: Sequence[RoomEffect] | None) -> list[dict[str, str]]:
    """The same for people to read: a line for each room of each person.

    That administrators read each room is one line for all of these rooms.
    """
    if not effects:
        return []
    lines = []
    implicit: dict[str, list[RoomEffect]] = {}
    for each in effects:
        if _is_implicit(each):
            implicit.setdefault(each.person.id or each.person.email, []).append(each)
        else:
            lines.append(_line(each))
    lines += [_line_of_all(several) for several in implicit.values()]
    return [{"prepared": "".join(f"{line}\n" for line in sorted(lines))}]


def room_effects_warnings(effects: Sequence[RoomEffect] | None) -> list[str]:
    """What to say of rooms that somebody may still be in by a link, which no list shows."""
    rooms = {each.room.id: each.room for each in effects or () if each.may_be_in_by_link}
    if not rooms:
        return []
    labels = listed([room.label for room in rooms.values()])
    return [
        f"show_rooms: who has followed a link of {labels} while signed in stays in by that, which"
        " no list shows; only removing the link ends it."
    ]


def _row(effect: RoomEffect) -> Row:
    user = person_result(effect.person)
    del user["status"]  # it may be another one before and after
    room = effect.room
    return {
        "user": {**user, "id": user["id"] or None},
        "open_invitation": effect.person.status == "pending",
        "room": {"id": room.id, "title": room.title, "archived": room.archived},
        "before": _access_result(effect, effect.before),
        "after": _access_result(effect, effect.after),
    }


def _access_result(effect: RoomEffect, access: Access | None) -> Row | None:
    if access is None:
        return None
    names = effect.group_names
    return {
        "level": access.level_name,
        "cause": access.cause,
        "groups": [{"id": key, "name": names.get(key, "")} for key in access.group_ids],
    }


def _line(effect: RoomEffect) -> str:
    room = f"{effect.room.label}{', archived' if effect.room.archived else ''}"
    return f"{_whose(effect)}: {room}: {_words(effect, effect.before)} -> " + _words(
        effect, effect.after
    )


def _line_of_all(effects: Sequence[RoomEffect]) -> str:
    first, count = effects[0], len(effects)
    which = _line(first) if count == 1 else ""
    return which or (
        f"{_whose(first)}: {count} rooms: {_words(first, first.before)} -> "
        + _words(first, first.after)
    )


def _whose(effect: RoomEffect) -> str:
    person = effect.person
    pending = " (pending)" if person.status == "pending" else ""
    return f"rooms of {printable(person.email or person.id)}{pending}"


def _words(effect: RoomEffect, access: Access | None) -> str:
    """As what somebody is in, and why, for people to read."""
    if access is None:
        return "none"
    if access.cause in (OWNER, ADMINISTRATOR):
        return access.level_name
    return f"{access.level_name} ({_why(effect, access)})"


def _why(effect: RoomEffect, access: Access) -> str:
    if access.cause != GROUP:
        return access.cause
    names = [printable(effect.group_names.get(key, key)) for key in access.group_ids]
    return f"by group{'s' if len(names) > 1 else ''} {listed(names)}"


def _is_implicit(effect: RoomEffect) -> bool:
    causes: Iterable[Access | None] = (effect.before, effect.after)
    return all(each is None or each.cause == ADMINISTRATOR for each in causes)
