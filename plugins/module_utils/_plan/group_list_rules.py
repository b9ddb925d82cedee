# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""What speaks against the plans for many groups, and what is only worth a warning."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from .._base.errors import DocSpaceError, OptionError, collect_errors
from .._base.limits import Limit, check_limit, parse_limit
from .._base.references import Reference
from .._base.texts import listed, printable
from .._portal.model.group import Group
from .group_list import FoundGroup
from .group_rules import SYSTEM_NAMES, check_managed_here
from .groups import GroupPlan
from .membership import MembershipPlan, Snapshot, known_size
from .membership_rules import check_people, check_removals, check_somebody_known
from .people import UNKNOWN, is_among
from .properties import check_changeable
from .similar import similar_names, suggestion


@dataclass(frozen=True)
class GroupListRules:
    """What the plans for many groups must keep to.

    :param unknown_users: ``fail``, ``warn`` or ``ignore``; None for what fits each list.
    """

    unknown_users: str | None = None
    max_removals: Limit | None = None
    max_removals_total: Limit | None = None
    allow_ldap_group: bool = False

    @classmethod
    def from_params(cls, params: Mapping[str, Any]) -> GroupListRules:
        """Read the options of these names.

        :raises OptionError: if a limit is none.
        """
        return cls(
            unknown_users=params["unknown_users"],
            max_removals=parse_limit("max_removals", params["max_removals"]),
            max_removals_total=parse_limit("max_removals_total", params.get("max_removals_total")),
            allow_ldap_group=params["allow_ldap_group"],
        )

    def unknown(self, found: FoundGroup, snapshot: Snapshot, choice: str) -> list[Reference]:
        """The references to members that mean nobody, and that this choice is made for."""
        desired = found.desired
        if desired.absent:
            return []
        to_add, to_remove = self.unknown_users or "fail", self.unknown_users or "warn"
        return [
            *snapshot.unknown(desired.add if to_add == choice else ()),
            *snapshot.unknown(desired.remove if found.group and to_remove == choice else ()),
        ]


@dataclass(frozen=True)
class Prune:
    """Deleting the groups that nobody names.

    :param ldap: whether those that a directory owns are among them.
    """

    limit: Limit
    ldap: bool = False


def refusals(
    plans: Sequence[tuple[FoundGroup, GroupPlan]], snapshot: Snapshot, rules: GroupListRules
) -> list[DocSpaceError]:
    """Everything that speaks against the plans, deletions of what nobody names apart."""
    problems: list[DocSpaceError] = []
    for found, plan in plans:
        place = found.desired.place.rstrip(", ") or "members"
        with collect_errors(problems):
            if found.group:
                check_managed_here(found.group, rules.allow_ldap_group or not plan.changes)
        with collect_errors(problems):
            check_changeable(plan.comparison)
        with collect_errors(problems):
            _check_manager(found, plan, snapshot)
        with collect_errors(problems):
            if found.desired.exact:
                check_somebody_known(found.desired.add, snapshot, place)
        with collect_errors(problems):
            manager = plan.after.manager if plan.after else None
            people = plan.members if plan.action == "created" else plan.membership.add
            joining = tuple(person for person in people if person != manager)
            unknown = rules.unknown(found, snapshot, "fail")
            check_people(MembershipPlan(add=joining), unknown, place, advice="unknown_users")
        if found.group and not found.desired.absent:
            with collect_errors(problems):
                check_removals(plan.membership, found.group, rules.max_removals)
            with collect_errors(problems):
                _check_contradictions(found, snapshot)
    changed = [(plan, found.group) for found, plan in plans if found.group and plan.after]
    with collect_errors(problems):
        check_limit(
            "max_removals_total",
            rules.max_removals_total,
            sum(len(plan.membership.remove) for plan, _group in changed),
            sum(known_size(plan.membership, group) for plan, group in changed),
            "members of all groups named",
        )
    return problems


def check_prune(surplus: Sequence[Group], total: int, limit: Limit) -> None:
    """Refuse to delete more groups that nobody names than allowed.

    :param total: how many might be deleted.
    :raises DocSpaceError: naming them.
    """
    if not limit.allows(len(surplus), total):
        names = listed(sorted(group.label for group in surplus))
        raise DocSpaceError(
            f"prune: {len(surplus)} of {total} groups are not in the list and would be deleted, and"
            f" prune_limit is {limit.text}: {names}. Nothing was changed; check the list, or raise"
            " the limit.",
            "prune_limit_exceeded",
            deletions=len(surplus),
            groups=total,
        )


def leave_out(
    found: FoundGroup, snapshot: Snapshot, leavers: Iterable[Reference]
) -> tuple[FoundGroup, list[str]]:
    """A wish without the people who leave the portal, and what to say of them."""
    leaving = frozenset(leavers)
    desired = found.desired
    gone = [each for each in desired.joining if is_among(leaving, each, snapshot.people.get(each))]
    if not gone or desired.absent:
        return found, []
    manager = None if desired.manager in gone else desired.manager
    add = tuple(each for each in desired.add if each not in gone)
    warnings = [
        f"{desired.at(printable(each.text))} is among the leavers, and left out." for each in gone
    ]
    return FoundGroup(replace(desired, manager=manager, add=add), found.group), warnings


def newcomers(snapshot: Snapshot) -> list[str]:
    """The warning of people whom only check mode takes for people with an account."""
    names = [printable(each.email) for each in snapshot.people.values() if not each.has_account]
    if not names:
        return []
    verb = "has" if len(names) == 1 else "have"
    return [
        f"groups: {listed(names)} {verb} no account yet; this is a preview as if an earlier task"
        " had made one."
    ]


def lookalikes(found: Iterable[FoundGroup], current: Iterable[Group]) -> list[str]:
    """Warnings of new groups that people will take for others."""
    known = [(group.name, group.label) for group in current if not group.system]
    warnings = []
    for each in found:
        name = each.desired.desired_name
        if each.group or each.desired.absent or not name:
            continue
        others = sorted(label for other, label in known if _folded(other) == _folded(name))
        if others:
            warnings.append(
                f"{each.desired.at('name')}: the new group differs from {listed(others)} only in"
                " case or blanks."
            )
        if _folded(name) in SYSTEM_NAMES:
            warnings.append(
                f"{each.desired.at('name')}: the new group has the name of one of the portal's"
                " system groups."
            )
        known.append((name, f'"{printable(name)}", which is new too'))
    return warnings


def misspelt(found: Iterable[FoundGroup], doomed: Sequence[Group]) -> list[str]:
    """Warnings of new groups that may be meant to be those that are deleted."""
    names = [group.name for group in doomed]
    return [
        f"{each.desired.at('name')}: the new group is created while one with a similar name is"
        f" deleted.{suggestion(each.desired.reference, names)}"
        for each in found
        if not each.group
        and not each.desired.absent
        and similar_names(each.desired.reference, names)
    ]


def _folded(name: str) -> str:
    return "".join(name.split()).casefold()


def _check_manager(found: FoundGroup, plan: GroupPlan, snapshot: Snapshot) -> None:
    desired = found.desired
    if desired.absent or not desired.manager:
        return
    if plan.after and plan.after.manager and desired.manager in plan.after.manager.references:
        manager = plan.after.manager
        stays = found.group and found.group.manager and found.group.manager.id == manager.id
        why, who = (None if stays else manager.cannot_join), manager.label
    else:
        why, who = UNKNOWN, printable(desired.manager.text)
    if why:
        raise DocSpaceError(
            f"{desired.at('manager')}: {who} {why}. Nothing was changed; correct the task.",
            "unusable_members",
            members=[who],
        )


def _check_contradictions(found: FoundGroup, snapshot: Snapshot) -> None:
    """Refuse to add and remove the same person, in whatever notations."""
    desired, group = found.desired, found.group
    removing = {person.id for person in snapshot.known(desired.remove)}
    joining = snapshot.known(desired.joining)
    if group and group.manager and desired.manager in group.manager.references:
        joining.append(group.manager)
    both = {person.label for person in joining if person.id in removing}
    if both:
        raise OptionError(
            desired.at("remove"),
            f"{listed(sorted(both))} would be added and removed; decide for one.",
        )
