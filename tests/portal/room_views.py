# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Views of rooms and documents, with the people and groups that they show."""

from __future__ import annotations

import dataclasses

from .documents import views as documents
from .documents.records import FOLDER, MINE, MINE_ROOT, SHARED, SHARED_ROOT, Document
from .documents.rules import Rules as DocumentRules
from .http.properties import View, given
from .links.records import Link
from .people import views as people
from .people.records import GUEST, LOST, USER, Person
from .rooms import history
from .rooms import views as rooms
from .rooms.access import AccessRules
from .rooms.records import FOLDER_TYPES, PUBLIC, Event, Room, Share
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
    rules = AccessRules(world.groups, world.links)
    share, visited = rules.entry(found, viewer), rules.link(found, viewer)
    if visited:
        view.update(rooms.by_link(visited.token, visited.is_expired))
    if listed or share or visited:
        giver = share.giver if share else visited.maker if visited else LOST.id
        first = somebody(world, world.rooms.first_visitor)
        view.update(sharedBy=somebody(world, giver), ownedBy=first)
    if listed:
        view["parentRoomType"] = found.root[1]
    return view


def room_by_link(world: World, found: Room, link: Link, address: str) -> View:
    """A room as somebody without an account sees it."""
    flags = _flags(world, found.holder)
    sight = rooms.Sight(link.access, owner=False, admin=False, is_in=False, by_link=True, **flags)
    view = rooms.full(found, sight, {}, {})
    view |= {"parentId": SHARED, "rootFolderType": SHARED_ROOT[0], "shortWebUrl": address}
    hidden = ("createdBy", "updatedBy")
    shown = {name: value for name, value in view.items() if name not in hidden}
    return {**shown, **rooms.by_link(link.token, link.is_expired), "isFavorite": False}


def section(world: World, root: tuple[int, int, str], viewer: Person) -> View:
    """A section of rooms; those who may have rooms make them there."""
    allowed = {"Read", "Create", "MoveTo"} if viewer.may_own_rooms else {"Read"}
    view = rooms.section(root, somebody(world, portal_owner(world)), allowed)
    return {**view, "parentRoomType": root[1]}


def subject(world: World, subject_id: str, share: Share, viewer: Person) -> View:
    """A person, or a group, that has an entry in a room."""
    group = world.groups.find(subject_id) if share.is_group else None
    if group:
        manager = world.people.get(group.manager) if group.manager else None
        return {
            "id": group.id,
            "name": group.name,
            **given(manager=manager.user_name if manager else None),
            **given(isSystem=True if group.system else None),
        }
    return member(world, world.people.get(subject_id) or LOST, viewer)


def member(world: World, person: Person, viewer: Person) -> View:
    """Somebody in a room, in the long form.

    Users and guests see no groups, administrators who made the account.
    """
    view = full_person(world, person)
    if viewer.type in (USER, GUEST):
        view = {n: value for n, value in view.items() if n not in ("groups", "department")}
    if person is LOST:
        view |= {"firstName": "Unknown", "lastName": "Unknown"}
    if person.is_admin:
        view["listAdminModules"] = ["files"]
    if viewer.is_admin and not person.is_owner and person is not LOST:
        view["createdBy"] = somebody(world, person.made_by or portal_owner(world))
    return view


def event(world: World, room: Room, event: Event) -> View:
    """What was done in a room, with those who did it and to whom."""
    return history.row(event, somebody(world, event.initiator), _event_data(world, room, event))


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
    flags = _flags(world, document.key)
    view.update(shared=flags["shared"], sharedExternal=flags["shared_openly"])
    room = world.rooms.find(DocumentRules(world.documents).room_of(document.parent))
    if room:
        view["parentShared"] = _flags(world, room.holder)["shared_openly"]
        if room.settings.indexing:
            view["order"] = world.documents.order(document)
    return view


def own_section(world: World, person_id: str) -> View:
    """The folder that holds somebody's own documents."""
    inside = documents.inside(world.documents.below(MINE, person_id))
    number = world.documents.own(person_id)
    return documents.own(number, MINE_ROOT, somebody(world, person_id), inside)


def shared_section(world: World, found: list[Document]) -> View:
    """The section of what others share."""
    owner = somebody(world, portal_owner(world))
    return documents.shared(SHARED, SHARED_ROOT, owner, documents.inside(found))


def _event_data(world: World, room: Room, event: Event) -> View:
    given = dict(event.data)
    data: View = {}
    for name, shown in (("user", "user"), ("owner", "owner"), ("old_owner", "oldOwner")):
        if name in given:
            data[shown] = somebody(world, given.pop(name))
    if "group" in given:
        group = world.groups.find(given.pop("group"))
        if group:
            is_system = group.system is not None
            data["group"] = {"id": group.id, "name": group.name, "isSystem": is_system}
    for name, shown in (("access", "access"), ("old_access", "oldAccess")):
        if name in given:
            data[shown] = history.LEVELS.get(given.pop(name), "")
    if "parent" in given:
        data |= {"parentId": given.pop("parent"), "parentType": FOLDER_TYPES[room.type]}
    if "lifetime" in given:
        data["lifeTime"] = given.pop("lifetime")
    return {**data, **given}


def _sight(world: World, room: Room, viewer: Person, listed: bool) -> rooms.Sight:
    rules = AccessRules(world.groups, world.links)
    settings = world.settings.values
    return rooms.Sight(
        (rules.listed if listed else rules.level)(room, viewer) or 0,
        owner=room.owner == viewer.id,
        admin=viewer.is_admin,
        is_in=rules.is_in(room, viewer),
        listed=listed,
        by_link=rules.link(room, viewer) is not None,
        quota=settings.room_quota_default if settings.room_quota_enabled else None,
        pinned=viewer.id in room.pinned_by,
        **_flags(world, room.holder),
    )


def _flags(world: World, holder: str) -> dict[str, bool]:
    external = [link for link in world.links.of(holder) if link.is_external]
    is_open = any(not link.is_internal for link in external)
    return {"shared": bool(external), "shared_openly": is_open}


def _place(world: World, document: Document, viewer: Person) -> tuple[documents.Place, int]:
    rules = DocumentRules(world.documents)
    room = world.rooms.find(rules.room_of(document.parent))
    if room:
        kind, rights = FOLDER_TYPES[room.type], rooms.rights_in(room.type)
        place = documents.Place(document.parent, room.root[0], room.root[1], kind, rights)
        if room.type == PUBLIC:
            place = dataclasses.replace(place, links=rooms.LINKS[PUBLIC])
        level = AccessRules(world.groups, world.links).level(room, viewer) or 0
        return place, level
    if viewer.id in document.grants:
        place = documents.Place(SHARED, SHARED, SHARED_ROOT[0])
        return place, document.grants[viewer.id].access
    own = world.documents.own(document.maker)
    return documents.Place(document.parent or own, own, MINE_ROOT[0]), 0


def portal_owner(world: World) -> str:
    return next(person.id for person in world.people if person.is_owner)
