# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Links as the API shows them."""

from __future__ import annotations

import datetime
import zoneinfo

from ..http.guid import ZERO
from ..http.properties import View, given, moment
from .records import Link, Place

_ADDITIONAL, _INVITATION, _PRIMARY = 1, 3, 4
_FOLDER, _FILE = 1, 2


def full(link: Link, place: Place, edits: bool, origin: str, zone: str) -> View:
    """A link, for somebody who may change it or may not."""
    kind = _PRIMARY if link.is_primary else _ADDITIONAL if link.is_external else _INVITATION
    stays = place.is_rigid or (place.has_primary and link.is_primary)
    inside = _inside(link, origin, zone)
    return {
        "access": link.access,
        "sharedTo": inside,
        "sharedLink": inside,
        "isLocked": False,
        "isOwner": False,
        "canEditAccess": False,
        "canEditInternal": edits and not place.internal_is_fixed,
        "canEditDenyDownload": True,
        "canEditExpirationDate": edits and not stays,
        "canRevoke": stays,
        "subjectType": kind,
    }


def invitation_target(link: Link, origin: str) -> str:
    """The address behind the short one of an invitation."""
    return f"{origin}/confirm/LinkInvite?type=LinkInvite&key={link.token}&uid={link.maker}"


def opened(
    status: int,
    what: tuple[str, int, str] | None,
    link_id: str = ZERO,
    account: bool = False,
    member: bool = False,
) -> View:
    """What a token opens: the kind, number and title of it, where that may be seen."""
    kind, number, title = what or ("", 0, "")
    shown = {
        "id": str(number),
        "title": title,
        "type": _FILE if kind == "file" else _FOLDER,
        "isRoom": kind == "room",
    }
    return {
        "status": status,
        **(shown if what else {}),
        "tenantId": int(link_id != ZERO),
        "shared": account and link_id != ZERO,
        "linkId": link_id,
        "isAuthenticated": account,
        "isRoomMember": member,
    }


def _inside(link: Link, origin: str, zone: str) -> View:
    expires = link.expires and moment(link.expires.astimezone(_zone(zone)))
    return {
        "id": link.id,
        "title": link.title,
        "shareLink": f"{origin}/s/{link.token}",
        **given(expirationDate=expires),
        "linkType": link.type,
        **given(password=link.password or None),
        "denyDownload": link.denies_download,
        "isExpired": link.is_expired,
        "primary": link.is_primary,
        "internal": link.is_internal,
        **(
            {"requestToken": link.token}
            if link.is_external
            else {**given(maxUseCount=link.max_uses), "currentUseCount": link.uses}
        ),
    }


def _zone(name: str) -> datetime.tzinfo:
    # Not everybody has a database of zones.
    return datetime.timezone.utc if name == "UTC" else zoneinfo.ZoneInfo(name)
