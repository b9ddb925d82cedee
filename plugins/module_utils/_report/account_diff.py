# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Accounts and rooms in a difference: one line for each."""

from __future__ import annotations

from collections.abc import Sequence

from .._base.quotas import DEFAULT_QUOTA, quota_text
from .._base.texts import printable
from .._plan.account_change import AccountChange
from .._plan.accounts import AccountsPlan
from .._plan.lowering import Lowering
from .._plan.seats import SeatArithmetic, seat_note
from .._portal.model.account_properties import read_quota
from .._portal.model.person import Person
from .._portal.model.room import Room


def accounts_diff(
    plan: AccountsPlan,
    lowerings: Sequence[Lowering],
    seats: SeatArithmetic | None,
    send_password_link: bool = False,
) -> list[dict[str, str]]:
    """All that changes: the accounts, and the rooms of those whose type goes down."""
    changes = sorted(plan.changing, key=_who)
    numbers = seats.numbers(changes) if seats else {}
    allowed = seats.allowed if seats else None
    lines = [
        _line(each, _seat(each, numbers.get(each), allowed), send_password_link) for each in changes
    ]
    found = [_difference("accounts", "", "".join(f"{line}\n" for line in lines))] if lines else []
    rooms = [row for each in lowerings for row in _rooms(each)]
    if rooms:
        ordered = sorted(rooms, key=lambda row: (row[0].title.lower(), row[0].id))
        found.append(
            _difference(
                f"owners of rooms ({len(rooms)})",
                "".join(f"{room.label}: {before}\n" for room, before, _after in ordered),
                "".join(f"{room.label}: {after}\n" for room, _before, after in ordered),
            )
        )
    return found


def _difference(header: str, before: str, after: str) -> dict[str, str]:
    return {"before_header": header, "after_header": header, "before": before, "after": after}


def _who(change: AccountChange) -> str:
    person = change.before or change.after
    return printable(person.email or person.id)


def _line(change: AccountChange, seat: str, send_password_link: bool) -> str:
    after = change.after
    parts = []
    if not change.before:
        how = "invited" if change.create == "invite" else "active"
        parts.append(f"new, {how}, {after.type}{seat}")
        if change.create == "active" and send_password_link:
            parts.append("mail to set a password")
    else:
        before = change.before
        told = False
        if change.type:
            parts.append(f"{before.type} -> {change.type}{seat}")
            told = True
        if change.status:
            cost = "" if told else seat
            parts.append(f"{before.status} -> {after.status}{cost}")
            if not change.desired:
                parts[-1] += " (unlisted)"
        if change.email:
            parts.append(f"{before.email} -> {printable(change.email)}")
    if change.quota is not None:
        parts.append(f"quota {_quota(change.before)} -> {quota_text(change.quota)}")
    return f"{_who(change)}: {', '.join(parts)}"


def _seat(change: AccountChange, number: int | None, allowed: int | None) -> str:
    if change.seats < 0:
        return " (frees a paid seat)"
    return "" if number is None else seat_note(number, allowed)


def _quota(person: Person | None) -> str:
    quota = read_quota(person) if person else None
    return quota_text(DEFAULT_QUOTA if quota is None else quota)


def _rooms(lowering: Lowering) -> list[tuple[Room, str, str]]:
    """The rooms that are touched, with their owners before and after."""
    person, heir = lowering.person.label, lowering.heir.label
    rows = [(room, person, heir) for room in lowering.owned]
    for taken in lowering.taken:
        owner = taken.owner.label if taken.owner else taken.room.owner_id
        rows.append((taken.room, owner, f"{owner} (given back by {heir})"))
    return [*rows, *((room, person, f"{person} (archived)") for room in lowering.archived)]
