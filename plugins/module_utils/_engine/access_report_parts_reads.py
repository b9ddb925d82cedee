# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Reading what a report on access tells beside rooms: keys, links to join by, settings."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

from .._base.errors import RequestError
from .._plan.access_report_facts import INVITATIONS, KEYS, SETTINGS
from .._plan.invitation_links import WHOSE
from .._portal.model.invitation_link import InvitationLink
from .._portal.model.key import Key
from .._portal.model.person import Person
from .._portal.portal import Portal
from .portal_reads import SCOPE

_REFUSED = ("forbidden", "missing_scope")
_ANY_SCOPE = f"Give the key the scope {SCOPE}, or no restriction."
_FILES_SCOPE = "files:read"
#: What shows what this scope opens.
FILES_SCOPE = f"Give the key the scope {_FILES_SCOPE}, or no restriction."
#: While all paid seats are used, links for types that take one are not shown.
_SEATS_FULL = 402
#: In place of a link.
HIDDEN = "hidden"


@dataclass
class PartsRead:
    """What was read; None of what was not asked for, or is not shown.

    :param refused: parts that are not shown as a whole, each with what would show them.
    """

    current_key: str = ""
    keys: list[Key] | None = None
    invitation_links: list[InvitationLink] | None = None
    settings: dict[str, Any] | None = None
    refused: dict[str, str] = field(default_factory=dict)


def read_parts(portal: Portal, include: Collection[str], me: Person | None) -> PartsRead:
    """Read these parts: keys by one request, links by up to three, settings by up to four.

    :param me: whose key it is, if that is known.
    :raises RequestError: if something cannot be read for another reason than a lack of rights.
    """
    parts = PartsRead()
    key = portal.keys.current()
    parts.current_key = key.id if key else ""
    opens = not key or key.opens(SCOPE)
    if KEYS in include:
        if opens:
            parts.keys = portal.keys.listed()
        else:
            parts.refused[KEYS] = _ANY_SCOPE
    if INVITATIONS in include and opens:
        _read_invitations(portal, parts, me)
    elif INVITATIONS in include:
        parts.refused[INVITATIONS] = _ANY_SCOPE
    if SETTINGS in include:
        _read_settings(portal, parts, key)
    return parts


def _read_invitations(portal: Portal, parts: PartsRead, me: Person | None) -> None:
    parts.invitation_links = []
    hidden = []
    for kind in sorted(WHOSE):
        if me and me.type not in WHOSE[kind]:
            hidden.append(kind)
            continue
        link = _find_link(portal, kind, me)
        if link == HIDDEN:
            hidden.append(kind)
        elif isinstance(link, InvitationLink):
            parts.invitation_links.append(link)
    if hidden:
        parts.refused[INVITATIONS] = (
            f"Those for the types {', '.join(hidden)} are shown to the owner of the portal, while"
            " inviting people is switched on and paid seats are free."
        )


def _find_link(portal: Portal, kind: str, me: Person | None) -> InvitationLink | str | None:
    """The link for a type; None if there is none, :data:`HIDDEN` if the portal does not show it."""
    try:
        return portal.invitation_links.find(kind)
    except RequestError as error:
        # What is refused for no reason that the portal has would be told by the next run.
        if error.status == _SEATS_FULL:
            is_hidden = portal.settings.plan().seats.free == 0
        elif error.code in _REFUSED:
            invitations = portal.settings.invitations() if me else None
            is_hidden = not me or bool(invitations and not invitations.members)
        else:
            raise
        if is_hidden:
            return HIDDEN
        raise


def _read_settings(portal: Portal, parts: PartsRead, key: Key | None) -> None:
    invitations = portal.settings.invitations()
    policy = portal.settings.password_policy()
    sharing = None
    if not key or key.opens(_FILES_SCOPE):
        sharing = portal.room_links.external_sharing()
    else:
        parts.refused[SETTINGS] = FILES_SCOPE
    parts.settings = {
        "version": portal.settings.read().version or None,
        "invitations": invitations
        and {"members": invitations.members, "guests": invitations.guests},
        "external_sharing": sharing and {"allowed": sharing.allowed},
        "password_policy": {
            "min_length": policy.min_length,
            "upper_case": policy.upper_case,
            "digits": policy.digits,
            "symbols": policy.symbols,
        },
    }
