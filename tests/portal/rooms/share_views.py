# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Who is in a room, and the links into it, as the API shows them."""

from __future__ import annotations

from ..http.properties import View
from .records import MANAGER, STRENGTH, Link, Share

_USER, _GROUP, _INVITATION = 0, 2, 3
_PENDING = 4


def entry(share: Share, subject: View, owner: bool, own: bool, manages: bool) -> View:
    """Somebody, or a group, that is in; `own` is the entry of who looks."""
    kind = "sharedToGroup" if share.is_group else "sharedToUser"
    return {
        "access": share.access,
        "sharedTo": subject,
        kind: subject,
        "isLocked": own and not owner,
        "isOwner": owner,
        "canEditAccess": manages and not owner and not own,
        "canEditInternal": not owner,
        "canEditDenyDownload": True,
        "canEditExpirationDate": not owner,
        "canRevoke": False,
        "subjectType": _GROUP if share.is_group else _USER,
    }


def rank(share: Share, owner: bool, subject: View) -> tuple[int, int]:
    """Where somebody stands: owner, managers, groups, people, guests, invited; each by level."""
    if owner or share.access == MANAGER:
        return (0 if owner else 1), 0
    people = 5 if subject.get("status") == _PENDING else 4 if subject.get("isVisitor") else 3
    return (2 if share.is_group else people), STRENGTH.index(share.access)


def invitation(link: Link, origin: str) -> View:
    """A link by which people can come in."""
    shown = {
        "id": link.id,
        "title": link.title,
        "shareLink": f"{origin}/s/{link.token}",
        "linkType": 0,
        "denyDownload": False,
        "isExpired": False,
        "primary": False,
        "internal": False,
        "currentUseCount": 0,
    }
    return {
        "access": link.access,
        "sharedTo": shown,
        "sharedLink": shown,
        "isLocked": False,
        "isOwner": False,
        "canEditAccess": False,
        "canEditInternal": True,
        "canEditDenyDownload": True,
        "canEditExpirationDate": True,
        "canRevoke": False,
        "subjectType": _INVITATION,
    }


def target(link: Link, origin: str) -> str:
    """The address behind the short one."""
    return f"{origin}/confirm/LinkInvite?type=LinkInvite&key={link.token}&uid={link.maker}"
