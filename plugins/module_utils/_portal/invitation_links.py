# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""The calls about the links by which people join a portal."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from .._base.moments import parse_moment, written
from . import answers
from .accounts import TYPE_NAMES
from .api import Api
from .model.invitation_link import InvitationLink

_PATH = ("portal", "users", "invitationlink")


class InvitationLinks:
    """The links by which people join a portal, one for each type at most.

    The key needs the scope ``*``. Every method may raise :class:`RequestError`.
    """

    def __init__(self, api: Api) -> None:
        self._api = api

    def find(self, kind: str) -> InvitationLink | None:
        """The link for a type of people."""
        answer = self._api.call("GET", (*_PATH, TYPE_NAMES[kind]), {})
        return self._link(answers.optional(answer), kind)

    def create(
        self, kind: str, expires: datetime | None, max_uses: int | None
    ) -> InvitationLink | None:
        """Make the link for a type, of which there is none."""
        body = {"employeeType": TYPE_NAMES[kind], **_limits(expires, max_uses)}
        return self._link(self._api.call("POST", _PATH, {}, body).response, kind)

    def change(
        self, link: InvitationLink, expires: datetime | None, max_uses: int | None
    ) -> InvitationLink | None:
        """Give a link other limits; what is left out has none afterwards."""
        body = {"id": link.id, **_limits(expires, max_uses)}
        answer = self._api.call("PUT", _PATH, {}, body, repeatable=True)
        return self._link(answer.response, link.type)

    def delete(self, link_id: str) -> None:
        """End a link; it works no more."""
        self._api.call("DELETE", _PATH, {}, {"id": link_id})

    def _link(self, row: Any, kind: str) -> InvitationLink | None:
        link = _parse_link(row, kind) if row is not None else None
        if link and link.url:
            self._api.keep_secret(link.url)
        return link


def _limits(expires: datetime | None, max_uses: int | None) -> dict[str, Any]:
    limits = {"expiration": written(expires) if expires else None, "maxUseCount": max_uses}
    return {name: value for name, value in limits.items() if value is not None}


def _parse_link(row: Any, kind: str) -> InvitationLink:
    expiration = answers.text(row, "expiration")
    expires = parse_moment(expiration)
    if expiration and not expires:  # which is not the same as a link without end
        raise answers.wrong_shape()
    return InvitationLink(
        id=answers.guid(row),
        type=kind,
        expires=expires,
        max_uses=answers.number(row, "maxUseCount") or None,
        uses=answers.number(row, "currentUseCount"),
        is_expired=bool(row.get("isExpired")),
        url=answers.text(row, "url"),
    )
