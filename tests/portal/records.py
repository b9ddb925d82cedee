# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The people, groups and keys of a portal, and the state file that holds them."""

from __future__ import annotations

import dataclasses
import json
import pathlib
import typing as t

OWNER, ADMIN, ROOM_ADMIN, USER, GUEST = "Owner", "DocSpaceAdmin", "RoomAdmin", "User", "Guest"

STATUSES = {"active": 1, "disabled": 2, "pending": 4}
STATUS_NAMES = {number: name for name, number in STATUSES.items()}
ACTIVE, DISABLED, PENDING = STATUSES["active"], STATUSES["disabled"], STATUSES["pending"]
ACTIVATED, INVITED = 1, 2

_DEFAULT_STATE = pathlib.Path(__file__).parent.parent / "recorded" / "state.json"


@dataclasses.dataclass
class Person:
    """Somebody with an account; `roles` are the system groups that make up the type."""

    id: str
    first_name: str
    last_name: str
    email: str | None
    user_name: str | None
    status: int
    roles: set[str]
    activation: int

    @property
    def display_name(self) -> str:
        """The name that is shown; invited people have none yet."""
        return f"{self.first_name} {self.last_name}".strip() or self.email or ""

    @property
    def type(self) -> str:
        """Owner, DocSpaceAdmin, RoomAdmin, User or Guest."""
        for role in (OWNER, ADMIN, GUEST, USER):
            if role in self.roles:
                return role
        return ROOM_ADMIN

    @property
    def is_admin(self) -> bool:
        """The owner and the administrators of the portal."""
        return self.type in (OWNER, ADMIN)


@dataclasses.dataclass
class Group:
    """A group; `system` names the built-in ones, whose members follow from people's types."""

    id: str
    name: str
    manager: str | None = None
    members: dict[str, None] = dataclasses.field(default_factory=dict)
    ldap: bool = False
    #: Somebody who was made manager at the same time; nothing that shows the group works then.
    second_manager: str | None = None
    system: str | None = None


@dataclasses.dataclass
class ApiKey:
    """A key; no permissions (an empty list or None) mean all of them."""

    id: str
    name: str
    key: str
    user: str
    permissions: list[str] | None
    expired: bool = False
    active: bool = True


def roles_of(kind: str) -> set[str]:
    """The roles of somebody of this type: a room administrator is whoever has none."""
    return {OWNER, ADMIN} if kind == OWNER else {kind} - {ROOM_ADMIN}


def load_state(path: str | pathlib.Path | None = None) -> dict[str, t.Any]:
    """Read a state file, by default the state from which the recordings start."""
    text = pathlib.Path(path or _DEFAULT_STATE).read_text(encoding="utf-8")
    return t.cast("dict[str, t.Any]", json.loads(text))


def person_from(entry: dict[str, t.Any]) -> Person:
    """A person of a state file."""
    named = entry["firstName"] or entry["lastName"]
    return Person(
        id=entry["id"].lower(),
        first_name=entry["firstName"],
        last_name=entry["lastName"],
        email=entry["email"],
        user_name=entry["userName"],
        status=STATUSES[entry["status"]],
        roles=roles_of(entry["type"]),
        activation=entry.get("activationStatus", ACTIVATED if named else INVITED),
    )


def group_from(entry: dict[str, t.Any]) -> Group:
    """A group of a state file."""
    manager = entry.get("manager")
    return Group(
        id=entry["id"].lower(),
        name=entry["name"],
        manager=manager and manager.lower(),
        members=dict.fromkeys(member.lower() for member in entry["members"]),
        ldap=entry.get("ldap", False),
        second_manager=entry.get("second_manager"),
    )


def key_from(position: int, entry: dict[str, t.Any]) -> ApiKey:
    """A key of a state file, which knows no ids of keys."""
    return ApiKey(
        id=entry.get("id", _key_id(position)),
        name=entry["name"],
        key=entry["key"],
        user=entry["user"].lower(),
        permissions=entry["permissions"],
        expired=entry.get("expired", False),
        active=entry.get("active", True),
    )


def person_entry(person: Person) -> dict[str, t.Any]:
    """A person as a state file holds them: of several roles it knows the strongest only."""
    entry: dict[str, t.Any] = {
        "id": person.id,
        "firstName": person.first_name,
        "lastName": person.last_name,
        "email": person.email,
        "userName": person.user_name,
        "status": STATUS_NAMES[person.status],
        "type": person.type,
    }
    # Only where it does not follow from the rest.
    if person_from(entry).activation != person.activation:
        entry["activationStatus"] = person.activation
    return entry


def group_entry(group: Group) -> dict[str, t.Any]:
    """A group as a state file holds it."""
    entry = {
        "id": group.id,
        "name": group.name,
        "manager": group.manager,
        "members": sorted(group.members),
        "ldap": group.ldap,
    }
    # Only in a state that requests one after the other cannot lead to.
    if group.second_manager:
        entry["second_manager"] = group.second_manager
    return entry


def key_entry(position: int, key: ApiKey) -> dict[str, t.Any]:
    """A key as a state file holds it."""
    entry = dataclasses.asdict(key)
    if key.id == _key_id(position):
        del entry["id"]
    return entry


def _key_id(position: int) -> str:
    return f"40000000-0000-4000-8000-{position:012d}"
