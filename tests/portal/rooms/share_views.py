# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Who is in a room as the API shows it."""

from __future__ import annotations

from ..http.properties import View
from .records import MANAGER, READ_WRITE, STRENGTH, Share

_USER, _GROUP = 0, 2
_PENDING = 2


def entry(share: Share, subject: View, owner: bool, own: bool, manages: bool) -> View:
    """Somebody, or a group, that is in; `own` is the entry of who looks."""
    is_first = owner and share.access == READ_WRITE
    kind = "sharedToGroup" if share.is_group else "sharedToUser"
    return {
        "access": share.access,
        "sharedTo": subject,
        kind: subject,
        "isLocked": own and not is_first,
        "isOwner": owner,
        "canEditAccess": manages and not owner and not own,
        "canEditInternal": manages and not is_first,
        "canEditDenyDownload": True,
        "canEditExpirationDate": manages and not is_first,
        "canRevoke": False,
        "subjectType": _GROUP if share.is_group else _USER,
    }


def rank(share: Share, owner: bool, subject: View) -> tuple[int, int]:
    """Where somebody stands: owner, managers, groups, people, guests, invited; each by level."""
    if owner or share.access == MANAGER:
        return (0 if owner else 1), 0
    people = (
        5 if subject.get("activationStatus") == _PENDING else 4 if subject.get("isVisitor") else 3
    )
    return (2 if share.is_group else people), STRENGTH.index(share.access)


def rank_of_person(share: Share, owner: bool, subject: View) -> tuple[int, int]:
    """Where somebody stands in a list without groups: those who were invited last, all by level."""
    return -1 if owner else subject.get("activationStatus", 0), STRENGTH.index(share.access)
