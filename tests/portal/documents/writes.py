# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The calls that make and share documents."""

from __future__ import annotations

import typing as t

from .. import background, room_views
from ..call import Call
from ..http import binding, failures
from ..http.envelope import Stream
from ..http.properties import View
from ..jobs.records import DELETE
from ..rooms import records as levels
from ..rooms.operation_reads import operation_of
from ..rooms.records import Share
from ..rooms.rules import no_level
from ..rooms.share_views import entry
from ..rooms.writes import access as access_level
from ..rooms.writes import start
from .reads import access, access_in_room
from .records import MINE, Document, Grant
from .rules import Rules

_DTO = "ASC.Files.ApiModels.RequestDto"
_TEXT = binding.record(
    f"{_DTO}.CreateTextOrHtmlFile", {"title": binding.text, "content": binding.text}
)
_DELETION = binding.record(f"{_DTO}.DeleteFolder", {"deleteAfter": binding.truth})
_FOLDER = binding.record(f"{_DTO}.CreateFolder", {"title": binding.text})
_SHARE = binding.record(
    f"{_DTO}.SecurityInfoSimpleRequestDto",
    {
        "share": binding.list_of(
            binding.record(
                f"{_DTO}.FileShareParams",
                {"shareTo": binding.identifier, "access": access_level},
            ),
            f"{_DTO}.FileShareParams",
        )
    },
)


def create_own_text(call: Call) -> View:
    """POST files/@my/text"""
    return _create_text(call, MINE)


def create_text(call: Call) -> View:
    """POST files/{id}/text"""
    return _create_text(call, _place(call))


def create_folder(call: Call) -> View:
    """POST files/folder/{id}"""
    title = call.body(_FOLDER, "").get("title") or ""
    parent = _place(call)
    made = call.world.documents.add_folder(title, parent, call.caller.id)
    _note(call, made, "FolderCreated", title=title, id=made.id, type=0)
    return room_views.document(call.world, made, call.caller)


def rename_folder(call: Call) -> View:
    """PUT files/folder/{id}"""
    title = call.body(_FOLDER, "").get("title") or ""
    folder = _folder(call, int(call.path["id"]))
    if access(call, folder) not in (0, levels.READ_WRITE, levels.MANAGER):
        raise failures.access_denied()
    former = folder.title
    call.world.documents.rename(folder, title)
    _note(call, folder, "FolderRenamed", oldTitle=former, newTitle=title, id=folder.id)
    return room_views.document(call.world, folder, call.caller)


def delete_folder(call: Call) -> Stream:
    """DELETE files/folder/{id}: of a folder or a room."""
    sent = call.body(_DELETION, "")
    number = int(call.path["id"])
    room = call.world.rooms.find(number)
    if room:
        background.room_rules(call.world, call.caller).demand_deletable(room)
    elif _folder(call, number).maker != call.caller.id:
        raise failures.access_denied()
    return Stream([operation_of(start(call, DELETE, number, bool(sent.get("deleteAfter"))))])


def share_file(call: Call) -> list[View]:
    """PUT files/file/{id}/share: what stands in rooms is not shared with people."""
    call.body(_SHARE, "")
    if call.world.documents.file(int(call.path["id"])) is None:
        raise failures.not_found("The required file was not found")
    raise no_level()


def share_folder(call: Call) -> list[View]:
    """PUT files/folder/{id}/share: with people only; what stands in rooms is not shared so."""
    asked = call.body(_SHARE, "").get("share") or []
    folder = _folder(call, int(call.path["id"]))
    if Rules(call.world.documents).room_of(folder.id):
        raise no_level()
    if folder.maker != call.caller.id:
        raise failures.access_denied()
    shown = []
    for each in asked:
        person_id, level = each.get("shareTo", ""), each.get("access", levels.NONE)
        grant = Grant(level, call.caller.id) if level != levels.NONE else None
        call.world.documents.share(folder, person_id, grant)
        if grant:
            share = Share(level, call.caller.id)
            person = room_views.subject(call.world, person_id, share, call.caller)
            shown.append(entry(share, person, owner=False, own=False, manages=True))
    return shown


def _note(call: Call, folder: Document, action: str, **data: t.Any) -> None:
    """Write into the history of the room in which a folder is."""
    room = call.world.rooms.find(Rules(call.world.documents).room_of(folder.parent))
    if room:
        inner = call.world.documents.folder(folder.parent)
        place = {"parent": folder.parent, "parentTitle": inner.title if inner else room.title}
        call.world.rooms.note(room, action, call.caller.id, **place, **data)


def _create_text(call: Call, parent: int) -> View:
    sent = call.body(_TEXT, "")
    title, size = f"{sent.get('title') or ''}.txt", len((sent.get("content") or "").encode())
    made = call.world.documents.add_file(title, parent, call.caller.id, size)
    return room_views.document(call.world, made, call.caller)


def _place(call: Call) -> int:
    """Where the caller makes something; at the top of their own documents, or in a folder."""
    number = int(call.path["id"])
    if call.world.documents.owner_of(number) == call.caller.id:
        return MINE
    if call.world.documents.folder(number):
        level = access(call, _folder(call, number))
    else:
        level = access_in_room(call, number)
    if level not in (0, levels.READ_WRITE, levels.MANAGER, levels.CREATOR):
        raise failures.invalid_operation("You don't have enough permission to create")
    return number


def _folder(call: Call, number: int) -> Document:
    found = call.world.documents.folder(number)
    if found is None:
        raise failures.not_found("The required folder was not found")
    return found
