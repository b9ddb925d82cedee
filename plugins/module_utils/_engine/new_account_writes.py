# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Inviting people, and making accounts that are active at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from .._base.errors import RequestError
from .._plan.account_change import AccountChange
from .._portal.model.account_properties import ACCOUNT_PROPERTIES, NOT_CREATED
from .._portal.model.person import Person
from .._portal.portal import Portal
from .account_writes import AccountsWrite, Seen
from .people_reads import FEW
from .sending import one_by_one
from .write import BATCH, Difference


@contextmanager
def _inviting() -> Iterator[None]:
    """Say why somebody may not be invited, where the key may not read the setting."""
    try:
        yield
    except RequestError as error:
        if error.code != "forbidden":
            raise
        message = f"{error} Or inviting people is switched off in the settings of the portal."
        raise RequestError(message, error.code, error.status, error.may_be_done) from None


class InvitationWrite(AccountsWrite):
    """People are invited, a hundred in a request."""

    kind = "created"
    subject = "The list of invitations"

    def send(self) -> Iterator[Seen | None]:
        for start in range(0, len(self._changes), BATCH):
            some = self._changes[start : start + BATCH]
            with _inviting(), one_by_one(len(some)):
                self._portal.accounts.invite({each.after.email: each.after.type for each in some})
            yield None  # the answer lists everybody whose invitation is open

    def _find(self, changes: Sequence[AccountChange]) -> Seen:
        if len(changes) <= FEW:
            return _look_up(self._portal, changes)
        addresses = {change: change.after.email.lower() for change in changes}
        pending = self._portal.people.listing("pending").all()
        by_address = {person.email.lower(): person for person in pending}
        found = {
            change: by_address[address]
            for change, address in addresses.items()
            if address in by_address
        }
        # Who has accepted meanwhile is not pending any more.
        missing = [each for each in changes if each not in found]
        return {**found, **_look_up(self._portal, missing)}

    def _is_right(self, change: AccountChange, person: Person) -> bool:
        return person.status != "disabled"  # by somebody else, who was before the invitation

    def _wrong(self, change: AccountChange, person: Person | None) -> str:
        return f"{change.label} is not invited"

    def differences(self, seen: Seen) -> list[Difference]:
        return [*super().differences(seen), *_wrong_types(seen)]


class CreationWrite(AccountsWrite):
    """An account is made that is active at once."""

    kind = "created"
    subject = "The new account"

    def send(self) -> Iterator[Seen | None]:
        (change,) = self._changes
        desired = change.desired
        properties = {"firstName": "", "lastName": ""}
        properties.update(
            (each.api_name, desired.properties[each.option])
            for each in ACCOUNT_PROPERTIES
            if desired and each.option in desired.properties and each.option not in NOT_CREATED
        )
        after = change.after
        with _inviting():
            self._seen[change] = self._portal.accounts.create(after.email, after.type, properties)
        yield None if self.differences(self._seen) else self._seen

    def _find(self, changes: Sequence[AccountChange]) -> Seen:
        return _look_up(self._portal, changes)

    def _is_right(self, change: AccountChange, person: Person) -> bool:
        return person.email.lower() == change.after.email.lower()

    def _wrong(self, change: AccountChange, person: Person | None) -> str:
        return f"{change.label} has no account"

    def differences(self, seen: Seen) -> list[Difference]:
        return [*super().differences(seen), *_wrong_types(seen)]


def _wrong_types(seen: Seen) -> list[Difference]:
    """New accounts of another type than asked for; the portal may run out of paid seats."""
    return [
        Difference(f"{change.label} is {person.type} and not {change.after.type}")
        for change, person in seen.items()
        if person.type != change.after.type
    ]


def _look_up(portal: Portal, changes: Sequence[AccountChange]) -> Seen:
    """New accounts, by their addresses; that there is none is said by a list, and no error."""

    def find(change: AccountChange) -> Person | None:
        address = change.after.email
        people = portal.people.listing(search=address)
        return next((each for each in people if each.email.lower() == address.lower()), None)

    people = portal.in_parallel(find, changes)
    return {each: person for each, person in zip(changes, people) if person}
