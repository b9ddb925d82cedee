# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The calls that read rooms."""

from __future__ import annotations

import collections.abc as c

from .. import background, room_views
from ..call import Call
from ..collation import fold
from ..http import failures
from ..http.envelope import Page, Stream
from ..http.paging import Paging
from ..http.properties import View
from ..jobs.records import RUNNING, Job
from .records import ACTIVE_ROOT, ARCHIVE_ROOT, AREAS, READ_WRITE, ROOM_TYPES, Room, Share
from .share_views import entry, rank, target
from .views import operation

_BOTH, _PEOPLE, _GROUPS = 0, 16, 32
_LINKS = {str(number): number for number in range(1, 16)}
_SHOWN = {"UserOrGroup": _BOTH, "User": _PEOPLE, "Group": _GROUPS, "Link": 15, **_LINKS}
_MOVE = 0
_VALID, _INVALID = 0, 1


def list_rooms(call: Call) -> View:
    """GET files/rooms"""
    page = Paging.of(call.query)
    if page.start < 0:
        raise failures.out_of_range("from", page.start)
    area = call.query.choice("searchArea", AREAS) or 0
    found = [room for room in _wanted(call, area) if _listed(call, room) is not None]
    # By the title, or by the last change, of which the number is as good as any sign.
    by_title = page.sort_by == "az"
    found.sort(
        key=lambda room: (fold(room.title), room.id) if by_title else (room.id,),
        reverse=page.descending if by_title else call.query.text("sortOrder") != "ascending",
    )
    rows = page.cut(found)
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
    """GET files/rooms/{id}"""
    room = background.room_rules(call.world, call.caller).seen(int(call.path["id"]))
    return {**room_views.room(call.world, room, call.caller), "isFavorite": False}


def list_shares(call: Call) -> Page:
    """GET files/rooms/{id}/share"""
    page = Paging.of(call.query)
    shown = call.query.choice("filterType", _SHOWN) or _BOTH
    text = fold(call.query.text("filterValue").strip())
    room = call.world.rooms.find(int(call.path["id"]))
    if room is None:
        raise failures.not_found("Item not found")
    rules = background.room_rules(call.world, call.caller)
    if rules.access.level(room, call.caller) is None:
        return Page([], 0, 0)
    rows = [row for row in _shares(call, room) if shown in (_BOTH, _kind(row))]
    found = [row for row in rows if text in fold(_name(row))]
    start = max(page.start, 0)
    rows = found[start : start + page.count]
    return Page(rows, len(found), min(len(found) - start, page.count))


def read_log(call: Call) -> Page:
    """GET files/folder/{id}/log: the history of a room."""
    page = Paging.of(call.query)
    room = background.room_rules(call.world, call.caller).seen(int(call.path["id"]))
    events = sorted(room.events, key=lambda event: -event.number)
    shown = [room_views.event(call.world, room, event) for event in events]
    rows: list[View] = []
    # What one person does of one kind in one go is one row.
    for view in shown:
        if rows and all(rows[-1][name] == view[name] for name in ("action", "initiator")):
            rows[-1]["related"].append({n: v for n, v in view.items() if n != "related"})
        else:
            rows.append(view)
    return Page(page.cut(rows), len(events), len(events))


def list_operations(call: Call) -> Stream:
    """GET files/fileops: what the caller started; what is over is shown once."""
    shown = []
    for job in call.world.jobs.operations_of(call.caller.id):
        background.poll(call.world, job.kind, job.subject)
        job.is_completed = job.is_completed or job.status != RUNNING
        if job.is_completed:
            call.world.jobs.drop(job)
        if not (job.is_completed and job.deletes):
            shown.append(operation_of(job))
    return Stream(shown)


def link_target(call: Call, token: str) -> str | None:
    """Where the short address of a link into a room leads, if it is one."""
    found = call.world.rooms.by_link(token)
    return target(found[1], call.origin) if found else None


def confirm_link(call: Call, key: str) -> View | None:
    """Whether a link leads into a room; not while who made it is disabled."""
    found = call.world.rooms.by_link(key)
    if found is None:
        return None
    room, link = found
    maker = call.world.people.get(link.maker)
    if maker and maker.is_disabled:
        return {"result": _INVALID, "isAgent": False}
    return {"result": _VALID, "roomId": str(room.id), "title": room.title, "isAgent": False}


def operation_of(job: Job) -> View:
    """A job as an operation on files."""
    done = int(job.is_completed)
    return operation(job.id, _MOVE, 100 * done, done, job.is_completed)


def shares_of(call: Call, room: Room, subjects: c.Iterable[str]) -> list[View]:
    """The entries of these, in order."""
    rules = background.room_rules(call.world, call.caller)
    manages = rules.access.manages(room, call.caller)
    owner = Share(READ_WRITE, room.owner)
    shares = [(id, owner if id == room.owner else room.shares[id]) for id in subjects]
    named = [(id, share, room_views.subject(call.world, id, share)) for id, share in shares]
    named.sort(
        key=lambda each: (*rank(each[1], each[0] == room.owner, each[2]), fold(_title(each[2])))
    )
    return [
        entry(share, shown, id == room.owner, id == call.caller.id, manages)
        for id, share, shown in named
    ]


def _wanted(call: Call, area: int) -> c.Iterator[Room]:
    query = call.query
    subject, owner = query.identifier("subjectId"), query.identifier("subjectOwnerId")
    excluded, text = query.flag("excludeSubject"), fold(query.text("filterValue").strip())
    types = query.choices("type", ROOM_TYPES)
    for room in call.world.rooms:
        in_area = area == AREAS["Any"] or area == AREAS["Archive" if room.archived else "Active"]
        named = subject is None or (_is_about(room, subject) != excluded)
        of_owner = owner is None or room.owner == owner
        of_type = not types or room.type in types
        if in_area and named and of_owner and of_type and text in fold(room.title):
            yield room


def _is_about(room: Room, subject: str) -> bool:
    links = (link.id for link in room.links)
    return subject == room.owner or subject in room.shares or subject in links


def _listed(call: Call, room: Room) -> int | None:
    return background.room_rules(call.world, call.caller).access.listed(room, call.caller)


def _shares(call: Call, room: Room) -> list[View]:
    world = call.world
    there = [room.owner]
    for id, share in room.shares.items():
        group = world.groups.find(id) if share.is_group else None
        # Of the built-in groups the server shows only that of all people.
        if id in world.people or (group and group.system in (None, "Everyone")):
            there.append(id)
    return shares_of(call, room, there)


def _kind(row: View) -> int:
    return _GROUPS if row["subjectType"] == 2 else _PEOPLE


def _title(subject: View) -> str:
    return str(subject.get("displayName") or subject.get("name"))


def _name(row: View) -> str:
    return _title(row["sharedTo"])
