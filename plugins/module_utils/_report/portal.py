# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""How a portal, its plan and the key of a task look in results."""

from __future__ import annotations

from typing import Any

from .._portal.model.key import Key
from .._portal.model.person import Person
from .._portal.model.plan import InvitationSettings, Plan, PortalSettings, Seats
from .people import person_result


def settings_result(settings: PortalSettings) -> dict[str, Any]:
    """What a portal tells of itself; null where that is nothing."""
    return {"version": settings.version or None, "name_pattern": settings.name_pattern or None}


def invitations_result(
    invitations: InvitationSettings | None, settings: PortalSettings
) -> dict[str, Any] | None:
    """Who may be invited, and how many may be still."""
    if not invitations:
        return None
    return {
        "members": invitations.members,
        "guests": invitations.guests,
        "left": settings.invitation_limit,
    }


def plan_result(plan: Plan | None) -> dict[str, Any] | None:
    """A plan with its options and limits, by the portal's names for them."""
    if not plan:
        return None
    return {
        "options": dict(sorted(plan.options.items())),
        "limits": {
            name: {"used": used, "allowed": allowed}
            for name, (used, allowed) in sorted(plan.limits.items())
        },
        "user_quotas": plan.user_quotas,
    }


def seats_result(seats: Seats | None, plan: Plan | None) -> dict[str, Any] | None:
    """Paid seats; what is allowed is null where there is no limit, or it is not known."""
    if not seats:
        return None
    is_unlimited = plan is not None and seats.allowed is None
    return {"used": seats.used, "allowed": seats.allowed, "unlimited": is_unlimited}


def key_result(key: Key | None, owner: Person | None) -> dict[str, Any]:
    """A credential: what it opens, and whose it is."""
    return {
        "kind": "api_key" if key else "access_token",
        "name": key.name if key else None,
        "scopes": list(key.scopes) if key else [],
        "unrestricted": not key or key.is_unrestricted,
        "owner": {**person_result(owner), "type": owner.type} if owner else None,
    }
