# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Which levels a room offers, and to whom."""

from __future__ import annotations

from collections.abc import Iterable

from .._portal.model.person import PAID_TYPES, Person
from .._portal.model.room import CONTENT_CREATOR, LEVELS, ROOM_MANAGER

#: The levels that a task may give, by their names in options.
LEVEL_NUMBERS = {
    "viewer": 2,
    "reviewer": 5,
    "commenter": 6,
    "form_filler": 7,
    "room_manager": ROOM_MANAGER,
    "editor": 10,
    "content_creator": CONTENT_CREATOR,
}
#: Nobody has this level; whoever gets it is put out.
NONE = 0
_VIEWER = 2

#: By the type of the room, for groups and for people who are no managers.
_OFFERED = {
    "custom": (2, 5, 6, 10, 11),
    "virtual_data": (2, 7, 10, 11),
    "editing": (2, 10, 11),
    "public": (11,),
    "filling_forms": (7, 11),
    "ai": (2, 11),
}
_AI = "ai"


def level_name(level: int) -> str:
    """A level in words."""
    return LEVELS.get(level, str(level))


def level_names(levels: Iterable[int]) -> list[str]:
    """Levels in words, in the order of the options."""
    return [name for name, number in LEVEL_NUMBERS.items() if number in set(levels)]


def offered_to_groups(room_type: str) -> frozenset[int]:
    """The levels that a group can have in a room; of types that are not known, all but managers."""
    if room_type == _AI:
        return frozenset((_VIEWER,))
    return frozenset(_OFFERED.get(room_type, _ALL_BUT_MANAGERS))


def offered_to(room_type: str, person_type: str, is_active: bool) -> frozenset[int]:
    """The levels that somebody of a type can have in a room.

    :param is_active: whether the account is neither disabled nor pending, as a manager's must be.
    """
    if room_type == _AI and person_type == "guest":
        return frozenset((_VIEWER,))
    offered = frozenset(_OFFERED.get(room_type, _ALL_BUT_MANAGERS))
    return offered | {ROOM_MANAGER} if is_active and person_type in PAID_TYPES else offered


def offered_to_person(room_type: str, person: Person) -> frozenset[int]:
    """The levels that somebody can have in a room."""
    return offered_to(room_type, person.type, person.status == "active")


_ALL_BUT_MANAGERS = tuple(each for each in LEVEL_NUMBERS.values() if each != ROOM_MANAGER)
