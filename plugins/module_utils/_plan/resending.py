# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Who gets the mail of an invitation once more: pure planning."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from .._base.errors import DocSpaceError
from .._base.moments import parse_moment
from .._base.references import Reference
from .._base.texts import listed, printable
from .._portal.model.person import ADMINISTRATORS, Person
from .people import UNKNOWN, distinct

_NOT_PENDING = "has accepted the invitation, or is disabled"
_RECENT = "was invited later than that"


@dataclass(frozen=True)
class ResendingPlan:
    """Who gets a mail, and who does not, with the reason."""

    people: tuple[Person, ...]
    skipped: tuple[tuple[Person, str], ...]


def plan_resending(people: Iterable[Person], invited_by: datetime | None) -> ResendingPlan:
    """Send to those whose invitation is open; the portal would send to some others as well.

    :param invited_by: the moment by which people must have been invited; None if it is all the
        same.
    """
    reasons = [(person, _reason(person, invited_by)) for person in distinct(people)]
    return ResendingPlan(
        tuple(person for person, reason in reasons if not reason),
        tuple((person, reason) for person, reason in reasons if reason),
    )


def check_resending(
    plan: ResendingPlan, unknown: Sequence[Reference], max_users: int, owner: Person | None
) -> None:
    """Refuse what would send too much, or nothing without a word.

    :param unknown: references that mean nobody and are not allowed to.
    :param owner: whose credential the task uses, if that is known.
    :raises DocSpaceError: with the reason.
    """
    if unknown:
        names = listed([f"{printable(each.text)} {UNKNOWN}" for each in unknown], "; ")
        raise DocSpaceError(
            f"users: {names}. Nothing was sent; correct the list, or set unknown_users.",
            "unusable_users",
        )
    if len(plan.people) > max_users:
        raise DocSpaceError(
            f"max_users: {len(plan.people)} people would get a mail, and the limit is {max_users}."
            " Nothing was sent; check who is named, or raise the limit.",
            "max_users_exceeded",
        )
    if plan.people and owner and owner.type not in ADMINISTRATORS:
        raise DocSpaceError(
            f"The owner of api_key, {owner.label}, is no administrator, and the portal would accept"
            " the request without sending all mails. Use the key of the owner or of a DocSpace"
            " administrator.",
            "forbidden",
        )


def _reason(person: Person, invited_by: datetime | None) -> str | None:
    if person.status != "pending":
        return _NOT_PENDING
    since = parse_moment(person.profile.registered) if person.profile else None
    if invited_by and not (since and since <= invited_by):
        return _RECENT
    return None
