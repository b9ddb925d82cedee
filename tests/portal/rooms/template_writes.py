# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The calls that make templates of rooms, and rooms from templates, one at a time."""

from __future__ import annotations

import typing as t

from .. import background
from ..call import Call
from ..http import binding, failures
from ..http.properties import View
from ..jobs.records import FROM_TEMPLATE, TEMPLATE, Job
from . import settings
from .records import READ, Room, Share
from .writes import room_number

_DTO = "ASC.Files.ApiModels.RequestDto"
_TEXTS = binding.list_of(binding.text, "System.String")
_TEMPLATE = binding.record(
    f"{_DTO}.RoomTemplateDto",
    {
        "roomId": room_number,
        "title": binding.text,
        "share": _TEXTS,
        "groups": binding.guids,
        "public": binding.flag,
        "tags": _TEXTS,
        "color": binding.text,
        "quota": settings.FIELDS["quota"],
    },
    required=["roomId"],
)
_FROM_TEMPLATE = binding.record(
    f"{_DTO}.CreateRoomFromTemplateDto",
    {"templateId": room_number, "title": binding.text, **settings.FIELDS},
    required=["templateId", "title"],
)
_PUBLIC = binding.record(
    f"{_DTO}.SetPublicDto", {"id": room_number, "public": binding.flag}, required=["id"]
)


def start_template(call: Call) -> View:
    """POST files/roomtemplate"""
    return _start(call, TEMPLATE, call.body(_TEMPLATE, ""))


def start_room(call: Call) -> View:
    """POST files/rooms/fromtemplate"""
    return _start(call, FROM_TEMPLATE, call.body(_FROM_TEMPLATE, ""))


def template_status(call: Call) -> View | None:
    """GET files/roomtemplate/status"""
    return _status(call, TEMPLATE)


def room_status(call: Call) -> View | None:
    """GET files/rooms/fromtemplate/status"""
    return _status(call, FROM_TEMPLATE)


def is_public(call: Call) -> bool:
    """GET files/roomtemplate/{id}/public"""
    return _everyone(call) in _managed(call, int(call.path["id"])).shares


def set_public(call: Call) -> None:
    """PUT files/roomtemplate/public: sent once more it ends; ordinary rooms are opened, too.

    Whoever else is in is put out.
    """
    sent = call.body(_PUBLIC, "")
    room, everyone = _managed(call, sent["id"]), _everyone(call)
    opens = sent.get("public", False) and everyone not in room.shares
    for id in list(room.shares) if opens else [everyone]:
        call.world.rooms.share(room, id, None)
    if opens:
        call.world.rooms.share(room, everyone, Share(READ, call.caller.id, is_group=True))


def _start(call: Call, kind: str, sent: dict[str, t.Any]) -> View:
    settings.demand_valid(sent)
    settings.demand_cover(sent)
    return _shown(call.start(Job(kind, "", call.caller.id, wanted=sent)))


def _status(call: Call, kind: str) -> View | None:
    job = background.poll(call.world, kind, "")
    return _shown(job) if job else None


def _shown(job: Job) -> View:
    return {
        "templateId" if job.kind == TEMPLATE else "roomId": job.made,
        "progress": 100 if job.is_completed and not job.error else 0,
        "error": job.error,
        "isCompleted": job.is_completed,
    }


def _managed(call: Call, number: int) -> Room:
    room = call.world.rooms.find(number)
    if room is None:
        raise failures.not_found("Item not found")
    if not background.room_rules(call.world, call.caller).access.manages(room, call.caller):
        raise failures.access_denied()
    return room


def _everyone(call: Call) -> str:
    return call.world.groups.system_id("Everyone")
