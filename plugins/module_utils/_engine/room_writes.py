# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Creating rooms, and changing their properties, tags and owners."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from .._base.errors import RequestError
from .._base.texts import listed, printable
from .._plan.properties import Comparison, compare
from .._plan.rooms import RoomPlan
from .._portal.model.person import Person
from .._portal.model.room import Room
from .._portal.model.room_properties import ROOM_PROPERTIES, read_quota
from .._portal.portal import Portal
from .write import Difference, Effect, Gone, Write

#: What is done with a room as a whole.
CREATED, ARCHIVED, UNARCHIVED, DELETED = "created", "archived", "unarchived", "deleted"
#: What is no clock that begins again.
_REPEATABLE = frozenset(each.option for each in ROOM_PROPERTIES) - {"lifetime"}


def room_gone(room: Room, may_be_done: bool) -> Gone:
    """The failure when a room is gone in the middle of a task."""
    return Gone(
        f"The room {room.label} was deleted while the task ran, or the owner of the credential may"
        " not enter it any more.",
        "room_not_found",
        may_be_done,
        room=room.id,
    )


@contextmanager
def noticing_loss(room: Room) -> Iterator[None]:
    """Send a write to a room that somebody else may have deleted.

    :raises Gone: in place of the answer that there is no such room.
    """
    try:
        yield
    except RequestError as error:
        if error.code == "not_found":
            raise room_gone(room, error.may_be_done) from None
        raise


def find_again(portal: Portal, room: Room) -> Room:
    """A room as it is now.

    :raises Gone: if it does not exist any more.
    """
    found = portal.rooms.find(room.id)
    if not found:  # and nobody can tell any more what the write did
        raise room_gone(room, may_be_done=True)
    return found


class CreateWrite(Write[Sequence[Room]]):
    """What is seen are the rooms of that title: there was none when the task began."""

    def __init__(self, portal: Portal, plan: RoomPlan) -> None:
        self._portal = portal
        self._plan = plan
        self.subject = f'The new room "{printable(plan.title)}"'
        self.effects = (Effect(CREATED, plan.after),)
        late = {each.property.option for each in plan.further.changes}
        self._named = {
            each.property.option: each.after
            for each in plan.comparison.changes
            # Whether rooms may have quotas is not known to every key.
            if each.property.option not in {*late, "quota"}
        }
        quota = plan.desired.properties.get("quota")
        self._quota = {} if quota is None else {"quota": quota}

    def send(self) -> Iterator[Sequence[Room] | None]:
        created = self._portal.room_changes.create(self._plan.properties)
        # An answer about a room of another title is that to another request.
        yield [created] if created and created.title == self._plan.title else None

    def look(self) -> Sequence[Room]:
        found = self._portal.rooms.listing(title=self._plan.title).all()
        return [room for room in found if room.title == self._plan.title]

    def differences(self, seen: Sequence[Room]) -> list[Difference]:
        if not seen:
            text = (
                "it does not exist (if the portal is still at work on it, running the task again"
                " will find it)"
            )
            return [Difference(text, self.effects[0])]
        if len(seen) > 1:
            ids = listed(sorted((room.id for room in seen), key=int))
            return [
                Difference(f"there are {len(seen)}, keep one and delete the others by id: {ids}")
            ]
        (room,) = seen
        can_have = {} if read_quota(room) is None else self._quota
        named = {**self._named, **can_have}
        texts = [text for _option, text in property_differences(room, named)]
        if self._plan.after:
            texts += _tag_differences(room, self._plan.after.tags, ())
        return [Difference(text) for text in texts]

    def details(self, seen: Sequence[Room] | None) -> Mapping[str, Any]:
        ids = sorted((room.id for room in seen or ()), key=int)
        return {"room": ids[0]} if len(ids) == 1 else {"ids": ids} if ids else {}


class SettingsWrite(Write[Room]):
    """A room gets other properties; what is seen is the room."""

    def __init__(self, portal: Portal, room: Room, comparison: Comparison[Room]) -> None:
        self._portal = portal
        self._room = room
        self._comparison = comparison
        self.subject = f"The room {room.label}"
        self._wanted = {each.property.option: each.after for each in comparison.changes}
        self.effects = tuple(Effect(option, room) for option in self._wanted)

    def send(self) -> Iterator[Room | None]:
        with noticing_loss(self._room):
            yield self._portal.room_changes.change(
                self._room.id,
                self._comparison.encoded(),
                repeatable=self._wanted.keys() <= _REPEATABLE,
            )

    def look(self) -> Room:
        return find_again(self._portal, self._room)

    def differences(self, seen: Room) -> list[Difference]:
        planned = {effect.kind: effect for effect in self.effects}
        before = {
            each.property.option: each.before
            for each in self._comparison.changes
            if each.before is not None
        }
        elsewhere = {option for option, _text in property_differences(seen, before)}
        return [
            Difference(text, planned[option], is_certain=option not in elsewhere)
            for option, text in property_differences(seen, self._wanted)
        ]

    def details(self, seen: Room | None) -> Mapping[str, Any]:
        return {"room": self._room.id}


class TagsWrite(Write[Room]):
    """A room gets tags, and loses others; what is seen is the room."""

    def __init__(
        self, portal: Portal, room: Room, add: Sequence[str], remove: Sequence[str]
    ) -> None:
        self._portal = portal
        self._room = room
        self._add = add
        self._remove = remove
        self.subject = f"The room {room.label}"
        self.effects = (Effect("tags", (tuple(add), tuple(remove))),)

    def send(self) -> Iterator[Room | None]:
        changes = self._portal.room_changes
        with noticing_loss(self._room):
            if self._add:
                yield changes.add_tags(self._room.id, self._add)
            if self._remove:
                yield changes.remove_tags(self._room.id, self._remove)

    def look(self) -> Room:
        return find_again(self._portal, self._room)

    def differences(self, seen: Room) -> list[Difference]:
        # One of the two may be done, and the other not.
        is_certain = set(seen.tags) == set(self._room.tags)
        texts = _tag_differences(seen, self._add, self._remove)
        return [Difference(text, self.effects[0], is_certain) for text in texts]

    def details(self, seen: Room | None) -> Mapping[str, Any]:
        return {"room": self._room.id}


class OwnerWrite(Write[str]):
    """A room gets another owner; what is seen is the owner's id."""

    def __init__(self, portal: Portal, room: Room, owner: Person) -> None:
        self._portal = portal
        self._room = room
        self._owner = owner
        self.subject = f"The room {room.label}"
        self.effects = (Effect("owner", owner),)

    def send(self) -> Iterator[str | None]:
        yield self._portal.rooms.give([self._room.id], self._owner.id).get(self._room.id)

    def look(self) -> str:
        return find_again(self._portal, self._room).owner_id

    def differences(self, seen: str) -> list[Difference]:
        if seen == self._owner.id:
            return []
        text = f"it belongs to {seen or 'nobody'} instead of {self._owner.label}"
        return [Difference(text, self.effects[0], seen == self._room.owner_id)]

    def details(self, seen: str | None) -> Mapping[str, Any]:
        return {"room": self._room.id}


def property_differences(room: Room, wanted: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Where a room's properties are not as planned: the option, and some words."""
    comparison = compare(ROOM_PROPERTIES, room, wanted)
    return [
        (
            each.property.option,
            f"{each.property.option} is {_shown(each.before)} instead of {_shown(each.after)}",
        )
        for each in (*comparison.changes, *comparison.unchangeable)
    ]


def _tag_differences(room: Room, there: Sequence[str], gone: Sequence[str]) -> list[str]:
    missing = [f'it has no tag "{printable(each)}"' for each in there if each not in room.tags]
    left = [f'it has the tag "{printable(each)}"' for each in gone if each in room.tags]
    return missing + left


def _shown(value: Any) -> str:
    return "none" if value in (None, "", {}) else printable(str(value))
