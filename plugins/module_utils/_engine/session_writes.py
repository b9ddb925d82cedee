# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Ending people's sessions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .._base.errors import RequestError
from .._plan.handover import LogOut
from .._portal.portal import Portal
from .write import Difference, Effect, Outcome, Write, carry_out


def log_out(portal: Portal, action: LogOut) -> Outcome[bool]:
    """End somebody's sessions."""
    return carry_out(_LogOutWrite(portal, action))


class _LogOutWrite(Write[bool]):
    def __init__(self, portal: Portal, action: LogOut) -> None:
        self._portal = portal
        self._person = action.person
        self.subject = f"The end of the sessions of {action.person.label}"
        self.effects = (Effect("done", action.person),)
        self.advice = "Disabling the account has ended them too."

    def send(self) -> Iterator[bool | None]:
        self._portal.accounts.end_sessions(self._person.id)
        yield True

    def look(self) -> bool:
        raise RequestError("the portal shows no sessions of others.", "not_found")

    def differences(self, seen: bool) -> Sequence[Difference]:
        return ()
