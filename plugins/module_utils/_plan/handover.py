# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""What people who leave own, who gets it, and whose account is deleted: pure planning."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from .._base.limits import check_range
from .._portal.model.person import Person
from .._portal.model.room import Room
from .steps import Step
from .successors import Successors

#: Seconds to wait for the portal's work about one person.
DEFAULT_TIMEOUT = 600


@dataclass(frozen=True)
class HandoverOptions:
    """What a task asks for about what people own.

    :param confirm_delete: how many accounts it expects to be deleted.
    :param timeout: seconds to wait at most for each piece of work of the portal.
    """

    successors: Successors = field(default_factory=Successors)
    delete: bool = False
    confirm_delete: int | None = None
    end_sessions: bool = False
    timeout: int = DEFAULT_TIMEOUT

    @classmethod
    def from_params(cls, params: Mapping[str, Any]) -> HandoverOptions:
        """:raises OptionError: naming the option, what was wrong and what to do."""
        return cls(
            successors=Successors.parse(params["successor"]),
            delete=params["delete"],
            confirm_delete=params["confirm_delete"],
            end_sessions=params["end_sessions"],
            timeout=check_range("wait_timeout", params["wait_timeout"], 1, 86400),
        )

    @property
    def is_asked_for(self) -> bool:
        """Whether anything is to become of what people own."""
        return bool(self.successors) or self.delete


@dataclass(frozen=True)
class Handover:
    """What somebody who leaves owns, and what is to be done about it.

    :param rooms: the rooms that this person owns, those in the archive included.
    :param to_start: whether the portal is to move rooms, and documents that are shared.
    :param to_delete: whether the account goes afterwards.
    :param to_log_out: whether sessions are ended before.
    :param successor: who gets it all; None as long as that is not known.
    """

    person: Person
    rooms: tuple[Room, ...] = ()
    to_start: bool = False
    to_delete: bool = False
    to_log_out: bool = False
    successor: Person | None = None

    @property
    def needs_successor(self) -> bool:
        """Whether something would go to somebody."""
        return self.to_start or self.to_delete

    @property
    def changes(self) -> bool:
        """Whether there is anything to do."""
        return self.needs_successor or self.to_log_out


@dataclass(frozen=True)
class LogOut:
    """Somebody's sessions are ended."""

    person: Person

    @property
    def people(self) -> tuple[Person, ...]:
        """Whom this is about."""
        return (self.person,)


@dataclass(frozen=True)
class RoomTransfer:
    """Rooms get another owner, and documents that are shared go with them."""

    person: Person
    successor: Person
    rooms: tuple[Room, ...]

    @property
    def people(self) -> tuple[Person, ...]:
        """Whom this is about."""
        return (self.person,)


@dataclass(frozen=True)
class Deletion:
    """An account is deleted; what is still there and can be handed over goes to a successor."""

    person: Person
    successor: Person

    @property
    def people(self) -> tuple[Person, ...]:
        """Whom this is about."""
        return (self.person,)


def plan_handover(
    person: Person,
    rooms: Sequence[Room],
    options: HandoverOptions,
    start_without: bool = False,
    disabling: bool = False,
) -> Handover:
    """What is to be done about what somebody owns.

    :param start_without: whether documents are to move where no rooms are left. Nothing tells
        whether there are any, or whether they have moved before.
    :param disabling: whether the task disables this account, so that there was nothing before.
    """
    to_start = bool(rooms) or ((start_without or disabling) and not options.delete)
    return Handover(
        person,
        in_order(rooms),
        to_start=to_start,
        to_delete=options.delete,
        # Whether there are any cannot be seen, and a repetition is to send nothing.
        to_log_out=options.end_sessions and (to_start or options.delete or disabling),
    )


def in_order(rooms: Iterable[Room]) -> tuple[Room, ...]:
    """Rooms as they are listed everywhere: by title, then by id."""
    return tuple(sorted(rooms, key=lambda room: (room.title.lower(), int(room.id))))


def with_successors(
    handovers: Iterable[Handover], successors: Mapping[str, Person]
) -> tuple[Handover, ...]:
    """The same with those who get it, by the ids of those who leave."""
    return tuple(
        replace(each, successor=successors.get(each.person.id)) if each.needs_successor else each
        for each in handovers
    )


def handover_steps(handovers: Iterable[Handover]) -> tuple[Step, ...]:
    """What is to be done, in its order; a step may be empty."""
    ordered = list(handovers)
    given = [(each, each.successor) for each in ordered if each.successor]
    return (
        Step("ending sessions", tuple(LogOut(each.person) for each in ordered if each.to_log_out)),
        # Each is work for the portal on many rooms and documents.
        Step(
            "handing over rooms",
            tuple(
                RoomTransfer(each.person, successor, each.rooms)
                for each, successor in given
                if each.to_start
            ),
            one_by_one=True,
        ),
        # Not before it is proved that nothing is left.
        Step(
            "deleting accounts",
            tuple(Deletion(each.person, successor) for each, successor in given if each.to_delete),
            one_by_one=True,
        ),
    )


@dataclass(frozen=True)
class HandoverPlan:
    """Everybody whose things go to others, by e-mail address."""

    handovers: tuple[Handover, ...]

    @property
    def steps(self) -> tuple[Step, ...]:
        """What is to be done, in its order; no step is empty."""
        return tuple(step for step in handover_steps(self.handovers) if step.actions)

    @property
    def changing(self) -> tuple[Handover, ...]:
        """Those about whom there is something to do."""
        return tuple(each for each in self.handovers if each.changes)
