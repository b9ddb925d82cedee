# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What can be wanted of a portal: other members of groups, accounts, who is in rooms."""

from __future__ import annotations

import abc
import dataclasses
import typing as t

from . import portals
from .competitors import Competitor

#: What a portal has afterwards: of each kind that counts, what there is by its id.
Outcome = dict[str, dict[str, t.Any]]

_GROUP_SIZE = 50


@dataclasses.dataclass(frozen=True)
class Scenario(abc.ABC):
    """A portal, a job, and what is to become of it. The second competitor is the collection."""

    key: str
    title: str
    #: How many there are of what the job is about in each of its parts.
    size: int
    competitors: tuple[Competitor, ...]

    @abc.abstractmethod
    def state(self) -> dict[str, t.Any]:
        """The portal's state at the start."""

    @abc.abstractmethod
    def job(self) -> dict[str, t.Any]:
        """What the competitors are told."""

    @abc.abstractmethod
    def start(self) -> Outcome:
        """What the portal has at the start."""

    def wanted(self) -> Outcome:
        """What it has at the end: the same, if there is nothing to do."""
        return self.start()


@dataclasses.dataclass(frozen=True)
class Memberships(Scenario):
    """Groups of one size, people shared among them, and what is to become of the members."""

    groups: int
    people: int
    #: How many members of each group are to go, and whether by naming them or those who stay.
    leaving: int
    exact: bool
    #: Those who are to go are not there (any more).
    done: bool = False

    def state(self) -> dict[str, t.Any]:
        """The portal's state at the start."""
        return portals.state(self.people, self.start()["groups"])

    def job(self) -> dict[str, t.Any]:
        """What the competitors are told."""
        groups = self.wanted()["groups"]
        named = {group: self._named(number) for number, group in enumerate(groups)}
        option = "exact" if self.exact else "remove"
        return {
            "wanted_state": "exact" if self.exact else "absent",
            "work": [{"group": group, "members": ids} for group, ids in named.items()],
            "memberships": [{"group": group, option: ids} for group, ids in named.items()],
        }

    def start(self) -> Outcome:
        """The members of each group at the start, sorted."""
        return self._groups(without=self.leaving if self.done else 0)

    def wanted(self) -> Outcome:
        """The members of each group at the end, sorted."""
        return self._groups(without=self.leaving)

    def _groups(self, without: int) -> Outcome:
        members = {
            portals.group_id(number): sorted(self._members(number)[without:])
            for number in range(self.groups)
        }
        return {"groups": members}

    def _named(self, number: int) -> list[str]:
        members = self._members(number)
        return members[self.leaving :] if self.exact else members[: self.leaving]

    def _members(self, number: int) -> list[str]:
        return members(number, self.size, self.people)


@dataclasses.dataclass(frozen=True)
class Accounts(Scenario):
    """As many people as the size says, each of them as a list has it."""

    groups: int

    def state(self) -> dict[str, t.Any]:
        """The portal's state at the start."""
        return portals.state(self.size, _groups(self.groups, self.size))

    def job(self) -> dict[str, t.Any]:
        """What the competitors are told."""
        people = [portals.email(number) for number in range(self.size)]
        wanted = {"type": "user", "state": "enabled"}
        return {"accounts": [{"user": email, **wanted} for email in people]}

    def start(self) -> Outcome:
        """The type and status of everybody but the owner."""
        people = range(self.size)
        return {"people": {portals.person_id(number): ["User", "active"] for number in people}}


@dataclasses.dataclass(frozen=True)
class Rooms(Scenario):
    """As many rooms as the size says, some with links, each with whom a list has in it."""

    people: int
    groups: int

    def state(self) -> dict[str, t.Any]:
        """The portal's state at the start."""
        return portals.state(self.people, _groups(self.groups, self.people), self.size)

    def job(self) -> dict[str, t.Any]:
        """What the competitors are told."""
        rooms = self.start()["rooms"]
        linked = [portals.room_id(number) for number in range(0, self.size, portals.LINKED)]
        return {"rooms": rooms, "linked": linked}

    def start(self) -> Outcome:
        """The level of everybody, and every group, that is in a room."""
        return {"rooms": {str(portals.room_id(n)): self._levels(n) for n in range(self.size)}}

    def _levels(self, number: int) -> dict[str, int]:
        users = portals.levels_of_people(number, self.people).items()
        teams = portals.levels_of_groups(number, self.groups).items()
        return {
            **{portals.person_id(each): level for each, level in users},
            **{portals.group_id(each): level for each, level in teams},
        }


def members(number: int, size: int, people: int) -> list[str]:
    """The members of a group: the next so many people, round and round."""
    first = number * size
    return [portals.person_id((first + place) % people) for place in range(size)]


def _groups(number: int, people: int) -> dict[str, list[str]]:
    size = min(_GROUP_SIZE, people)
    return {portals.group_id(each): members(each, size, people) for each in range(number)}
