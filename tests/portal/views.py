# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""People, groups and keys as the API shows them."""

from __future__ import annotations

import html
import typing as t

from . import failures
from .guid import ZERO
from .records import ADMIN, GUEST, OWNER, ROOM_ADMIN, USER, ApiKey, Group, Person
from .world import World

_CREATED = "2026-01-15T09:00:00.0000000Z"
_EXPIRED = "2026-01-16T09:00:00.0000000Z"
_SYSTEM_CATEGORY = "7717039d-fbe9-45ad-81c1-68a1aa10ce1f"
_ENCODED = {code: f"&#{code};" for code in range(160, 256)}

View = dict[str, t.Any]


def simple_person(person: Person) -> View:
    """The short form; there is no address in it."""
    return {
        "id": person.id,
        "displayName": person.display_name,
        "hasAvatar": False,
        "isAnonim": False,
    }


def full_person(world: World, person: Person, with_groups: bool = True) -> View:
    """The long form; without the groups only where `fields` leaves them out anyway."""
    their_groups = world.groups_of(person.id)
    for group in their_groups:
        _demand_one_manager(group)
    groups = [group_summary(world, group) for group in their_groups if with_groups]
    return {
        "firstName": person.first_name,
        "lastName": person.last_name,
        **_given(userName=person.user_name, email=person.email),
        "status": person.status,
        "activationStatus": person.activation,
        "department": _html(", ".join(group["name"] for group in groups)),
        **_given(groups=groups or None),
        "isAdmin": person.type == ADMIN,
        "isRoomAdmin": person.type == ROOM_ADMIN,
        "isLDAP": False,
        "isOwner": person.type == OWNER,
        "isVisitor": person.type == GUEST,
        "isCollaborator": person.type == USER,
        "mobilePhoneActivationStatus": 0,
        "isSSO": False,
        **simple_person(person),
    }


def own_profile(world: World, person: Person) -> View:
    """The long form of the caller."""
    extras = {"loginEventId": 0, "hasPersonalFolder": person.type != GUEST}
    return {**full_person(world, person), **extras}


def group_summary(world: World, group: Group) -> View:
    """A group as it stands in a person."""
    _demand_one_manager(group)
    manager = world.people[group.manager].user_name if group.manager else None
    return {"id": group.id, "name": group.name, **_given(manager=manager)}


def full_group(
    world: World,
    group: Group,
    members: list[Person] | None = None,
    with_groups: bool = True,
) -> View:
    """A group, with these members or with only their number."""
    _demand_one_manager(group)
    manager = world.people[group.manager] if group.manager else None
    shown = world.visible_members(group) if members is None else members
    return {
        "name": group.name,
        "parent": ZERO,
        "category": _SYSTEM_CATEGORY if group.system else ZERO,
        "id": group.id,
        "isLDAP": group.ldap,
        **_given(
            isSystem=True if group.system else None,
            manager=full_person(world, manager, with_groups) if manager else None,
            members=members and [full_person(world, p, with_groups) for p in members],
        ),
        "membersCount": len(shown),
    }


def api_key(world: World, key: ApiKey) -> View:
    """A key, of which only the end is shown."""
    postfix = key.key[-4:]
    return {
        "id": key.id,
        "name": key.name,
        "key": f"sk-***{postfix}",
        "keyPostfix": postfix,
        **_given(permissions=key.permissions),
        "createOn": _CREATED,
        "createBy": simple_person(world.person(key.user)),
        **_given(expiresAt=_EXPIRED if key.expired else None),
        "isActive": key.active,
    }


def _demand_one_manager(group: Group) -> None:
    if group.second_manager:
        raise failures.invalid_operation("Sequence contains more than one element.")


def _given(**values: t.Any) -> View:
    """The server leaves out what is null."""
    return {name: value for name, value in values.items() if value is not None}


def _html(text: str) -> str:
    return html.escape(text).replace("&#x27;", "&#39;").translate(_ENCODED)
