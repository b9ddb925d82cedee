# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Reading what a plan for accounts needs, with few requests."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from .._base.errors import DocSpaceError
from .._base.references import Reference
from .._base.texts import printable
from .._plan.account_change import AccountChange, is_active_admin
from .._plan.account_rules import Brakes, Surroundings
from .._plan.accounts import AccountsPlan, Found
from .._plan.desired_account import DesiredAccount
from .._plan.lowering import Lowering, levels_of, owners_first, plan_lowering
from .._plan.lowering_rules import check_successor
from .._plan.people import UNKNOWN, match
from .._plan.seats import SeatArithmetic, needs_seats, sets_quotas
from .._portal.model.person import Person
from .._portal.model.plan import Plan
from .._portal.model.room import Room
from .._portal.portal import Portal
from .people_reads import FEW, active_admins, find_people, look_up
from .rights import check_sight, credential_owner


def find_accounts(portal: Portal, desired: Sequence[DesiredAccount], everybody: bool) -> Found:
    """Whom the entries of a task mean, and who has the addresses that they are to get.

    :param everybody: whether all people of the portal are to be read.
    :raises DocSpaceError: if the key does not see all who might be meant.
    """
    portal.people.with_profiles = any(each.needs_profile for each in desired)
    references = [each.reference for each in desired]
    addresses = [each.email for each in desired if each.email]
    people: tuple[Person, ...] | None = None
    if everybody:
        people = tuple(portal.people.everybody())
        found = match([*references, *addresses], people, is_everybody=True)[0]
    else:
        if len(references) > FEW:  # a page shows these too
            references += addresses
        found = find_people(portal, list(dict.fromkeys(references)), portal.people.listing)
        found.update(look_up(portal, _new_addresses(desired, found, references)))
    accounts = Found(found, people, _quotas(found.values()))
    if people is not None or not all(map(accounts.of, desired)):
        check_sight(portal, "users")
    return accounts


def read_surroundings(
    portal: Portal, plan: AccountsPlan, found: Found, known: Iterable[Person], brakes: Brakes
) -> Surroundings:
    """What a plan is held against, as far as it matters for this one.

    :param known: people with their types, who need not be read again.
    """
    if not plan.changing:
        return Surroundings()
    loses_admin = any(
        each.before and is_active_admin(each.before) and not is_active_admin(each.after)
        for each in plan.changing
    )
    is_share = any(
        limit is not None and limit.share is not None and changes
        for limit, changes in (
            (brakes.new_users, plan.created),
            (brakes.disables, plan.disabled),
        )
    )
    asks_settings = plan.created or any(each.type == "guest" for each in plan.changing)
    makes_active = any(each.create == "active" for each in plan.created)
    return Surroundings(
        key_owner=credential_owner(portal, known),
        admins=_admins(portal, found) if loses_admin else None,
        everybody=_count(portal, found) if is_share else 0,
        name_pattern=portal.settings.name_pattern() if makes_active else "",
        invitations=portal.settings.invitations() if asks_settings else None,
    )


def read_seats(
    portal: Portal, plan: AccountsPlan, subscription: Plan | None
) -> SeatArithmetic | None:
    """The paid seats, if a plan takes or frees any.

    :param subscription: None if the key may not read it.
    """
    if not needs_seats(plan):
        return None
    seats = subscription.seats if subscription else portal.settings.counted_seats()
    return SeatArithmetic.of(plan, seats, is_limit_known=subscription is not None)


def read_seats_of_enabled(portal: Portal, people: Sequence[Person]) -> SeatArithmetic | None:
    """The paid seats, if people who are enabled take any."""
    plan = AccountsPlan(tuple(AccountChange(None, each, status="active") for each in people))
    return read_seats(portal, plan, read_subscription(portal, plan))


def read_subscription(portal: Portal, plan: AccountsPlan) -> Plan | None:
    """What the portal's subscription allows, if a plan depends on it and the key may read it."""
    if not (needs_seats(plan) or sets_quotas(plan)):
        return None
    key = portal.keys.current()
    return portal.settings.plan() if not key or key.opens("*:read") else None


def find_successor(
    portal: Portal, plan: AccountsPlan, reference: Reference | None
) -> Person | None:
    """Who gets rooms, if a type goes down and somebody is named.

    :raises DocSpaceError: if this is nobody who can own rooms.
    """
    if not (reference and plan.lowered):
        return None
    successor = portal.people.find(reference)
    if not successor:
        raise DocSpaceError(
            f"successor: {printable(reference.text)} {UNKNOWN}. Nothing was changed; name an active"
            " room administrator or administrator.",
            "unusable_successor",
        )
    leaving = [*plan.lowered, *plan.disabled]
    check_successor(successor, [each.before for each in leaving if each.before])
    return successor


def read_lowerings(
    portal: Portal, plan: AccountsPlan, heir: Person, known: Iterable[Person], restore: bool
) -> list[Lowering]:
    """What becomes of rooms when types go down, in the order in which they do.

    :param heir: who gets rooms if nobody else is named.
    :param known: people who need not be read again.
    :param restore: whether rooms of others are to be given back.
    """
    people = {each.id: each for each in (*known, heir)}
    lowered = [each.before for each in plan.lowered if each.before]
    kinds = [each.type or "" for each in plan.lowered]
    entered = portal.in_parallel(lambda each: portal.rooms.entered(each.id), lowered)
    owned = portal.in_parallel(lambda each: portal.rooms.owned(each.id), lowered)
    levels: dict[str, dict[str, int]] = {}

    def plans() -> list[Lowering]:
        return [
            plan_lowering(person, kind, heir, mine, all_owned, lowered, people, levels)
            for person, kind, mine, all_owned in zip(lowered, kinds, entered, owned)
        ]

    first = plans()
    taken = [room.room for each in first for room in each.taken] if restore else []
    people.update(_owners(portal, taken, people))
    ids = sorted({room.id for room in (*taken, *(room for each in first for room in each.shared))})
    lists = portal.in_parallel(portal.room_access.entries, ids)
    levels.update({key: levels_of(entries) for key, entries in zip(ids, lists)})
    return owners_first(plans())


def _new_addresses(
    desired: Sequence[DesiredAccount],
    found: dict[Reference, Person],
    asked: Sequence[Reference],
) -> list[Reference]:
    """The addresses that accounts are to get and have not yet."""
    new = []
    for each in desired:
        person = found.get(each.reference)
        has_it = person and each.email in person.references
        if each.email and each.email not in asked and not has_it:
            new.append(each.email)
    return new


def _quotas(people: Iterable[Person]) -> bool | None:
    profiles = [person.profile for person in people if person.profile]
    return profiles[0].quota is not None if profiles else None


def _admins(portal: Portal, found: Found) -> tuple[Person, ...]:
    if found.everybody is None:
        return active_admins(portal)
    return tuple(each for each in found.everybody if is_active_admin(each))


def _count(portal: Portal, found: Found) -> int:
    return portal.people.count() if found.everybody is None else len(found.everybody)


def _owners(portal: Portal, rooms: Iterable[Room], known: dict[str, Person]) -> dict[str, Person]:
    """The owners of rooms who are not known yet, by id."""
    ids = sorted({room.owner_id for room in rooms if room.owner_id and room.owner_id not in known})
    people = portal.people.find_each([Reference("id", each, each) for each in ids])
    return {person.id: person for person in people if person}
