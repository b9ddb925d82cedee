# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Rooms with those who may enter them and their links, in one plan: pure planning."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from .._base.limits import Limit
from .._portal.model.person import Person
from .._portal.model.room import ROOM_MANAGER, Entry, Room
from .._portal.model.room_link import EXTERNAL, RoomLink
from .access import AccessPlan
from .access_rules import AccessRules
from .access_subjects import Directory
from .desired_access import DesiredAccess
from .desired_room import ARCHIVED, DesiredRoom
from .desired_room_link import DesiredRoomLink
from .effective_access import effective_access
from .room_links import RoomLinkPlan
from .rooms import RoomPlan

#: The link that some rooms have from the beginning: its title and its level, by type.
_AT_BIRTH = {"public": ("Shared link", 2), "filling_forms": ("Link to fill out", 7)}


@dataclass(frozen=True)
class DesiredWholeRoom:
    """What a task wants of a room, of those who may enter it, and of its links.

    :param access: None if the task says nothing of it.
    """

    room: DesiredRoom
    access: DesiredAccess | None = None
    links: tuple[DesiredRoomLink, ...] = ()


@dataclass(frozen=True)
class WholeRoomRules:
    """What the plans for rooms must keep to."""

    access: AccessRules
    max_archived: Limit | None = None
    max_deleted: Limit | None = None


@dataclass(frozen=True)
class WholeRoomPlan:
    """What is to be done about one room.

    :param access: None if the task says nothing of it.
    :param leaving: who made the room, or gave it away, and is not in the list: goes last.
    """

    desired: DesiredWholeRoom
    room: RoomPlan
    access: AccessPlan | None = None
    links: tuple[RoomLinkPlan, ...] = ()
    leaving: AccessPlan | None = None

    @property
    def changes(self) -> bool:
        """Whether there is anything to do."""
        enters = any(each and each.changes for each in (self.access, self.leaving))
        is_open = any(each.action != "none" for each in self.links)
        return self.room.changes or self.archives_new or bool(enters) or is_open

    @property
    def archives_new(self) -> bool:
        """Whether a room that is made goes into the archive then."""
        return self.room.creates and self.desired.room.state == ARCHIVED

    @property
    def is_new_to_others(self) -> bool:
        """Whether entries and links can only be planned for good after the room was written."""
        return self.room.creates or self.room.unarchives or self.room.handover is not None

    @property
    def action(self) -> str:
        """What is done with the room, in a word for results."""
        done = self.room.action
        return "changed" if done == "none" and self.changes else done

    @property
    def first(self) -> RoomPlan:
        """What of the room itself comes before access and links: all but archiving and deleting."""
        plan = self.room
        if plan.deletes:
            return replace(plan, after=plan.before)
        if plan.archives and plan.after:
            return replace(plan, after=replace(plan.after, archived=False))
        return plan

    def last(self, room: Room | None) -> RoomPlan:
        """What comes after them.

        :param room: as it is then.
        """
        plan = self.room
        if plan.deletes or not room:
            return plan if plan.deletes else RoomPlan(plan.desired, None, None)
        is_over = plan.archives or self.archives_new
        return RoomPlan(plan.desired, room, replace(room, archived=True) if is_over else room)


@dataclass(frozen=True)
class WholeRoomsPlan:
    """The plans for all rooms of a task, and what they were held against.

    :param me: whose credential it is, if that was asked for.
    """

    plans: tuple[WholeRoomPlan, ...]
    directory: Directory
    me: Person | None = None
    warnings: list[str] = field(default_factory=list)


def whole_access(plan: WholeRoomPlan) -> AccessPlan:
    """The plan for the access to a room, whoever goes last included."""
    access = plan.access
    if access is None:
        raise ValueError("nothing is said of the access to this room")
    if not plan.leaving:
        return access
    return replace(access, changes=access.changes + plan.leaving.changes)


def room_then(plan: RoomPlan, me: Person | None, manages: bool | None) -> Room | None:
    """A room as it is when access and links are written; None if there is none.

    :param manages: whether the owner of the credential may manage it then, if that is known.
    """
    room = plan.after or None
    if not room:
        return None
    is_archived = bool(plan.before and plan.before.archived and room.archived)
    if plan.creates or (me and room.owner_id == me.id):
        manages = True
    return replace(room, archived=is_archived, may_manage=manages)


def entries_then(plan: RoomPlan, me: Person | None, entries: Iterable[Entry]) -> list[Entry]:
    """Who has an entry in a room when access is written, after its owner has changed.

    :param entries: as they are now.
    """
    found = [each for each in entries if not each.is_owner]
    handover = plan.handover
    if not handover:
        return found
    former = me.id if plan.creates and me else (plan.before.owner_id if plan.before else "")
    kept = [each for each in found if each.id not in (handover.owner.id, former)]
    who = me if me and me.id == former else None
    left = [Entry(former, ROOM_MANAGER, name=who.display_name, email=who.email)] if who else []
    if former and not who:
        left = [Entry(former, ROOM_MANAGER, name=plan.before.owner_name if plan.before else "")]
    return [*kept, *left]


def links_then(room: RoomPlan) -> list[RoomLink]:
    """The links that a room has that is still to be made."""
    after = room.after
    if not (room.creates and after and after.type in _AT_BIRTH):
        return []
    title, level = _AT_BIRTH[after.type]
    return [RoomLink("", EXTERNAL, title, level, primary=True)]


def manages(me: Person | None, room: Room, entries: Iterable[Entry]) -> bool | None:
    """Whether somebody may manage a room by the rule; None if it is not known who that is."""
    if me is None:
        return None
    access = effective_access(me, room, entries)
    return bool(access and access.manages)


def without_me(plan: AccessPlan, me: Person | None, leaves: bool) -> tuple[AccessPlan, AccessPlan]:
    """A plan without the owner of the credential, and the plan for this person alone.

    :param leaves: whether the person goes last, because the room was only made or given away.
    """
    own = [each for each in plan.changes if me and each.subject.id == me.id]
    if not (leaves and own):
        return plan, replace(plan, changes=())
    others = replace(plan, changes=tuple(each for each in plan.changes if each not in own))
    entries = tuple(others.entries_after)
    return others, replace(plan, entries=entries, changes=tuple(own), affected=())
