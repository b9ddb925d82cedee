# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Plans for accounts that a task refuses before its first write, as the portal would midway."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Callable

from .._base.errors import DocSpaceError, collect_errors
from .._base.limits import Limit
from .._base.references import Reference
from .._base.texts import listed, printable
from .._portal.model.person import Person
from .._portal.model.plan import InvitationSettings
from .account_change import AccountChange, is_active_admin
from .account_rights import obstacles
from .accounts import AccountsPlan, Found
from .name_pattern import refused_character
from .people import UNKNOWN

#: What no address has, and what a portal may refuse with the whole list that it is in.
_BAD_DOTS = re.compile(r"^\.|\.\.|\.@|@\.|\.$")


@dataclass(frozen=True)
class Surroundings:
    """What a plan is held against; only what it needs is read.

    :param key_owner: whose credential the task uses, if that is known.
    :param admins: the active administrators beside the owner; None if it does not matter.
    :param everybody: how many people there are; it counts for percentages only.
    :param name_pattern: what names are made of; empty if that is not known.
    :param invitations: None if it is not known.
    """

    key_owner: Person | None = None
    admins: Sequence[Person] | None = None
    everybody: int = 0
    name_pattern: str = ""
    invitations: InvitationSettings | None = None


@dataclass(frozen=True)
class Brakes:
    """The most that one task may do."""

    new_users: Limit | None = None
    disables: Limit | None = None
    new_seats: int = 0


def refusals(
    plan: AccountsPlan, found: Found, surroundings: Surroundings, brakes: Brakes
) -> list[DocSpaceError]:
    """Everything that speaks against a plan, seats and rooms apart."""
    problems: list[DocSpaceError] = []
    with collect_errors(problems):
        _check_once(plan)
    if problems:  # others may only come of that
        return problems
    checks: list[Callable[[], None]] = [
        lambda: _check_people(plan, surroundings),
        lambda: _check_addresses(plan, found),
        lambda: _check_last_admin(plan, surroundings.admins),
        lambda: _check_invitations(plan, surroundings.invitations),
        lambda: _check_brake(
            "max_new_users", brakes.new_users, plan.created, surroundings, "would get an account"
        ),
        lambda: _check_brake(
            "max_disables", brakes.disables, plan.disabled, surroundings, "would be disabled"
        ),
    ]
    for check in checks:
        with collect_errors(problems):
            check()
    return problems


def _check_once(plan: AccountsPlan) -> None:
    """Refuse somebody who is meant by several entries, in whatever notations."""
    entries: dict[str, list[AccountChange]] = {}
    for each in plan.changes:
        if each.before and each.desired:
            entries.setdefault(each.before.id, []).append(each)
    reasons = []
    for several in entries.values():
        if len(several) > 1:
            texts = [printable(each.desired.reference.text) for each in several if each.desired]
            reasons.append(f"{listed(texts, ' and ')} are the same person, {several[0].label}")
    _refuse(reasons, "name everybody once")


def _check_people(plan: AccountsPlan, surroundings: Surroundings) -> None:
    reasons = []
    for change in plan.changes:
        why = [*_unmakeable(change, surroundings), *obstacles(change, surroundings.key_owner)]
        reasons += [f"{change.label} {reason}" for reason in why]
    _refuse(reasons, "correct the task")


def _unmakeable(change: AccountChange, surroundings: Surroundings) -> Iterable[str]:
    """Why an account cannot be made, whoever makes it."""
    desired = change.desired
    if not (change.create and desired):
        return
    if desired.reference.kind != "email":
        yield f"{UNKNOWN}: a new account needs an address"
    elif _BAD_DOTS.search(desired.address):
        yield "is no address that a new account can have: a dot is at the wrong place"
    elif change.create == "never":
        yield f"{UNKNOWN}, and create is never"
    elif desired.email:
        yield (
            f"{UNKNOWN}, nor is {printable(desired.email.text)}: to make an account, name it by the"
            " address that it is to have, and leave email out"
        )
    elif change.create == "active":
        if not desired.properties.get("first_name"):
            yield "needs a first_name, as the account is made at once"
        for option in ("first_name", "last_name"):
            name = desired.properties.get(option, "")
            wrong = refused_character(name, surroundings.name_pattern)
            if wrong:
                yield f"has the {option} {printable(name)}, in which the portal refuses {wrong}"


def _check_addresses(plan: AccountsPlan, found: Found) -> None:
    new = {each.desired.reference for each in plan.created if each.desired}
    gone = {each.desired.reference for each in plan.changes if each.is_unknown and each.desired}
    leaving = {
        each.before.id: Reference.parse(each.email)
        for each in plan.changes
        if each.before and each.email
    }
    reasons = []
    for change in plan.changes:
        if not (change.before and change.email):
            continue
        reference = Reference.parse(change.email)
        if _BAD_DOTS.search(change.email):
            reasons.append(f"{printable(change.email)} is no address: a dot is at the wrong place")
            continue
        other = found.people.get(reference)
        who = f"{change.label} is to have the address {printable(change.email)}"
        if reference in new:
            reasons.append(f"{who}, and a new account too")
        elif reference in gone:
            reasons.append(f"{who}, and an entry of that address is to be disabled")
        elif other and other.id != change.before.id and other.has_address(reference):
            is_swap = leaving.get(other.id) in change.before.references
            way_out = ""
            if is_swap:
                way_out = ": to swap two, give one of them a third address in a task before"
            elif other.id in leaving:
                way_out = ": give this one another in a task before"
            reasons.append(f"{who}, which {other.label} has{way_out}")
    _refuse(reasons, "two people cannot have one address")


def _check_last_admin(plan: AccountsPlan, admins: Sequence[Person] | None) -> None:
    if admins is None:
        return
    leaving = [
        each
        for each in plan.changes
        if each.before and is_active_admin(each.before) and not is_active_admin(each.after)
    ]
    gone = {each.before.id for each in leaving if each.before}
    # Who becomes one in the same task does so later, and may be refused that.
    if leaving and all(person.id in gone for person in admins):
        names = listed([each.label for each in leaving])
        raise DocSpaceError(
            f"users: {names} would leave the portal without an active administrator beside its"
            " owner. Nothing was changed; make somebody else a docspace_admin in a task before.",
            "last_administrator",
            users=sorted(each.label for each in leaving),
        )


def _check_invitations(plan: AccountsPlan, settings: InvitationSettings | None) -> None:
    if settings is None:
        return
    guests = [each for each in plan.changing if each.type == "guest"]
    new = [each for each in plan.created if each.type != "guest"]
    for who, changes, allowed in (
        ("people", new, settings.members),
        ("guests", guests, settings.guests),
    ):
        if changes and not allowed:
            become = "become guests" if any(each.before for each in changes) else "be new"
            raise DocSpaceError(
                f"users: {listed([each.label for each in changes])} would {become}, and inviting"
                f" {who} is switched off in the settings of the portal. Nothing was changed; switch"
                " it on, or leave them out.",
                "invitations_off",
            )


def _check_brake(
    option: str,
    limit: Limit | None,
    changes: Sequence[AccountChange],
    surroundings: Surroundings,
    what: str,
) -> None:
    count, everybody = len(changes), surroundings.everybody
    if not limit or limit.allows(count, everybody):
        return
    of_all = f" for {everybody}" if limit.share is not None else ""
    who = "person" if count == 1 else "people"
    raise DocSpaceError(
        f"{option}: {count} {who} {what}, and the limit is {limit.text}{of_all}:"
        f" {listed(sorted(each.label for each in changes))}. Nothing was changed; check who is"
        " named, or raise the limit.",
        f"{option}_exceeded",
        users=count,
    )


def _refuse(reasons: Sequence[str], way_out: str) -> None:
    if reasons:
        raise DocSpaceError(
            f"users: {listed(reasons, '; ')}. Nothing was changed; {way_out}.", "unusable_users"
        )
