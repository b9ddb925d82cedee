# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Taking a room over, changing who may enter it, giving it back and leaving it: each step proven.

Whatever goes wrong behind the first step, the room is given back and left all the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from .._base.errors import DocSpaceError, RequestError
from .._plan.access import AccessPlan
from .._plan.access_batches import AccessUnit
from .._plan.access_rules import AccessRules
from .._plan.ownership_detour import OwnershipDetour
from .._plan.room_levels import NONE, level_name
from .._portal.model.person import Person
from .._portal.model.room import Entry
from .._portal.portal import Portal
from .access_unit_writes import AccessWrite
from .write import Difference, Effect, Outcome, Write, carry_out


def apply_detour(
    portal: Portal, plan: AccessPlan, detour: OwnershipDetour, rules: AccessRules
) -> Outcome[Any]:
    """Carry out a plan for a room that only its owner lets others change."""
    me, owner = detour.me, detour.owner
    taken = carry_out(_OwnerWrite(portal, plan, owner, me))
    if taken.failure and taken.is_known and not taken.changed:
        return Outcome(failure=taken.failure)
    changed: Outcome[Any] = Outcome(failure=_nothing_done(plan, taken.failure))
    if not taken.failure:
        changed = carry_out(AccessWrite(portal, AccessUnit((plan,)), rules))
    given = carry_out(_OwnerWrite(portal, plan, me, owner))
    left: Outcome[Any] = Outcome()
    if not given.failure or given.changed:
        left = carry_out(_LeaveWrite(portal, plan, detour, compares=changed.failure is None))
    return _whole(plan, detour, changed, given, left)


def _nothing_done(plan: AccessPlan, cause: DocSpaceError | None) -> DocSpaceError | None:
    """The failure where a room may have been taken over, and has been given back since."""
    if cause is None:
        return None
    details = {key: value for key, value in cause.details.items() if key != "verified"}
    return DocSpaceError(
        f"{plan.room.label} may have been taken over, and is as it was before: {cause}",
        cause.code,
        **details,
    )


def _whole(
    plan: AccessPlan,
    detour: OwnershipDetour,
    changed: Outcome[Any],
    given: Outcome[Any],
    left: Outcome[Any],
) -> Outcome[Any]:
    """What became of the change, and what is not as before because of the way to it."""
    whole: Outcome[Any] = Outcome(changed.done, changed.seen, list(changed.warnings))
    whole.warnings += [*given.warnings, *left.warnings]
    whole.failure = changed.failure
    behind = given.failure or left.failure
    if behind:
        whole.failure = _left_behind(plan, detour, behind, is_given=not given.failure)
        # Something is not as before, whatever became of the change.
        whole.done = None
    return whole


def _left_behind(
    plan: AccessPlan, detour: OwnershipDetour, cause: DocSpaceError, is_given: bool
) -> DocSpaceError:
    room, me, owner = plan.room.label, detour.me.label, detour.owner.label
    if is_given:
        state = (
            f"{room} belongs to {owner} again, but {me} may still be a room manager in it: put this"
            " person out"
        )
    else:
        state = (
            f"{room} may still belong to {me}, with {owner} as a room manager: give it back, and"
            f" put {me} out behind that"
        )
    failure = DocSpaceError(
        f"{state}. Do not run the task again before: it would take the room as it is. What was to"
        f" be changed may be done; look. {cause}",
        cause.code,
        **{**cause.details, "rooms_left": [{"id": plan.room.id, "owner": detour.owner.id}]},
    )
    failure.is_final = True
    return failure


class _OwnerWrite(Write[str]):
    """A room gets another owner; what is seen is the owner's id."""

    advice = ""

    def __init__(self, portal: Portal, plan: AccessPlan, former: Person, owner: Person) -> None:
        self._portal = portal
        self._room = plan.room
        self._former = former
        self._owner = owner
        self.subject = f"The owner of {plan.room.label}"
        self.effects = (Effect("owner", owner.id),)

    def send(self) -> Iterator[str | None]:
        self._portal.rooms.give([self._room.id], self._owner.id)
        yield None

    def look(self) -> str:
        room = self._portal.rooms.find(self._room.id)
        if not room:
            raise RequestError(f"{self._room.label} is not shown any more.", "not_found", 404)
        return room.owner_id

    def differences(self, seen: str) -> list[Difference]:
        if seen == self._owner.id:
            return []
        text = f"it does not belong to {self._owner.label}"
        return [Difference(text, self.effects[0], is_certain=seen == self._former.id)]

    def details(self, seen: str | None) -> dict[str, Any]:
        return {"room": self._room.id}


class _LeaveWrite(Write[Mapping[str, int]]):
    """I leave a room that I have given back; what is seen are the levels of its entries.

    :param compares: whether the entries must be as the plan leaves them.
    """

    advice = ""

    def __init__(
        self, portal: Portal, plan: AccessPlan, detour: OwnershipDetour, compares: bool
    ) -> None:
        self._portal = portal
        self._plan = plan
        self._me = detour.me
        self._owner = detour.owner
        self._compares = compares
        self.subject = f"Who may enter {plan.room.label}"
        self.effects = (Effect("left", detour.me.id),)

    def send(self) -> Iterator[Mapping[str, int] | None]:
        # To put out somebody who is not in is noted as letting them in.
        if self._compares or self._me.id in self._levels():
            levels = {self._me.id: NONE}
            self._portal.room_access.set_levels(self._plan.room.id, levels, repeatable=False)
        yield None

    def look(self) -> Mapping[str, int]:
        return self._levels()

    def differences(self, seen: Mapping[str, int]) -> list[Difference]:
        found = []
        if self._me.id in seen:
            text = f"{self._me.label} is still {level_name(seen[self._me.id])}"
            found.append(Difference(text, self.effects[0]))
        if self._compares:
            found += [Difference(text) for text in self._others(seen)]
        return found

    def _others(self, seen: Mapping[str, int]) -> Iterator[str]:
        """Who is not as the plan leaves them; guests whom it invites are not known before."""
        wanted = self._plan.levels_after
        names = {each.id: each.email or each.name for each in self._plan.entries}
        for key, level in wanted.items():
            if seen.get(key, NONE) != level:
                yield f"{names.get(key, key)} is {level_name(seen.get(key, NONE))}"
        more = seen.keys() - wanted.keys() - {self._me.id}
        if len(more) > len(self._plan.invited):
            yield f"{len(more)} others have an entry"

    def _levels(self) -> dict[str, int]:
        entries: Sequence[Entry] = self._portal.room_access.entries(self._plan.room.id)
        return {
            each.id: each.level
            for each in entries
            if not (each.is_owner or each.id == self._owner.id)
        }
