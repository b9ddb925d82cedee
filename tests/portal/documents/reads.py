# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The calls that read documents."""

from __future__ import annotations

from .. import background, room_views
from ..call import Call
from ..collation import fold
from ..http import failures
from ..http.envelope import Page
from ..http.paging import Paging
from ..http.properties import View
from ..people.records import GUEST
from ..rooms.reads import list_rooms
from ..rooms.records import ACTIVE_ROOT, Room
from ..rooms.share_reads import room_shares
from ..rooms.views import path_part
from .records import FILE, MINE, MINE_ROOT, SHARED, SHARED_ROOT, Document
from .rules import Rules


def own_documents(call: Call) -> View:
    """GET files/@my"""
    return _own(call, call.caller.id)


def shared_documents(call: Call) -> View:
    """GET files/@share"""
    found = call.world.documents.shared_with(call.caller.id)
    # What is new is counted from the second look on.
    new = len(found) if call.world.documents.look(call.caller.id) else 0
    current = {**room_views.shared_section(call.world, found), "new": new}
    path = [{"id": SHARED, "title": SHARED_ROOT[1], "folderType": SHARED_ROOT[0]}]
    return {**_content(call, found, current, path), "new": len(found)}


def get_folder(call: Call) -> View:
    """GET files/{id}: what is in a folder, a room or a section."""
    number = int(call.path["id"])
    if number == ACTIVE_ROOT[0]:
        return list_rooms(call)
    if number == SHARED:
        return shared_documents(call)
    owner = call.world.documents.owner_of(number)
    if owner:
        return _own(call, owner)
    folder = call.world.documents.folder(number)
    return _folder(call, folder) if folder else _room(call, number)


def get_folder_alone(call: Call) -> View:
    """GET files/folder/{id}: a folder or room without what is in it."""
    number = int(call.path["id"])
    folder = call.world.documents.folder(number)
    if folder is None:
        return room_views.room(call.world, _seen_room(call, number), call.caller)
    access(call, folder)
    return room_views.document(call.world, folder, call.caller)


def list_shares(call: Call) -> Page:
    """GET files/folder/{id}/share: of a room, or of the room in which a folder is."""
    number = Rules(call.world.documents).room_of(int(call.path["id"]))
    room = call.world.rooms.find(number)
    if room is None:
        raise failures.not_found("Item not found")
    if call.caller.type == GUEST:
        raise failures.access_denied()
    return room_shares(call, room)


def access(call: Call, folder: Document) -> int:
    """What the caller may do with a folder, wherever it is."""
    number = Rules(call.world.documents).room_of(folder.id)
    if number:
        return access_in_room(call, number)
    found = Rules(call.world.documents).access(folder, call.caller.id)
    if found is None:
        raise failures.invalid_operation(
            "You don't have enough permission to view the folder content"
        )
    return found


def access_in_room(call: Call, number: int) -> int:
    """What the caller may do in a room."""
    room = _seen_room(call, number)
    return background.room_rules(call.world, call.caller).access.level(room, call.caller) or 0


def _own(call: Call, person_id: str) -> View:
    if person_id != call.caller.id:
        raise failures.invalid_operation(
            "You don't have enough permission to view the folder content"
        )
    current = room_views.own_section(call.world, person_id)
    path = [{"id": current["id"], "title": MINE_ROOT[1], "folderType": MINE_ROOT[0]}]
    return _content(call, call.world.documents.inside(MINE, person_id), current, path)


def _room(call: Call, number: int) -> View:
    room = _seen_room(call, number)
    current = room_views.room_as_folder(call.world, room, call.caller)
    return _content(call, call.world.documents.inside(number), current, _room_path(room))


def _folder(call: Call, folder: Document) -> View:
    access(call, folder)
    number = Rules(call.world.documents).room_of(folder.id)
    room = call.world.rooms.find(number)
    current = room_views.document(call.world, folder, call.caller)
    path = _room_path(room) if room else []
    path.append({"id": folder.id, "title": folder.title, "folderType": 0})
    return _content(call, call.world.documents.inside(folder.id), current, path)


def _seen_room(call: Call, number: int) -> Room:
    return background.room_rules(call.world, call.caller).seen(number)


def _room_path(room: Room) -> list[View]:
    number, kind, title = room.root
    return [{"id": number, "title": title, "folderType": kind}, path_part(room)]


def _content(call: Call, found: list[Document], current: View, path: list[View]) -> View:
    page = Paging.of(call.query)
    by_title = page.sort_by == "az"
    found = sorted(
        found,
        key=lambda each: (fold(each.title) if by_title else each.changed, each.id),
        reverse=page.descending or not by_title,
    )
    room = call.world.rooms.find(current["id"]) if "roomType" in current else None
    if room and room.settings.indexing and not page.sort_by:
        found.sort(key=lambda each: (each.kind != FILE, each.id))
    # Folders stand before files.
    found.sort(key=lambda each: each.kind == FILE)
    rows = page.cut(found)
    shown = [(each.kind, room_views.document(call.world, each, call.caller)) for each in rows]
    return {
        "files": [view for kind, view in shown if kind == FILE],
        "folders": [view for kind, view in shown if kind != FILE],
        "current": current,
        "pathParts": path,
        "startIndex": page.start,
        "count": len(rows),
        "total": len(found),
        "new": 0,
    }
