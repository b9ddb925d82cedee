# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""What a plan costs in paid seats: before, after, and what the subscription allows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .._base.errors import DocSpaceError
from .._base.texts import listed
from .._portal.model.plan import Plan, Seats
from .account_change import AccountChange
from .accounts import AccountsPlan


@dataclass(frozen=True)
class SeatArithmetic:
    """Paid seats as a plan changes them.

    All that frees a seat is done before the first account takes one, so the number is highest at
    the end.

    :param used: before.
    :param freed: how many become free.
    :param takers: who takes one, in the order in which they do.
    :param allowed: None if there is no limit, or it is not known.
    :param is_limit_known: whether the key may read it.
    """

    used: int
    freed: int
    takers: tuple[AccountChange, ...]
    allowed: int | None = None
    is_limit_known: bool = True

    @classmethod
    def of(cls, plan: AccountsPlan, seats: Seats, is_limit_known: bool) -> SeatArithmetic:
        """With the seats that are read."""
        freed = -sum(each.seats for each in plan.changes if each.seats < 0)
        return cls(seats.used, freed, plan.seat_takers, seats.allowed, is_limit_known)

    @property
    def taken(self) -> int:
        """How many are taken."""
        return len(self.takers)

    @property
    def after(self) -> int:
        """How many are used in the end."""
        return self.used - self.freed + self.taken

    def numbers(self, ordered: Sequence[AccountChange]) -> dict[AccountChange, int]:
        """Which seat each account takes that takes one, counted in the order of a list."""
        takers = [each for each in ordered if each.seats > 0]
        return {each: self.used - self.freed + at for at, each in enumerate(takers, start=1)}

    def as_result(self) -> dict[str, int | None]:
        """The seats in the result of a task that did all of its plan."""
        return {"before": self.used, "after": self.after, "allowed": self.allowed}

    def notes(self) -> dict[str, str]:
        """Which seat each account takes that is there already, by its id."""
        numbers = self.numbers(self.takers).items()
        return {
            each.before.id: seat_note(number, self.allowed)
            for each, number in numbers
            if each.before
        }


def needs_seats(plan: AccountsPlan) -> bool:
    """Whether a plan takes or frees a seat, so that they have to be counted."""
    return any(each.seats for each in plan.changes)


def sets_quotas(plan: AccountsPlan) -> bool:
    """Whether somebody gets a quota in bytes, which the portal compares with its own."""
    return any((each.quota or 0) > 0 for each in plan.changes)


def check_asked(arithmetic: SeatArithmetic, max_new_seats: int) -> None:
    """Refuse a plan that costs more seats than the task says.

    :raises DocSpaceError: naming who takes them.
    """
    more = arithmetic.after - arithmetic.used
    if more > max_new_seats:
        raise DocSpaceError(
            f"max_new_seats: the plan takes {_seats(more)} more than now, and the limit is"
            f" {max_new_seats}: {_takers(arithmetic)}{_freed(arithmetic)}. Nothing was changed;"
            " check the types, or raise the limit.",
            "max_new_seats_exceeded",
            seats=more,
        )


def check_enough(arithmetic: SeatArithmetic) -> None:
    """Refuse a plan for which the subscription has not enough seats, or may not have.

    :raises DocSpaceError: with the arithmetic.
    """
    used, after, allowed = arithmetic.used, arithmetic.after, arithmetic.allowed
    if not arithmetic.taken:
        return
    if allowed is not None and after > allowed:
        raise DocSpaceError(
            f"users: the subscription allows {_seats(allowed)}, of which {used} are used"
            f"{_freed(arithmetic)}; with {_takers(arithmetic)} it would be {after}. Nothing was"
            " changed; disable others or lower their types, which the module users does in the same"
            " task, or get more seats.",
            "seats_exceeded",
            seats=after,
        )
    # Even where as many are freed: more may be used than are allowed.
    if not arithmetic.is_limit_known:
        raise DocSpaceError(
            f"users: {_seats(used)} are used, and the plan would make it {after} with"
            f" {_takers(arithmetic)}; how many the subscription allows, this api_key may not read."
            " Nothing was changed; give it the scope *:read too, or no restriction.",
            "seats_unknown",
            seats=after,
        )


def check_quotas(plan: AccountsPlan, subscription: Plan) -> None:
    """Refuse quotas of people that are larger than the whole portal.

    :raises DocSpaceError: naming whose.
    """
    _used, allowed = subscription.limits.get("total_size", (None, None))
    large = [
        each.label for each in plan.changes if allowed is not None and (each.quota or 0) > allowed
    ]
    if large:
        raise DocSpaceError(
            f"users: the quota of {listed(large)} is larger than that of the whole portal,"
            f" {allowed} bytes. Nothing was changed; give a smaller one, or none.",
            "unusable_users",
        )


def seat_warnings(arithmetic: SeatArithmetic) -> list[str]:
    """What to say where seats are taken although their limit is not known."""
    if arithmetic.is_limit_known:
        return []
    return [
        f"With {_takers(arithmetic)}, {_seats(arithmetic.after)} are used; how many the"
        " subscription allows, this api_key may not read, as it lacks the scope *:read."
    ]


def seat_note(number: int, allowed: int | None) -> str:
    """Which seat an account takes, behind it in a difference."""
    return f" (paid seat {number}{'' if allowed is None else f' of {allowed}'})"


def _seats(count: int) -> str:
    return f"{count} paid seat{'' if count == 1 else 's'}"


def _takers(arithmetic: SeatArithmetic) -> str:
    return listed([f"{each.label} ({each.after.type})" for each in arithmetic.takers])


def _freed(arithmetic: SeatArithmetic) -> str:
    verb = "becomes" if arithmetic.freed == 1 else "become"
    return f", while {arithmetic.freed} {verb} free" if arithmetic.freed else ""
