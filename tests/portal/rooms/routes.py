# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The calls on rooms, and the scopes that open them."""

from __future__ import annotations

from ..http.auth import READ_FILES, READ_ROOMS, WRITE_FILES, WRITE_ROOMS
from ..http.routing import Route
from . import reads, share_writes, writes

ROUTES = [
    Route("files/rooms", "GET", reads.list_rooms, READ_ROOMS),
    Route("files/rooms", "POST", writes.create_room, WRITE_ROOMS),
    Route("files/rooms/<int:id>", "GET", reads.get_room, READ_ROOMS),
    Route("files/rooms/<int:id>/share", "GET", reads.list_shares, READ_ROOMS),
    Route("files/rooms/<int:id>/share", "PUT", share_writes.share_room, WRITE_ROOMS),
    Route("files/rooms/<int:id>/links", "PUT", writes.add_link, WRITE_ROOMS),
    Route("files/rooms/<int:id>/archive", "PUT", writes.archive_room, WRITE_ROOMS),
    Route("files/rooms/<int:id>/unarchive", "PUT", writes.unarchive_room, WRITE_ROOMS),
    Route("files/owner", "POST", writes.change_owner, WRITE_FILES),
    Route("files/folder/<int:id>/log", "GET", reads.read_log, READ_FILES),
    Route("files/fileops", "GET", reads.list_operations, READ_FILES),
]
