# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The state of a portal and the server's rules for changing it; nothing here knows of HTTP."""

from __future__ import annotations

import collections.abc as c
import itertools
import secrets
import typing as t
import uuid

from . import failures
from .collation import fold
from .guid import ZERO
from .records import (
    ADMIN,
    DISABLED,
    GUEST,
    OWNER,
    ROOM_ADMIN,
    USER,
    ApiKey,
    Group,
    Person,
    group_entry,
    group_from,
    key_entry,
    key_from,
    person_entry,
    person_from,
)

LOST_USER = "4a515a15-d4d6-4b8e-828e-e0586f18f3a3"
OUTSIDE_USER = "e78f4c20-2f3b-4a9d-ad13-5f298bd5a3ba"
SERVER_USER = "a37ee56e-3302-4a7b-b67e-ddbea64cd032"
TECHNICAL = frozenset((LOST_USER, OUTSIDE_USER, SERVER_USER))

OUTSIDE = Person(OUTSIDE_USER, "Outside", "Outside", None, None, 1, {GUEST}, 1)

_EVERYONE = "Everyone"
_ROLE_GROUPS = (ADMIN, USER, GUEST)
_FIRST_NEW_ID = 0x50000000
# What can change.
_PERSON, _GROUP, _KEYS = "person", "group", "keys"

_Row = t.TypeVar("_Row")


class World:
    """People, groups and keys. `version` grows with each change of any of them."""

    def __init__(self, state: dict[str, t.Any]) -> None:
        self.version = 0
        #: What was changed since `take_changed` was called, as it was before.
        self._before: dict[tuple[str, str], t.Any] = {}
        self._last_change = self._before
        self._listed: tuple[c.Hashable, list[t.Any]] = (None, [])
        self.people = {person.id: person for person in map(person_from, state["users"])}
        self.groups = {group.id: group for group in map(group_from, state["groups"])}
        self.keys = [key_from(number, key) for number, key in enumerate(state["api_keys"], 1)]
        self._portal = state.get("portal", {})
        self._system_ids = dict(state["system_groups"])
        self._system = {id: Group(id, name, system=name) for name, id in self._system_ids.items()}
        self._by_user_name = {(p.user_name or "").lower(): p for p in self.people.values()}
        self._by_email = {(p.email or "").lower(): p for p in self.people.values()}
        self._demand_known_people()
        self._groups_of: dict[str, dict[str, None]] = {}
        for group in self.groups.values():
            for member in group.members:
                self._groups_of.setdefault(member, {})[group.id] = None
        # New ids sort behind the ids of the state, in the order in which they were made.
        self._numbers = itertools.count(_FIRST_NEW_ID)

    def state(self) -> dict[str, t.Any]:
        """Everything, in the format of a state file, sorted."""
        return {
            "portal": dict(self._portal),
            "users": [person_entry(self.people[id]) for id in sorted(self.people)],
            "groups": [group_entry(self.groups[id]) for id in sorted(self.groups)],
            "api_keys": [key_entry(number, key) for number, key in enumerate(self.keys, 1)],
            "system_groups": dict(self._system_ids),
        }

    def take_changed(self) -> bool:
        """Whether anything is not as at the last call of this: changes may undo each other."""
        before, self._before = self._before, {}
        changed = any(self._entry(*what) != entry for what, entry in before.items())
        if changed:
            self._last_change = before
        return changed

    def state_before(self) -> dict[str, t.Any]:
        """As `state`, before the last change of people or groups."""
        state = self.state()
        for kind, key in ((_PERSON, "users"), (_GROUP, "groups")):
            rows = {row["id"]: row for row in state[key]}
            rows |= {id: was for (what, id), was in self._last_change.items() if what == kind}
            state[key] = [rows[id] for id in sorted(rows) if rows[id]]
        return state

    # Finding

    def listing(self, what: c.Hashable, make: c.Callable[[], list[_Row]]) -> list[_Row]:
        """A list, made again only for another `what` or after a change: it is read by pages."""
        wanted = (self.version, what)
        if self._listed[0] != wanted:
            self._listed = (wanted, make())
        return self._listed[1]

    def group(self, group_id: str) -> Group:
        """The group with this id, built-in ones included."""
        found = self.find_group(group_id)
        if found is None:
            raise failures.group_not_found()
        return found

    def find_group(self, group_id: str) -> Group | None:
        """The group with this id, or None."""
        return self.groups.get(group_id) or self._system.get(group_id)

    def person(self, person_id: str) -> Person:
        """The person with this id."""
        found = self.people.get(person_id)
        if found is None:
            raise failures.user_not_found()
        return found

    def by_user_name(self, user_name: str) -> Person | None:
        """The person with this user name, in any case."""
        return self._by_user_name.get(user_name.lower())

    def by_email(self, email: str) -> Person | None:
        """The person with this address, in any case, with or without blanks around."""
        return self._by_email.get(email.strip().lower())

    def groups_of(self, person_id: str) -> list[Group]:
        """The groups of a person, disabled or not, by name; without the built-in ones."""
        found = [self.groups[id] for id in self._groups_of.get(person_id, ())]
        return sorted(found, key=lambda group: (fold(group.name), group.id))

    def members_of(self, group: Group) -> c.Iterable[Person]:
        """All members, the disabled ones included."""
        if group.system is None:
            two = (group.manager, group.second_manager) if group.second_manager else ()
            return [self.people[id] for id in dict.fromkeys((*group.members, *two)) if id]
        return [person for person in self.people.values() if _has_role(person, group.system)]

    def visible_members(self, group: Group) -> list[Person]:
        """The members that the server shows, by display name."""
        members = [person for person in self.members_of(group) if person.status != DISABLED]
        return sorted(members, key=lambda person: fold(person.display_name))

    # Groups

    def create_group(self, name: str, manager: str, members: c.Sequence[str]) -> Group:
        """Make a group; one person who cannot be a member refuses it all."""
        wanted = ([] if manager == ZERO else [manager]) + list(members)
        if not all(self._may_join(person_id) for person_id in wanted):
            raise failures.bad_argument("The user could not be found")
        _demand_storable(name)
        group = Group(self._new_id(), name)
        self._changing(_GROUP, group.id)
        self.groups[group.id] = group
        self.set_manager(group, manager)
        for person_id in members:
            self.add_member(group, person_id)
        return group

    def rename(self, group: Group, name: str) -> None:
        """Give a group another name; built-in groups keep theirs."""
        _demand_storable(name)
        if group.system is None and group.name != name:
            self._changing(_GROUP, group.id)
            group.name = name

    def delete_group(self, group: Group) -> None:
        """Remove a group; built-in groups stay."""
        if group.system is None:
            self._changing(_GROUP, group.id)
            del self.groups[group.id]
            for person_id in group.members:
                del self._groups_of[person_id][group.id]

    def set_manager(self, group: Group, person_id: str) -> None:
        """Make somebody manager and member; those who cannot be members are passed over."""
        if self._may_join(person_id):
            if group.manager != person_id:
                self._changing(_GROUP, group.id)
                group.manager = person_id
            self.add_member(group, person_id)

    def add_member(self, group: Group, person_id: str) -> None:
        """Add somebody; those who cannot be members are passed over."""
        if not self._may_join(person_id):
            return
        if group.system in _ROLE_GROUPS:
            self._set_roles(person_id, self.people[person_id].roles | {group.system})
        elif group.system is None and person_id not in group.members:
            self._changing(_GROUP, group.id)
            group.members[person_id] = None
            self._groups_of.setdefault(person_id, {})[group.id] = None

    def remove_member(self, group: Group, person_id: str) -> None:
        """Remove somebody, who then is not manager either; unknown people are passed over."""
        if person_id in TECHNICAL:
            raise failures.invalid_operation("Sequence contains no elements.")
        if person_id not in self.people:
            return
        # Of two managers neither is found, so neither ends being that by leaving.
        if group.manager == person_id and not group.second_manager:
            self._changing(_GROUP, group.id)
            group.manager = None
        if group.system in _ROLE_GROUPS:
            self._set_roles(person_id, self.people[person_id].roles - {group.system})
        elif person_id in group.members:
            self._changing(_GROUP, group.id)
            del group.members[person_id]
            del self._groups_of[person_id][group.id]

    def replace_members(self, group: Group, person_ids: c.Sequence[str]) -> None:
        """Remove the visible members, then add the new ones."""
        for person in self.visible_members(group):
            self.remove_member(group, person.id)
        for person_id in person_ids:
            self.add_member(group, person_id)

    def move_members(self, source: Group, target: Group) -> None:
        """Move the visible members; a group that is moved onto itself loses them."""
        for person in self.visible_members(source):
            self.add_member(target, person.id)
            self.remove_member(source, person.id)

    def joinable(self, person_ids: c.Iterable[str]) -> list[str]:
        """Those of the people who can be members of a group."""
        return [person_id for person_id in person_ids if self._may_join(person_id)]

    # People

    def add_person(self, person: Person) -> Person:
        """Add somebody; the user name is made from the address, the id is given here."""
        person.id = self._new_id()
        person.user_name = self._free_user_name((person.email or "").partition("@")[0])
        self._changing(_PERSON, person.id)
        self.people[person.id] = person
        self._by_user_name[person.user_name.lower()] = person
        self._by_email[(person.email or "").lower()] = person
        return person

    def set_status(self, person: Person, status: int) -> None:
        """Enable or disable somebody; memberships stay."""
        if person.status != status:
            self._changing(_PERSON, person.id)
            person.status = status

    def set_type(self, person: Person, roles: set[str]) -> None:
        """Change somebody's type; guests are in no group."""
        self._set_roles(person.id, roles)
        if person.type == GUEST:
            for group in self.groups_of(person.id):
                self.remove_member(group, person.id)

    def delete_person(self, person: Person) -> None:
        """Remove somebody from everywhere, with their keys."""
        self._changing(_PERSON, person.id)
        self._changing(_KEYS)
        self.keys = [key for key in self.keys if key.user != person.id]
        for group in (*self.groups_of(person.id), *self._system.values()):
            self.remove_member(group, person.id)
        del self.people[person.id]
        del self._by_user_name[(person.user_name or "").lower()]
        del self._by_email[(person.email or "").lower()]

    # Keys

    def add_key(self, name: str, owner: Person, permissions: list[str] | None) -> ApiKey:
        """Make a key."""
        key = ApiKey(self._new_id(), name, f"sk-{secrets.token_hex(32)}", owner.id, permissions)
        self._changing(_KEYS)
        self.keys.append(key)
        return key

    def set_key_active(self, key: ApiKey, active: bool) -> None:
        """Switch a key on or off."""
        if key.active != active:
            self._changing(_KEYS)
            key.active = active

    def delete_key(self, key: ApiKey) -> None:
        """Remove a key."""
        self._changing(_KEYS)
        self.keys.remove(key)

    def _changing(self, kind: str, id: str = "") -> None:
        """To be called before anything is changed."""
        self.version += 1
        if (kind, id) not in self._before:
            self._before[kind, id] = self._entry(kind, id)

    def _entry(self, kind: str, id: str) -> t.Any:
        if kind == _KEYS:
            return [key_entry(number, key) for number, key in enumerate(self.keys, 1)]
        if kind == _GROUP:
            return group_entry(self.groups[id]) if id in self.groups else None
        return person_entry(self.people[id]) if id in self.people else None

    def _demand_known_people(self) -> None:
        for group in self.groups.values():
            unknown = {*group.members, *filter(None, [group.manager])} - self.people.keys()
            if unknown:
                raise ValueError(f"group {group.id} names unknown people: {sorted(unknown)}")

    def _may_join(self, person_id: str) -> bool:
        person = self.people.get(person_id)
        return person is not None and person.status != DISABLED and person.type != GUEST

    def _set_roles(self, person_id: str, roles: set[str]) -> None:
        person = self.people[person_id]
        if person.type != OWNER and person.roles != roles:
            self._changing(_PERSON, person_id)
            person.roles = roles

    def _free_user_name(self, wanted: str) -> str:
        numbered = (f"{wanted}{number or ''}" for number in itertools.count())
        return next(name for name in numbered if self.by_user_name(name) is None)

    def _new_id(self) -> str:
        return f"{next(self._numbers):08x}{str(uuid.uuid4())[8:]}"


def _has_role(person: Person, system: str) -> bool:
    if system == ROOM_ADMIN:
        return person.type in (OWNER, ADMIN, ROOM_ADMIN)
    return system == _EVERYONE or system in person.roles


def _demand_storable(name: str) -> None:
    if any(ord(character) > 0xFFFF for character in name):
        raise failures.not_stored()
