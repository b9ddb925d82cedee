# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Carrying out the plans for rooms: deletions last, and only if all else went well."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from .._base.errors import DocSpaceError
from .._base.texts import so_far
from .._plan.room_scopes import needed_scopes
from .._plan.rooms import RoomPlan
from .._portal.model.room import Room
from .._portal.portal import Portal
from .rights import scope_warnings
from .room_creation import CreateWrite
from .room_job_writes import DeleteWrite, FromTemplateWrite, MoveWrite
from .room_writes import (
    ARCHIVED,
    CREATED,
    DELETED,
    UNARCHIVED,
    OwnerWrite,
    SettingsWrite,
    TagsWrite,
)
from .write import Effect, Gone, Outcome, Write, carry_out


def apply_rooms(
    portal: Portal, plans: Sequence[RoomPlan], check_mode: bool, timeout: float
) -> list[Outcome[Room]]:
    """Carry out the plans, several at a time, and say what became of each.

    :param check_mode: only say what the plans are meant to do.
    :param timeout: seconds to wait at most for each work that the portal does in the background.
    """
    if check_mode:
        preview = [planned(plan) for plan in plans]
        scopes = needed_scopes(plans)
        if scopes:
            preview[0].warnings += scope_warnings(portal, *scopes)
        return preview
    outcomes: dict[int, Outcome[Room]] = {}
    going = [at for at, plan in enumerate(plans) if plan.deletes]
    # The portal makes one room from a template at a time.
    alone = [at for at, plan in enumerate(plans) if plan.template]
    staying = [at for at in range(len(plans)) if at not in (*going, *alone)]

    def apply(ats: Sequence[int]) -> None:
        done = portal.in_parallel(
            lambda at: apply_room(portal, plans[at], timeout), ats, so_far("rooms", len(ats))
        )
        outcomes.update(zip(ats, done))

    apply(staying)
    for at in alone:
        apply([at])
    if any(outcome.failure for outcome in outcomes.values()):
        outcomes.update((at, _kept(plans[at])) for at in going)
    else:
        apply(going)
    return [outcomes[at] for at in range(len(plans))]


def planned(plan: RoomPlan) -> Outcome[Room]:
    """The outcome that a plan is meant to have, which check mode reports."""
    room = plan.after or plan.before
    effects = []
    if plan.creates:
        effects.append(Effect(CREATED, room))
        effects += [Effect(each.property.option, room) for each in plan.further.changes]
    else:
        effects += [Effect(UNARCHIVED, room)] if plan.unarchives else []
        if plan.after:
            effects += [Effect(each.property.option, room) for each in plan.comparison.changes]
    effects += [Effect("tags", (plan.add, plan.remove))] if plan.add or plan.remove else []
    effects += [Effect("owner", plan.handover.owner)] if plan.handover else []
    effects += [Effect(ARCHIVED, room)] if plan.archives else []
    effects += [Effect(DELETED, room)] if plan.deletes else []
    return Outcome(tuple(effects), room, list(plan.warnings))


def apply_room(portal: Portal, plan: RoomPlan, timeout: float) -> Outcome[Room]:
    """Carry out a plan; what is seen is the room as far as it is known afterwards."""
    if not plan.changes:
        return planned(plan)
    return _Applying(portal, plan, timeout).outcome()


class _Applying:
    """The writes for one room, one after the other until one fails."""

    def __init__(self, portal: Portal, plan: RoomPlan, timeout: float) -> None:
        self._portal = portal
        self._plan = plan
        self._timeout = timeout
        self._room = plan.before
        self._total: Outcome[Room] = Outcome()

    def outcome(self) -> Outcome[Room]:
        """What became of them."""
        if self._plan.creates:
            self._create()
        elif self._plan.unarchives:
            self._move(archive=False)
        self._settle()
        if self._plan.archives:
            self._move(archive=True)
        if self._plan.deletes:
            self._delete()
        self._total.seen = self._room
        return self._total

    def _create(self) -> None:
        template = self._plan.template
        write = (
            FromTemplateWrite(self._portal, self._plan, template.id, self._timeout)
            if template
            else CreateWrite(self._portal, self._plan)
        )
        outcome = carry_out(write)
        self._total.follow(outcome)
        made = write.own(outcome.seen or ())
        if len(made) == 1:
            self._room = made[0]

    def _settle(self) -> None:
        """Change what a room has, while it is active."""
        plan, portal = self._plan, self._portal
        comparison = plan.further if plan.creates else plan.comparison
        if comparison.changes and self._goes_on and self._room:
            seen = self._do(SettingsWrite(portal, self._room, comparison))
            self._room = self._known(seen) or self._room
        if (plan.add or plan.remove) and self._goes_on and self._room:
            seen = self._do(TagsWrite(portal, self._room, plan.add, plan.remove))
            self._room = self._known(seen) or self._room
        if plan.handover and self._goes_on and self._room:
            owner = plan.handover.owner
            if owner.id == self._room.owner_id:  # who is the owner of the credential
                return
            self._do(OwnerWrite(portal, self._room, owner))
            if self._total.items("owner"):
                self._room = replace(self._room, owner_id=owner.id, owner_name=owner.display_name)

    def _move(self, archive: bool) -> None:
        if self._goes_on and self._room:
            seen = self._do(MoveWrite(self._portal, self._room, self._timeout, archive))
            self._room = self._known(seen) or self._room

    def _delete(self) -> None:
        if not (self._goes_on and self._room):
            return
        try:
            self._check_archived(self._room)
        except DocSpaceError as error:
            self._total.follow(Outcome(failure=error))
            return
        outcome = carry_out(DeleteWrite(self._portal, self._room, self._timeout))
        if isinstance(outcome.failure, Gone):
            warning = f"The room {self._room.label} was deleted by somebody else meanwhile."
            outcome = Outcome((), warnings=[warning])
        self._total.follow(outcome)

    def _check_archived(self, room: Room) -> None:
        """Refuse to delete what somebody has brought back since it was read.

        :raises DocSpaceError: if so.
        """
        before = self._plan.before
        if self._plan.desired.allow_delete or not (before and before.archived):
            return
        now = self._portal.rooms.find(room.id)
        if now and not now.archived:
            raise DocSpaceError(
                f"The room {room.label} was brought back from the archive by somebody else"
                " meanwhile, and was not deleted. Run the task again.",
                "changed_meanwhile",
                room=room.id,
            )

    def _do(self, write: Write[Any]) -> Any:
        outcome = carry_out(write)
        self._total.follow(outcome)
        return outcome.seen

    def _known(self, seen: Any) -> Room | None:
        return seen if isinstance(seen, Room) else None

    @property
    def _goes_on(self) -> bool:
        return self._total.failure is None


def _kept(plan: RoomPlan) -> Outcome[Room]:
    label = plan.before.label if plan.before else ""
    message = f"The room {label} was not deleted, as other rooms are not as desired."
    return Outcome((), plan.before, failure=DocSpaceError(message, "not_reached"))
