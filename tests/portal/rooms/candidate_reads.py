# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The calls that read who could be let into a room, and who is in by a group."""

from __future__ import annotations

from .. import background, room_views
from ..call import Call
from ..collation import fold
from ..groups import search
from ..http import failures
from ..http.envelope import Page
from ..http.guid import ZERO
from ..http.paging import Paging
from ..http.properties import View, given
from ..people.records import GUEST, Person
from ..people.search import PeopleFilter, find_people
from ..views import full_person, group_with_count
from .records import MANAGER, Room, Share


def list_groups(call: Call) -> Page:
    """GET group/room/{id}: all groups, and whether they are in."""
    page, room = Paging.of(call.query), _room(call)
    text = call.query.text("filterValue")
    found = search.find_groups(call.world.groups, text, ZERO, as_manager=False)
    everyone = call.world.groups.get(call.world.groups.system_id("Everyone"))
    found += [everyone] if fold(text.strip()) in fold(everyone.name) else []
    hides = call.query.flag("excludeShared")
    found = [group for group in found if not (hides and group.id in room.shares)]
    found.sort(key=lambda group: (fold(group.name), group.id))
    views = [(group, group_with_count(call.world, group)) for group in page.cut(found)]
    rows = [{**view, "shared": group.id in room.shares} for group, view in views]
    return Page(rows, len(found), len(rows))


def list_people(call: Call) -> Page:
    """GET people/room/{id}: everybody, and whether they have an entry of their own."""
    page, room = Paging.of(call.query), _room(call)
    wanted = PeopleFilter(text=call.query.text("filterValue"))
    found = find_people(call.world.people, wanted, call.caller)
    hides, only = call.query.flag("excludeShared"), call.query.flag("includeShared")

    def shared(person: Person) -> bool:
        return person.id in room.shares or person.id == room.owner

    found = [each for each in found if not (shared(each) if hides else only and not shared(each))]
    found.sort(key=lambda each: (each.activation, fold(each.first_name), each.id))
    rows = [
        {**full_person(call.world, person), "shared": shared(person)} for person in page.cut(found)
    ]
    return Page(rows, len(found), len(rows))


def list_members(call: Call) -> Page:
    """GET files/folder/{id}/group/{group}/share: the members of a group that is in."""
    page = Paging.of(call.query)
    room = call.world.rooms.find(int(call.path["id"]))
    if room is None:
        raise failures.not_found("Item not found")
    rules = background.room_rules(call.world, call.caller)
    if call.caller.type == GUEST:
        raise failures.access_denied()
    if rules.access.level(room, call.caller) is None:
        return Page([], 0, 0)
    group = call.world.groups.find(call.path["group"])
    members = [call.world.people[id] for id in group.members] if group else []
    text = fold(call.query.text("filterValue").strip())
    members = [person for person in members if text in fold(person.display_name)]
    members.sort(key=lambda person: (fold(person.first_name), fold(person.display_name)))
    share = room.shares.get(call.path["group"])
    shown = page.cut(members)
    edits = rules.access.manages(room, call.caller)
    rows = [_member(call, room, share, person, edits) for person in shown] if share else []
    return Page(rows, len(members), len(shown))


def _member(call: Call, room: Room, share: Share, person: Person, edits: bool) -> View:
    own, owner = room.shares.get(person.id), person.id == room.owner
    level = MANAGER if owner else own.access if own else None
    return {
        "user": room_views.member(call.world, person, call.caller),
        "groupAccess": share.access,
        **given(userAccess=level),
        "overridden": level is not None,
        "canEditAccess": edits and not owner,
        "owner": owner,
    }


def _room(call: Call) -> Room:
    room = call.world.rooms.find(int(call.path["id"]))
    if room is None:
        raise failures.not_found("Item not found")
    rules = background.room_rules(call.world, call.caller)
    if rules.access.level(room, call.caller) is None:
        raise failures.access_denied()
    return room
