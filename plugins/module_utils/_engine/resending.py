# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Sending the mails of invitations once more."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .._base.errors import RequestError
from .._portal.model.person import Person
from .._portal.portal import Portal
from .write import Difference, Effect, Outcome, Write, carry_out

#: Mails per request: the portal sends one after the other, and proxies cut a request at 60 s.
_BATCH = 50

#: The ids of those to whom a mail was sent for certain.
Sent = frozenset[str]


def send_again(portal: Portal, people: Sequence[Person]) -> Outcome[Sent]:
    """Send their invitation to people once more; each request is sent once."""
    return carry_out(_Resending(portal, people)) if people else Outcome()


def planned(people: Sequence[Person]) -> Outcome[Sent]:
    """The outcome of sending to all of them."""
    return Outcome(_effects(people))


def _effects(people: Sequence[Person]) -> tuple[Effect, ...]:
    return tuple(Effect("sent", person) for person in people)


class _Resending(Write[Sent]):
    advice = "Another run of the task sends all of them once more."

    def __init__(self, portal: Portal, people: Sequence[Person]) -> None:
        self._portal = portal
        self._people = people
        self._sent: Sent = frozenset()
        self._is_known = True
        self.subject = "The sending of invitations"
        self.effects = _effects(people)

    def send(self) -> Iterator[Sent | None]:
        for start in range(0, len(self._people), _BATCH):
            ids = [person.id for person in self._people[start : start + _BATCH]]
            try:
                self._portal.accounts.send_invitations(ids)
            except RequestError as error:
                self._is_known = not error.may_be_done
                raise
            self._sent |= frozenset(ids)
            yield self._sent

    def look(self) -> Sent:
        if not self._is_known:
            raise RequestError("a portal does not tell which mails it has sent.", "not_found")
        return self._sent

    def differences(self, seen: Sent) -> list[Difference]:
        return [
            Difference(f"no mail was sent to {each.label}", Effect("sent", each))
            for each in self._people
            if each.id not in seen
        ]
