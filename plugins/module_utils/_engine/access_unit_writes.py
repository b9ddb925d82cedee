# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Letting people and groups into one room or many, changing what they are, putting them out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from .._base.texts import listed
from .._plan.access import AccessPlan
from .._plan.access_batches import AccessUnit
from .._plan.access_rules import AccessRules
from .._plan.room_levels import NONE, level_name
from .._portal.model.room import Entry
from .._portal.portal import Portal
from .room_list_reads import read_entries
from .sending import one_by_one
from .write import BATCH, Difference, Effect, Write

#: Invitations of new guests per request, for each of which the portal sends a mail.
MAX_INVITATIONS = 20

#: In the place of a level: the owner is in without one.
_OWNER = -1

#: The entries of each room by its id.
Seen = Mapping[str, Sequence[Entry]]


def effects_of(plan: AccessPlan) -> Iterator[Effect]:
    """What a plan makes so: changes, by the id of the room."""
    for each in plan.changes:
        yield Effect(plan.room.id, each)


class AccessWrite(Write[Seen]):
    """The changes of one room, or equal ones of many; what is seen are the lists of the rooms."""

    def __init__(self, portal: Portal, unit: AccessUnit, rules: AccessRules) -> None:
        self._portal = portal
        self._plans = unit.plans
        self._batches = unit.batches
        self._rules = rules
        self._has_roles = False
        labels = listed([each.room.label for each in unit.plans])
        self.subject = f"Who may enter {labels}"
        self.effects = tuple(effect for each in unit.plans for effect in effects_of(each))

    def send(self) -> Iterator[Seen | None]:
        requests = self._in_many() if self._batches else self._in_one(self._plans[0])
        for _sent in requests:
            yield None

    def look(self) -> Seen:
        return read_entries(self._portal, [each.room for each in self._plans])

    def differences(self, seen: Seen) -> list[Difference]:
        return [each for plan in self._plans for each in self.differences_in(plan, seen)]

    def differences_in(self, plan: AccessPlan, seen: Seen) -> list[Difference]:
        """The points in which one of the rooms is not as planned."""
        entries = seen[plan.room.id]
        where = f" in {plan.room.label}" if len(self._plans) > 1 else ""
        found = list(_missing(plan, entries, where))
        found += _meanwhile(plan, entries, where)
        return found

    def explain(self, seen: Seen) -> list[str]:
        if self._has_roles:
            return [
                "Somebody has a role in a form of the room; set force to change their access all"
                " the same."
            ]
        missing = [each.effect.item for each in self.differences(seen) if each.effect]
        guests = [
            each.subject.label
            for each in missing
            if each.after and each.subject.person and each.subject.person.type == "guest"
        ]
        if not guests:
            return []
        return [
            "The portal passes over guests whom the owner of the credential neither invited nor"
            f" knows: {listed(guests)}. An administrator's key lets them in."
        ]

    def details(self, seen: Seen | None) -> dict[str, Any]:
        ids = [each.room.id for each in self._plans]
        return {"room": ids[0]} if len(ids) == 1 else {"rooms": ids}

    def _in_one(self, plan: AccessPlan) -> Iterator[None]:
        staying = [each for each in plan.changes if not each.subject.is_new]
        for start in range(0, len(staying), BATCH):
            levels = dict(each.key for each in staying[start : start + BATCH])
            with one_by_one(len(levels)):
                self._has_roles |= self._portal.room_access.set_levels(
                    plan.room.id,
                    levels,
                    notify=self._rules.notify,
                    force=self._rules.force,
                    repeatable=all(levels.values()),
                )
            yield
        for start in range(0, len(plan.invited), MAX_INVITATIONS):
            some = plan.invited[start : start + MAX_INVITATIONS]
            addresses = {
                each.subject.person.email: each.after for each in some if each.subject.person
            }
            with one_by_one(len(addresses)):
                self._portal.room_access.set_levels(
                    plan.room.id, {}, addresses, notify=self._rules.notify
                )
            yield

    def _in_many(self) -> Iterator[None]:
        for batch in self._batches:
            levels = dict.fromkeys(batch.subjects, batch.level)
            with one_by_one(len(batch.rooms) * len(levels)):
                self._portal.room_access.set_levels_in_many(
                    batch.rooms,
                    levels,
                    notify=self._rules.notify,
                    repeatable=batch.level != NONE,
                )
            yield


def _missing(plan: AccessPlan, entries: Sequence[Entry], where: str) -> Iterator[Difference]:
    """Who has another level than planned, or has become the owner."""
    levels = _levels(entries)
    addresses = {each.email.lower(): levels[each.id] for each in entries if each.email}
    for each in plan.changes:
        found = levels.get(each.subject.id, NONE)
        if each.subject.is_new and each.subject.person:
            found = addresses.get(each.subject.person.email.lower(), NONE)
        if found != each.after:
            yield Difference(
                f"{each.subject.label} {_state(found)}{where}",
                Effect(plan.room.id, each),
                is_certain=found == each.before,
            )


def _meanwhile(plan: AccessPlan, entries: Sequence[Entry], where: str) -> Iterator[Difference]:
    """Who has come, gone or been changed meanwhile, of those whom the plan leaves as they are.

    Unless the list is to be exactly so, those whom the task does not name are left to others.
    """
    before = {each.id: each for each in plan.entries}
    changed = {each.subject.id for each in plan.changes}
    invited = {each.subject.person.email.lower() for each in plan.invited if each.subject.person}
    owner, detour = plan.room.owner_id, plan.detour
    # While a room is taken over, its owner is only one of its room managers.
    expected = [(detour.me.id, True), (owner, False)] if detour else [(owner, True)]
    now = {
        each.id: each
        for each in entries
        if each.email.lower() not in invited and (each.id, each.is_owner) not in expected
    }
    levels = _levels(now.values())
    everybody = before.keys() | now.keys()
    watched = everybody if plan.desired.exact else everybody & plan.settled
    for key in sorted(watched - changed):
        found = levels.get(key, NONE)
        if found != (before[key].level if key in before else NONE):
            entry = now.get(key) or before[key]
            name = entry.email or entry.name or entry.id
            yield Difference(f"meanwhile, {name} {_state(found)}{where}")


def _levels(entries: Iterable[Entry]) -> dict[str, int]:
    return {each.id: _OWNER if each.is_owner else each.level for each in entries}


def _state(level: int) -> str:
    if level == _OWNER:
        return "is the owner"
    return f"is {level_name(level)}" if level != NONE else "has no entry"
