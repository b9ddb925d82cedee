# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The calls that change rooms."""

from __future__ import annotations

import re

from .. import background, room_views
from ..call import Call
from ..http import binding, failures
from ..http.envelope import Stream
from ..http.failures import Invalid
from ..http.jsontext import Node
from ..http.properties import View
from ..jobs.records import ARCHIVE, UNARCHIVE, Job
from .reads import operation_of
from .records import ACCESS, NONE, ROOM_TYPES
from .rules import Rules
from .share_views import invitation

_DTO = "ASC.Files.ApiModels.RequestDto"
_LONGEST_TITLE = 170
_OF_FOLDERS = (
    *("id", "roomType", "security", "canShare", "inRoom", "tags"),
    *("pinned", "private", "indexing", "denyDownload"),
)
_FORBIDDEN = re.compile(r'[*:"<>?|/\\]')


def access(node: Node) -> int:
    """A level, by its number or exact name; what is neither is none at all."""
    if isinstance(node.value, int) and not isinstance(node.value, bool):
        return node.value
    return ACCESS.get(str(node.value), NONE)


def _number(node: Node) -> int:
    """The number of a room, also as text."""
    number = binding.number(node)
    if number is None:
        raise node.invalid("System.Int32")
    return number


_CREATE = binding.record(
    f"{_DTO}.CreateRoomRequestDto",
    {
        "title": binding.text,
        "roomType": binding.member_of("ASC.Files.Core.ApiModels.RoomType", ROOM_TYPES),
    },
    required=["title", "roomType"],
)
_OWNER = binding.record(
    f"{_DTO}.ChangeOwnerRequestDto",
    {
        "folderIds": binding.list_of(_number, "System.Text.Json.JsonElement"),
        "userId": binding.identifier,
    },
    required=["userId"],
)
_MOVE = binding.record(f"{_DTO}.ArchiveRoomRequest", {"deleteAfter": binding.truth})
_LINK = binding.record(
    f"{_DTO}.RoomLinkRequest",
    {"linkType": binding.number, "access": access, "title": binding.text},
)


def create_room(call: Call) -> View:
    """POST files/rooms"""
    sent = call.body(_CREATE, "")
    title = (sent["title"] or "").strip()
    if not title:
        message = "The value cannot be an empty string. (Parameter 'title')"
        raise failures.bad_argument(message)
    if len(title) > _LONGEST_TITLE:
        limit = f"a maximum length of {_LONGEST_TITLE}"
        raise Invalid("Title", f"The field Title must be a string with {limit}.")
    kind = ROOM_TYPES[sent["roomType"]]
    return room_views.room(
        call.world, _rules(call).create(_FORBIDDEN.sub("_", title), kind), call.caller
    )


def change_owner(call: Call) -> Stream:
    """POST files/owner: one after the other; rooms that are not there are passed over."""
    sent = call.body(_OWNER, "")
    rooms = [call.world.rooms.find(number) for number in sent.get("folderIds") or ()]
    for room in filter(None, rooms):
        _rules(call).change_owner(room, sent["userId"])
    shown = [room_views.room(call.world, room, call.caller) for room in rooms if room]
    # What only folders have is not found by `fields` here.
    left_out = _OF_FOLDERS if call.query.fields else ()
    return Stream([{n: view[n] for n in view if n not in left_out} for view in shown])


def archive_room(call: Call) -> View:
    """PUT files/rooms/{id}/archive"""
    return _move(call, ARCHIVE)


def unarchive_room(call: Call) -> View:
    """PUT files/rooms/{id}/unarchive"""
    return _move(call, UNARCHIVE)


def add_link(call: Call) -> View:
    """PUT files/rooms/{id}/links: a new invitation only, until links have a noun of their own."""
    sent = call.body(_LINK, "")
    room = _rules(call).seen(int(call.path["id"]))
    if not _rules(call).access.manages(room, call.caller):
        raise failures.access_denied()
    title, level = sent.get("title") or "", sent.get("access", NONE)
    link = call.world.rooms.add_link(room, title, level, call.caller.id)
    return invitation(link, call.origin)


def _move(call: Call, kind: str) -> View:
    sent = call.body(_MOVE, "")
    room = _rules(call).seen(int(call.path["id"]))
    _rules(call).demand_movable(room)
    job = Job(kind, str(room.id), call.caller.id, deletes=bool(sent.get("deleteAfter")))
    job.id = call.world.new_id()
    return operation_of(call.start(job))


def _rules(call: Call) -> Rules:
    return background.room_rules(call.world, call.caller)
