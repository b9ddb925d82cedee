# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""All that a task tells of a whole portal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from .._base.errors import DocSpaceError, combine_errors
from .._base.texts import listed
from .._plan.group_list import GroupListPlan
from .._plan.whole_portal import PortalDone
from .accounts_part import accounts_part
from .group_list import group_list_diff, group_list_result
from .parts import Part, once
from .whole_rooms import rooms_part

_OF_USERS = ("users", "unlisted", "seats")
#: What was done about an account that is more than a change of it.
_MADE = {"invited", "created"}


def portal_result(done: PortalDone, warnings: Sequence[str], diff_mode: bool) -> dict[str, Any]:
    """The result of a task for a whole portal.

    :param warnings: that come first.
    :raises DocSpaceError: with all that was done, if something is not as desired.
    """
    parts = []
    summary: dict[str, Any] = {}
    if done.users:
        part = accounts_part(done.users, done.deeds, diff_mode)
        summary["users"] = _count_accounts(part.facts["users"], part.facts["disabled"])
        kept = {key: part.facts[key] for key in ("changed", *_OF_USERS)}
        parts.append(Part(kept, part.warnings, part.diff, part.failure))
    if done.groups:
        part = _groups_part(done.groups, done, diff_mode)
        summary["groups"] = _count_groups(part.facts["groups"])
        parts.append(part)
    if done.rooms and done.room_rules:
        part = rooms_part(done.rooms, done.rooms_done, done.room_rules, diff_mode)
        summary["rooms"] = part.facts["summary"]
        parts.append(part)
    result: dict[str, Any] = {}
    for part in parts:
        unknown = result.get("unknown", [])
        result.update(part.facts)
        if "unknown" in result:
            result["unknown"] = once([*unknown, *result["unknown"]])
    result["changed"] = any(part.changed for part in parts)
    result["summary"] = summary
    said = [*warnings, *(text for part in parts for text in part.warnings), *done.warnings]
    result["warnings"] = once(said)
    failures = [part.failure for part in parts if part.failure]
    if done.refusal:
        failures.append(_told_after_writes(done.refusal, result["changed"]))
    if failures:
        raise _failure(failures, done.not_begun, result)
    if diff_mode:
        result["diff"] = [each for part in parts for each in part.diff]
    return result


def _groups_part(plan: GroupListPlan, done: PortalDone, diff_mode: bool) -> Part:
    diff = group_list_diff(plan.group_plans) if diff_mode else []
    try:
        facts = group_list_result(plan, done.outcomes, done.group_rules)
    except DocSpaceError as failure:
        return Part(failure.facts, list(plan.warnings), diff, failure)
    return Part(facts, facts.pop("warnings"), diff)


def _told_after_writes(refusal: DocSpaceError, changed: bool) -> DocSpaceError:
    """A refusal that comes when something was changed already."""
    if not changed:
        return refusal
    return DocSpaceError(
        f"What comes first is as desired now. The rest could not be planned again: {refusal}",
        refusal.code,
        **refusal.details,
    )


def _failure(
    failures: Sequence[DocSpaceError], not_begun: Sequence[str], facts: dict[str, Any]
) -> DocSpaceError:
    cause = combine_errors(failures)
    left = f" Not begun: {listed(list(not_begun))}." if not_begun else ""
    failure = DocSpaceError(f"{cause}{left}", cause.code, **cause.details)
    failure.facts = facts
    return failure


def _count_accounts(
    rows: Iterable[dict[str, Any]], disabled: Sequence[dict[str, Any]]
) -> dict[str, int]:
    """How many accounts were changed in which way; those that are not named count if disabled."""
    counts: Counter[str] = Counter()
    for row in rows:
        if row["failed"]:
            counts["failed"] += 1
        elif not row["changed"]:
            counts["unchanged"] += 1
        elif not _MADE.isdisjoint(row["done"]):
            counts["created"] += 1
        elif "disabled" not in row["done"]:
            counts["changed"] += 1
    counts["disabled"] = len(disabled)
    return _all(counts, ("created", "changed", "disabled", "unchanged", "failed"))


def _count_groups(rows: Iterable[dict[str, Any]]) -> dict[str, int]:
    counts: Counter[str] = Counter()
    for row in rows:
        action = "unchanged" if row["action"] == "none" else row["action"]
        counts["failed" if row["failed"] else action] += 1
    return _all(counts, ("created", "changed", "deleted", "unchanged", "failed"))


def _all(counts: Counter[str], names: Iterable[str]) -> dict[str, int]:
    return {name: counts[name] for name in names}
