# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The server's rules for changing rooms."""

from __future__ import annotations

import dataclasses
import typing as t

from ..http import failures
from .access import AccessRules, Visitor
from .records import CREATOR, GROUP_LEVELS, LEVELS, MANAGER, NONE, Room, Share
from .state import Rooms

NOT_ALLOWED = "You don't have enough permission to perform the operation"
_NOT_SEEN = "You don't have enough permission to view the folder content"
_NO_FOLDER = "The required folder was not found"


class Candidate(Visitor, t.Protocol):
    """What is asked of those who are to get a room, or into one."""

    @property
    def may_own_rooms(self) -> bool:
        """Whether somebody is an active administrator or room administrator."""


class Accounts(t.Protocol):
    """What is asked of people."""

    def get(self, person_id: str) -> Candidate | None:
        """The person with this id, or None."""


@dataclasses.dataclass(frozen=True)
class Rules:
    """What happens to the rooms when somebody asks the server to change them."""

    caller: Candidate
    rooms: Rooms
    people: Accounts
    access: AccessRules

    def seen(self, room_id: int) -> Room:
        """A room into which the caller gets."""
        room = self.rooms.find(room_id)
        if room is None:
            raise failures.not_found(_NO_FOLDER)
        if self.access.level(room, self.caller) is None:
            raise failures.invalid_operation(_NOT_SEEN)
        return room

    def create(self, title: str, kind: int) -> Room:
        """Make a room."""
        if not self.caller.may_own_rooms:
            raise failures.invalid_operation("You don't have enough permission to create")
        room = self.rooms.add(title, kind, self.caller.id)
        self.rooms.note(room, "RoomCreated", self.caller.id)
        return room

    def demand_movable(self, room: Room) -> None:
        """The owner and administrators archive rooms, and bring them back."""
        if room.owner != self.caller.id and not self.caller.is_admin:
            raise failures.access_denied()

    def change_owner(self, room: Room, owner_id: str, left_as: int = MANAGER) -> None:
        """Give a room to somebody; who had it stays in, as what is said."""
        if room.archived or (room.owner != self.caller.id and not self.caller.is_admin):
            raise failures.invalid_operation(NOT_ALLOWED)
        owner = self.people.get(owner_id)
        if owner is None or not owner.may_own_rooms:
            raise failures.invalid_operation("You cannot select this user")
        former = room.owner
        if former != owner.id:
            self.rooms.set_owner(room, owner.id, self.caller.id)
            self.rooms.share(room, former, Share(left_as, self.caller.id))

    def take_for_lower_type(self, person_id: str, successor_id: str) -> None:
        """Give all active rooms of somebody, and all where they only have an entry, to another."""
        for room in self.rooms.of(person_id):
            if not room.archived:
                self.change_owner(room, successor_id, left_as=CREATOR)
                share = room.shares.get(person_id)
                if share and share.access == MANAGER:
                    self.rooms.share(room, person_id, Share(CREATOR, self.caller.id))

    def hand_over(self, person_id: str, successor_id: str) -> None:
        """Give all rooms of somebody to another, archived ones, too; they are not in any more."""
        for room in self.rooms.of(person_id):
            if room.owner == person_id:
                self.rooms.set_owner(room, successor_id)

    def forget(self, person_id: str) -> None:
        """End the entries of somebody who was deleted."""
        for room in self.rooms.of(person_id):
            self.rooms.share(room, person_id, None)

    def admit(self, room: Room, subject: str, access: int, is_group: bool) -> None:
        """Let somebody or a group in as something, or put them out; the owner stays the owner."""
        if subject == room.owner:
            return
        person = self.people.get(subject)
        if access == NONE:
            self.rooms.share(room, subject, None)
            return
        if is_group and access not in GROUP_LEVELS.get(room.type, LEVELS[room.type]):
            raise _no_level()
        self.demand_level(room, None if is_group else person, access)
        self.rooms.share(room, subject, Share(access, self.caller.id, is_group))

    def demand_level(self, room: Room, person: Candidate | None, access: int) -> None:
        """Refuse a level that a room has not; managers are people who may own rooms."""
        is_manager = access == MANAGER and person is not None and person.may_own_rooms
        if access not in LEVELS[room.type] and not is_manager:
            raise _no_level()


def _no_level() -> failures.ApiError:
    return failures.invalid_operation("The role is not available for this user type")
