# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The calls on rooms, and the scopes that open them."""

from __future__ import annotations

from ..http.auth import READ_ACCOUNTS, READ_FILES, READ_ROOMS, WRITE_FILES, WRITE_ROOMS
from ..http.routing import Route
from . import (
    candidate_reads,
    history_reads,
    operation_reads,
    reads,
    setting_writes,
    share_reads,
    share_writes,
    template_writes,
    writes,
)

_ROOM = "files/rooms/<int:id>"
_MEMBERS = "files/folder/<int:id>/group/<guid:group>/share"

ROUTES = [
    Route("files/rooms", "GET", reads.list_rooms, READ_ROOMS),
    Route("files/rooms", "POST", writes.create_room, WRITE_ROOMS),
    Route(_ROOM, "GET", reads.get_room, READ_ROOMS, anonymous=True),
    Route("files/rooms/<text>", "GET", reads.no_room, READ_ROOMS),
    Route(_ROOM, "PUT", setting_writes.change_room, WRITE_ROOMS),
    Route(_ROOM, "DELETE", writes.delete_room, WRITE_ROOMS),
    Route(f"{_ROOM}/share", "GET", share_reads.list_shares, READ_ROOMS),
    Route(f"{_ROOM}/share", "PUT", share_writes.share_room, WRITE_ROOMS),
    Route(f"{_ROOM}/resend", "POST", share_writes.resend, WRITE_ROOMS),
    Route(f"{_ROOM}/archive", "PUT", writes.archive_room, WRITE_ROOMS),
    Route(f"{_ROOM}/unarchive", "PUT", writes.unarchive_room, WRITE_ROOMS),
    Route(f"{_ROOM}/pin", "PUT", writes.pin_room, WRITE_ROOMS),
    Route(f"{_ROOM}/unpin", "PUT", writes.unpin_room, WRITE_ROOMS),
    Route(f"{_ROOM}/tags", "PUT", setting_writes.add_tags, WRITE_ROOMS),
    Route(f"{_ROOM}/tags", "DELETE", setting_writes.remove_tags, WRITE_ROOMS),
    Route(f"{_ROOM}/cover", "POST", setting_writes.set_cover, WRITE_ROOMS),
    Route(f"{_ROOM}/logo", "DELETE", setting_writes.delete_logo, WRITE_ROOMS),
    Route(f"{_ROOM}/reorder", "PUT", setting_writes.reorder, WRITE_ROOMS),
    Route("files/rooms/covers", "GET", reads.list_covers, READ_ROOMS),
    Route("files/rooms/roomquota", "PUT", setting_writes.set_quota, WRITE_ROOMS),
    Route("files/rooms/resetquota", "PUT", setting_writes.reset_quota, WRITE_ROOMS),
    Route("files/rooms/fromtemplate", "POST", template_writes.start_room, WRITE_ROOMS),
    Route("files/rooms/fromtemplate/status", "GET", template_writes.room_status, READ_ROOMS),
    Route("files/roomtemplate", "POST", template_writes.start_template, WRITE_FILES),
    Route("files/roomtemplate/status", "GET", template_writes.template_status, READ_FILES),
    Route("files/roomtemplate/<int:id>/public", "GET", template_writes.is_public, READ_FILES),
    Route("files/roomtemplate/public", "PUT", template_writes.set_public, WRITE_FILES),
    Route("files/tags", "GET", reads.list_tags, READ_ROOMS),
    Route("files/tags", "POST", setting_writes.create_tag, WRITE_ROOMS),
    Route("files/tags", "DELETE", setting_writes.delete_tags, WRITE_ROOMS),
    Route("files/owner", "POST", writes.change_owner, WRITE_FILES),
    Route("files/share", "PUT", share_writes.share_rooms, WRITE_FILES),
    Route("files/share", "POST", share_writes.read_shares, WRITE_FILES),
    Route("files/folder/<int:id>/log", "GET", history_reads.read_log, READ_FILES),
    Route("files/fileops", "GET", operation_reads.list_operations, READ_FILES, anonymous=True),
    Route(_MEMBERS, "GET", candidate_reads.list_members, READ_FILES),
    Route("group/room/<int:id>", "GET", candidate_reads.list_groups, READ_ACCOUNTS),
    Route("people/room/<int:id>", "GET", candidate_reads.list_people, READ_ACCOUNTS),
]
