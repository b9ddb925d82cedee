# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Current against desired accounts, and the smallest plan between them: pure planning."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field

from .._base.quotas import DEFAULT_QUOTA, NO_QUOTA
from .._base.references import Reference
from .._portal.model.account_properties import (
    ACCOUNT_PROPERTIES,
    NOT_CREATED,
    read_quota,
)
from .._portal.model.person import Person
from .account_change import AccountChange, Unchangeable, is_active_admin
from .desired_account import DesiredAccount
from .people import in_order
from .properties import compare

#: Who is only in the list of those whom nobody names if a task says so.
KINDS = ("guests", "ldap", "sso")
QUOTAS_ARE_OFF = "quotas of users are switched off on this portal"


@dataclass(frozen=True)
class AccountsPlan:
    """All that is to be done.

    :param changes: for each entry of the task in its order, then the accounts to disable that no
        entry is about.
    :param unlisted: who is in no entry, if the task asks for that.
    """

    changes: tuple[AccountChange, ...] = ()
    unlisted: tuple[Person, ...] = ()

    @property
    def changing(self) -> tuple[AccountChange, ...]:
        """The accounts about which there is anything to do."""
        return tuple(each for each in self.changes if each.is_change)

    @property
    def created(self) -> tuple[AccountChange, ...]:
        """The accounts that are made."""
        return tuple(each for each in self.changes if each.create)

    @property
    def disabled(self) -> tuple[AccountChange, ...]:
        """The accounts that are disabled."""
        return tuple(each for each in self.changes if each.status == "disabled")

    @property
    def lowered(self) -> tuple[AccountChange, ...]:
        """The accounts whose type goes down by a job."""
        return tuple(each for each in self.changes if each.is_lowering)

    @property
    def enabled(self) -> tuple[AccountChange, ...]:
        """The accounts that are enabled."""
        return tuple(each for each in self.changes if each.status == "active")

    @property
    def retyped(self) -> tuple[AccountChange, ...]:
        """The accounts that get another type at once."""
        return tuple(
            each for each in self.changes if each.type and not (each.create or each.is_lowering)
        )

    @property
    def seat_takers(self) -> tuple[AccountChange, ...]:
        """The accounts that take a paid seat, in the order in which they do."""
        found = dict.fromkeys((*self.enabled, *self.retyped, *self.created))
        return tuple(each for each in found if each.seats > 0)


@dataclass(frozen=True)
class Found:
    """Whom the entries of a task mean, and who else there is.

    :param people: by reference.
    :param everybody: all people of the portal, if they were read.
    :param quotas: whether users may have quotas; None if that is not known.
    """

    people: Mapping[Reference, Person]
    everybody: tuple[Person, ...] | None = None
    quotas: bool | None = None

    def of(self, desired: DesiredAccount) -> Person | None:
        """Whose account an entry is about; None if there is none yet."""
        found = self.people.get(desired.reference)
        if found or not desired.email:
            return found
        # The address is changed already, unless it is another one's user name.
        found = self.people.get(desired.email)
        return found if found and found.has_address(desired.email) else None


@dataclass(frozen=True)
class Unlisted:
    """What a task wants of people whom it does not name.

    :param choice: ``ignore``, ``report`` or ``disable``.
    :param include: guests, people from a directory and of an identity provider, if they count.
    :param leavers: people who are left to whatever is done about those who leave.
    """

    choice: str = "ignore"
    include: Collection[str] = field(default_factory=tuple)
    leavers: frozenset[Reference] = frozenset()

    def of(self, everybody: Iterable[Person], listed: Iterable[Person]) -> tuple[Person, ...]:
        """The people who are not named, and have an account that is not disabled."""
        named = {person.id for person in listed}
        return in_order(
            person
            for person in everybody
            if person.id not in named
            and person.status != "disabled"
            and person.type != "owner"
            and self._counts(person)
            and not is_named(person, self.leavers)
        )

    def _counts(self, person: Person) -> bool:
        kinds = {"guests": person.type == "guest", "ldap": person.ldap, "sso": person.sso}
        return all(kind in self.include for kind in KINDS if kinds[kind])


def is_named(person: Person, references: Set[Reference]) -> bool:
    """Whether any of many references means somebody."""
    return not references.isdisjoint(
        (*person.references, Reference("email", person.user_name.lower()))
    )


def plan_accounts(
    desired: Sequence[DesiredAccount],
    found: Found,
    create: str,
    unlisted: Unlisted,
    key_owner: Person | None = None,
) -> AccountsPlan:
    """What is to be done about all accounts.

    :param create: how new accounts are made.
    :param key_owner: whose key it is, who is never disabled for not being named.
    """
    changes = [_plan_account(each, found.of(each), create, found.quotas) for each in desired]
    people = [each.before for each in changes if each.before]
    plan = AccountsPlan(tuple(changes))
    others: tuple[Person, ...] = ()
    if found.everybody is not None and unlisted.choice != "ignore":
        others = unlisted.of(found.everybody, people)
    if unlisted.choice == "disable":
        spared = {key_owner.id} if key_owner else set()
        admins = [each.id for each in found.everybody or () if is_active_admin(each)]
        # With another one in the same task, the next run would disable the one of now.
        if len(admins) == 1 and not any(is_active_admin(each.after) for each in plan.changing):
            spared.update(admins)
        changes += [
            AccountChange(None, person, status="disabled")
            for person in others
            # The directory alone decides on its people's accounts.
            if person.id not in spared and not person.ldap
        ]
    return AccountsPlan(tuple(changes), others)


def _plan_account(
    desired: DesiredAccount, person: Person | None, create: str, quotas: bool | None
) -> AccountChange:
    if not person:
        # Nobody needs an account that is disabled.
        is_new = desired.state != "disabled"
        return _plan_new(desired, create, quotas) if is_new else AccountChange(desired)
    unchangeable = [
        Unchangeable(
            each.property.option,
            each.before,
            each.after,
            str(each.obstacle),
        )
        for each in compare(ACCOUNT_PROPERTIES, person, desired.properties).unchangeable
    ]
    email = None
    if desired.email and desired.email.value != person.email.lower():
        email = desired.email.text
    elif desired.email and desired.email.text != person.email:
        reason = "the portal takes an address in another case for the same one"
        unchangeable.append(Unchangeable("email", person.email, desired.email.text, reason))
    quota = None
    if desired.quota is not None:
        current = read_quota(person)
        if current is None:
            unchangeable += _quota_obstacle(desired.quota)
        elif current != desired.quota:
            quota = desired.quota
    return AccountChange(
        desired,
        person,
        type=desired.type if desired.type != person.type else None,
        status=_status(desired.state, person),
        email=email,
        quota=quota,
        unchangeable=tuple(unchangeable),
    )


def _plan_new(desired: DesiredAccount, create: str, quotas: bool | None) -> AccountChange:
    is_active = create == "active"
    unchangeable = []
    for option, value in desired.properties.items():
        if option in NOT_CREATED or not is_active:
            reason = "new accounts get it from the portal"
            if option not in NOT_CREATED:
                reason = "an invitation carries none, and only this person can set it"
            unchangeable.append(Unchangeable(option, None, value, reason))
    quota = desired.quota if desired.quota not in (None, DEFAULT_QUOTA) else None
    if quota is not None and quotas is False:
        unchangeable += _quota_obstacle(quota)
        quota = None
    return AccountChange(
        desired,
        create=create,
        type=desired.type,
        quota=quota,
        unchangeable=tuple(unchangeable),
    )


def _quota_obstacle(quota: int) -> list[Unchangeable]:
    # Where there are no quotas, nobody has one, nor another one than others.
    if quota in (NO_QUOTA, DEFAULT_QUOTA):
        return []
    return [Unchangeable("quota", None, quota, QUOTAS_ARE_OFF)]


def _status(state: str, person: Person) -> str | None:
    is_disabled = person.status == "disabled"
    if state == "disabled":
        return None if is_disabled else "disabled"
    return "active" if state == "enabled" and is_disabled else None
