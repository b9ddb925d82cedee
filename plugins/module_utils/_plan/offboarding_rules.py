# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Plans of offboarding that a task refuses before its first write, as the portal would midway."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from .._base.errors import DocSpaceError, OptionError, collect_errors
from .._base.limits import Limit
from .._base.references import Reference
from .._base.texts import listed, printable
from .._portal.model.person import Person
from .new_managers import NewManagers
from .offboarding import OffboardingPlan
from .people import UNKNOWN
from .status_rules import status_obstacle


def refusals(
    plan: OffboardingPlan,
    unknown: Sequence[Reference],
    owner: Person | None,
    max_users: Limit,
    everybody: int,
) -> list[DocSpaceError]:
    """Everything that speaks against a plan.

    :param unknown: references that mean nobody and are not allowed to.
    :param owner: whose credential the task uses, if that is known.
    :param everybody: how many people the portal has; it counts for a percentage only.
    """
    problems: list[DocSpaceError] = []
    with collect_errors(problems):
        _check_known(unknown)
    with collect_errors(problems):
        _check_accounts(plan, owner)
    with collect_errors(problems):
        _check_number(plan, max_users, everybody)
    return problems


def check_not_leaving(
    new_managers: NewManagers, users: Iterable[Reference], leavers: Iterable[Person]
) -> None:
    """Refuse new managers who leave themselves.

    :param users: the people who leave, as they are named.
    :raises OptionError: naming them.
    """
    leaving = {*users, *(reference for person in leavers for reference in person.references)}
    for option, reference in new_managers.references:
        if reference in leaving:
            raise OptionError(
                option,
                f"{printable(reference.text)} is among the users who leave; name somebody else.",
            )


def check_can_manage(
    new_managers: NewManagers, needed: Collection[Reference], found: Mapping[Reference, Person]
) -> None:
    """Refuse new managers who cannot be in a group; the portal would pass them over.

    :param needed: those who are to manage a group.
    :param found: whom they mean.
    :raises DocSpaceError: naming all of them at once, and why.
    """
    refused = {}
    for option, reference in new_managers.references:
        person = found.get(reference)
        reason = person.cannot_join if person else UNKNOWN
        if reference in needed and reason:
            who = person.label if person else printable(reference.text)
            refused[who] = f"{option}: {who} {reason}."
    if refused:
        raise DocSpaceError(
            f"{' '.join(refused.values())} Nothing was changed; name somebody else.",
            "unusable_members",
            members=sorted(refused),
        )


def _check_known(unknown: Sequence[Reference]) -> None:
    if unknown:
        names = [f"{printable(each.text)} {UNKNOWN}" for each in unknown]
        raise DocSpaceError(
            f"users: {listed(names, '; ')}. Nothing was changed; correct the list, or set"
            " unknown_users.",
            "unusable_users",
            users=sorted(each.text for each in unknown),
        )


def _check_accounts(plan: OffboardingPlan, owner: Person | None) -> None:
    refused = {
        leaver.person: reason
        for leaver in plan.leavers
        if leaver.to_disable
        for reason in [status_obstacle(leaver.person, "disabled", owner)]
        if reason
    }
    if refused:
        reasons = [f"{person.label} {reason}" for person, reason in refused.items()]
        raise DocSpaceError(
            f"users: {listed(reasons, '; ')}. Nothing was changed; correct the list, or set disable"
            " to false, which only takes people out of their groups.",
            "unusable_users",
            users=sorted(person.label for person in refused),
        )


def _check_number(plan: OffboardingPlan, max_users: Limit, everybody: int) -> None:
    count = len(plan.changing)
    if not max_users.allows(count, everybody):
        of_all = f" of {everybody}" if max_users.share is not None else ""
        who = "person" if count == 1 and not of_all else "people"
        raise DocSpaceError(
            f"max_users: {count}{of_all} {who} would lose their groups or their account, and the"
            f" limit is {max_users.text}. Nothing was changed; check who is named, or raise the"
            " limit.",
            "max_users_exceeded",
            users=count,
        )
