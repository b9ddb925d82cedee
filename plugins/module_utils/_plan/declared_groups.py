# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""A list of groups in a repository, against what the portal has: pure planning."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from .._base.guids import parse_guid
from .._base.limits import Limit
from .._base.texts import printable
from .declared_group import DeclaredGroup, FoundGroup, Row, is_disabled, who
from .group_rules import MAX_MEMBERS


def plan_groups(
    desired: Sequence[Row],
    portal: Sequence[Row],
    people: Row | None = None,
    prune: bool = False,
    prune_limit: str = "10%",
    prune_ldap: bool = False,
    allow_ldap: bool = False,
    unknown_users: str = "fail",
) -> dict[str, list[Any]]:
    """What has to be done so that the groups of a portal are as the list says.

    :param desired: the list docspace_groups.
    :param portal: all groups of the portal.
    :param people: the result of user_info for those whom the plan asks to look up, once it is
        there.
    :returns: the plan as the filter groups_plan documents it.
    :raises KeyError, TypeError, AttributeError: if the list is not one of groups.
    :raises OptionError: if a limit is none.
    """
    entries = [DeclaredGroup.from_row(row) for row in desired]
    limit = Limit.parse("docspace_groups_prune_limit", str(prune_limit))
    problems = [problem for entry in entries for problem in entry.problems()]
    pairs = [_found(entry, portal, problems) for entry in entries]
    found = [pair for pair in pairs if pair]
    for pair in found:
        problems += pair.problems(allow_ldap)
    problems += _repeated(found) + _taken(found, portal)
    deletions = [pair.group for pair in found if pair.entry.absent and pair.group]
    # Without knowing what each entry means, nobody knows what is not listed.
    if prune and not problems:
        listed = {pair.group["id"] for pair in found if pair.group}
        prunable = [group for group in portal if prune_ldap or not group["ldap"]]
        surplus = [group for group in prunable if group["id"] not in listed]
        problems += _too_many(surplus, len(prunable), limit)
        deletions += surplus

    present = [pair for pair in found if not pair.entry.absent]
    new = [pair for pair in present if pair.group is None]
    changes = [pair.change() for pair in present]
    named = [each for pair in new for each in pair.entry.joining]
    named += [change["manager"] for change in changes if change.get("manager")]
    unknown = frozenset(people["unknown"] if people and "unknown" in people else ())
    managers = {pair.entry.manager for pair in new} | {each.get("manager") for each in changes}
    refused = unknown if unknown_users == "fail" else unknown & managers
    problems += _unusable(people, sorted(refused))
    return {
        "problems": problems,
        "people": list(dict.fromkeys(named)),
        "writes": [pair.creation(unknown) for pair in new] + [each for each in changes if each],
        "memberships": [
            each
            for pair in present
            if pair.group
            for each in pair.entry.membership(pair.group["id"])
        ],
        "later": [
            each
            for pair in new
            if len(pair.entry.members) > MAX_MEMBERS
            for each in pair.entry.membership(pair.entry.name)
        ],
        "deletions": [
            {"id": group["id"], "title": printable(group["name"])} for group in deletions
        ],
    }


def _found(entry: DeclaredGroup, portal: Sequence[Row], problems: list[str]) -> FoundGroup | None:
    """The group that an entry means; None, with a problem, if that is not clear."""
    if entry.id is not None:
        groups = [group for group in portal if group["id"] == parse_guid(entry.id)]
    else:
        groups = [group for group in portal if group["name"] == entry.name]
    if len(groups) > 1:
        ids = ", ".join(sorted(group["id"] for group in groups))
        problems.append(
            f"{entry.title}: {len(groups)} groups of the portal have this name; give the id of the"
            f" one you mean: {ids}."
        )
        return None
    return FoundGroup(entry, groups[0] if groups else None)


def _repeated(found: Sequence[FoundGroup]) -> list[str]:
    """Groups that are in the list twice, and names that two groups would get."""
    problems: list[str] = []
    times = Counter(pair.group["id"] for pair in found if pair.group)
    problems += [
        f"The group {group_id} is in the list {count} times; merge these entries."
        for group_id, count in times.items()
        if count > 1
    ]
    given = Counter(
        pair.entry.name
        for pair in found
        if not pair.entry.absent
        and (pair.entry.name != pair.group["name"] if pair.group else not pair.entry.id)
    )
    problems += [
        f"{printable(name)!r} would be the name of {count} groups; give them different names."
        for name, count in given.items()
        if count > 1
    ]
    return problems


def _taken(found: Sequence[FoundGroup], portal: Sequence[Row]) -> list[str]:
    """New names that other groups have, which neither get another one nor are deleted."""
    leaving = {
        pair.group["id"]
        for pair in found
        if pair.group and (pair.entry.absent or pair.entry.name != pair.group["name"])
    }
    staying = {group["name"]: group["id"] for group in portal if group["id"] not in leaving}
    return [
        f"{pair.entry.title}: another group has this name, {staying[pair.entry.name]}; choose"
        " another one, or rename that group too."
        for pair in found
        if pair.group
        and pair.group["id"] in leaving
        and not pair.entry.absent
        and pair.entry.name in staying
    ]


def _too_many(surplus: Sequence[Row], total: int, limit: Limit) -> list[str]:
    if limit.allows(len(surplus), total):
        return []
    names = ", ".join(sorted(printable(f"{group['name']} ({group['id']})") for group in surplus))
    return [
        f"docspace_groups_prune would delete {len(surplus)} of {total} groups, and"
        f" docspace_groups_prune_limit allows {limit.text}: {names}."
    ]


def _unusable(people: Row | None, unknown: Sequence[str]) -> list[str]:
    """Who cannot be in a group: the portal would refuse them when others are written already."""
    problems = [f"{printable(each)} is nobody on this portal." for each in unknown]
    for person in (people or {}).get("users") or ():
        if person["type"] == "guest":
            problems.append(f"{who(person)} is a guest, and guests cannot be in groups.")
        elif is_disabled(person):
            problems.append(f"{who(person)} is disabled; enable the account, or leave it out.")
    return problems
