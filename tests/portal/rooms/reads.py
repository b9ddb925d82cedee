# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The calls that read rooms."""

from __future__ import annotations

import collections.abc as c

from .. import background, room_views
from ..call import Call
from ..collation import fold
from ..http import costs, failures
from ..http.envelope import Stream
from ..http.failures import Forbidden, Invalid
from ..http.jsontext import read
from ..http.paging import Paging
from ..http.properties import View
from .covers import COVERS
from .records import (
    ACTIVE_ROOT,
    ARCHIVE_ROOT,
    AREAS,
    ROOM_TYPES,
    Room,
)

_BY_TITLE = "az"
# How many sections are made by who looks first.
_SECTIONS = 3
_ORDERS = (_BY_TITLE, "dateandtime", "type", "tags", "author", "roomtype", "usedspace")


def list_rooms(call: Call) -> View:
    """GET files/rooms"""
    page = Paging.of(call.query)
    if page.start < 0:
        raise failures.out_of_range("from", page.start)
    call.world.rooms.look(call.caller.id, _SECTIONS)
    area = call.query.choice("searchArea", AREAS) or 0
    found = [room for room in _wanted(call, area) if _listed(call, room) is not None]
    sort_by, descending = _order(call, page)
    if sort_by == _BY_TITLE:
        found.sort(key=lambda room: room.id)
        found.sort(key=lambda room: title_key(room.title), reverse=descending)
    else:
        # By the last change, of which the number is as good as any sign.
        found.sort(key=lambda room: room.id, reverse=descending)
    rows = page.cut(found)
    of_subject = costs.OF_SUBJECT if call.query.identifier("subjectId") else 0.0
    call.work.rooms = of_subject + costs.ROOM_ROW * len(rows)
    root = ARCHIVE_ROOT if area == AREAS["Archive"] else ACTIVE_ROOT
    return {
        "files": [],
        "folders": [room_views.room(call.world, room, call.caller, listed=True) for room in rows],
        "current": room_views.section(call.world, root, call.caller),
        "pathParts": [{"id": root[0], "title": root[2], "folderType": root[1]}],
        "startIndex": page.start,
        "count": len(rows),
        "total": len(found),
        "new": 0,
    }


def get_room(call: Call) -> View:
    """GET files/rooms/{id}: also sections and folders, and without a key by a link."""
    number = int(call.path["id"])
    if call.is_anonymous:
        return _room_by_link(call, number)
    if number in (ACTIVE_ROOT[0], ARCHIVE_ROOT[0]):
        root = ACTIVE_ROOT if number == ACTIVE_ROOT[0] else ARCHIVE_ROOT
        return room_views.section(call.world, root, call.caller)
    room = background.room_rules(call.world, call.caller).seen(number)
    call.work.rooms = costs.READ_ROOM
    return {**room_views.room(call.world, room, call.caller), "isFavorite": False}


def no_room(_call: Call) -> View:
    """GET files/rooms/{text}"""
    raise failures.not_found("Selector '' not found")


def list_covers(call: Call) -> Stream:
    """GET files/rooms/covers"""
    if not call.caller.may_own_rooms:
        raise failures.access_denied()
    return Stream([{"id": cover} for cover in COVERS])


def list_tags(call: Call) -> Stream:
    """GET files/tags"""
    page = Paging.of(call.query)
    text = fold(call.query.text("filterValue").strip())
    return Stream(page.cut([tag for tag in call.world.rooms.tags if text in fold(tag)]))


def title_key(text: str) -> list[tuple[bool, bool, str]]:
    """How titles sort: signs before digits, digits before letters."""
    return [(sign.isalnum(), sign.isalpha(), sign) for sign in fold(text)]


def _order(call: Call, page: Paging) -> tuple[str, bool]:
    """How the list is sorted: as it was the last time, if nothing is said."""
    orders, me = call.world.rooms.orders, call.caller.id
    if page.sort_by in _ORDERS:
        orders[me] = (page.sort_by, page.descending)
    return orders.get(me, ("", call.query.text("sortOrder") != "ascending"))


def _room_by_link(call: Call, number: int) -> View:
    room, link = call.world.rooms.find(number), call.world.links.by_token(call.request_token)
    is_open = link and link.is_external and not (link.is_internal or link.is_expired)
    if room is None or link is None or link.holder != room.holder or not is_open:
        if call.has_credential:
            raise Forbidden
        raise failures.ApiError(401, "System error.", None, 0)
    return room_views.room_by_link(call.world, room, link, f"{call.origin}/s/{link.token}")


def _wanted(call: Call, area: int) -> c.Iterator[Room]:
    query = call.query
    subject, owner = query.identifier("subjectId"), query.identifier("subjectOwnerId")
    excluded, text = query.flag("excludeSubject"), fold(query.text("filterValue").strip())
    types, tags = _types(call), _tags(query.text("tags"))
    untagged = query.flag("withoutTags")
    for room in call.world.rooms:
        in_area = _area(room) == area or (area == AREAS["Any"] and not room.is_template)
        named = subject is None or (_is_about(call, room, subject) != excluded)
        of_owner = owner is None or ((room.owner == owner) != excluded)
        of_type = not types or room.type in types
        mine = set(map(fold, room.settings.tags))
        tagged = not (untagged and mine) and (not tags or bool(mine & tags))
        if in_area and named and of_owner and of_type and tagged and text in fold(room.title):
            yield room


def _types(call: Call) -> list[int]:
    try:
        return call.query.choices("type", ROOM_TYPES)
    except Invalid as error:
        message = error.errors["type"][0].replace(" for Type.", ".")
        raise Invalid("type", message) from None


def _tags(text: str) -> set[str]:
    """The tags of a query, of which a room has to have one: a list in JSON."""
    if not text:
        return set()
    try:
        found = read(text)
        if not isinstance(found.value, list):
            raise found.invalid("System.Collections.Generic.IEnumerable`1[System.String]")
        return {fold(str(node.value)) for node in found.value}
    except Invalid as error:
        raise failures.not_readable(error.errors["$"][0]) from None


def _area(room: Room) -> int:
    return AREAS["Templates" if room.is_template else "Archive" if room.archived else "Active"]


def _is_about(call: Call, room: Room, subject: str) -> bool:
    is_link = call.world.links.find(room.holder, subject) is not None
    return subject == room.owner or subject in room.shares or is_link


def _listed(call: Call, room: Room) -> int | None:
    return background.room_rules(call.world, call.caller).access.listed(room, call.caller)
