# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Views of rooms and documents, with the people and groups that they show."""

from __future__ import annotations

from .documents import views as documents
from .documents.records import FOLDER, MINE, MINE_ROOT, SHARED, SHARED_ROOT, Document
from .documents.rules import Rules as DocumentRules
from .http.properties import View
from .people import views as people
from .people.records import LOST, Person
from .rooms import views as rooms
from .rooms.access import AccessRules
from .rooms.records import FOLDER_TYPES, Event, Room, Share
from .views import full_person
from .world import World


def somebody(world: World, person_id: str) -> View:
    """The short form of somebody who may be gone."""
    return people.short(world.people.get(person_id) or LOST)


def room(world: World, found: Room, viewer: Person, listed: bool = False) -> View:
    """A room as somebody sees it, alone or in the list of rooms."""
    sight = _sight(world, found, viewer, listed)
    owner = somebody(world, found.owner)
    inside = documents.inside(world.documents.below(found.id))
    view = {**rooms.full(found, sight, owner, somebody(world, found.editor)), **inside}
    share = found.shares.get(viewer.id)
    if listed or share:
        giver = somebody(world, share.giver if share else LOST.id)
        view.update(sharedBy=giver, ownedBy=owner)
    if listed:
        view["parentRoomType"] = found.root[1]
    return view


def section(world: World, root: tuple[int, int, str], viewer: Person) -> View:
    """A section of rooms; those who may have rooms make them there."""
    allowed = {"Read", "Create", "MoveTo"} if viewer.may_own_rooms else {"Read"}
    view = rooms.section(root, somebody(world, _portal_owner(world)), allowed)
    return {**view, "parentRoomType": root[1]}


def subject(world: World, subject_id: str, share: Share) -> View:
    """A person, or a group, that has an entry in a room."""
    group = world.groups.find(subject_id) if share.is_group else None
    if group:
        return {"id": group.id, "name": group.name}
    return full_person(world, world.people.get(subject_id) or LOST)


def event(world: World, room: Room, event: Event) -> View:
    """What was done in a room, with those who did it and to whom."""
    given = event.data
    if event.action == "RoomCreated":
        data: View = {"title": room.title, "id": room.id}
    elif event.action == "FolderCreated":
        names = {"title": given["title"], "parentTitle": given["parentTitle"], "id": given["id"]}
        data = {**names, "parentId": given["parent"], "parentType": FOLDER_TYPES[room.type]}
        data["type"] = 0
    else:
        level = rooms.LEVEL_WORDS.get(given["access"], "")
        data = {"user": somebody(world, given["user"]), "access": level}
    return rooms.event(event, somebody(world, event.initiator), data)


def room_as_folder(world: World, found: Room, viewer: Person) -> View:
    """A room with what it holds."""
    view = room(world, found, viewer)
    if view["canShare"]:
        view["isShareable"] = True
    return {**view, "parentRoomType": FOLDER_TYPES[found.type]}


def document(world: World, document: Document, viewer: Person) -> View:
    """A file or folder as somebody sees it: in its room, among their own, or shared with them."""
    maker, editor = somebody(world, document.maker), somebody(world, document.editor)
    grant = document.grants.get(viewer.id)
    place, access = _place(world, document, viewer)
    if document.kind == FOLDER:
        inside = documents.inside(world.documents.below(document.id))
        view = documents.folder(document, access, place, maker, editor, inside)
        view["new"] = int(bool(grant))
    else:
        view = documents.file(document, access, place, maker, editor)
    if grant:
        view.update(sharedBy=somebody(world, grant.giver), ownedBy=maker)
    return view


def own_section(world: World, person_id: str) -> View:
    """The folder that holds somebody's own documents."""
    inside = documents.inside(world.documents.below(MINE, person_id))
    number = world.documents.own(person_id)
    return documents.own(number, MINE_ROOT, somebody(world, person_id), inside)


def shared_section(world: World, found: list[Document]) -> View:
    """The section of what others share."""
    owner = somebody(world, _portal_owner(world))
    return documents.shared(SHARED, SHARED_ROOT, owner, documents.inside(found))


def _sight(world: World, room: Room, viewer: Person, listed: bool) -> rooms.Sight:
    rules = AccessRules(world.groups)
    access = (rules.listed if listed else rules.level)(room, viewer) or 0
    owner = room.owner == viewer.id and access == 0
    return rooms.Sight(access, owner, viewer.is_admin, rules.is_in(room, viewer))


def _place(world: World, document: Document, viewer: Person) -> tuple[documents.Place, int]:
    rules = DocumentRules(world.documents)
    room = world.rooms.find(rules.room_of(document.parent))
    if room:
        kind, rights = FOLDER_TYPES[room.type], rooms.rights_in(room.type)
        place = documents.Place(document.parent, room.root[0], room.root[1], kind, rights)
        level = AccessRules(world.groups).level(room, viewer) or 0
        return place, level
    if viewer.id in document.grants:
        place = documents.Place(SHARED, SHARED, SHARED_ROOT[0])
        return place, document.grants[viewer.id].access
    own = world.documents.own(document.maker)
    return documents.Place(document.parent or own, own, MINE_ROOT[0]), 0


def _portal_owner(world: World) -> str:
    return next(person.id for person in world.people if person.is_owner)
