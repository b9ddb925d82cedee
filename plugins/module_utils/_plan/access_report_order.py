# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""The order of everything in a report: by name, whatever the case, then by id."""

from __future__ import annotations

from collections.abc import Iterable

from .._portal.model.group import Group
from .._portal.model.person import Person
from .._portal.model.room import Room


def in_name_order(people: Iterable[Person]) -> list[Person]:
    """People by their names."""
    return sorted(people, key=lambda person: (person.display_name.casefold(), person.id))


def in_title_order(rooms: Iterable[Room]) -> list[Room]:
    """Rooms by their titles."""
    return sorted(rooms, key=lambda room: (room.title.casefold(), int(room.id)))


def in_group_order(groups: Iterable[Group]) -> list[Group]:
    """Groups by their names."""
    return sorted(groups, key=lambda group: (group.name.casefold(), group.id))
