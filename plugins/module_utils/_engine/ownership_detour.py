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
    changed: Outcome[Any] = Outcome()
    if not taken.failure:
        changed = carry_out(AccessWrite(portal, AccessUnit((plan,)), rules))
    given = carry_out(_OwnerWrite(portal, plan, me, owner, _owner_in(changed, plan), back=True))
    is_elsewhere = bool(given.failure and given.failure.code == "changed_meanwhile")
    wanted: Mapping[str, int] | None = None
    if taken.failure and not given.failure:
        wanted = {each.id: each.level for each in plan.entries}
    elif not (changed.failure or given.failure):
        wanted = plan.levels_after
    left: Outcome[Any] = Outcome()
    if not given.failure or given.changed or is_elsewhere:
        left = carry_out(_LeaveWrite(portal, plan, detour, wanted, is_in=not taken.failure))
    whole: Outcome[Any] = Outcome(changed.done, changed.seen, list(changed.warnings))
    whole.warnings += [*given.warnings, *left.warnings]
    whole.failure = changed.failure or _nothing_done(plan, taken.failure)
    if given.failure or left.failure:
        whole.failure = _left_behind(plan, detour, given, left)
        # Something is not as before, whatever became of the change.
        whole.done = None
    return whole


def _owner_in(changed: Outcome[Any], plan: AccessPlan) -> str:
    """Whose the room was as the change was proven; empty if that was not seen."""
    entries: Sequence[Entry] = changed.seen[plan.room.id] if changed.seen else ()
    return next((each.id for each in entries if each.is_owner), "")


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


def _left_behind(
    plan: AccessPlan, detour: OwnershipDetour, given: Outcome[Any], left: Outcome[Any]
) -> DocSpaceError:
    room, me, owner = plan.room.label, detour.me.label, detour.owner.label
    again = "What was to be changed may be done; look."
    before = "Do not run the task again before: it would take the room as it is."
    is_out = bool(left.items("left"))
    still = f"{me} may still be a room manager in it: put this person out. {before}"
    if given.failure and given.failure.code == "changed_meanwhile":
        state = "Somebody else has given it away while the task ran, and it is left as it is"
        state += f", but {still}" if not is_out else f", without {me}."
    elif given.failure:
        state = (
            f"{room} may still belong to {me}, with {owner} as a room manager: give it back, and"
            f" put {me} out behind that. {before}"
        )
    elif is_out:
        state = (
            f"{room} belongs to {owner} again, without {me}, but somebody else has changed"
            " meanwhile who may enter it."
        )
    else:
        state = f"{room} belongs to {owner} again, but {still}"
    causes = [each.failure for each in (given, left) if each.failure]
    cause, message = causes[0], f"{state} {again} {' '.join(map(str, causes))}"
    if is_out:
        return DocSpaceError(message, cause.code, **cause.details)
    owners = [{"id": plan.room.id, "owner": detour.owner.id}]
    failure = DocSpaceError(message, cause.code, **{**cause.details, "rooms_left": owners})
    failure.is_final = True
    return failure


class _OwnerWrite(Write[str]):
    """A room gets another owner; what is seen is the owner's id.

    Nobody is asked for a room that somebody else has given away meanwhile.

    :param now: the id of the owner, if that was just seen.
    :param back: whether the room is given back, which is tried if its owner cannot be read.
    """

    advice = ""

    def __init__(
        self,
        portal: Portal,
        plan: AccessPlan,
        former: Person,
        owner: Person,
        now: str = "",
        back: bool = False,
    ) -> None:
        self._portal = portal
        self._now = now
        self._back = back
        self._room = plan.room
        self._former = former
        self._owner = owner
        self.subject = f"The owner of {plan.room.label}"
        self.effects = (Effect("owner", owner.id),)

    def send(self) -> Iterator[str | None]:
        now = self._now or self._owner_before()
        if now == self._owner.id and self._back:
            yield now
            return
        if now != self._former.id:
            raise RequestError(
                f"{self._room.label} does not belong to {self._former.label} any more: somebody"
                " else has given it away while the task ran.",
                "changed_meanwhile",
                may_be_done=False,
            )
        self._portal.rooms.give([self._room.id], self._owner.id)
        yield None

    def _owner_before(self) -> str:
        try:
            return self.look()
        except RequestError as error:
            if self._back:
                return self._former.id
            error.may_be_done = False
            raise

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

    :param wanted: the levels that the others must have, if that is known, by their ids.
    :param is_in: whether I am a room manager for certain.
    """

    advice = ""

    def __init__(
        self,
        portal: Portal,
        plan: AccessPlan,
        detour: OwnershipDetour,
        wanted: Mapping[str, int] | None,
        is_in: bool,
    ) -> None:
        self._portal = portal
        self._plan = plan
        self._me = detour.me
        self._owner = detour.owner
        self._wanted = wanted
        self._is_in = is_in and wanted is not None
        self._names = {each.id: each.email or each.name for each in plan.entries}
        self.subject = f"Who may enter {plan.room.label}"
        self.effects = (Effect("left", detour.me.id),)

    def send(self) -> Iterator[Mapping[str, int] | None]:
        # To put out somebody who is not in is noted as letting them in.
        if self._is_in or self._me.id in self._levels():
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
        if self._wanted is not None:
            found += [Difference(text) for text in self._others(seen, self._wanted)]
        return found

    def _others(self, seen: Mapping[str, int], wanted: Mapping[str, int]) -> Iterator[str]:
        """Who is not as the others must be; the ids of guests who are invited are not known."""
        invited = [each.subject.person for each in self._plan.invited]
        addresses = {each.email.lower() for each in invited if each}
        for key in sorted((wanted.keys() | seen.keys()) - {self._me.id}):
            name = self._names.get(key, key)
            level = seen.get(key, NONE)
            is_invited = key not in wanted and name.lower() in addresses
            if level != wanted.get(key, NONE) and not is_invited:
                yield f"{name} {'has no entry' if level == NONE else f'is {level_name(level)}'}"

    def _levels(self) -> dict[str, int]:
        entries: Sequence[Entry] = self._portal.room_access.entries(self._plan.room.id)
        self._names.update({each.id: each.email or each.name or each.id for each in entries})
        return {
            each.id: each.level
            for each in entries
            if not (each.is_owner or each.id == self._owner.id)
        }
