# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""The calls about what is inside of a room."""

from __future__ import annotations

from typing import Any

from . import answers
from .api import Api
from .model.room_item import FILE, FOLDER, RoomItem
from .paging import PAGE, Listing, Page

_FIELDS = "folders.id,folders.title,folders.shared,files.id,files.title,files.shared,total"


class RoomItems:
    """Folders and files: whoever may enter a room may list what is in it, and administrators."""

    def __init__(self, api: Api) -> None:
        self._api = api

    def inside(self, folder_id: str, most: int) -> list[RoomItem] | None:
        """What stands directly in a room or folder; None if it is more than ``most``.

        It takes a request for each 100. The key needs the scope ``files:read``, which
        ``rooms:read`` is not.

        :raises RequestError: when there is no usable answer, also if it is not shown.
        """

        def read(start: int) -> Page[RoomItem]:
            query = {"fields": _FIELDS, "count": PAGE, "startIndex": start}
            found = self._api.call("GET", ("files", folder_id), query).response
            # Without the length, a folder would seem to have nothing in it.
            if not isinstance(found, dict) or "total" not in found:
                raise answers.wrong_shape()
            rows = [_parse(FOLDER, row) for row in answers.items(found, "folders")]
            rows += [_parse(FILE, row) for row in answers.items(found, "files")]
            return Page(start, rows, answers.number(found, "total"))

        listing = Listing("folders and files", self._api.in_parallel, read)
        return None if listing.total > most else listing.all()


def _parse(kind: str, row: Any) -> RoomItem:
    shared = row.get("shared") if isinstance(row, dict) else None
    if not isinstance(shared, bool):  # which is not the same as an item without links
        raise answers.wrong_shape()
    return RoomItem(kind, answers.whole(row, "id"), answers.text(row, "title"), shared)
