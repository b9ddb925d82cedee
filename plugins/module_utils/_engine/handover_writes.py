# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Giving what people who leave own to others, and deleting their accounts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from .._base.references import Reference
from .._base.texts import listed
from .._plan.handover import Deletion, RoomTransfer
from .._portal.portal import Portal
from .handover_jobs import JobWrite
from .write import Difference, Effect, Outcome


class Transferred(NamedTuple):
    """What is seen of a transfer of rooms, each by its id.

    :param elsewhere: who owns those that neither person has, in words; None if nobody does, as they
        are deleted.
    """

    left: frozenset[str]
    taken: frozenset[str]
    elsewhere: Mapping[str, str | None]


def transfer(portal: Portal, action: RoomTransfer, timeout: float) -> Outcome[Transferred]:
    """Give somebody's rooms and shared documents to another person."""
    return _TransferWrite(portal, action, timeout).outcome()


def delete(portal: Portal, action: Deletion, timeout: float) -> Outcome[bool]:
    """Delete somebody's account."""
    return _DeletionWrite(portal, action, timeout).outcome()


class _TransferWrite(JobWrite):
    def __init__(self, portal: Portal, action: RoomTransfer, timeout: float) -> None:
        super().__init__(portal, action.person, action.successor, timeout)
        self._rooms = action.rooms
        self.subject = f"The hand-over from {action.person.label} to {action.successor.label}"

    def look(self) -> Transferred:
        self._wait()
        left, taken = (
            frozenset(room.id for room in rooms)
            for rooms in self._portal.in_parallel(
                self._portal.rooms.owned, (self._person.id, self._successor.id)
            )
        )
        others = [room.id for room in self._rooms if room.id not in left | taken]
        owners = dict(zip(others, self._portal.in_parallel(self._owner, others)))
        return Transferred(left, taken, owners)

    def differences(self, seen: Transferred) -> list[Difference]:
        texts = self._misplaced(seen)
        missing = Effect("done", self._person)
        is_certain = self._is_untouched and not any(room.id in seen.taken for room in self._rooms)
        found = [Difference(text, missing, is_certain) for text in texts] + self._trouble()
        if not (texts or self._job):
            # Rooms are all that can be seen of it.
            text = f"whether documents went to {self._successor.label} is not known"
            found.append(Difference(text, missing, is_certain=False))
        return found

    def _misplaced(self, seen: Transferred) -> list[str]:
        """Where rooms are that should be the successor's."""
        mine = {room.id for room in self._rooms}
        texts = [
            f"{room.label} still belongs to {self._person.label}"
            for room in self._rooms
            if room.id in seen.left
        ]
        texts += [
            f"{room.label} belongs to {seen.elsewhere[room.id]} now"
            for room in self._rooms
            if seen.elsewhere.get(room.id)
        ]
        if seen.left - mine:
            more = ", ".join(sorted(seen.left - mine))
            texts.append(f"{self._person.label} owns other rooms ({more})")
        return texts

    def explain(self, seen: Transferred) -> list[str]:
        if not self._is_lost(seen):
            return super().explain(seen)
        return [
            "Another run gets nothing back from who has it now, and would delete the account if"
            " that is asked for: decide first who is to have it."
        ]

    def _is_lost(self, seen: Transferred) -> bool:
        return any(seen.elsewhere.values())

    def _is_doubtful(self, seen: Transferred) -> bool:
        return super()._is_doubtful(seen) or not (self._job or self._misplaced(seen))

    def _things(self) -> str:
        rooms = listed([room.label for room in self._rooms])
        return f"{rooms}, and {super()._things()}" if rooms else super()._things()

    def _owner(self, room_id: str) -> str | None:
        """Who owns a room that neither person has, in words; None if it does not exist."""
        room = self._portal.rooms.find(room_id)
        if not room:
            return None
        owner = self._portal.people.find(Reference("id", room.owner_id, room.owner_id))
        return owner.label if owner else f"a deleted account ({room.owner_id})"

    def _is_over(self, seen: Transferred) -> bool:
        # Rooms that went to somebody else are not got back by starting again. Without any, nothing
        # shows to whom that work gave documents.
        is_lost = self._is_lost(seen) and not seen.left
        return is_lost or (bool(self._rooms) and super()._is_over(seen))


class _DeletionWrite(JobWrite):
    deletes = True

    def __init__(self, portal: Portal, action: Deletion, timeout: float) -> None:
        super().__init__(portal, action.person, action.successor, timeout)
        self.subject = f"The deletion of {action.person.label}"

    def look(self) -> bool:
        self._wait()
        return not self._portal.people.find(Reference("id", self._person.id, self._person.id))

    def differences(self, seen: bool) -> list[Difference]:
        if seen:  # whatever the portal says of its work
            return []
        text = f"{self._person.label} is still there"
        missing = Effect("done", self._person)
        return [Difference(text, missing, self._is_untouched), *self._trouble()]
