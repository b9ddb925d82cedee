# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Links as the API shows them."""

from __future__ import annotations

from ..http.properties import View, given, moment
from .rules import Shown


def full(shown: Shown, type_number: int, origin: str) -> View:
    """A link with the address that its reader sees."""
    link = shown.link
    return {
        "id": link.id,
        "employeeType": type_number,
        **given(expiration=link.expires and moment(link.expires), maxUseCount=link.max_uses),
        "isExpired": link.is_expired,
        "currentUseCount": link.uses,
        "url": f"{origin}/s/{shown.token}",
    }


def target(shown: Shown, type_number: int, origin: str) -> str:
    """The address behind the short one."""
    query = f"type=LinkInvite&key={shown.key}&emplType={type_number}&uid={shown.reader}"
    return f"{origin}/confirm/LinkInvite?{query}"
