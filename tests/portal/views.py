# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Views that take more than one noun: people with their groups, groups and keys with people."""

from __future__ import annotations

from .groups import views as groups
from .groups.members import visible_members
from .groups.records import Group
from .http.properties import View
from .keys import views as keys
from .keys.records import ApiKey
from .people import views as people
from .people.records import LOST, Person
from .rooms import views as rooms
from .rooms.entrance import Entrance
from .rooms.records import Room, Share
from .world import World


def full_person(world: World, person: Person, with_groups: bool = True) -> View:
    """The long form; without the groups only where `fields` leaves them out anyway."""
    theirs = world.groups.of(person.id)
    for group in theirs:
        groups.demand_one_manager(group)
    shown = [group_of_person(world, each) for each in theirs if with_groups]
    settings = world.settings.values
    quota = people.quota(person, settings.quota_default) if settings.quota_enabled else {}
    return people.full(person, shown, quota)


def group_of_person(world: World, group: Group) -> View:
    """A group as it stands in a person."""
    return groups.summary(group, world.people[group.manager].user_name if group.manager else None)


def group_with_count(world: World, group: Group) -> View:
    """A group with the number of its members only."""
    groups.demand_one_manager(group)
    manager = full_person(world, world.people[group.manager]) if group.manager else None
    return groups.full(group, manager, None, len(visible_members(group, world.people)))


def group_with_members(
    world: World, group: Group, members: list[str], with_groups: bool = True
) -> View:
    """A group with these members."""
    groups.demand_one_manager(group)

    def shown(person_id: str) -> View:
        return full_person(world, world.people[person_id], with_groups)

    manager = shown(group.manager) if group.manager else None
    return groups.full(group, manager, [shown(id) for id in members], len(members))


def api_key(world: World, key: ApiKey) -> View:
    """A key with its owner."""
    return keys.full(key, people.short(world.people.get(key.user) or LOST))


def somebody(world: World, person_id: str) -> View:
    """The short form of somebody who may be gone."""
    return people.short(world.people.get(person_id) or LOST)


def room(world: World, room: Room, viewer: Person, listed: bool = False) -> View:
    """A room as somebody sees it, alone or in the list of rooms."""
    sight = _sight(world, room, viewer, listed)
    owner = somebody(world, room.owner)
    view = rooms.full(room, sight, owner, somebody(world, room.editor))
    share = room.shares.get(viewer.id)
    if listed or share:
        giver = somebody(world, share.giver if share else LOST.id)
        view.update(sharedBy=giver, ownedBy=owner)
    if listed:
        view["parentRoomType"] = room.root[1]
    return view


def section(world: World, root: tuple[int, int, str], viewer: Person) -> View:
    """A section of rooms; those who may have rooms make them there."""
    allowed = {"Read", "Create", "MoveTo"} if viewer.may_own_rooms else {"Read"}
    portal_owner = next(person.id for person in world.people if person.is_owner)
    view = rooms.section(root, somebody(world, portal_owner), allowed)
    return {**view, "parentRoomType": root[1]}


def subject(world: World, subject_id: str, share: Share) -> View:
    """A person, or a group, that has an entry in a room."""
    group = world.groups.find(subject_id) if share.is_group else None
    if group:
        return group_with_count(world, group)
    return full_person(world, world.people.get(subject_id) or LOST)


def _sight(world: World, room: Room, viewer: Person, listed: bool) -> rooms.Sight:
    entrance = Entrance(world.groups)
    access = (entrance.listed if listed else entrance.access)(room, viewer) or 0
    owner = room.owner == viewer.id and access == 0
    return rooms.Sight(access, owner, viewer.is_admin, entrance.is_in(room, viewer))
