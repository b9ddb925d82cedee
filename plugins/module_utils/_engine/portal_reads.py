# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""What a portal is and allows, as far as the credential of a task may know."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Callable, TypeVar

from .._base.errors import RequestError
from .._base.texts import listed, printable
from .._portal.model.key import Key
from .._portal.model.person import Person
from .._portal.model.plan import InvitationSettings, Plan, PortalSettings, Seats
from .._portal.portal import Portal
from .rights import ADMINISTRATORS, credential_owner

#: The scope that opens the settings and the plan.
SCOPE = "*:read"

Read = TypeVar("Read")


@dataclass(frozen=True)
class PortalDescription:
    """What is known of a portal; what the credential may not read is None."""

    key: Key | None
    owner: Person | None = None
    settings: PortalSettings | None = None
    plan: Plan | None = None
    seats: Seats | None = None
    invitations: InvitationSettings | None = None

    @property
    def hidden(self) -> tuple[str, ...]:
        """What of the portal is not known, as results call it."""
        known = {
            "version": self.settings,
            "name_pattern": self.settings,
            "plan": self.plan,
            "seats": self.seats,
            "seats.allowed": self.plan or not self.seats,
            "invitations": self.invitations,
        }
        return tuple(name for name, value in known.items() if not value)


def describe_portal(portal: Portal, is_key: bool) -> PortalDescription:
    """Read all of it, some at a time.

    :param is_key: whether the credential is an API key for certain.
    :raises RequestError: when something cannot be read for another reason than a lack of rights.
    """
    key = portal.keys.read() if is_key else portal.keys.current()
    owner = credential_owner(portal)
    settings = portal.settings
    told, plan, invitations = None, None, None
    if not key or key.opens(SCOPE):  # what would be refused is not asked for
        reads: list[Callable[[], Any]] = [settings.read, settings.plan, settings.invitations]
        may_know = bool(key and owner and owner.type in ADMINISTRATORS)
        told, plan, invitations = portal.in_parallel(
            lambda read: read() if may_know else _if_allowed(read), reads
        )
    seats = plan.seats if plan and plan.shows_used else None
    if not plan and (not key or key.opens("accounts:read")):
        seats = _if_allowed(settings.counted_seats)
    return PortalDescription(key, owner, told, plan, seats, invitations)


def hidden_warnings(description: PortalDescription) -> list[str]:
    """One warning for all that is not known, with what would show it."""
    hidden = listed(description.hidden)
    if not hidden:
        return []
    key, owner = description.key, description.owner
    if key and not key.opens(SCOPE):
        return [
            f'The API key "{printable(key.name)}" lacks the scope {SCOPE} (it has'
            f" {listed([printable(each) for each in key.scopes])}), so that this is not known:"
            f" {hidden}. Give it {SCOPE}, or no restriction."
        ]
    whose = f", whom this credential belongs to, {owner.label}," if owner else ""
    return [
        f"The portal does not tell everybody all of this{whose or ', and not this credential'}"
        f" among them: {hidden}. Use the key of the owner or of a DocSpace administrator."
    ]


def _if_allowed(read: Callable[[], Read]) -> Read | None:
    try:
        return read()
    except RequestError as error:
        if error.status == 403 and error.code in ("forbidden", "missing_scope"):
            return None
        raise
