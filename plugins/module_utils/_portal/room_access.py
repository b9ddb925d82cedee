# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""The calls about who may enter rooms."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from .._base.errors import RequestError
from . import answers
from .api import Api
from .model.room import Entry

_ENTRY_FIELDS = (
    "access,isOwner,sharedToUser.id,sharedToUser.displayName,sharedToUser.email"
    ",sharedToGroup.id,sharedToGroup.name"
)
#: What is answered instead of doing anything for people who fill in forms of a room.
_HAS_ROLES = 1


class EntryList(NamedTuple):
    """Who may enter a room by an entry.

    :param counted: how many rows were read; the owner may have two.
    :param total: how many the portal says that there are.
    """

    entries: tuple[Entry, ...]
    counted: int
    total: int


class RoomAccess:
    """Who may enter the rooms of a portal by an entry of their own, and which groups may.

    Every method may raise :class:`RequestError`.
    """

    def __init__(self, api: Api) -> None:
        self._api = api

    def entries(self, room_id: str) -> list[Entry]:
        """The list of a room, which everybody in it may read, and administrators.

        The owner is there once, also with an entry besides, which counts for nothing.

        :raises RequestError: also if the portal shows nobody, not even the owner, as to those
            who are not in the room.
        """
        return list(self.entry_list(room_id).entries)

    def entry_list(self, room_id: str) -> EntryList:
        """The same, with how long the list is.

        :raises RequestError: as :meth:`entries` does.
        """
        query = {"fields": _ENTRY_FIELDS}
        path = ("files", "rooms", room_id, "share")
        listing = self._api.listing("people in a room", path, query, _parse_row)
        rows = listing.all()
        if not rows:
            raise RequestError(
                "The portal does not show the owner of the credential who may enter the room"
                f" {room_id}.",
                "forbidden",
            )
        found: dict[str, Entry] = {}
        for row in rows:
            found.setdefault(row.entry.id, row.entry)
        return EntryList(tuple(found.values()), len(rows), listing.total)

    def set_levels(
        self,
        room_id: str,
        levels: Mapping[str, int],
        addresses: Mapping[str, int] | None = None,
        notify: bool = False,
        force: bool = False,
        repeatable: bool = True,
    ) -> bool:
        """Give people and groups a level in a room; those at 0 are put out.

        Ids that mean nobody leave an entry behind that no list shows: only for ids that were read.
        The answer says nothing of those who were left out.

        :param addresses: of people who are invited as guests, with their levels.
        :param notify: whether the portal sends mails to those who have an account.
        :param force: whether to go on where somebody has a role in a form.
        :param repeatable: whether to send it again if it is not known what became of it. Putting
            out somebody who is out already is noted in the history as letting them in.
        :returns: whether the portal stopped at somebody who has a role in a form.
        """
        invitations: list[dict[str, Any]] = [
            {"id": each, "access": level} for each, level in levels.items()
        ]
        invitations += [
            {"email": each, "access": level} for each, level in (addresses or {}).items()
        ]
        body = {"invitations": invitations, "notify": notify, **({"force": True} if force else {})}
        path = ("files", "rooms", room_id, "share")
        answer = self._api.call("PUT", path, {"fields": "error"}, body, repeatable=repeatable)
        found = answer.response
        return isinstance(found, dict) and found.get("error") == _HAS_ROLES

    def set_levels_in_many(
        self,
        room_ids: Sequence[str],
        levels: Mapping[str, int],
        notify: bool = False,
        repeatable: bool = True,
    ) -> None:
        """Give people and groups the same levels in several rooms, one room after the other.

        Rooms are done in ascending order of their ids until one is refused; the key must open
        ``files:write``. The answer proves nothing.
        """
        body = {
            "folderIds": sorted(map(int, room_ids)),
            "share": [{"shareTo": each, "access": level} for each, level in levels.items()],
            "notify": notify,
        }
        self._api.call("PUT", ("files", "share"), {"fields": "access"}, body, repeatable)


class _Row(NamedTuple):
    """A row of a list; the owner may have two, with different levels."""

    id: str
    entry: Entry


def _parse_row(row: Any) -> _Row:
    entry = _parse_entry(row)
    return _Row(f"{entry.id} {entry.level}" if entry.is_owner else entry.id, entry)


def _parse_entry(row: Any) -> Entry:
    if not isinstance(row, dict):
        raise answers.wrong_shape()
    level = answers.number(row, "access")
    group = row.get("sharedToGroup")
    whose = group or row.get("sharedToUser") or {}
    return Entry(
        id=answers.guid(whose),
        level=level,
        is_group=bool(group),
        is_owner=bool(row.get("isOwner")),
        name=answers.text(whose, "name" if group else "displayName"),
        email="" if group else answers.text(whose, "email"),
    )
