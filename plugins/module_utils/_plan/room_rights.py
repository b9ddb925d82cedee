# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""What the owner of a credential may do with a room."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from .._portal.model.person import ADMINISTRATORS, Person
from .._portal.model.room import Entry, Room
from .effective_access import effective_access


@dataclass(frozen=True)
class RoomRights:
    """What somebody may do with a room; what is not known counts as allowed, for the portal knows.

    :param edit: change its title and its settings.
    :param tag: change its tags.
    :param move: archive it, or bring it back from there and delete it.
    :param give: give it to another owner.
    :param delete: delete it as it is.
    """

    edit: bool = True
    tag: bool = True
    move: bool = True
    give: bool = True
    delete: bool = True

    @classmethod
    def told(cls, room: Room) -> RoomRights:
        """What the portal says of a room that was read alone."""
        edit, move, give, delete = (
            right is not False
            for right in (room.may_manage, room.may_move, room.may_give, room.may_delete)
        )
        # Administrators may do the last two with all active rooms, and change the tags.
        return cls(edit, edit or move or give, move, give, delete)

    def once_given(self, me: Person | None, owner: Person) -> RoomRights:
        """The same for a room that has another owner before it is moved.

        :param me: None if it is not known who that is.
        """
        keeps = me is None or me.type in ADMINISTRATORS or me.id == owner.id
        return replace(self, move=self.move and keeps)

    @classmethod
    def once_active(cls, me: Person | None, room: Room, entries: Iterable[Entry]) -> RoomRights:
        """What somebody may do with an archived room when it is back.

        :param me: None if it is not known who that is.
        """
        told = cls.told(room)
        if me is None:
            return replace(told, edit=True, tag=True, give=True)
        access = effective_access(me, replace(room, archived=False), entries)
        edit = bool(access and access.manages)
        is_admin = me.type in ADMINISTRATORS
        give = is_admin or room.owner_id == me.id
        return replace(told, edit=edit, tag=edit or is_admin, give=give)
