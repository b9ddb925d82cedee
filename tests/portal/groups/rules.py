# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The server's rules for changing groups."""

from __future__ import annotations

import collections.abc as c
import dataclasses
import typing as t

from ..http import failures
from ..http.guid import ZERO
from . import members
from .records import Group
from .state import Groups


class Accounts(members.Accounts, t.Protocol):
    """What the rules ask of people, and change of them; people are named by their ids."""

    def __contains__(self, person_id: object) -> bool:
        """Whether somebody is known."""

    def is_technical(self, person_id: str) -> bool:
        """Whether it is one of the accounts of the server itself."""

    def may_join(self, person_id: str) -> bool:
        """Whether somebody can be a member of a group."""

    def change_role(self, person_id: str, role: str, gives: bool) -> None:
        """Give or take a role, which changes somebody's type; roles that are none are ignored."""


@dataclasses.dataclass(frozen=True)
class Rules:
    """What happens to the groups when the server is asked to change them."""

    groups: Groups
    people: Accounts

    def create(self, name: str, manager: str, person_ids: c.Sequence[str]) -> Group:
        """Make a group; one person who cannot be a member refuses it all."""
        wanted = ([] if manager == ZERO else [manager]) + list(person_ids)
        if not all(map(self.people.may_join, wanted)):
            raise failures.bad_argument("The user could not be found")
        _demand_storable(name)
        group = self.groups.add(name)
        self.set_manager(group, manager)
        for person_id in person_ids:
            self.add_member(group, person_id)
        return group

    def rename(self, group: Group, name: str) -> None:
        """Give a group another name; built-in groups keep theirs."""
        _demand_storable(name)
        if group.system is None:
            self.groups.rename(group, name)

    def delete(self, group: Group) -> None:
        """Remove a group; built-in groups stay."""
        if group.system is None:
            self.groups.delete(group)

    def set_manager(self, group: Group, person_id: str) -> None:
        """Make somebody manager and member; those who cannot be members are passed over."""
        if self.people.may_join(person_id):
            self.groups.set_manager(group, person_id)
            self.add_member(group, person_id)

    def add_member(self, group: Group, person_id: str) -> None:
        """Add somebody; those who cannot be members are passed over."""
        if not self.people.may_join(person_id):
            return
        if group.system is not None:
            self.people.change_role(person_id, group.system, gives=True)
        else:
            self.groups.join(group, person_id)

    def remove_member(self, group: Group, person_id: str) -> None:
        """Remove somebody, who then is not manager either; unknown people are passed over."""
        if self.people.is_technical(person_id):
            raise failures.invalid_operation("Sequence contains no elements.")
        if person_id not in self.people:
            return
        self.groups.leave(group, person_id)
        if group.system is not None:
            self.people.change_role(person_id, group.system, gives=False)

    def replace_members(self, group: Group, person_ids: c.Sequence[str]) -> None:
        """Remove the visible members, then add the new ones."""
        for person_id in members.visible_members(group, self.people):
            self.remove_member(group, person_id)
        for person_id in person_ids:
            self.add_member(group, person_id)

    def move_members(self, source: Group, target: Group) -> list[str]:
        """Move the visible members; a group that is moved onto itself loses them."""
        moved = members.visible_members(source, self.people)
        for person_id in moved:
            self.add_member(target, person_id)
            self.remove_member(source, person_id)
        return moved


def _demand_storable(name: str) -> None:
    if any(ord(character) > 0xFFFF for character in name):
        raise failures.not_stored()
