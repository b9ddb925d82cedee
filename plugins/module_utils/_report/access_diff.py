# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Changes of the access to rooms as differences, person by person with the cause."""

from __future__ import annotations

from collections.abc import Iterable

from .._base.moments import written
from .._base.texts import printable
from .._plan.access import AccessPlan, Affected, Change
from .._plan.access_words import with_cause
from .._plan.effective_access import EVERYONE
from .._plan.room_levels import NONE, level_name
from .people import person_line


def access_list_diff(plans: Iterable[AccessPlan]) -> list[dict[str, str]]:
    """The rooms that change, before and after, for people to read."""
    return [access_diff(plan) for plan in plans if plan.changes]


def access_diff(plan: AccessPlan) -> dict[str, str]:
    """What groups are in a room, and what people get and why, before and after."""
    header = f"access to {plan.room.label}"
    before, after = [], []
    for each in plan.changes:
        if not each.subject.person:
            label = f"group {printable(each.subject.name)}"
            before.append(f"{label}: {_level(each.before)}")
            after.append(f"{label}: {_level(each.after)}{_notes(each)}")
        if each.subject.id == EVERYONE:
            before.append(f"everybody with an account: {_at_least(each.before)}")
            after.append(f"everybody with an account: {_at_least(each.after)}")
    changes = {each.subject.id: each for each in plan.changes}
    for person in plan.affected:
        was, now = _before_and_after(person, plan)
        label = person_line(person.person)
        change = changes.get(person.person.id)
        before.append(f"{label}: {was}")
        after.append(f"{label}: {now}{_notes(change) if change else ''}")
    return {
        "before_header": header,
        "after_header": header,
        "before": "".join(f"{line}\n" for line in before),
        "after": "".join(f"{line}\n" for line in after),
    }


def effect_line(affected: Affected, plan: AccessPlan) -> str:
    """What changes for somebody, on one line."""
    was, now = _before_and_after(affected, plan)
    who = printable(affected.person.email or affected.person.id)
    return f"{who}: {was} -> {now}"


def _before_and_after(affected: Affected, plan: AccessPlan) -> tuple[str, str]:
    names = {**affected.person.groups, **plan.group_names}
    return with_cause(affected.before, names), with_cause(affected.after, names)


def _level(level: int) -> str:
    return "none" if level == NONE else level_name(level)


def _at_least(level: int) -> str:
    """What people get by the group that everybody is in."""
    if level == NONE:
        return "nothing by group Everyone"
    return f"{level_name(level)} (by group Everyone), unless an entry of their own says otherwise"


def _notes(change: Change) -> str:
    """Until when, and why."""
    entry = change.desired
    if not entry:
        return ""
    parts = []
    if entry.until:
        word = "ended" if change.after == NONE else "until"
        parts.append(f"{word} {written(entry.until)}")
    if entry.reason:
        parts.append(printable(entry.reason))
    if entry.approved_by:
        parts.append(f"approved by {printable(entry.approved_by)}")
    return f" [{'; '.join(parts)}]" if parts else ""
