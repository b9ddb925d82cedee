# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The server's rules for starting jobs, which it checks at once."""

from __future__ import annotations

import dataclasses
import typing as t

from ..http import failures

_OWNER, _USER, _GUEST = "Owner", "User", "Guest"


class Person(t.Protocol):
    """What is asked of somebody."""

    id: str

    @property
    def type(self) -> str:
        """Owner, DocSpaceAdmin, RoomAdmin, User or Guest."""

    @property
    def is_admin(self) -> bool:
        """The owner and the administrators of the portal."""

    @property
    def is_disabled(self) -> bool:
        """Whether somebody is disabled."""


class Accounts(t.Protocol):
    """What is asked of people."""

    def get(self, person_id: str) -> Person | None:
        """The person with this id, or None."""


@dataclasses.dataclass(frozen=True)
class Rules:
    """Which jobs somebody may start; `lost` is the id that stands for unknown people."""

    caller: Person
    people: Accounts
    lost: str

    def demand_type_change(self, person_id: str, kind: str, successor_id: str | None) -> None:
        """Refuse what cannot be a change of somebody's type by a job."""
        if self.caller.type in (_USER, _GUEST):
            raise failures.not_authorized()
        if kind not in (_USER, _GUEST):
            raise failures.bad_argument(f"Can not update to {kind}")
        person = self._enabled(person_id)
        if person is None or person.id == self.caller.id:
            raise failures.bad_argument("Can not update type")
        if not self._may_touch(person):
            raise failures.bad_argument("Can not update type for admin")
        if successor_id is None:
            return
        successor = self.people.get(successor_id)
        if successor and (successor.is_disabled or successor.id == person.id):
            raise failures.bad_argument("Can not update type")
        if successor is None or successor.type in (_USER, _GUEST):
            raise failures.bad_argument(f"Can not reassign to user - {successor_id}")

    def demand_reassignment(self, person_id: str, successor_id: str) -> None:
        """Refuse what cannot be handed over, or to whom."""
        person = self.people.get(person_id)
        if person is None or not self._is_past(person) or not self._may_touch(person):
            raise _no_reassignment("from", person.id if person else self.lost)
        successor = self.people.get(successor_id)
        if successor is None:
            raise _no_reassignment("to", self.lost)
        if successor.is_disabled or successor.type in (_USER, _GUEST):
            raise _no_reassignment("to", successor.id)

    def demand_removal(self, person_id: str) -> None:
        """Refuse who cannot be deleted."""
        person = self.people.get(person_id)
        if person is None:
            raise failures.bad_argument(f"User with id = {person_id} not found")
        if not self._is_past(person):
            raise failures.bad_argument(f"Can not delete user with id = {person_id}")
        if not self._may_touch(person):
            raise failures.access_denied()

    def may_lower(self, person_id: str, kind: str) -> bool:
        """Whether the job that changes a type succeeds: it looks only when it has begun."""
        person = self.people.get(person_id)
        lifts = person is not None and person.type == _GUEST and kind == _USER
        return self.caller.is_admin or lifts

    def _enabled(self, person_id: str) -> Person | None:
        person = self.people.get(person_id)
        return None if person is None or person.is_disabled else person

    def _is_past(self, person: Person) -> bool:
        return person.is_disabled and person.id != self.caller.id and person.type != _OWNER

    def _may_touch(self, person: Person) -> bool:
        return not person.is_admin or self.caller.type == _OWNER


def _no_reassignment(direction: str, person_id: str) -> failures.ApiError:
    return failures.bad_argument(f"Can not reassign data {direction} user with id = {person_id}")
