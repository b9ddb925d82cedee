# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""What the portal does to rooms in the background: moving, deleting and making them."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from .._base.errors import RequestError
from .._base.texts import printable
from .._plan.rooms import RoomPlan
from .._portal.model.operation import Operation, TemplateJob
from .._portal.model.room import Room
from .._portal.portal import Portal
from .jobs import wait_for
from .room_creation import CreateWrite
from .room_writes import ARCHIVED, DELETED, UNARCHIVED, find_again, noticing_loss
from .write import Difference, Effect, Write

#: What becomes of work of the portal that is not over.
_AGAIN = "Run the task again: it looks at the room, and does what is left."


class _OperationWrite(Write[Any]):
    """A write that the portal carries out in the background."""

    advice = _AGAIN

    def __init__(self, portal: Portal, room: Room, timeout: float) -> None:
        self._portal = portal
        self._room = room
        self._timeout = timeout
        self._deadline = 0.0
        self._id: str | None = None
        self._has_ended = False
        self._error = ""
        self.subject = f"The room {room.label}"

    def send(self) -> Iterator[Any]:
        # The time begins now, should no answer come.
        self._deadline = time.monotonic() + self._timeout
        with noticing_loss(self._room):
            self._id = self._start()
        yield None

    def _start(self) -> str | None:
        """Send the request, and return the id of the operation."""
        raise NotImplementedError

    def _wait(self) -> None:
        """:raises RequestError: if the time is up."""
        left = max(0.0, self._deadline - time.monotonic())
        found = wait_for(self._progress, left)
        if found and not found.is_completed:
            raise RequestError(
                f"the portal's work on the room {self._room.label} has not ended within"
                f" {self._timeout} seconds (it is at {found.percentage} %).",
                "job_timeout",
            )
        if found:
            self._has_ended = True
            self._error = found.error

    def _progress(self) -> Operation | None:
        """This operation; any that runs if its id was lost, as it may be this one."""
        operations = self._portal.room_changes.operations()
        if self._id:
            return next((each for each in operations if each.id == self._id), None)
        return next((each for each in operations if not each.is_completed), None)

    @property
    def _is_over(self) -> bool:
        """Whether nothing more comes of it: it never began, or its end was seen."""
        return not self._id or self._has_ended

    def explain(self, seen: Any) -> list[str]:
        return [f"The portal says: {self._error}"] if self._error else []

    def details(self, seen: Any) -> Mapping[str, Any]:
        return {"room": self._room.id}


class MoveWrite(_OperationWrite):
    """A room goes into the archive, or comes back; what is seen is the room."""

    def __init__(self, portal: Portal, room: Room, timeout: float, archive: bool) -> None:
        super().__init__(portal, room, timeout)
        self._archive = archive
        self.effects = (Effect(ARCHIVED if archive else UNARCHIVED, room),)

    def _start(self) -> str | None:
        changes = self._portal.room_changes
        move = changes.archive if self._archive else changes.unarchive
        return move(self._room.id)

    def look(self) -> Room:
        self._wait()
        return find_again(self._portal, self._room)

    def differences(self, seen: Room) -> list[Difference]:
        if seen.archived == self._archive:
            return []
        where = "it is still active" if self._archive else "it is still in the archive"
        return [Difference(where, self.effects[0], self._is_over)]


class DeleteWrite(_OperationWrite):
    """A room is deleted; what is seen are the rooms that are left of it."""

    def __init__(self, portal: Portal, room: Room, timeout: float) -> None:
        super().__init__(portal, room, timeout)
        self.effects = (Effect(DELETED, room),)

    def _start(self) -> str | None:
        return self._portal.room_changes.delete(self._room.id)

    def look(self) -> Sequence[Room]:
        self._wait()
        found = self._portal.rooms.find(self._room.id)
        if self._room.id in self._portal.rooms.closed:
            raise RequestError(
                "The room is there, or something with its id, and not shown to the owner of the"
                " credential any more.",
                "forbidden",
            )
        return [found] if found else []

    def differences(self, seen: Sequence[Room]) -> list[Difference]:
        if not seen:
            return []
        (room,) = seen
        # What was in it may be gone already.
        is_whole = (room.files, room.folders) == (self._room.files, self._room.folders)
        return [Difference("it still exists", self.effects[0], is_whole and self._is_over)]


class FromTemplateWrite(CreateWrite):
    """A room is made from a template, of which the portal makes one at a time."""

    advice = "Run the task again: it finds the room by its title."

    def __init__(self, portal: Portal, plan: RoomPlan, template_id: str, timeout: float) -> None:
        super().__init__(portal, plan)
        self._template_id = template_id
        self._timeout = timeout
        self._deadline = time.monotonic() + timeout
        self._error = ""
        self._earlier: TemplateJob | None = None

    def send(self) -> Iterator[Sequence[Room] | None]:
        templates = self._portal.room_templates
        # Another start would be answered as if it were this one, and dropped.
        try:
            self._earlier = self._wait()
        except RequestError as error:
            error.may_be_done = False
            raise
        self._deadline = time.monotonic() + self._timeout
        templates.start(self._template_id, self._plan.properties)
        yield None

    def look(self) -> Sequence[Room]:
        job = self._wait()
        if job and job != self._earlier:
            self._error = job.error
        return super().look()

    def explain(self, seen: Sequence[Room]) -> list[str]:
        if seen:
            return []
        if self._error:
            return [f"The portal says: {self._error}"]
        return ["The portal may have made another room from a template at the same time."]

    def _wait(self) -> TemplateJob | None:
        left = max(0.0, self._deadline - time.monotonic())
        job: TemplateJob | None = wait_for(self._portal.room_templates.progress, left)
        if job and not job.is_completed:
            raise RequestError(
                "the portal's work on a room from a template has not ended within"
                f" {self._timeout} seconds ({printable(self._plan.title)}: {job.percentage} %).",
                "job_timeout",
            )
        return job
