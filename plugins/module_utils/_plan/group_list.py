# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Plans for many groups: which group is meant, and what has to change."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from .._base.errors import DocSpaceError, collect_errors
from .._base.references import Reference
from .._portal.model.group import Group
from .desired_group import DesiredGroup, repeated
from .group_index import GroupIndex
from .group_rules import check_same_group, check_twins, the_group
from .groups import NO_MEMBERS, GroupPlan, plan_change, plan_creation, plan_deletion
from .membership import DesiredMembership, Snapshot


@dataclass(frozen=True)
class FoundGroup:
    """What a task wants of a group, and that group; None if there is none."""

    desired: DesiredGroup
    group: Group | None

    @property
    def membership(self) -> DesiredMembership | None:
        """Whose membership must be read for the plan; all of a group that is deleted."""
        if not self.group:
            return None
        if self.desired.absent:
            return DesiredMembership(self.group, exact=True)
        named = self.desired.joining
        if not self.desired.exact and _is_manager(self.desired.manager, self.group):
            named = self.desired.add  # and a member already
        return DesiredMembership(self.group, named, self.desired.remove, self.desired.exact)

    @property
    def named(self) -> tuple[Reference, ...]:
        """Everybody who is named and must be known for the plan."""
        desired = self.desired
        return () if desired.absent else (*desired.joining, *desired.remove)

    @property
    def strangers(self) -> tuple[Reference, ...]:
        """Who must be looked up for a group that does not exist."""
        return () if self.group or self.desired.absent else self.desired.joining


@dataclass(frozen=True)
class GroupListPlan:
    """The plans for the groups of a list, in their order, and for those that it does not name."""

    plans: Sequence[tuple[FoundGroup, GroupPlan]]
    pruned: Sequence[GroupPlan]
    snapshot: Snapshot
    warnings: Sequence[str] = ()

    @property
    def group_plans(self) -> list[GroupPlan]:
        """The plan for each group."""
        return [*(plan for _found, plan in self.plans), *self.pruned]


def find_each(
    desired: Iterable[DesiredGroup], current: Sequence[Group]
) -> tuple[list[FoundGroup], list[DocSpaceError]]:
    """The group that each wish means, and what is wrong with the groups named.

    :param current: the groups of the portal, at least all that may be meant.
    """
    problems: list[DocSpaceError] = []
    found = []
    index = GroupIndex(current)
    for each in desired:
        with collect_errors(problems):
            found.append(FoundGroup(each, _find(each, index)))
    return found, problems + _meant_twice(found) + _twins(found, current)


def surplus(found: Iterable[FoundGroup], current: Iterable[Group], ldap: bool) -> list[Group]:
    """The groups that nobody has named.

    :param ldap: whether those that a directory owns are among them.
    """
    named = {each.group.id for each in found if each.group}
    return [group for group in prunable(current, ldap) if group.id not in named]


def prunable(current: Iterable[Group], ldap: bool) -> list[Group]:
    """The groups that may be deleted because nobody names them."""
    return [group for group in current if not group.system and (ldap or not group.ldap)]


def plan_group(found: FoundGroup, snapshot: Snapshot) -> GroupPlan:
    """What has to be done so that a group is as desired; whoever means nobody is left out."""
    desired, group = found.desired, found.group
    if desired.absent:
        if not group:
            return GroupPlan(None, None)
        return plan_deletion(group, snapshot.members[group.id])
    if not group:
        manager = snapshot.people.get(desired.manager) if desired.manager else None
        name = desired.desired_name or ""
        return plan_creation(name, manager, snapshot.known(desired.joining))
    properties: dict[str, Any] = {}
    if desired.desired_name is not None:
        properties["name"] = desired.desired_name
    if _is_manager(desired.manager, group):
        properties["manager"] = group.manager
    elif desired.manager or desired.no_manager:
        properties["manager"] = snapshot.people.get(desired.manager) if desired.manager else None
    membership = found.membership
    return plan_change(group, properties, snapshot.plan(membership) if membership else NO_MEMBERS)


def deletions(groups: Iterable[Group], members: Mapping[str, Any]) -> list[GroupPlan]:
    """Plans to delete groups because nobody names them.

    :param members: of each, by the groups' ids.
    """
    return [replace(plan_deletion(group, members[group.id]), is_pruned=True) for group in groups]


def _is_manager(reference: Reference | None, group: Group) -> bool:
    return bool(reference and group.manager and reference in group.manager.references)


def _find(desired: DesiredGroup, index: GroupIndex) -> Group | None:
    place = desired.at("id" if desired.id else "name")
    group = _only(desired.reference, index, place)
    if group is None and desired.new_name and not desired.id:  # perhaps it is renamed already
        group = _only(desired.new_name, index, desired.new_name_option)
    if group and desired.absent:
        check_same_group(desired.at("name"), group, desired.new_name if desired.id else None)
    is_new = desired.may_be_new and not (desired.id or desired.new_name)
    if group is None and not desired.absent and not is_new:
        the_group(desired.reference, [], place, index.groups, desired.advice)
    return group


def _only(text: str, index: GroupIndex, place: str) -> Group | None:
    meant = index.meant(text)
    return the_group(text, meant, place) if meant else None


def _meant_twice(found: Sequence[FoundGroup]) -> list[DocSpaceError]:
    """Groups that are meant by an id and by a name, or by two notations of an id."""
    entries: dict[str, list[FoundGroup]] = {}
    for each in found:
        if each.group:
            entries.setdefault(each.group.id, []).append(each)
    return [
        repeated(several[0].group.label, [each.desired.absent for each in several])
        for several in entries.values()
        if len({each.desired.reference for each in several}) > 1 and several[0].group
    ]


def _twins(found: Sequence[FoundGroup], current: Iterable[Group]) -> list[DocSpaceError]:
    """New names that other groups keep or get; a list that gives one to a new group is refused."""
    wishes = {each.group.id: each.desired for each in found if each.group}
    having: dict[str, list[Group]] = {}
    for group in current:
        wish = wishes.get(group.id)
        if not (wish and wish.absent):
            name = (wish and wish.desired_name) or group.name
            having.setdefault(name, []).append(group)
    problems: list[DocSpaceError] = []
    for each in found:
        own, wish, new = each.group, each.desired, each.desired.desired_name
        if own and new and new != own.name and not (wish.absent or wish.allow_twin_names):
            twins = [group for group in having.get(new, ()) if group.id != own.id]
            advice = "rename that group too" if wish.place else "set allow_twin_names"
            with collect_errors(problems):
                check_twins(wish.new_name_option, twins, advice)
    return problems
