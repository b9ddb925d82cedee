# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Many groups in a result: what was done with each, and what is worth a warning."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Protocol

from .._base.errors import MAX_LISTED, DocSpaceError, combine_errors
from .._base.references import Reference
from .._base.texts import listed, printable
from .._plan.group_list import FoundGroup, GroupListPlan
from .._plan.group_list_rules import GroupListRules
from .._plan.groups import GroupPlan
from .._plan.membership import MembershipPlan, group_after
from .._plan.people import UNKNOWN
from .._portal.model.group import Group
from .group_diff import group_diff
from .groups import group_result
from .membership import manager_warnings
from .people import people_result, unknown_result, unknown_warnings


class Outcome(Protocol):
    """What became of the writes for a group; see ``_engine/write.py``."""

    seen: Any
    failure: DocSpaceError | None
    warnings: list[str]

    @property
    def changed(self) -> bool:
        """Whether something was changed, or may have been."""

    @property
    def is_known(self) -> bool:
        """Whether it is known what was done."""

    def items(self, kind: str) -> list[Any]:
        """To whom or what something was done for certain."""


def group_list_result(
    plan: GroupListPlan, outcomes: Sequence[Outcome], rules: GroupListRules
) -> dict[str, Any]:
    """The result of a task for many groups.

    :raises DocSpaceError: with the rows of all groups, if one is not as desired.
    """
    names = [found.desired.name for found, _plan in plan.plans] + [None] * len(plan.pruned)
    rows = [_row(*each) for each in zip(plan.group_plans, outcomes, names)]
    changed = any(outcome.changed for outcome in outcomes)
    failures = [outcome.failure for outcome in outcomes if outcome.failure]
    if failures:
        raise _failure_of_groups(failures, rows, changed)
    warnings = list(plan.warnings)
    for each, outcome in zip(plan.group_plans, outcomes):
        warnings += outcome.warnings + manager_warning(each)
    named = dict.fromkeys(
        key for found, _plan in plan.plans for key in (*found.desired.add, *found.desired.remove)
    )
    return {
        "changed": changed,
        "groups": rows,
        "unknown": unknown_result(plan.snapshot.unknown(named)),
        "warnings": warnings + _unknown_warnings(plan, rules),
    }


def one_group_result(
    plan: GroupListPlan, outcome: Outcome, rules: GroupListRules
) -> dict[str, Any]:
    """The result of a task for one group.

    :raises DocSpaceError: with what was done, if the group is not as desired.
    """
    ((found, group_plan),) = plan.plans
    row = _row(group_plan, outcome, found.desired.name)
    people: dict[str, Any] = {key: row[key] for key in ("added", "removed") if key in row}
    if outcome.failure:
        outcome.failure.facts = {"changed": outcome.changed, **people}
        raise outcome.failure
    group, _done = as_done(group_plan, outcome)
    unknown = plan.snapshot.unknown([*found.desired.add, *found.desired.remove])
    to_warn_of = rules.unknown(found, plan.snapshot, "warn")
    return {
        "changed": outcome.changed,
        "group": group_result(group) if group else None,
        **people,
        "unknown": unknown_result(unknown),
        "warnings": [
            *plan.warnings,
            *outcome.warnings,
            *manager_warning(group_plan),
            *unknown_warnings("members", to_warn_of),
        ],
    }


def group_list_diff(plans: Sequence[GroupPlan]) -> list[dict[str, str]]:
    """The groups that change, before and after, for people to read."""
    return [group_diff(plan) for plan in plans if plan.changes]


def manager_warning(plan: GroupPlan) -> list[str]:
    """What to say where a plan removes the manager."""
    if not plan.before or not plan.loses_manager:
        return []
    return manager_warnings(plan.before, plan.membership)


def as_done(plan: GroupPlan, outcome: Outcome) -> tuple[Group | None, MembershipPlan]:
    """A group as far as the plan for it was carried out, and who has joined and left."""
    if not plan.before or not plan.after:
        members = plan.members if outcome.items("group") else ()
        if plan.after:
            return outcome.seen, MembershipPlan(add=members)
        return outcome.seen, MembershipPlan(remove=members)
    joined, left = outcome.items("added"), outcome.items("removed")
    # Whoever left a group to stop being its manager and joined it again did neither.
    both = {person.id for person in joined} & {person.id for person in left}
    done = replace(
        plan.membership,
        add=tuple(person for person in joined if person.id not in both),
        remove=tuple(person for person in left if person.id not in both),
    )
    changed = {
        option: getattr(plan.after, option)
        for option in ("name", "manager")
        if outcome.items(option)
    }
    return group_after(replace(plan.before, **changed), done), done


def _row(plan: GroupPlan, outcome: Outcome, name: str | None) -> dict[str, Any]:
    group = plan.before or outcome.seen or plan.after
    known: Mapping[str, Any] = {"id": None, "name": name}
    if group:
        known = {"id": group.id or None, "name": group.name}
    # Of a new group that is not as planned, only its failure says how it is.
    if outcome.is_known and not (outcome.failure and outcome.items("group")):
        after, done = as_done(plan, outcome)
        known = {
            **(group_result(after) if after else known),
            "added": people_result(done.add),
            "removed": people_result(done.remove),
        }
    return {
        **known,
        "action": plan.action,
        "changed": outcome.changed,
        "failed": outcome.failure is not None,
        "msg": str(outcome.failure or ""),
    }


def _failure_of_groups(
    failures: list[DocSpaceError], groups: list[dict[str, Any]], changed: bool
) -> DocSpaceError:
    """The failure of some groups; the others are as desired."""
    cause = combine_errors(failures)
    failure = DocSpaceError(
        f"{len(failures)} of {len(groups)} groups are not as desired: {cause}",
        cause.code,
        **cause.details,
    )
    failure.facts = {"changed": changed, "groups": groups}
    return failure


def _unknown_warnings(plan: GroupListPlan, rules: GroupListRules) -> list[str]:
    """One warning for each person who is nobody, with the groups that name this person."""
    places: dict[Reference, list[str]] = {}
    for found, _plan in plan.plans:
        for key in rules.unknown(found, plan.snapshot, "warn"):
            places.setdefault(key, []).append(f'"{printable(_title(found))}"')
    warnings = [
        f"groups: {printable(key.text)}, named for {listed(titles)}, {UNKNOWN}."
        for key, titles in list(places.items())[:MAX_LISTED]
    ]
    more = len(places) - MAX_LISTED
    if more > 0:
        warnings.append(f"groups: {more} more are nobody on this portal; see unknown.")
    return warnings


def _title(found: FoundGroup) -> str:
    return found.group.name if found.group else found.desired.reference
