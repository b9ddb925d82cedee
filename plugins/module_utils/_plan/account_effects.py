# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""What plans for accounts make of people and rooms: for the rooms that people lose or gain."""

from __future__ import annotations

from collections.abc import Sequence

from .._portal.model.person import Person
from .._portal.model.room import CONTENT_CREATOR, Room
from .account_change import AccountChange
from .accounts import AccountsPlan
from .lowering import Lowering
from .room_effects import PersonChange, RoomChange


def changes_of_accounts(plan: AccountsPlan) -> list[PersonChange]:
    """Whose account is made, or gets another type or status."""
    changes = [_change(each) for each in plan.changing]
    return [each for each in changes if each.is_about_account]


def changes_of_lowering(lowerings: Sequence[Lowering]) -> list[RoomChange]:
    """The rooms that get another owner when types go down, less those that are given back."""
    found: dict[str, RoomChange] = {}
    for each in lowerings:
        for room in (*each.owned, *each.shared):
            if room.owner_id != each.heir.id:
                found.setdefault(room.id, _given(room, each.heir))
    return list(found.values())


def _given(room: Room, heir: Person) -> RoomChange:
    # As what the job leaves the former owner in the room.
    return RoomChange(room, heir, {room.owner_id: CONTENT_CREATOR})


def _change(change: AccountChange) -> PersonChange:
    before, after = change.before, change.after
    if not before:
        return PersonChange(after, is_new=True)
    return PersonChange(
        before,
        # No guest is in a group.
        leaves=frozenset(before.groups if change.type == "guest" else ()),
        type=change.type,
        status=after.status if change.status else None,
    )
