# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The calls that change what a room has beside its people."""

from __future__ import annotations

import copy
import typing as t

from .. import background, room_views
from ..call import Call
from ..http import binding, costs, failures
from ..http.envelope import Stream
from ..http.failures import Invalid
from ..http.properties import View
from . import settings
from .records import Room
from .rules import NOT_ALLOWED, Rules, kept_title
from .writes import room_number

_DTO = "ASC.Files.ApiModels.RequestDto"
_CHANGE = binding.record(f"{_DTO}.UpdateRoomRequest", {"title": binding.text, **settings.FIELDS})
_COVER = binding.record(f"{_DTO}.CoverRequestDto", dict.fromkeys(("color", "cover"), binding.text))
_TAGS = binding.record(
    f"{_DTO}.BatchTagsRequestDto",
    {"names": binding.list_of(binding.text, "System.String")},
)
_TAG = binding.record(f"{_DTO}.CreateTagRequestDto", {"name": binding.text})
_QUOTA = binding.record(
    f"{_DTO}.UpdateRoomsQuotaRequestDto",
    {
        "roomIds": binding.list_of(room_number, "System.Int32"),
        "quota": settings.FIELDS["quota"],
    },
)
_COLOR = frozenset("0123456789abcdefABCDEF")


def change_room(call: Call) -> View:
    """PUT files/rooms/{id}"""
    sent = call.body(_CHANGE, "")
    settings.demand_valid(sent, "UpdateRoom.")
    room = call.world.rooms.find(int(call.path["id"]))
    if room is None:
        raise failures.invalid_operation("The required folder was not found")
    _rules(call).demand_editable(room)
    settings.demand_cover(sent)
    call.portal.demand_room_space(sent.get("quota"))
    return _changed(call, room, sent)


def set_cover(call: Call) -> View:
    """POST files/rooms/{id}/cover"""
    sent = call.body(_COVER, "")
    if sent.get("color") and not (len(sent["color"]) == 6 and set(sent["color"]) <= _COLOR):
        raise Invalid("Color", "The field Color must match the regular expression.")
    room = call.world.rooms.find(int(call.path["id"]))
    if room is None:
        raise failures.no_such_record()
    _rules(call).demand_editable(room)
    settings.demand_cover(sent)
    return _changed(call, room, sent)


def delete_logo(call: Call) -> View:
    """DELETE files/rooms/{id}/logo: the drawn one stays."""
    room = _rules(call).seen(int(call.path["id"]))
    _rules(call).demand_editable(room)
    return _shown(call, room)


def reorder(call: Call) -> View:
    """PUT files/rooms/{id}/reorder"""
    return delete_logo(call)


def add_tags(call: Call) -> View:
    """PUT files/rooms/{id}/tags: unknown ones are made."""
    return _set_tags(call, lambda tags, names: [*tags, *(n for n in names if n not in tags)])


def remove_tags(call: Call) -> View:
    """DELETE files/rooms/{id}/tags"""
    return _set_tags(call, lambda tags, names: [tag for tag in tags if tag not in names])


def create_tag(call: Call) -> str:
    """POST files/tags"""
    name = call.body(_TAG, "").get("name") or ""
    if not call.caller.may_own_rooms:
        raise failures.access_denied()
    call.world.rooms.add_tag(name)
    return str(name)


def delete_tags(call: Call) -> None:
    """DELETE files/tags"""
    names = call.body(_TAGS, "").get("names") or []
    if not call.caller.is_admin:
        raise failures.access_denied()
    for name in names:
        call.world.rooms.delete_tag(name)


def set_quota(call: Call) -> Stream:
    """PUT files/rooms/roomquota"""
    sent = call.body(_QUOTA, "")
    call.portal.demand_room_space(sent.get("quota"))
    return _set_quotas(call, sent.get("roomIds") or [], sent.get("quota"))


def reset_quota(call: Call) -> Stream:
    """PUT files/rooms/resetquota"""
    return _set_quotas(call, call.body(_QUOTA, "").get("roomIds") or [], None)


def _set_quotas(call: Call, numbers: list[int], quota: int | None) -> Stream:
    rooms = []
    for number in numbers:
        room = call.world.rooms.find(number)
        if room is None:
            raise failures.null_reference()
        if not _rules(call).access.manages(room, call.caller):
            raise failures.invalid_operation(NOT_ALLOWED)
        rooms.append(room)
    if call.world.settings.values.room_quota_enabled:
        for room in rooms:
            call.world.rooms.change(room, quota=settings.quota(quota))
    return Stream([_shown(call, room) for room in rooms])


def _set_tags(call: Call, change: t.Callable[[list[str], list[str]], list[str]]) -> View:
    names = call.body(_TAGS, "").get("names") or []
    room = call.world.rooms.find(int(call.path["id"]))
    if room is None:
        raise failures.not_found("The required folder was not found")
    _rules(call).demand_taggable(room)
    return _changed(call, room, {"tags": change(room.settings.tags, names)}, edits=False)


def _changed(call: Call, room: Room, sent: dict[str, t.Any], edits: bool = True) -> View:
    rooms, me = call.world.rooms, call.caller.id
    call.work.rooms = costs.CHANGE_ROOM
    found = settings.changes(sent, room.settings)
    if sent.get("quota") is not None and call.world.settings.values.room_quota_enabled:
        found["quota"] = settings.quota(sent["quota"])
    before, former = copy.deepcopy(room.settings), room.title
    title = kept_title(sent["title"]) if (sent.get("title") or "").strip() else former
    if title != former:
        rooms.note(room, "RoomRenamed", me, oldTitle=former, newTitle=title, id=room.id)
    for action, data in settings.events(before, found):
        named = {} if action.endswith(("Tags", "Changed")) else {"title": title, "id": room.id}
        rooms.note(room, action, me, **named, **data)
    rooms.change(room, title, **found)
    if edits and (title != former or found):
        rooms.edited(room, me)
    return _shown(call, room)


def _shown(call: Call, room: Room) -> View:
    return room_views.room(call.world, room, call.caller)


def _rules(call: Call) -> Rules:
    return background.room_rules(call.world, call.caller)
