# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""What has to change about a room: pure planning."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from .._portal.model.person import Person
from .._portal.model.room import Entry, Room, RoomSettings
from .._portal.model.room_properties import ROOM_PROPERTIES, with_values
from .desired_room import ARCHIVED, DesiredRoom
from .properties import Comparison, compare
from .room_handover import Handover, handed_over

NO_CHANGES: Comparison[Room] = Comparison()
#: What is always told when a room is made from a template, which may have it otherwise.
_TOLD = ("indexing", "deny_download")


@dataclass(frozen=True)
class RoomPlan:
    """A room before and after; there is none before it is created, and none once it is deleted.

    :param comparison: how the properties that the task names differ.
    :param further: of a new room, those that need a write of their own.
    :param template: what a new room is made from.
    :param properties: what a new room is created with, by the API's names.
    :param handover: if it gets another owner.
    :param owner: whose the task wants it to be, if it says so.
    :param maker: the id of who creates it; empty if that is not known.
    """

    desired: DesiredRoom
    before: Room | None
    after: Room | None
    comparison: Comparison[Room] = NO_CHANGES
    further: Comparison[Room] = NO_CHANGES
    template: Room | None = None
    properties: Mapping[str, Any] = field(default_factory=dict, hash=False)
    add: tuple[str, ...] = ()
    remove: tuple[str, ...] = ()
    handover: Handover | None = None
    owner: Person | None = None
    maker: str = ""
    warnings: tuple[str, ...] = ()

    @property
    def creates(self) -> bool:
        """Whether the room is made."""
        return self.after is not None and self.before is None

    @property
    def deletes(self) -> bool:
        """Whether the room is deleted."""
        return self.before is not None and self.after is None

    @property
    def archives(self) -> bool:
        """Whether the room is moved into the archive, be it on the way to its end."""
        if not self.before or self.before.archived:
            return False
        if not self.after:  # rooms of agents cannot be archived
            return self.before.type != "ai"
        return self.after.archived

    @property
    def unarchives(self) -> bool:
        """Whether the room is brought back from the archive."""
        return bool(self.before and self.before.archived and self.after and not self.after.archived)

    @property
    def settles(self) -> bool:
        """Whether a room that exists before and after gets other properties, tags or owner."""
        is_kept = bool(self.before and self.after)
        changed = self.comparison.changes or self.add or self.remove or self.handover
        return is_kept and bool(changed)

    @property
    def moves(self) -> bool:
        """Whether there is work that the portal does in the background."""
        return self.archives or self.unarchives or self.deletes

    @property
    def changes(self) -> bool:
        """Whether there is anything to do."""
        return self.creates or self.moves or self.settles

    @property
    def action(self) -> str:
        """What is done with the room, in a word for results."""
        if self.creates:
            return "created"
        if self.deletes:
            return "deleted"
        return "changed" if self.changes else "none"

    @property
    def title(self) -> str:
        """How the room is called, in results."""
        room = self.after or self.before
        return room.title if room else self.desired.reference


def plan_room(desired: DesiredRoom, room: Room | None, owner: Person | None = None) -> RoomPlan:
    """Change what is named and differs, of a room that exists.

    :param room: with its settings; None if there is none, and none is desired.
    :param owner: who is to own it, if the task says so.
    """
    if desired.is_absent or not room:
        return RoomPlan(desired, room, None)
    comparison = compare(ROOM_PROPERTIES, room, desired.properties)
    add, remove = _tag_changes(desired, room.tags)
    after = with_values(room, {each.property.option: each.after for each in comparison.changes})
    tags = tuple(sorted({*room.tags, *add} - set(remove)))
    after = replace(after, tags=tags, archived=desired.state == ARCHIVED)
    handover = None
    if owner and owner.id != room.owner_id:
        handover = Handover(owner)
        after = _owned(after, owner)
    return RoomPlan(
        desired, room, after, comparison, add=add, remove=remove, handover=handover, owner=owner
    )


def plan_new_room(
    desired: DesiredRoom,
    me: Person | None,
    owner: Person | None = None,
    template: Room | None = None,
    quotas: bool | None = None,
) -> RoomPlan:
    """Create a room. It has no id yet.

    :param me: whose it is at first, if that is known.
    :param owner: whose it is to be then, if the task says so.
    :param template: what it is made from.
    :param quotas: whether rooms may have quotas; None if that is not known.
    """
    title = desired.reference
    blank = Room("", "", me.id if me else "", owner_name=me.display_name if me else "")
    limit = None if quotas is False else 0
    blank = replace(blank, settings=RoomSettings(quota=limit))
    if template:
        blank = replace(
            blank,
            type=template.type,
            settings=RoomSettings(
                deny_download=bool(template.settings and template.settings.deny_download),
                quota=limit,
            ),
        )
    values = {**desired.properties, "title": title}
    if template:  # which decides on the type
        values.pop("room_type", None)
    comparison = compare(ROOM_PROPERTIES, blank, values)
    # The size of a picture is lost on the way into a new room.
    late = {
        each.property.option
        for each in comparison.changes
        if each.property.option == "watermark" and each.after.get("image_scale")
    }
    changes = comparison.changes
    first = Comparison(tuple(each for each in changes if each.property.option not in late))
    further = Comparison(tuple(each for each in changes if each.property.option in late))
    tags = tuple(sorted(desired.add if desired.exact is None else desired.exact))
    properties = first.encoded()
    if template:
        properties.update(
            (each.api_name, values[each.option])
            for each in ROOM_PROPERTIES
            if each.option in _TOLD and each.option in values
        )
    if tags:
        properties["tags"] = list(tags)
    after = with_values(blank, {each.property.option: each.after for each in changes})
    if not quotas and after.settings and not after.settings.has_own_quota:
        after = replace(after, settings=replace(after.settings, quota=None))
    after = replace(after, tags=tags)
    handover = None
    if owner and not (me and me.id == owner.id):
        after = _owned(after, owner)
        handover = Handover(owner, handed_over(blank, (), me, owner))
    return RoomPlan(
        desired,
        None,
        after,
        comparison,
        further=further,
        template=template,
        properties=properties,
        handover=handover,
        owner=owner,
        maker=me.id if me else "",
    )


def with_people(plan: RoomPlan, former: Person | None, entries: Sequence[Entry]) -> RoomPlan:
    """A plan that says as what the former and the new owner are in the room.

    :param former: who owns the room now; None if that is nobody any more.
    :param entries: all of the room.
    """
    if not plan.handover or not plan.before:
        return plan
    room = replace(plan.before, archived=False)
    people = handed_over(room, entries, former, plan.handover.owner)
    return replace(plan, handover=Handover(plan.handover.owner, people))


def _owned(room: Room, owner: Person) -> Room:
    return replace(room, owner_id=owner.id, owner_name=owner.display_name)


def _tag_changes(
    desired: DesiredRoom, tags: Sequence[str]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The tags to add, and those to remove."""
    wanted = desired.add if desired.exact is None else desired.exact
    unwanted = desired.remove
    if desired.exact is not None:
        unwanted = tuple(each for each in tags if each not in desired.exact)
    return (
        tuple(sorted(each for each in wanted if each not in tags)),
        tuple(sorted(each for each in unwanted if each in tags)),
    )
