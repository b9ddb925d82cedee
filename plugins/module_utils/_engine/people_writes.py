# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Disabling and enabling accounts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from .._base.errors import RequestError
from .._base.references import Reference
from .._base.texts import listed
from .._portal.model.person import Person
from .._portal.portal import Portal
from .write import BATCH, Difference, Effect, Outcome, Write, carry_out

#: Each account's status, by the person's id.
Statuses = Mapping[str, str]


def apply_status(portal: Portal, people: Sequence[Person], status: str) -> Outcome[Statuses]:
    """Give people's accounts a status.

    :param status: ``active`` or ``disabled``.
    """
    return carry_out(_StatusWrite(portal, people, status))


def planned(people: Sequence[Person]) -> Outcome[Statuses]:
    """The outcome of giving all of them the status."""
    return Outcome(_effects(people))


def has_status(actual: str, desired: str) -> bool:
    """Whether a status is the desired one; an invitation that is open counts as active."""
    return actual in (("disabled",) if desired == "disabled" else ("active", "pending"))


def _effects(people: Sequence[Person]) -> tuple[Effect, ...]:
    return tuple(Effect("status", person) for person in people)


class _StatusWrite(Write[Statuses]):
    def __init__(self, portal: Portal, people: Sequence[Person], status: str) -> None:
        self._portal = portal
        self._people = people
        self._status = status
        #: What answers and looks have shown so far.
        self._seen: dict[str, str] = {}
        self._sent_all = False
        self.subject = "The status of the accounts"
        self.effects = _effects(people)

    def send(self) -> Iterator[Statuses | None]:
        for start in range(0, len(self._people), BATCH):
            ids = [person.id for person in self._people[start : start + BATCH]]
            self._seen.update(self._portal.accounts.set_status(ids, self._status))
            yield None if self.differences(self._seen) else self._seen
        self._sent_all = True

    def look(self) -> Statuses:
        unproven = [person for person in self._people if not self._is_done(person, self._seen)]
        found = self._portal.people.find_each(Reference("id", each.id) for each in unproven)
        missing = [person.label for person, now in zip(unproven, found) if not now]
        if missing and not self._sent_all:
            # Nobody can tell any more whether the lost request reached these accounts.
            raise RequestError(
                f"there is no account any more of {listed(missing)}.", "not_found", 404
            )
        self._seen.update({person.id: person.status for person in found if person})
        return self._seen

    def differences(self, seen: Statuses) -> list[Difference]:
        return [
            Difference(f"{each.label} is not {self._status}", Effect("status", each))
            for each in self._people
            if not self._is_done(each, seen)
        ]

    def _is_done(self, person: Person, seen: Statuses) -> bool:
        return person.id in seen and has_status(seen[person.id], self._status)
