# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Carrying out the plan for accounts, step by step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Callable

from .._base.texts import so_far
from .._plan.account_change import AccountChange
from .._plan.account_steps import AccountDeed, Action, Step
from .._plan.lowering import TakenRoom
from .._portal.model.person import Person
from .._portal.portal import Portal
from .account_writes import EmailWrite, PasswordLinkWrite, QuotaWrite, Seen, TypeWrite
from .lowering_writes import apply_lowering
from .new_account_writes import CreationWrite, InvitationWrite
from .people_writes import apply_status
from .restore_writes import early_rooms, rooms_left, with_left
from .write import Outcome, Write, carry_out

_STATUSES = {"disable": "disabled", "enable": "active"}
_Maker = Callable[[Portal, Sequence[AccountChange]], Write[Seen]]
_WRITES: dict[str, _Maker] = {
    "invite": InvitationWrite,
    "create": CreationWrite,
    "type": TypeWrite,
    "email": EmailWrite,
    "password_link": PasswordLinkWrite,
}


@dataclass
class AccountApplier:
    """Carries out steps, and knows the accounts that were made by earlier ones.

    :param key_owner: whose credential the task uses, if that is known.
    :param wait_timeout: seconds to wait for a job.
    """

    portal: Portal
    key_owner: Person | None
    wait_timeout: int
    _made: dict[AccountChange, Person] = field(default_factory=dict)

    def apply(self, steps: Sequence[Step]) -> list[AccountDeed]:
        """Carry out steps; after a failure, what may go on beside it does, and no other step.

        Who was made gets the mail all the same, as the next run would not send it.
        """
        deeds: list[AccountDeed] = []
        for step in steps:
            if any(deed.failure for deed in deeds):
                step = replace(step, actions=tuple(filter(self._is_mail_of_made, step.actions)))
            deeds += self._apply_step(step)
        return deeds

    def _is_mail_of_made(self, action: Action) -> bool:
        return action.kind == "password_link" and self._made.keys() >= set(action.changes)

    def _apply_step(self, step: Step) -> list[AccountDeed]:
        if step.side_by_side:
            told = so_far(step.title, len(step.actions))
            deeds = self.portal.in_parallel(self._apply_action, step.actions, told)
        else:
            deeds = []
            for action in step.actions:
                deeds.append(self._apply_action(action))
                if deeds[-1].failure:
                    deeds[-1] = _with_early_rooms(step, deeds)
                    break
        for deed in deeds:
            if deed.action.kind in ("invite", "create"):
                self._made.update(deed.seen)
        return deeds

    def _apply_action(self, action: Action) -> AccountDeed:
        if action.kind in _STATUSES:
            return self._status_deed(action)
        if action.lowering:
            (change,) = action.changes
            lowered = apply_lowering(
                self.portal, change, action.lowering, self.key_owner, self.wait_timeout
            )
            done = None if lowered.done is None else tuple(lowered.items("type"))
            return _deed(action, lowered, done)
        outcome: Outcome[Seen]
        if action.kind == "quota":
            now = {each: self._now(each) for each in action.changes}
            people = {each: person for each, person in now.items() if person}
            outcome = carry_out(QuotaWrite(self.portal, people, action.quota or 0))
        else:
            outcome = carry_out(_WRITES[action.kind](self.portal, action.changes))
        done = None if outcome.done is None else tuple(each.item for each in outcome.done)
        return _deed(action, outcome, done, outcome.seen or {})

    def _status_deed(self, action: Action) -> AccountDeed:
        by_id = {each.before.id: each for each in action.changes if each.before}
        # The type may be another one since a step before.
        people = [each.before for each in action.changes if each.before]
        outcome = apply_status(self.portal, people, _STATUSES[action.kind])
        done = None
        if outcome.done is not None:
            done = tuple(by_id[person.id] for person in outcome.items("status"))
        statuses = outcome.seen or {}
        seen = {
            by_id[key]: replace(by_id[key].after, status=status)
            for key, status in statuses.items()
            if key in by_id
        }
        return _deed(action, outcome, done, seen)

    def _now(self, change: AccountChange) -> Person | None:
        """An account as it is; of a new one, as it was made."""
        return change.before or self._made.get(change)


def planned_deeds(steps: Sequence[Step]) -> list[AccountDeed]:
    """What becomes of steps if all goes well, which check mode reports."""
    return [
        AccountDeed(action, action.changes, changed=True)
        for step in steps
        for action in step.actions
    ]


def _with_early_rooms(step: Step, deeds: Sequence[AccountDeed]) -> AccountDeed:
    """A failure, with the rooms that went with an entry before the type of their owners."""
    failed = deeds[-1]
    gone = [deed.action for deed in deeds if deed.done]
    waiting = {
        each.lowering.person.id: each.lowering.person
        for each in step.actions
        if each.lowering and each not in gone
    }
    early = {
        room.id: TakenRoom(room, waiting[room.owner_id])
        for deed in deeds
        if deed.changed and deed.action.lowering
        for room in deed.action.lowering.shared
        if room.owner_id in waiting
    }
    if not (failed.failure and early):
        return failed
    rooms = [each for _key, each in sorted(early.items())]
    failure = with_left(failed.failure, early_rooms(rooms), {"rooms_left": rooms_left(rooms)})
    return replace(failed, failure=failure)


def _deed(
    action: Action,
    outcome: Outcome[Any],
    done: tuple[AccountChange, ...] | None,
    seen: Any = None,
) -> AccountDeed:
    return AccountDeed(
        action,
        done,
        outcome.changed,
        seen or {},
        tuple(outcome.warnings),
        outcome.failure,
    )
