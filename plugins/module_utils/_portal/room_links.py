# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""The calls about links into rooms."""

from __future__ import annotations

from typing import Any

from .._base.moments import parse_moment, written
from . import answers
from .api import Api
from .model.room_link import LINK_TYPES, ExternalSharing, RoomLink

# Leaf properties only: whole objects overflow the server's serializer.
_FIELDS = (
    "access,sharedLink.id,sharedLink.title,sharedLink.linkType,sharedLink.primary"
    ",sharedLink.expirationDate,sharedLink.isExpired,sharedLink.internal"
    ",sharedLink.denyDownload,sharedLink.password,sharedLink.maxUseCount"
    ",sharedLink.currentUseCount"
)
_SHARING_FIELDS = "externalShare,externalShareApplyToRooms"
_TYPE_NUMBERS = {name: number for number, name in LINK_TYPES.items()}
#: Only the primary link, in a list of who may enter a room.
_PRIMARY = "8"
#: The level that removes a link.
_NONE = 0


class RoomLinks:
    """The links into the rooms of a portal.

    Every method may raise :class:`RequestError`.
    """

    #: Whether links are to be read with their addresses, which are secrets.
    with_urls = False

    def __init__(self, api: Api) -> None:
        self._api = api

    def of(self, room_id: str) -> list[RoomLink]:
        """All links of a room, those that have ended included; 100 at most.

        Only the owner and the managers of a room see any: for everybody else, administrators
        included, this is empty, and says nothing.
        """
        answer = self._api.call("GET", _path(room_id), {"fields": self._fields})
        return [self._parsed(row) for row in answers.rows(answer)]

    def of_item(self, kind: str, number: int) -> list[RoomLink]:
        """All links of a folder or file inside of a room, which are none of the room's.

        The key needs the scope ``files:read``. Only the owner and the managers of the room are
        known to see any.

        :param kind: ``folder`` or ``file``.
        """
        path = ("files", kind, str(number), "links")
        answer = self._api.call("GET", path, {"fields": self._fields})
        return [self._parsed(row) for row in answers.rows(answer)]

    def primary(self, room_id: str) -> RoomLink | None:
        """The primary link of a room; None if there is none.

        Everybody in the room sees it, with its password, and so do administrators.
        """
        query = {"filterType": _PRIMARY, "fields": self._fields}
        answer = self._api.call("GET", ("files", "rooms", room_id, "share"), query)
        links = [self._parsed(row) for row in answers.rows(answer)]
        return next((link for link in links if link.primary), None)

    def put(self, room_id: str, link: RoomLink) -> RoomLink | None:
        """Make a link that has an id of ours, or change the one that has this id.

        The portal replaces the whole link, and takes the id of somebody in the room for that
        person or group: never with an id that was not read as a link's or made for one.

        :returns: the link afterwards, which need not be as it was sent.
        """
        return self._put(_path(room_id), {**_body(link), "linkType": _TYPE_NUMBERS[link.type]})

    def put_primary(self, room_id: str, link: RoomLink) -> RoomLink | None:
        """Make the primary link of a room that has none; the key must open ``files:write``."""
        return self._put(("files", "folder", room_id, "links"), {**_body(link), "primary": True})

    def remove(self, room_id: str, link: RoomLink) -> RoomLink | None:
        """End a link.

        :returns: the link that a room gets in its place, if it always has one.
        """
        body = {
            "linkId": link.id,
            "linkType": _TYPE_NUMBERS[link.type],
            "access": _NONE,
            "title": link.title,  # for the history of the room
        }
        return self._put(_path(room_id), body)

    def external_sharing(self) -> ExternalSharing:
        """What the settings say about links that need no account; opened by ``files:read``."""
        answer = self._api.call("GET", ("files", "settings"), {"fields": _SHARING_FIELDS})
        row = answer.response
        if not isinstance(row, dict):
            raise answers.wrong_shape()
        is_on = row.get("externalShare", True) is not False
        return ExternalSharing(is_on or row.get("externalShareApplyToRooms") is False)

    @property
    def _fields(self) -> str:
        return f"{_FIELDS},sharedLink.shareLink" if self.with_urls else _FIELDS

    def _put(self, path: tuple[str, ...], body: dict[str, Any]) -> RoomLink | None:
        if body.get("password"):
            self._api.keep_secret(body["password"])
        answer = self._api.call("PUT", path, {"fields": self._fields}, body, repeatable=True)
        return None if answer.response is None else self._parsed(answer.response)

    def _parsed(self, row: Any) -> RoomLink:
        link = _parse_link(row)
        for secret in (link.password, link.url):
            if secret:
                self._api.keep_secret(secret)
        return link


def _path(room_id: str) -> tuple[str, ...]:
    return "files", "rooms", room_id, "links"


def _body(link: RoomLink) -> dict[str, Any]:
    """A whole link: what is left out is reset by the portal."""
    body: dict[str, Any] = {"linkId": link.id, "access": link.level, "title": link.title}
    if link.expires:
        body["expirationDate"] = written(link.expires)
    if link.is_external:
        body["internal"] = link.internal
        body["denyDownload"] = link.deny_download
        if link.password:
            body["password"] = link.password
    elif link.max_uses is not None:
        body["maxUseCount"] = link.max_uses
    return body


def _parse_link(row: Any) -> RoomLink:
    found = answers.mapping(row, "sharedLink")
    # Without it, the row is that of a person or a group.
    if not found or found.get("linkType") not in LINK_TYPES:
        raise answers.wrong_shape()
    expiration = answers.text(found, "expirationDate")
    expires = parse_moment(expiration)
    if expiration and not expires:  # which is not the same as a link without end
        raise answers.wrong_shape()
    return RoomLink(
        id=answers.guid(found),
        type=LINK_TYPES[found["linkType"]],
        title=answers.text(found, "title"),
        level=answers.number(row, "access"),
        primary=bool(found.get("primary")),
        expires=expires,
        is_expired=bool(found.get("isExpired")),
        internal=bool(found.get("internal")),
        deny_download=bool(found.get("denyDownload")),
        password=answers.text(found, "password"),
        max_uses=answers.number(found, "maxUseCount") or None,
        uses=answers.number(found, "currentUseCount"),
        url=answers.text(found, "shareLink"),
    )
