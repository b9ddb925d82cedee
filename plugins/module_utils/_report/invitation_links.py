# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""How a link by which people join looks in results and differences; never with its address."""

from __future__ import annotations

from typing import Any

from .._base.moments import written
from .._plan.invitation_links import NEVER, LinkPlan
from .._portal.model.invitation_link import InvitationLink
from .yaml import to_yaml


def link_result(link: InvitationLink | None) -> dict[str, Any] | None:
    """A link in a result."""
    if not link:
        return None
    return {
        "type": link.type,
        "expires": _expires(link),
        "max_use_count": link.max_uses,
        "uses": link.uses,
        "is_expired": link.is_expired,
    }


def link_warnings(link: InvitationLink | None) -> list[str]:
    """What to say of a link that is as desired, and that nobody can join by."""
    if not link or not link.is_used_up:
        return []
    return [
        f"Nobody can join by the link for the type {link.type} any more, as {link.uses} of"
        f" {link.max_uses} have. Give a higher max_use_count, or delete it and make a new one."
    ]


def link_diff(plan: LinkPlan) -> dict[str, str]:
    """A link before and after."""
    header = f"link for the type {plan.type}"
    return {
        "before_header": header,
        "after_header": header,
        "before": _yaml(plan.before),
        "after": _yaml(plan.after),
    }


def _yaml(link: InvitationLink | None) -> str:
    if not link:
        return ""
    uses = str(link.max_uses) if link.max_uses else None
    return to_yaml({"expires": _expires(link), "max_use_count": uses})


def _expires(link: InvitationLink) -> str:
    return written(link.expires) if link.expires else NEVER
