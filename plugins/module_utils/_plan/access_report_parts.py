# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""What a report has beside who gets into which rooms: links, keys, invitations."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any

from .._base.moments import written
from .._portal.model.invitation_link import InvitationLink
from .._portal.model.key import Key
from .._portal.model.room import LEVELS, Room
from .._portal.model.room_link import RoomLink
from .access_report_facts import ReportFacts
from .access_report_order import in_name_order, in_title_order

#: Whom a link lets in who cannot use it now begins so.
NOBODY = "nobody"


def links_part(facts: ReportFacts, room: Room) -> list[dict[str, Any]] | None:
    """The links of a room; None if they are not shown to the person whose key it is.

    Of a room without external links that was not asked, none are known.
    """
    if room.id not in facts.managed:
        return None
    return [_link(link, room) for link in _in_order(facts.links.get(room.id, ()))]


def items_part(facts: ReportFacts, room: Room) -> list[dict[str, Any]] | None:
    """The folders and files of a room that have links; None if it is not known which have.

    The links of one are None if they are not shown to the person whose key it is.
    """
    found = (facts.items or {}).get(room.id)
    if found is None:
        return None
    shared = sorted(
        found.shared,
        key=lambda each: (each.item.title.casefold(), each.item.type, each.item.number),
    )
    return [
        {
            "id": str(each.item.number),
            "title": each.item.title,
            "type": each.item.type,
            "links": None
            if each.links is None
            else [_link(link, room) for link in _in_order(each.links)],
        }
        for each in shared
    ]


def history_part(
    facts: ReportFacts, room: Room, people: Collection[str] | None
) -> list[dict[str, Any]]:
    """What was done to the access to a room, the oldest first.

    :param people: the ids of those whom the report is about; None for everybody.
    """
    return [
        dict(row)
        for row in facts.history.get(room.id, ())
        if people is None or row["person"] is None or row["person"] in people
    ]


def keys_part(facts: ReportFacts, taken_at: str) -> list[dict[str, Any]] | None:
    """The API keys, by their names; None if they are not shown.

    :param taken_at: when the facts were read, in UTC.
    """
    if facts.keys is None:
        return None
    ordered = sorted(facts.keys, key=lambda key: (key.name.casefold(), key.id))
    return [
        {**_key(key, key.id == facts.current_key), "state": _state(key, facts, taken_at)}
        for key in ordered
    ]


def invitations_part(facts: ReportFacts) -> dict[str, Any]:
    """By which links people may join the portal or a room, and who is invited already."""
    portal = facts.invitation_links
    people = in_name_order(facts.access.people.values())
    return {
        "portal": None if portal is None else [_portal_link(link) for link in portal],
        "rooms": [
            {"room": room.id, **_link(link, room)}
            for room in in_title_order(facts.access.rooms.values())
            for link in _in_order(facts.links.get(room.id, ()))
            if not link.is_external
        ],
        "pending": [person.id for person in people if person.status == "pending"],
    }


def _in_order(links: Any) -> list[RoomLink]:
    """The primary link, other external ones, then those by which people are invited."""
    return sorted(
        links,
        key=lambda link: (not link.primary, not link.is_external, link.title.casefold(), link.id),
    )


def _link(link: RoomLink, room: Room) -> dict[str, Any]:
    return {
        "id": link.id,
        "title": link.title,
        "type": link.type,
        "primary": link.primary,
        "level": LEVELS.get(link.level, str(link.level)),
        "expires": _moment(link.expires),
        "expired": link.is_expired,
        "password": bool(link.password),
        "internal": link.internal,
        "deny_download": link.deny_download,
        "max_use_count": link.max_uses,
        "use_count": None if link.is_external else link.uses,
        # No list of the portal tells when a link was made.
        "created": None,
        "readers": _readers(link, room),
    }


def _readers(link: RoomLink, room: Room) -> str:
    if link.is_expired:
        return f"{NOBODY}, as it has ended"
    if room.archived:
        return f"{NOBODY} while the room is in the archive"
    if not link.is_external:
        is_used_up = f"{NOBODY}, as it is used up"
        return is_used_up if link.is_used_up else "whoever accepts the invitation"
    if link.internal:
        return f"people with an account{' and the password' if link.password else ''}"
    return f"anybody{' with the password' if link.password else ''}"


def _state(key: Key, facts: ReportFacts, taken_at: str) -> str:
    """Whether a key works, or why not: the portal calls some active that open nothing."""
    owner = facts.access.people.get(key.owner_id or "")
    if not key.is_active:
        return "off"
    if key.expires and written(key.expires) <= taken_at:
        return "expired"
    if not owner:
        return "owner_not_shown"
    return "works" if owner.status == "active" else f"owner_{owner.status}"


def _key(key: Key, is_current: bool) -> dict[str, Any]:
    return {
        "id": key.id,
        "name": key.name,
        "owner": key.owner_id,
        "scopes": sorted(key.scopes),
        "unrestricted": key.is_unrestricted,
        "active": key.is_active,
        "created": _moment(key.created),
        "expires": _moment(key.expires),
        # The day only, and of the key that reads nothing, as each report would be another one.
        "last_used": None if is_current or not key.last_used else f"{key.last_used:%Y-%m-%d}",
        "used_for_report": is_current,
    }


def _portal_link(link: InvitationLink) -> dict[str, Any]:
    return {
        "type": link.type,
        "expires": _moment(link.expires),
        "expired": link.is_expired,
        "max_use_count": link.max_uses,
        "use_count": link.uses,
    }


def _moment(moment: datetime | None) -> str | None:
    return written(moment) if moment else None
