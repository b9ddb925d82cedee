# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The calls that read who is in a room, and which links lead there."""

from __future__ import annotations

import collections.abc as c
import typing as t

from .. import background, link_places, room_views
from ..call import Call
from ..collation import fold
from ..http import costs, failures
from ..http.envelope import Page
from ..http.paging import Paging
from ..http.properties import View
from ..links import views as links
from ..links.records import Link
from .records import READ_WRITE, STRENGTH, VARIES, Room, Share
from .share_views import entry, rank, rank_of_person

_BOTH, _PEOPLE, _GROUPS = 0, 16, 32
INVITATIONS, EXTERNAL, _ADDITIONAL, _PRIMARY, ALL_LINKS = 1, 2, 4, 8, 15
_LINKS = {str(number): number for number in range(1, 16)}
_SHOWN = {"UserOrGroup": _BOTH, "User": _PEOPLE, "Group": _GROUPS, "Link": ALL_LINKS, **_LINKS}


def list_shares(call: Call) -> Page:
    """GET files/rooms/{id}/share"""
    room = call.world.rooms.find(int(call.path["id"]))
    if room is None:
        raise failures.not_found("Item not found")
    return room_shares(call, room)


def room_shares(call: Call, room: Room) -> Page:
    """Who is in a room, or its links, as the query wants it; others than members see nobody."""
    page = Paging.of(call.query)
    shown = call.query.choice("filterType", _SHOWN) or _BOTH
    text = fold(call.query.text("filterValue").strip())
    rules = background.room_rules(call.world, call.caller)
    if rules.access.level(room, call.caller) is None:
        return Page([], 0, 0)
    if shown & ALL_LINKS:
        found = link_rows(call, room, shown)
    else:
        rows = [row for row in _shares(call, room, shown) if shown in (_BOTH, _kind(row))]
        found = [row for row in rows if any(text in fold(part) for part in _texts(row))]
    start = max(page.start, 0)
    rows = found[start : start + page.count]
    of_links = shown & ALL_LINKS
    call.work.rooms = costs.READ_LINKS if of_links else costs.SHARE_ROW * len(rows)
    return Page(rows, len(found), min(len(found) - start, page.count))


def shares_of(call: Call, room: Room, subjects: c.Iterable[str]) -> list[View]:
    """The entries of these, in order, without those of deleted groups."""
    found = [(id, room.shares[id]) for id in subjects]
    there = call.world.groups.find
    return _entries(call, room, [(id, s) for id, s in found if not s.is_group or there(id)])


def merged_shares(call: Call, rooms: list[Room]) -> list[View]:
    """The entries of several rooms as one list by name; levels that differ are shown as such."""
    merged: dict[str, View] = {}
    levels: dict[str, list[int]] = {}
    for room in rooms:
        there = [(room.owner, Share(READ_WRITE, room.owner)), *room.shares.items()]
        for row in _entries(call, room, there):
            id = row["sharedTo"]["id"]
            merged[id] = {**row, "isLocked": id == call.caller.id}
            levels.setdefault(id, []).append(row["access"])
    for id, row in merged.items():
        is_same = len(levels[id]) == len(rooms) and len(set(levels[id])) == 1
        row["access"] = levels[id][0] if is_same else VARIES
    return sorted(merged.values(), key=lambda row: (not row["isOwner"], _name(row)))


def link_view(call: Call, room: Room, link: Link) -> View:
    """A link to a room as the caller sees it."""
    rules = background.room_rules(call.world, call.caller)
    edits = rules.access.manages(room, call.caller)
    zone = call.world.settings.values.time_zone
    return links.full(link, link_places.of_room(room), edits, call.origin, zone)


def link_rows(call: Call, room: Room, kinds: int) -> list[View]:
    """The links of these kinds that the caller may see, the stronger levels first."""
    rules = background.room_rules(call.world, call.caller)
    seen = rules.access.reads_links(room, call.caller)
    found = [link for link in call.world.links.of(room.holder) if _link_kind(link) & kinds]
    if not seen:
        # Everybody who is in an active room sees the primary one if they ask for it alone.
        only = kinds == _PRIMARY and not room.archived
        found = [link for link in found if only and link.is_primary]
    # Where all external ones are asked for, the primary one comes first.
    first = kinds == EXTERNAL
    found.sort(key=lambda link: (first and not link.is_primary, STRENGTH.index(link.access)))
    return [link_view(call, room, link) for link in found]


def _link_kind(link: Link) -> int:
    if not link.is_external:
        return INVITATIONS
    return EXTERNAL | (_PRIMARY if link.is_primary else _ADDITIONAL)


def _entries(
    call: Call, room: Room, shares: list[tuple[str, Share]], only_people: bool = False
) -> list[View]:
    rules = background.room_rules(call.world, call.caller)
    manages = rules.access.manages(room, call.caller)
    named = [
        (id, share, room_views.subject(call.world, id, share, call.caller)) for id, share in shares
    ]

    def key(each: tuple[str, Share, View]) -> tuple[t.Any, ...]:
        is_first = each[0] == room.owner and each[1].access == READ_WRITE
        order = rank_of_person if only_people else rank
        return (*order(each[1], is_first, each[2]), fold(_title(each[2])))

    named.sort(key=key)
    return [
        entry(share, shown, id == room.owner, id == call.caller.id, manages)
        for id, share, shown in named
    ]


def _shares(call: Call, room: Room, shown: int) -> list[View]:
    world = call.world
    there = [(room.owner, Share(READ_WRITE, room.owner))]
    for id, share in room.shares.items():
        group = world.groups.find(id) if share.is_group else None
        # Of the built-in groups the server shows only that of all people.
        if id in world.people or (group and group.system in (None, "Everyone")):
            there.append((id, share))
    return _entries(call, room, there, only_people=shown == _PEOPLE)


def _kind(row: View) -> int:
    return _GROUPS if row["subjectType"] == 2 else _PEOPLE


def _title(subject: View) -> str:
    return str(subject.get("displayName") or subject.get("name") or subject.get("title"))


def _name(row: View) -> str:
    return _title(row["sharedTo"])


def _texts(row: View) -> list[str]:
    """What is searched: the names and addresses of people, and the names of groups."""
    subject = row["sharedTo"]
    parts = (subject.get(name) for name in ("name", "firstName", "lastName", "email"))
    return [part for part in parts if part]
