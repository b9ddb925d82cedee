# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Changes of the access to rooms in results."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from typing import Any, Protocol

from .._base.errors import DocSpaceError, combine_errors
from .._base.moments import written
from .._plan.access import AccessPlan, Affected, Change
from .._plan.access_rules import AccessRules
from .._plan.access_subjects import Directory, Subject
from .._plan.access_words import group_name
from .._plan.desired_access import DesiredEntry
from .._plan.effective_access import Access
from .._plan.room_levels import NONE, level_name
from .._portal.model.room import Room
from .access_diff import effect_line
from .people import person_result


class Outcome(Protocol):
    """What became of the writes for a room; see ``_engine/write.py``."""

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


def room_key(room: Room) -> dict[str, Any]:
    """A room in a result that is about who enters it."""
    return {"id": room.id, "title": room.title}


def access_facts(plan: AccessPlan, outcome: Outcome) -> dict[str, Any]:
    """What was done in a room for certain, and what people get by it; nothing if not known."""
    if not outcome.is_known:
        return {}
    done: list[Change] = outcome.items(plan.room.id)
    is_complete = len(done) == len(plan.changes)
    facts: dict[str, Any] = {
        "added": _changes(each for each in done if each.before == NONE),
        "changed_levels": _changes(each for each in done if NONE not in (each.before, each.after)),
        "removed": _changes(each for each in done if each.after == NONE),
    }
    affected = plan.affected if is_complete else ()
    return {
        **facts,
        "affected": [_affected(each, plan) for each in affected],
        "still_in": [_standing(each, plan) for each in still_in(plan)] if is_complete else [],
    }


def access_list_result(plans: Sequence[AccessPlan], outcomes: Sequence[Outcome]) -> dict[str, Any]:
    """The result of a task for many rooms.

    :raises DocSpaceError: with the rows of all rooms, if one is not as desired.
    """
    rows = [
        {
            **room_key(plan.room),
            **access_facts(plan, outcome),
            "action": "changed" if plan.changes else "none",
            "changed": outcome.changed,
            "failed": outcome.failure is not None,
            "msg": str(outcome.failure or ""),
        }
        for plan, outcome in zip(plans, outcomes)
    ]
    changed = any(outcome.changed for outcome in outcomes)
    failed = [outcome.failure for outcome in outcomes if outcome.failure]
    if failed:
        # Rooms that were written together fail for the same reason.
        cause = combine_errors(list({id(each): each for each in failed}.values()))
        failure = DocSpaceError(
            f"{len(failed)} of {len(rows)} rooms are not as desired: {cause}",
            cause.code,
            **cause.details,
        )
        failure.facts = {"changed": changed, "rooms": rows}
        raise failure
    return {"changed": changed, "rooms": rows}


def still_in(plan: AccessPlan) -> list[Affected]:
    """People who are put out, and get in all the same, as far as entries tell."""
    people = [each.subject.person for each in plan.removals if each.subject.person]
    out = {each.id: each for each in (*people, *plan.named_out, *plan.ended_people)}
    found = (Affected(person, None, plan.access_after(person)) for person in out.values())
    return [each for each in found if each.after]


def expiring(
    plan: AccessPlan, directory: Directory, rules: AccessRules
) -> list[tuple[Subject, DesiredEntry]]:
    """Whose access ends as soon as a task wants to be warned of."""
    within = rules.expiring_within
    if within is None:
        return []
    subjects = [(directory.subject(each), each) for each in plan.desired.add]
    return [
        (subject, each)
        for subject, each in subjects
        if subject and each.until and timedelta(0) < each.until - rules.now <= within
    ]


def expiring_result(
    plans: Iterable[AccessPlan], directory: Directory, rules: AccessRules
) -> list[dict[str, Any]]:
    """The same of all rooms in a result."""
    return [
        {
            "room": room_key(plan.room),
            **_subject(subject),
            "level": level_name(entry.level),
            **_notes(entry),
        }
        for plan in plans
        for subject, entry in expiring(plan, directory, rules)
    ]


def _changes(changes: Iterable[Change]) -> list[dict[str, Any]]:
    return [
        {
            **_subject(each.subject),
            "level": None if each.after == NONE else level_name(each.after),
            "previous_level": None if each.before == NONE else level_name(each.before),
            **_notes(each.desired),
        }
        for each in changes
    ]


def _subject(subject: Subject) -> dict[str, Any]:
    if subject.person:
        return {"user": person_result(subject.person), "group": None}
    return {"user": None, "group": {"id": subject.id, "name": subject.name}}


def _notes(entry: DesiredEntry | None) -> dict[str, Any]:
    until = entry.until if entry else None
    return {
        "until": written(until) if until else None,
        "reason": entry.reason if entry else None,
        "approved_by": entry.approved_by if entry else None,
    }


def _affected(affected: Affected, plan: AccessPlan) -> dict[str, Any]:
    names = {**affected.person.groups, **plan.group_names}
    return {
        "user": person_result(affected.person),
        "before": _access(affected.before, names),
        "after": _access(affected.after, names),
        "summary": effect_line(affected, plan),
    }


def _standing(affected: Affected, plan: AccessPlan) -> dict[str, Any]:
    names = {**affected.person.groups, **plan.group_names}
    return {"user": person_result(affected.person), **(_access(affected.after, names) or {})}


def _access(access: Access | None, names: Mapping[str, str]) -> dict[str, Any] | None:
    if access is None:
        return None
    groups = [{"id": each, "name": group_name(each, names)} for each in access.group_ids]
    return {
        "level": access.level_name,
        "cause": access.cause,
        "groups": sorted(groups, key=lambda group: (group["name"].lower(), group["id"])),
    }
