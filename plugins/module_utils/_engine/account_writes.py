# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""A write for each kind of change of accounts that exist, and what all of them have in common."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from .._base.errors import RequestError
from .._base.references import Reference
from .._base.texts import listed, printable
from .._plan.account_change import AccountChange
from .._plan.account_steps import TYPES_AT_ONCE
from .._portal.model.account_properties import read_quota
from .._portal.model.person import Person
from .._portal.portal import Portal
from .sending import one_by_one
from .write import BATCH, Difference, Effect, Write

#: Accounts as they were seen.
Seen = Mapping[AccountChange, Person]


def read_all(portal: Portal, ids: Sequence[str]) -> list[Person]:
    """Accounts that exist.

    :raises RequestError: if one does not any more.
    """
    people = portal.people.find_each([Reference("id", each) for each in ids])
    missing = [key for key, person in zip(ids, people) if not person]
    if missing:
        raise RequestError(
            f"there is no account any more with the id {listed(missing)}.", "not_found", 404
        )
    return [person for person in people if person]


class AccountsWrite(Write[Seen]):
    """What the writes about accounts have in common."""

    kind = ""

    def __init__(self, portal: Portal, changes: Sequence[AccountChange]) -> None:
        self._portal = portal
        self._changes = changes
        #: What answers and looks have shown so far.
        self._seen: dict[AccountChange, Person] = {}
        self._sent_all = False
        self.effects = tuple(Effect(self.kind, each) for each in changes)

    def look(self) -> Seen:
        unproven = [each for each in self._changes if not self._is_done(each)]
        self._seen.update(self._find(unproven))
        return self._seen

    def differences(self, seen: Seen) -> list[Difference]:
        return [
            Difference(self._wrong(each, seen.get(each)), Effect(self.kind, each))
            for each in self._changes
            if not self._is_done(each)
        ]

    def _find(self, changes: Sequence[AccountChange]) -> Seen:
        """The accounts as they are now.

        :raises RequestError: if one is gone, and nobody can tell any more what was done to it.
        """
        ids = [each.before.id for each in changes if each.before]
        people = self._read(ids)
        return {each: people[key] for each, key in zip(changes, ids) if key in people}

    def _read(self, ids: Sequence[str]) -> dict[str, Person]:
        if not self._sent_all:
            return {person.id: person for person in read_all(self._portal, ids)}
        people = self._portal.people.find_each([Reference("id", each) for each in ids])
        return {person.id: person for person in people if person}

    def _is_done(self, change: AccountChange) -> bool:
        person = self._seen.get(change)
        return bool(person and self._is_right(change, person))

    def _is_right(self, change: AccountChange, person: Person) -> bool:
        raise NotImplementedError

    def _wrong(self, change: AccountChange, person: Person | None) -> str:
        raise NotImplementedError


class TypeWrite(AccountsWrite):
    """People get a type that needs no job: a higher one, or room administrator."""

    kind = "type"
    subject = "The type of the accounts"

    def send(self) -> Iterator[Seen | None]:
        for start in range(0, len(self._changes), TYPES_AT_ONCE):
            some = self._changes[start : start + TYPES_AT_ONCE]
            by_id = {each.before.id: each for each in some if each.before}
            with one_by_one(len(by_id)):
                types = self._portal.accounts.raise_type(list(by_id), some[0].after.type)
            for key, kind in types.items():
                if key in by_id and kind == by_id[key].after.type:
                    self._seen[by_id[key]] = by_id[key].after
            yield None if self.differences(self._seen) else self._seen
        self._sent_all = True

    def _is_right(self, change: AccountChange, person: Person) -> bool:
        return person.type == change.after.type

    def _wrong(self, change: AccountChange, person: Person | None) -> str:
        if not person:
            return f"there is no account any more of {change.label}"
        return f"{change.label} is {person.type} and not {change.after.type}"


class EmailWrite(AccountsWrite):
    """Somebody gets another address."""

    kind = "email"
    subject = "The address of the account"

    def send(self) -> Iterator[Seen | None]:
        for each in self._changes:
            if each.before and each.email:
                self._portal.accounts.change_email(each.before.id, each.email)
        yield None  # the answer is the same if only a mail was sent

    def _is_right(self, change: AccountChange, person: Person) -> bool:
        return person.email.lower() == (change.email or "").lower()

    def _wrong(self, change: AccountChange, person: Person | None) -> str:
        return f"{change.label} does not have the address {printable(change.email or '')}"


class QuotaWrite(AccountsWrite):
    """People get a quota, in one request for a hundred.

    :param people: as they are now, as new accounts have their ids only since they were made.
    """

    kind = "quota"
    subject = "The quota of the accounts"

    def __init__(self, portal: Portal, people: Mapping[AccountChange, Person], quota: int) -> None:
        super().__init__(portal, list(people))
        self._people = people
        self._quota = quota
        self._quotas: dict[str, int | None] = {}

    def send(self) -> Iterator[Seen | None]:
        ids = [person.id for person in self._people.values()]
        for start in range(0, len(ids), BATCH):
            some = ids[start : start + BATCH]
            with one_by_one(len(some)):
                self._quotas.update(self._portal.accounts.set_quota(some, self._quota))
            yield None if self.differences(self._people) else self._people
        self._sent_all = True

    def look(self) -> Seen:
        ids = [
            each.id for each in self._people.values() if self._quotas.get(each.id) != self._quota
        ]
        people = self._read(ids)
        self._quotas.update({key: read_quota(person) for key, person in people.items()})
        return self._people

    def differences(self, seen: Seen) -> list[Difference]:
        return [
            Difference(f"{change.label} does not have the quota", Effect(self.kind, change))
            for change, person in self._people.items()
            if self._quotas.get(person.id) != self._quota
        ]


class PasswordLinkWrite(AccountsWrite):
    """Somebody gets a mail to set a password, which nobody can see afterwards."""

    kind = "password_link"
    subject = "The mail"
    advice = "The account is there; send the mail from the portal if it has not come."

    def send(self) -> Iterator[Seen | None]:
        for each in self._changes:
            self._portal.accounts.send_password_link(each.after.email)
        yield {}

    def look(self) -> Seen:
        raise RequestError("no portal shows what it has sent.", "not_found")

    def differences(self, seen: Seen) -> list[Difference]:
        return []
