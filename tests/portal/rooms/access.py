# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The server's rules for who gets into which room, and as what."""

from __future__ import annotations

import collections.abc as c
import dataclasses
import typing as t

from .records import MANAGER, NONE, READ, RESTRICT, STRENGTH, Room, Share

_EVERYONE, _ADMINS = "Everyone", "DocSpaceAdmin"


class Visitor(t.Protocol):
    """What is asked of a person."""

    id: str

    @property
    def is_admin(self) -> bool:
        """The owner and the administrators of the portal."""

    @property
    def may_own_rooms(self) -> bool:
        """Whether somebody is an active administrator or room administrator."""


class Group(t.Protocol):
    """What is asked of a group; `system` names the built-in ones."""

    id: str
    system: str | None


class Groups(t.Protocol):
    """What is asked of the groups."""

    def of(self, person_id: str) -> c.Sequence[Group]:
        """The groups of a person."""

    def find(self, group_id: str) -> Group | None:
        """The group with this id, built-in ones included, or None."""


class Link(t.Protocol):
    """What is asked of a link."""

    access: int
    maker: str

    @property
    def token(self) -> str:
        """What stands for the link in its address."""

    @property
    def is_expired(self) -> bool:
        """Whether its time is over."""


class Links(t.Protocol):
    """What is asked of the links."""

    def visited(self, holder: str, person_id: str) -> c.Sequence[Link]:
        """The external links to something that somebody followed."""


@dataclasses.dataclass(frozen=True)
class AccessRules:
    """Who gets into which room."""

    groups: Groups
    links: Links

    def level(self, room: Room, visitor: Visitor) -> int | None:
        """What counts: somebody's level in a room, None if they do not get in."""
        if room.is_template:
            return self._of_template(room, visitor)
        if room.owner == visitor.id or (room.archived and visitor.is_admin):
            return NONE
        if visitor.id in room.shares:
            return room.shares[visitor.id].access
        levels = self.by_groups(room, visitor)
        if levels:
            return min(levels, key=STRENGTH.index)
        link = self.link(room, visitor)
        return link.access if link else RESTRICT if visitor.is_admin else None

    def link(self, room: Room, visitor: Visitor) -> Link | None:
        """The link by which somebody is in, if it is only that."""
        is_in = room.owner == visitor.id or visitor.id in room.shares
        if room.archived or visitor.is_admin or is_in or self.by_groups(room, visitor):
            return None
        visited = self.links.visited(room.holder, visitor.id)
        open_links = [link for link in visited if not link.is_expired]
        return min(open_links, key=lambda link: STRENGTH.index(link.access), default=None)

    def listed(self, room: Room, visitor: Visitor) -> int | None:
        """What the list of rooms says instead, None if the room is not in it."""
        if room.is_template:
            return self._of_template(room, visitor)
        levels = self.by_groups(room, visitor)
        if visitor.id in room.shares and visitor.id != room.owner:
            return room.shares[visitor.id].access
        own_archived = room.archived and room.owner == visitor.id and not visitor.is_admin
        if levels and not own_archived:
            return max(levels, key=STRENGTH.index)
        if room.owner == visitor.id or visitor.is_admin:
            return NONE
        link = self.link(room, visitor)
        return link.access if link else None

    def by_groups(self, room: Room, visitor: Visitor) -> list[int]:
        """The levels that somebody has as a member of groups."""
        mine = {group.id for group in self.groups.of(visitor.id)}
        return [
            share.access
            for id, share in room.shares.items()
            if share.is_group and (id in mine or self._is_built_in(id, visitor))
        ]

    def entry(self, room: Room, visitor: Visitor) -> Share | None:
        """The entry that counts: their own, or the first of those of their groups."""
        mine = {group.id for group in self.groups.of(visitor.id)}
        return room.shares.get(visitor.id) or next(
            (
                share
                for id, share in room.shares.items()
                if share.is_group and (id in mine or self._is_built_in(id, visitor))
            ),
            None,
        )

    def is_in(self, room: Room, visitor: Visitor) -> bool:
        """Whether the server says `inRoom`: of others than the owner not if their group is in."""
        own = visitor.id in room.shares and not self.by_groups(room, visitor)
        return own or room.owner == visitor.id

    def manages(self, room: Room, visitor: Visitor) -> bool:
        """Whether somebody may let others in, and put them out."""
        if room.archived:
            return False
        return room.owner == visitor.id or self.level(room, visitor) == MANAGER

    def reads_links(self, room: Room, visitor: Visitor) -> bool:
        """Whether somebody may see all links, which they may in the archive, too."""
        return room.owner == visitor.id or self.level(room, visitor) == MANAGER

    def _of_template(self, room: Room, visitor: Visitor) -> int | None:
        if room.owner == visitor.id:
            return NONE
        is_in = visitor.id in room.shares or self.by_groups(room, visitor)
        return READ if is_in and visitor.may_own_rooms else None

    def _is_built_in(self, group_id: str, visitor: Visitor) -> bool:
        group = self.groups.find(group_id)
        if group is None:
            return False
        return group.system == _EVERYONE or (group.system == _ADMINS and visitor.is_admin)
