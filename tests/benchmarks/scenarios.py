# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What is to be done: a portal, a job, the state that is wanted, and who competes."""

from __future__ import annotations

import dataclasses
import typing as t

from ..portal import load_state
from . import competitors as who
from .competitors import Competitor


@dataclasses.dataclass(frozen=True)
class Scenario:
    """Groups of one size, people shared among them, and what is to become of the members."""

    key: str
    title: str
    groups: int
    size: int
    people: int
    #: How many members of each group are to go, and whether by naming them or those who stay.
    leaving: int
    exact: bool
    competitors: tuple[Competitor, ...]
    #: Those who are to go are not there (any more).
    done: bool = False

    def state(self) -> dict[str, t.Any]:
        """The portal's state at the start."""
        recorded = load_state()
        owner = next(user for user in recorded["users"] if user["type"] == "Owner")
        groups = [
            {"id": group, "name": f"Group {number:04}", "manager": None, "members": ids}
            for number, (group, ids) in enumerate(self.start().items())
        ]
        keys = [key for key in recorded["api_keys"] if key["name"] == "owner key"]
        people = [owner, *(_person(number) for number in range(self.people))]
        return {**recorded, "users": people, "groups": groups, "api_keys": keys}

    def job(self) -> dict[str, t.Any]:
        """What the competitors are told."""
        named = {group: self._named(number) for number, group in enumerate(self.wanted())}
        option = "exact" if self.exact else "remove"
        return {
            "wanted_state": "exact" if self.exact else "absent",
            "work": [{"group": group, "members": ids} for group, ids in named.items()],
            "memberships": [{"group": group, option: ids} for group, ids in named.items()],
        }

    def start(self) -> dict[str, list[str]]:
        """The members of each group at the start, by its id, sorted."""
        return self._groups(without=self.leaving if self.done else 0)

    def wanted(self) -> dict[str, list[str]]:
        """The members of each group at the end, by its id, sorted."""
        return self._groups(without=self.leaving)

    def _groups(self, without: int) -> dict[str, list[str]]:
        return {
            f"10000000-0000-4000-8000-{number:012}": sorted(self._members(number)[without:])
            for number in range(self.groups)
        }

    def _named(self, number: int) -> list[str]:
        members = self._members(number)
        return members[self.leaving :] if self.exact else members[: self.leaving]

    def _members(self, number: int) -> list[str]:
        first = number * self.size
        return [_id((first + place) % self.people) for place in range(self.size)]


def scenarios(quick: bool) -> list[Scenario]:
    """All scenarios; the quick ones are a tenth as large."""
    part = 10 if quick else 1
    groups, people, large, huge = 200 // part, 2000 // part, 1000 // part, 10000 // part
    return [
        Scenario(
            "loop",
            f"{groups} groups of 50, remove 2 members of each",
            groups, 50, people, 2, False,
            (who.EMPTY, who.GROUP_MEMBERS, who.MEMBERSHIPS, who.SCRIPT, who.SCRIPT_SAME,
             who.VENDOR, who.MEMBERSHIPS_APART, who.GROUP_MEMBERS_APART, who.URI_REMOVE),
        ),
        Scenario(
            "nothing",
            f"{groups} groups of 50, {people:,} people, nothing to do",
            groups, 50, people, 0, True,
            (who.EMPTY, who.MEMBERSHIPS, who.MEMBERSHIPS_APART, who.SCRIPT, who.URI_READ),
        ),
        Scenario(
            "large",
            f"One group of {large:,}, remove 2 members",
            1, large, 2 * large, 2, False,
            (who.EMPTY, who.GROUP_MEMBERS, who.GROUP_MEMBERS_APART, who.SCRIPT_NAIVE, who.SCRIPT),
        ),
        Scenario(
            "large-nothing",
            f"One group of {large:,}, the 2 to remove are no members",
            1, large, 2 * large, 2, False,
            (who.EMPTY, who.GROUP_MEMBERS, who.GROUP_MEMBERS_APART, who.SCRIPT_NAIVE, who.SCRIPT),
            done=True,
        ),
        Scenario(
            "huge",
            f"One group of {huge:,}, make it exactly {huge - huge // 100:,} of them",
            1, huge, huge, huge // 100, True,
            (who.EMPTY, who.GROUP_MEMBERS, who.GROUP_MEMBERS_APART, who.SCRIPT_WHOLE),
        ),
        Scenario(
            "single",
            "One task, one group of 50, remove 2 members",
            1, 50, 200, 2, False,
            (who.EMPTY, who.GROUP_MEMBERS, who.GROUP_MEMBERS_APART, who.DEBUG, who.PING,
             who.URI_READ),
        ),
    ]  # fmt: skip


def growth(quick: bool) -> dict[str, list[Scenario]]:
    """The same work at three sizes, by what grows."""
    steps = (10, 30, 100) if quick else (10, 100, 1000)
    ours = (who.EMPTY, who.GROUP_MEMBERS, who.MEMBERSHIPS, who.SCRIPT)
    return {
        "groups": [
            Scenario(
                f"groups-{step}", f"{step:,} groups of 50, remove 2 members of each",
                step, 50, 10 * step, 2, False, ours,
            )
            for step in steps
        ],
        "members": [
            Scenario(
                f"members-{10 * step}", f"One group of {10 * step:,}, make it exactly 99 % of them",
                1, 10 * step, 10 * step, step // 10, True, ours,
            )
            for step in steps
        ],
    }  # fmt: skip


def _id(number: int) -> str:
    return f"70000000-0000-4000-8000-{number:012}"


def _person(number: int) -> dict[str, t.Any]:
    return {
        "id": _id(number),
        "firstName": f"First{number:05}",
        "lastName": "Last",
        "email": f"person{number:05}@example.net",
        "userName": f"person{number:05}",
        "status": "active",
        "type": "User",
    }
