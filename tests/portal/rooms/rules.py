# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The server's rules for changing rooms."""

from __future__ import annotations

import dataclasses
import re
import typing as t

from ..http import failures
from .access import AccessRules, Visitor
from .records import (
    AGENT,
    CREATOR,
    GROUP_LEVELS,
    LEVELS,
    MANAGER,
    NONE,
    READ,
    Room,
    Share,
)
from .state import Rooms

NOT_ALLOWED = "You don't have enough permission to perform the operation"
# How many sections are made by who makes the first room.
_BESIDE = 2
NOT_SEEN = "You don't have enough permission to view the folder content"
_NO_FOLDER = "The required folder was not found"
_FORBIDDEN = re.compile(r'[*:"<>?|/\\]')


class Candidate(Visitor, t.Protocol):
    """What is asked of those who are to get a room, or into one."""

    @property
    def type(self) -> str:
        """Owner, DocSpaceAdmin, RoomAdmin, User or Guest."""


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
            raise failures.invalid_operation(NOT_SEEN)
        return room

    def create(self, title: str, kind: int) -> Room:
        """Make a room."""
        if not self.caller.may_own_rooms:
            raise failures.invalid_operation("You don't have enough permission to create")
        room = self.rooms.add(title, kind, self.caller.id)
        self.rooms.look(self.caller.id, _BESIDE)
        self.rooms.note(room, "RoomCreated", self.caller.id, title=title, id=room.id)
        return room

    def demand_movable(self, room: Room) -> None:
        """The owner and administrators archive rooms, and bring them back; no templates."""
        if room.is_template:
            raise failures.no_such_record()
        may = room.owner == self.caller.id or self.caller.is_admin
        # The rooms of agents cannot be moved by anybody.
        if not may or room.type == AGENT:
            raise failures.access_denied()

    def demand_deletable(self, room: Room) -> None:
        """The owner deletes a room, administrators only those in the archive."""
        foreign = room.owner != self.caller.id
        if foreign and not (room.archived and self.caller.is_admin):
            raise failures.access_denied()

    def demand_editable(self, room: Room) -> None:
        """Who manages a room changes its settings."""
        if not self.access.manages(room, self.caller):
            raise failures.invalid_operation("You don't have permission to edit the room")

    def demand_taggable(self, room: Room) -> None:
        """Administrators change the tags of all active rooms, too."""
        admin = self.caller.is_admin and not (room.archived or room.is_template)
        if not (admin or self.access.manages(room, self.caller)):
            raise failures.access_denied()

    def demand_giveable(self, room: Room) -> None:
        """The owner gives a room away, and administrators any active one."""
        mine = room.owner == self.caller.id
        if room.archived or not (mine or (self.caller.is_admin and not room.is_template)):
            raise failures.invalid_operation(NOT_ALLOWED)

    def demand_owner(self, owner_id: str) -> Candidate:
        """Who can be the owner of a room."""
        owner = self.people.get(owner_id)
        if owner is None or not owner.may_own_rooms:
            raise failures.invalid_operation("You cannot select this user")
        return owner

    def change_owner(self, room: Room, owner_id: str, left_as: int = MANAGER) -> None:
        """Give a room to somebody; who had it stays in, as what is said."""
        self.demand_giveable(room)
        former, owner = room.owner, self.demand_owner(owner_id)
        if former != owner.id:
            if room.is_template:
                raise no_level()
            self.rooms.set_owner(room, owner.id, self.caller.id)
            self.rooms.share(room, former, Share(left_as, self.caller.id))
            data = {"owner": owner.id, "old_owner": former}
            self.rooms.note(room, "RoomChangeOwner", self.caller.id, **data)

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
        """Let somebody or a group in as something, or put them out."""
        if access == NONE:
            self.rooms.share(room, subject, None)
            return
        self.demand_level(room, None if is_group else self.people.get(subject), access, is_group)
        self.rooms.share(room, subject, Share(access, self.caller.id, is_group))

    def demand_level(
        self, room: Room, person: Candidate | None, access: int, is_group: bool = False
    ) -> None:
        """Refuse a level that a room has not; managers are people who may own rooms."""
        may_own = person is not None and person.may_own_rooms
        if room.is_template:
            allowed = {READ} if is_group or may_own else set()
        elif is_group:
            allowed = GROUP_LEVELS.get(room.type, LEVELS[room.type])
        elif room.type == AGENT and person is not None and person.type == "Guest":
            allowed = {READ}
        else:
            allowed = LEVELS[room.type] | ({MANAGER} if may_own else set())
        if access not in allowed:
            raise no_level()


def kept_title(title: str | None) -> str:
    """A title as the server keeps it."""
    kept = _FORBIDDEN.sub("_", (title or "").strip())
    if not kept:
        message = "The value cannot be an empty string. (Parameter 'title')"
        raise failures.bad_argument(message)
    return kept


def no_level() -> failures.ApiError:
    """A room has no such level, or not for these."""
    return failures.invalid_operation("The role is not available for this user type")
