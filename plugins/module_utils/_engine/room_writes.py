# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Changing the properties, tags and owners of rooms."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from functools import partial
from typing import Any

from .._base.texts import printable
from .._plan.properties import Comparison, compare
from .._portal.model.person import Person
from .._portal.model.room import Room
from .._portal.model.room_properties import ROOM_PROPERTIES
from .._portal.portal import Portal
from .sending import noticing
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


def noticing_loss(room: Room) -> AbstractContextManager[None]:
    """Send a write to a room that somebody else may have deleted.

    :raises Gone: in place of the answer that there is no such room.
    """
    return noticing(partial(room_gone, room))


def find_again(portal: Portal, room: Room) -> Room:
    """A room as it is now.

    :raises Gone: if it does not exist any more.
    """
    found = portal.rooms.find(room.id)
    if not found:  # and nobody can tell any more what the write did
        raise room_gone(room, may_be_done=True)
    return found


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
        texts = tag_differences(seen, self._add, self._remove)
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


def tag_differences(room: Room, there: Sequence[str], gone: Sequence[str]) -> list[str]:
    """Which tags a room lacks, or should not have, in words."""
    missing = [f'it has no tag "{printable(each)}"' for each in there if each not in room.tags]
    left = [f'it has the tag "{printable(each)}"' for each in gone if each in room.tags]
    return missing + left


def _shown(value: Any) -> str:
    return "none" if value in (None, "", {}) else printable(str(value))
