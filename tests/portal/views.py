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
