# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Accounts in a result: what was done about each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from .._base.errors import DocSpaceError, combine_errors
from .._base.texts import listed
from .._plan.account_change import AccountChange
from .._plan.account_steps import AccountDeed, Action, Step
from .._plan.accounts import AccountsPlan
from .._plan.lowering import Lowering
from .._plan.people import in_order
from .._plan.seats import SeatArithmetic
from .._portal.model.person import Person
from .._portal.model.room import Room
from .people import person_result

Row = dict[str, Any]

#: What was done, by the kind of action.
_DONE = {
    "lower": "type",
    "disable": "disabled",
    "enable": "enabled",
    "invite": "invited",
    "create": "created",
}
_UPDATES = ("type", "email", "quota")


@dataclass(frozen=True)
class _Account:
    """An account as it is after a task.

    :param person: None if it is not known, or if there is none.
    :param unknown: what may have been done, or not.
    :param failures: why it is not as desired.
    """

    change: AccountChange
    person: Person | None
    done: tuple[str, ...]
    unknown: tuple[str, ...]
    failures: tuple[str, ...]


def accounts_result(
    plan: AccountsPlan,
    steps: Sequence[Step],
    deeds: Sequence[AccountDeed],
    lowerings: Sequence[Lowering],
    seats: SeatArithmetic | None,
) -> Row:
    """What became of all accounts."""
    planned: dict[AccountChange, list[Action]] = {}
    for step in steps:
        for action in step.actions:
            for change in action.changes:
                planned.setdefault(change, []).append(action)
    by_action = {id(deed.action): deed for deed in deeds}
    accounts = [_account(each, planned.get(each, []), by_action) for each in plan.changes]
    by_person = {each.person.id: each for each in lowerings}
    return {
        "changed": any(deed.changed for deed in deeds),
        "users": [_row(each, by_person) for each in accounts if each.change.desired],
        "added": _people(accounts, "invited", "created"),
        "updated": _people([each for each in accounts if each.change.before], *_UPDATES),
        "disabled": _people(accounts, "disabled"),
        "enabled": _people(accounts, "enabled"),
        "unlisted": [_person_row(person) for person in in_order(plan.unlisted)],
        "seats": _seats(accounts, seats),
    }


def accounts_failure(
    steps: Sequence[Step], deeds: Sequence[AccountDeed], facts: Row
) -> DocSpaceError | None:
    """The failure of some writes, with what was not begun because of it; None if all went well."""
    failures = [deed.failure for deed in deeds if deed.failure]
    if not failures:
        return None
    cause = combine_errors(failures)
    begun = {id(deed.action) for deed in deeds}
    left = [step.title for step in steps if any(id(each) not in begun for each in step.actions)]
    not_begun = f" Not completed: {listed(left)}." if left else ""
    failure = DocSpaceError(
        f"Not all accounts are as desired: {cause}{not_begun}{_without_mail(steps, deeds)}",
        cause.code,
        **cause.details,
    )
    failure.facts = facts
    return failure


def _without_mail(steps: Sequence[Step], deeds: Sequence[AccountDeed]) -> str:
    """Who may have an account now, and no mail to set a password, as a sentence."""
    made = {
        each
        for deed in deeds
        if deed.action.kind == "create" and deed.changed
        for each in deed.action.changes
    }
    mailed = {
        each for deed in deeds if deed.action.kind == "password_link" for each in deed.done or ()
    }
    planned = [
        each
        for step in steps
        for action in step.actions
        if action.kind == "password_link"
        for each in action.changes
    ]
    names = [each.label for each in planned if each in made - mailed]
    if not names:
        return ""
    return (
        f" No mail to set a password is known to have been sent to {listed(names)}: send it from"
        " the portal, as another run does not."
    )


def _account(
    change: AccountChange, planned: Sequence[Action], deeds: Mapping[int, AccountDeed]
) -> _Account:
    done, unknown, failures = [], [], []
    person = change.before
    begun = [deeds[id(action)] for action in planned if id(action) in deeds]
    for deed in begun:
        what = _DONE.get(deed.action.kind, deed.action.kind)
        is_done = deed.done is not None and change in deed.done
        if is_done:
            done.append(what)
            person = _with(person, what, change, deed.seen.get(change))
        elif deed.done is None:
            unknown.append(what)
        if deed.failure and (not is_done or len(deed.action.changes) == 1):
            failures.append(str(deed.failure))
    if len(begun) < len(planned):
        failures.append("The rest was not begun." if begun else "It was not begun.")
    return _Account(change, person, tuple(done), tuple(unknown), tuple(failures))


def _with(
    person: Person | None, what: str, change: AccountChange, seen: Person | None
) -> Person | None:
    """An account after something was done."""
    after = change.after
    if what in ("invited", "created"):
        return seen or after
    if person and what == "type":
        return replace(person, type=after.type, guest=after.guest)
    if person and what in ("disabled", "enabled"):
        return replace(person, status=seen.status if seen else after.status)
    if person and what == "email":
        return replace(person, email=seen.email if seen else after.email)
    return person


def _row(account: _Account, lowerings: dict[str, Lowering]) -> Row:
    change, person = account.change, account.person
    row = {
        "user": change.desired.reference.text if change.desired else "",
        **_person_row(person or _nobody(change)),
    }
    if not person:
        row["id"] = row["status"] = row["type"] = None
    # What may have been done is not known.
    lost = {"disabled": "status", "enabled": "status", "type": "type", "email": "email"}
    row.update((lost[what], None) for what in account.unknown if what in lost)
    row.update(
        done=list(account.done),
        unchangeable=[
            {
                "option": each.option,
                "current": each.current,
                "desired": each.desired,
                "reason": each.reason,
            }
            for each in change.unchangeable
        ],
        changed=bool(account.done or account.unknown),
        failed=bool(account.failures),
        msg=" ".join(account.failures),
    )
    if change.before and change.before.id in lowerings and change.is_lowering:
        row["rooms"] = _rooms_row(lowerings[change.before.id])
    return row


def _nobody(change: AccountChange) -> Person:
    address = change.desired.reference.text if change.desired else ""
    return Person("", address, address if "@" in address else "", "", "unknown")


def _person_row(person: Person) -> Row:
    row = {**person_result(person), "type": person.type}
    return {**row, "id": person.id or None}


def _rooms_row(lowering: Lowering) -> Row:
    return {
        "to_successor": _titles(lowering.owned),
        "given_back": _titles(each.room for each in lowering.taken),
        "archived": _titles(lowering.archived),
    }


def _titles(rooms: Iterable[Room]) -> list[Row]:
    return [{"id": room.id, "title": room.title} for room in rooms]


def _people(accounts: Sequence[_Account], *done: str) -> list[Row]:
    people = [
        each.person for each in accounts if each.person and not set(done).isdisjoint(each.done)
    ]
    return [_person_row(person) for person in in_order(people)]


def _seats(accounts: Sequence[_Account], seats: SeatArithmetic | None) -> Row | None:
    if not seats:
        return None
    after = seats.used
    is_known = not any(each.unknown for each in accounts if each.change.seats)
    for each in accounts:
        before = each.change.before
        after += int(bool(each.person and each.person.takes_seat))
        after -= int(bool(before and before.takes_seat))
    return {
        "before": seats.used,
        "after": after if is_known else None,
        "allowed": seats.allowed,
    }
