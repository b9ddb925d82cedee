# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""What becomes of people when a room gets another owner: pure planning."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from .._portal.model.person import Person
from .._portal.model.room import ROOM_MANAGER, Entry, Room
from .effective_access import Access, effective_access


@dataclass(frozen=True)
class Handed:
    """As what somebody is in a room before and after it changes hands."""

    person: Person
    before: Access | None
    after: Access | None


@dataclass(frozen=True)
class Handover:
    """A room that gets another owner.

    :param people: the former owner, as far as it is known who that is, and the new one.
    """

    owner: Person
    people: tuple[Handed, ...] = ()


def handed_over(
    room: Room, entries: Iterable[Entry], former: Person | None, owner: Person
) -> tuple[Handed, ...]:
    """What the portal makes of the former owner and of the new one, whose own entry is gone."""
    entries = list(entries)
    # The first owner of a new room is in it before anybody else.
    kept = [each for each in entries if each.id not in (owner.id, former and former.id)]
    left = [Entry(former.id, ROOM_MANAGER)] if former else []
    after = replace(room, owner_id=owner.id)
    return tuple(
        Handed(
            person,
            effective_access(person, room, entries) if room.id else None,
            effective_access(person, after, [*kept, *left]),
        )
        for person in (former, owner)
        if person
    )
