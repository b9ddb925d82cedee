# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""How links into rooms look in results and differences; never with a password or an address."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from .._base.moments import written
from .._portal.model.room import LEVELS
from .._portal.model.room_link import RoomLink

#: What stands for the end of a link that has none.
NEVER = "never"


def room_link_result(link: RoomLink) -> dict[str, Any]:
    """A link in a result; its password and address are secrets, and not in it."""
    return {
        "id": link.id,
        "title": link.title,
        "type": link.type,
        "primary": link.primary,
        "level": LEVELS.get(link.level, str(link.level)),
        "expires": _expires(link),
        "is_expired": link.is_expired,
        "has_password": bool(link.password),
        "deny_download": link.deny_download,
        "internal": link.internal,
        "max_use_count": link.max_uses,
        "uses": link.uses if not link.is_external else None,
    }


def room_links_result(links: Iterable[RoomLink]) -> list[dict[str, Any]]:
    """Links in a result: the primary one, others by title, then the invitation link."""
    ordered = sorted(
        links,
        key=lambda link: (not link.primary, not link.is_external, link.title.lower(), link.id),
    )
    return [room_link_result(link) for link in ordered]


def _expires(link: RoomLink) -> str:
    return written(link.expires) if link.expires else NEVER
