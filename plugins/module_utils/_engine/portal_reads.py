# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""What a portal is and allows, as far as the credential of a task may know."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Callable, TypeVar

from .._base.errors import RequestError
from .._base.texts import listed
from .._portal.model.key import Key
from .._portal.model.person import ADMINISTRATORS, Person
from .._portal.model.plan import InvitationSettings, Plan, PortalSettings, Seats
from .._portal.portal import Portal
from .rights import credential_owner

#: The scope that opens the settings and the plan.
SCOPE = "*:read"

Read = TypeVar("Read")


@dataclass(frozen=True)
class PortalDescription:
    """What is known of a portal; what the credential may not read is None.

    :param invitations: None if the portal has no such setting.
    """

    key: Key | None
    owner: Person | None
    settings: PortalSettings
    invitations: InvitationSettings | None
    plan: Plan | None
    seats: Seats | None

    @property
    def hidden(self) -> tuple[str, ...]:
        """What of the portal is not known, as results call it."""
        seats_are_known = self.seats and self.plan
        known = {
            "plan": self.plan,
            "seats": self.seats,
            "seats.allowed": seats_are_known or not self.seats,
        }
        return tuple(name for name, value in known.items() if not value)


def describe_portal(portal: Portal, is_key: bool) -> PortalDescription:
    """Read all of it, some at a time.

    :param is_key: whether the credential is an API key for certain.
    :raises RequestError: when something cannot be read for another reason than a lack of rights.
    """
    key = portal.keys.read() if is_key else portal.keys.current()
    owner = credential_owner(portal)
    opens = not key or key.opens(SCOPE)
    may_know = bool(owner and owner.type in ADMINISTRATORS)
    settings = portal.settings
    told = settings.read(everything=bool(key and opens and may_know))
    invitations = settings.invitations()
    # What would be refused is not asked for.
    plan = _read(settings.plan, may_know) if opens else None
    seats = plan.seats if plan and plan.shows_used else None
    # Both scopes open the count of people.
    counts = not key or key.opens("accounts:read") or key.opens("accounts:write")
    if not plan and counts:
        seats = _read(settings.counted_seats, may_know)
    return PortalDescription(key, owner, told, invitations, plan, seats)


def hidden_warnings(description: PortalDescription) -> list[str]:
    """One warning for all that is not known, with what would show it."""
    hidden = listed(description.hidden)
    if not hidden:
        return []
    key, owner = description.key, description.owner
    if key and not key.opens(SCOPE):
        return [
            f"The {key.without(SCOPE)}, so that this is not known: {hidden}. Give it {SCOPE}, or no"
            " restriction."
        ]
    whose = f"{owner.label}, whose key this is" if owner else "whoever this key belongs to"
    return [
        f"The portal does not tell this to {whose}: {hidden}. Use the key of the owner or of a"
        " DocSpace administrator."
    ]


def _read(read: Callable[[], Read], must_be_told: bool) -> Read | None:
    """What may be read; None if it is refused to somebody who is no administrator."""
    try:
        return read()
    except RequestError as error:
        if error.code in ("forbidden", "missing_scope") and not must_be_told:
            return None
        raise
