# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The calls that make, move and delete rooms, and give them away."""

from __future__ import annotations

from .. import background, link_places, room_views
from ..call import Call
from ..http import binding, costs, failures
from ..http.envelope import Stream
from ..http.jsontext import Node
from ..http.properties import View
from ..jobs.records import ARCHIVE, DELETE, UNARCHIVE, Job
from ..links.rules import Rules as LinkRules
from . import settings
from .operation_reads import operation_of
from .records import ACCESS, NONE, ROOM_TYPES, Room
from .rules import Rules, kept_title

_DTO = "ASC.Files.ApiModels.RequestDto"
_OF_FOLDERS = (
    *("id", "roomType", "security", "canShare", "inRoom", "tags"),
    *("pinned", "private", "indexing", "denyDownload"),
)


def access(node: Node) -> int:
    """A level, by its number or exact name; what is neither is none at all."""
    if isinstance(node.value, int) and not isinstance(node.value, bool):
        return node.value
    return ACCESS.get(str(node.value), NONE)


def room_number(node: Node) -> int:
    """The number of a room, also as text."""
    number = binding.number(node)
    if number is None:
        raise node.invalid("System.Int32")
    return number


def _room_type(node: Node) -> int:
    if isinstance(node.value, int) and not isinstance(node.value, bool):
        return node.value
    if not isinstance(node.value, str) or node.value not in ROOM_TYPES:
        raise node.invalid("ASC.Files.Core.ApiModels.RoomType")
    return ROOM_TYPES[node.value]


_CREATE = binding.record(
    f"{_DTO}.CreateRoomRequestDto",
    {
        "title": binding.text,
        "roomType": _room_type,
        "private": binding.truth,
        "share": binding.list_of(
            binding.record(
                f"{_DTO}.FileShareParams", {"shareTo": binding.identifier, "access": access}
            ),
            f"{_DTO}.FileShareParams",
        ),
        "logo": binding.record(
            f"{_DTO}.LogoRequest", {"tmpFile": binding.text}, required=["tmpFile"]
        ),
        **settings.FIELDS,
    },
    required=["title", "roomType"],
)
_OWNER = binding.record(
    f"{_DTO}.ChangeOwnerRequestDto",
    {
        "folderIds": binding.list_of(room_number, "System.Text.Json.JsonElement"),
        "userId": binding.identifier,
    },
    required=["userId"],
)
_MOVE = binding.record(f"{_DTO}.ArchiveRoomRequest", {"deleteAfter": binding.truth})


def create_room(call: Call) -> View:
    """POST files/rooms"""
    sent = call.body(_CREATE, "")
    settings.demand_valid(sent)
    title, kind = kept_title(sent["title"]), sent["roomType"]
    if kind not in ROOM_TYPES.values():
        raise failures.not_among("roomType", kind)
    _demand_public(call, sent)
    settings.demand_cover(sent)
    call.portal.demand_room_space(sent.get("quota"))
    room = _rules(call).create(title, kind)
    call.work.rooms = costs.MAKE_ROOM
    # Who makes a room has documents of their own from then on.
    call.world.documents.own(call.caller.id)
    values = settings.changes(sent, room.settings, is_new=True)
    if call.world.settings.values.room_quota_enabled:
        values["quota"] = settings.quota(sent.get("quota"))
    call.world.rooms.change(room, **values)
    view = room_views.room(call.world, room, call.caller)
    place = link_places.of_room(room)
    if place.has_primary:
        link_rules(call, room).make_primary()
        # What was asked of the new room was asked before it had its link.
        return {**view, "access": place.default_access}
    return view


def change_owner(call: Call) -> Stream:
    """POST files/owner: one after the other; rooms that are not there are passed over."""
    sent = call.body(_OWNER, "")
    rooms = [call.world.rooms.find(number) for number in sent.get("folderIds") or ()]
    _rules(call).demand_owner(sent["userId"])
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


def delete_room(call: Call) -> View:
    """DELETE files/rooms/{id}"""
    sent = call.body(_MOVE, "")
    room = call.world.rooms.find(int(call.path["id"]))
    if room is None:
        raise failures.no_file("The required folder was not found")
    _rules(call).demand_deletable(room)
    return operation_of(start(call, DELETE, room.id, bool(sent.get("deleteAfter"))))


def start(call: Call, kind: str, number: int, deletes: bool) -> Job:
    """Start to move or delete a room or folder."""
    job = Job(kind, str(number), call.caller.id, deletes=deletes)
    job.id = call.world.new_id()
    return call.start(job)


def pin_room(call: Call) -> View:
    """PUT files/rooms/{id}/pin"""
    return _pin(call, True)


def unpin_room(call: Call) -> View:
    """PUT files/rooms/{id}/unpin"""
    return _pin(call, False)


def link_rules(call: Call, room: Room) -> LinkRules:
    """The rules for the links of a room; the history says of external ones what was done."""
    place = link_places.of_room(room)

    def note(done: str, link_id: str, title: str, level: int, former: str) -> None:
        data: View = {"title": title}
        if done != "Deleted":
            data["id"] = link_id
        if done == "Created":
            data["access"] = level
        if done == "Renamed":
            data["oldTitle"] = former
        call.world.rooms.note(room, f"RoomExternalLink{done}", call.caller.id, **data)

    return LinkRules(call.world.links, place, call.portal, call.caller.id, note)


def _demand_public(call: Call, sent: View) -> None:
    """Refuse private rooms: for them everybody needs a key to encrypt with."""
    if not sent.get("private"):
        return
    if sent.get("share") is None:
        raise failures.null_argument("shares")
    for each in sent["share"]:
        person = call.world.people.get(each.get("shareTo", ""))
        name = person.display_name if person else ""
        raise failures.invalid_operation(f"The user {name} does not have an encryption key")


def _move(call: Call, kind: str) -> View:
    sent = call.body(_MOVE, "")
    room = _rules(call).seen(int(call.path["id"]))
    _rules(call).demand_movable(room)
    return operation_of(start(call, kind, room.id, bool(sent.get("deleteAfter"))))


def _pin(call: Call, is_pinned: bool) -> View:
    room = _rules(call).seen(int(call.path["id"]))
    call.world.rooms.pin(room, call.caller.id, is_pinned)
    return room_views.room(call.world, room, call.caller)


def _rules(call: Call) -> Rules:
    return background.room_rules(call.world, call.caller)
