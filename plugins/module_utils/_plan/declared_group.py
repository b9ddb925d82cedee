# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""One group of a list in a repository, against what the portal has: pure planning.

Groups and people of the portal are rows of the results of group_info and user_info.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from .._base.errors import OptionError
from .._base.guids import parse_guid
from .._base.texts import printable
from .group_rules import MAX_MEMBERS, check_name

Row = Mapping[str, Any]


@dataclass(frozen=True)
class DeclaredGroup:
    """One entry of docspace_groups; None stands for what it does not say."""

    name: str
    id: str | None
    manager: str | None
    exact: tuple[str, ...] | None
    add: tuple[str, ...]
    remove: tuple[str, ...]
    absent: bool
    twice: bool

    @classmethod
    def from_row(cls, row: Row) -> DeclaredGroup:
        """Read what the role's argument specification has checked."""
        exact = row.get("members") if row.get("exact") is None else row["exact"]
        manager = row.get("manager")
        return cls(
            name=str(row["name"]),
            id=None if row.get("id") is None else str(row["id"]),
            manager=None if manager is None else str(manager).strip(),
            exact=None if exact is None else _texts(exact),
            add=_texts(row.get("add")),
            remove=_texts(row.get("remove")),
            absent=row.get("state") == "absent",
            twice=row.get("members") is not None and row.get("exact") is not None,
        )

    @property
    def title(self) -> str:
        """This entry in a message."""
        return printable(f'"{self.name}"' + (f" ({self.id})" if self.id else ""))

    @property
    def joining(self) -> list[str]:
        """Everybody who is to be a member: a manager always is one."""
        return list(dict.fromkeys([*([self.manager] if self.manager else []), *self.members]))

    @property
    def members(self) -> tuple[str, ...]:
        """The people to add, or to be the only members."""
        return self.add if self.exact is None else self.exact

    def membership(self, group: str) -> list[dict[str, Any]]:
        """What the module memberships is to do, if anything."""
        if self.exact is not None:
            return [{"group": group, "exact": self.joining}]
        if self.add or self.remove:
            # The manager too, so that removing the manager is found out as a contradiction.
            return [{"group": group, "add": self.joining, "remove": list(self.remove)}]
        return []

    def problems(self) -> list[str]:
        """What is wrong with this entry by itself."""
        found = []
        if self.twice:
            found.append(f"{self.title}: members and exact mean the same; leave one out.")
        if self.exact is not None and (self.add or self.remove):
            found.append(f"{self.title}: members excludes add and remove.")
        if self.id is not None and parse_guid(self.id) is None:
            found.append(f"{self.title}: the id is none; copy it from an export, or leave it out.")
        return found


@dataclass(frozen=True)
class FoundGroup:
    """An entry, and its group on the portal if there is one."""

    entry: DeclaredGroup
    group: Row | None

    def problems(self, allow_ldap: bool) -> list[str]:
        """What stands against making the group as desired."""
        entry, group, found = self.entry, self.group, []
        if group is None:
            if entry.absent:
                return []
            if entry.id and not parse_guid(entry.id):
                return []  # said already
            if entry.id:
                return [
                    f"{entry.title}: the portal has no group with this id; leave the id out to"
                    " create one."
                ]
            if parse_guid(entry.name):
                return [f"{entry.title}: a group is not created with an id as its name."]
            return _name_problems(entry)
        if group["ldap"] and not allow_ldap:
            found.append(
                f"{entry.title} belongs to a directory synchronisation (LDAP), which would undo"
                " changes; leave it out, or set docspace_groups_allow_ldap."
            )
        if not entry.absent and entry.name != group["name"]:
            found += _name_problems(entry)
        manager = group["manager"]
        if not entry.absent and entry.manager == "" and manager and is_disabled(manager):
            found.append(
                f"{entry.title}: the manager {who(manager)} is disabled, and cannot end being"
                " manager without leaving the group; enable or remove this person first."
            )
        return found

    def creation(self, unknown: frozenset[str]) -> dict[str, Any]:
        """How the module group creates it."""
        members = [each for each in self.entry.members if each not in unknown]
        manager = {"manager": self.entry.manager} if self.entry.manager else {}
        name = self.entry.name
        return {
            "title": printable(name),
            "name": name,
            "members": members[:MAX_MEMBERS],
            **manager,
        }

    def change(self) -> dict[str, Any]:
        """How the module group changes it, {} if it need not."""
        if self.group is None:
            return {}
        change = {}
        if self.entry.name != self.group["name"]:
            change["new_name"] = self.entry.name
        if self.entry.manager is not None and not _is_manager(self.entry.manager, self.group):
            change["manager"] = self.entry.manager
        about = {"title": printable(self.entry.name), "id": self.group["id"]}
        return {**about, **change} if change else {}


def _texts(values: Iterable[Any] | None) -> tuple[str, ...]:
    # The argument specification takes a text for a list too.
    if isinstance(values, str):
        values = values.split(",")
    return tuple(str(value).strip() for value in values or ())


def _name_problems(entry: DeclaredGroup) -> list[str]:
    try:
        check_name("name", entry.name)
    except OptionError as error:
        return [f"{entry.title}: {error}"]
    return []


def is_disabled(person: Row) -> bool:
    """Whether a person in a result is disabled."""
    return bool(person["status"] == "disabled")


def who(person: Row) -> str:
    """A person of a result in a message."""
    return printable(f"{person['email'] or person['id']} ({person['display_name']})")


def _is_manager(reference: str, group: Row) -> bool:
    """Whether a reference certainly means the manager; a user name is left to the module."""
    manager = group["manager"]
    if not manager or not reference:
        return not manager and not reference
    email = (manager["email"] or "").lower()
    return manager["id"] == parse_guid(reference) or email == reference.lower()
