# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Rooms with those who may enter them and their links, in results."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Protocol

from .._base.errors import DocSpaceError, combine_errors
from .._plan.access import AccessPlan
from .._plan.access_list_rules import unknown_entries
from .._plan.access_subjects import Directory
from .._plan.whole_rooms import WholeRoomPlan, WholeRoomRules, WholeRoomsPlan, whole_access
from .access import access_facts, expiring_result
from .access_diff import access_list_diff
from .access_warnings import access_warnings
from .parts import Part
from .room_diff import room_diff
from .room_link_diff import room_link_diff, room_link_warnings
from .room_links import room_link_result
from .room_list import room_row, room_warnings

Row = dict[str, Any]

#: What a summary counts: rooms, and what changed in them.
_ACTIONS = ("created", "changed", "deleted", "unchanged", "failed")
_INSIDE = ("let_in", "levels_changed", "put_out", "links_changed")


class Done(Protocol):
    """What became of the plan for a room; see ``_engine/whole_room_writes.py``."""

    plan: WholeRoomPlan
    room: Any
    access: Any
    links: list[Any]
    warnings: list[str]

    @property
    def failures(self) -> list[DocSpaceError]:
        """Why the room is not as desired."""

    @property
    def changed(self) -> bool:
        """Whether something was changed, or may have been."""


def rooms_part(
    plan: WholeRoomsPlan, done: Sequence[Done], rules: WholeRoomRules, diff_mode: bool = True
) -> Part:
    """What became of the plans for rooms."""
    rows = [_row(each) for each in done]
    plans = [whole_access(each.plan) for each in done if each.plan.access]
    facts = {
        "changed": any(each.changed for each in done),
        "rooms": rows,
        "summary": count_rooms(rows),
        "expiring": expiring_result(plans, plan.directory, rules.access),
        "unknown": _unknown(plans, plan.directory),
    }
    warnings = [*plan.warnings, *(text for each in done for text in _warnings(each))]
    warnings += access_warnings(plans, plan.directory, rules.access)
    diff = [each for one in plan.plans for each in _diff(one)] if diff_mode else []
    return Part(facts, warnings, diff, _failure(done, facts))


def count_rooms(rows: Iterable[Row]) -> dict[str, int]:
    """How many rooms were changed in which way, and how many entries and links."""
    counts: Counter[str] = Counter()
    for row in rows:
        action = "unchanged" if row["action"] == "none" else row["action"]
        counts["failed" if row["failed"] else action] += 1
        access = row["access"] or {}
        for key, name in (("added", "let_in"), ("removed", "put_out")):
            counts[name] += len(access.get(key, ()))
        counts["levels_changed"] += len(access.get("changed_levels", ()))
        counts["links_changed"] += sum(each["action"] != "none" for each in row["links"])
    return {name: counts[name] for name in (*_ACTIONS, *_INSIDE)}


def _unknown(plans: Sequence[AccessPlan], directory: Directory) -> list[str]:
    """What the lists name that is nobody, as it is written."""
    found = (
        each.entry.reference.text for plan in plans for each in unknown_entries(plan, directory)
    )
    return list(dict.fromkeys(found))


def _row(done: Done) -> Row:
    row = room_row(done.plan.room, done.room)
    room = row["room"] or {"id": None, "title": done.plan.room.title}
    access = None
    if done.plan.access and done.access:
        access = access_facts(_as_done(done), done.access)
    return {
        **row,
        "id": room["id"],
        "title": room["title"],
        "action": done.plan.action,
        "access": access,
        "links": [_link(plan, outcome) for plan, outcome in zip(done.plan.links, done.links)],
        "changed": done.changed,
        "failed": bool(done.failures),
        "msg": " ".join(map(str, done.failures)),
    }


def _as_done(done: Done) -> AccessPlan:
    """The plan whose changes the outcome has."""
    return whole_access(done.plan)


def _link(plan: Any, outcome: Any) -> Row:
    link = next(iter(outcome.seen or ()), None) or plan.before or plan.after
    return {
        **(room_link_result(link) if link else {}),
        "action": plan.action,
        "changed": outcome.changed,
        "failed": outcome.failure is not None,
    }


def _warnings(done: Done) -> Iterable[str]:
    yield from done.warnings
    yield from room_warnings(done.plan.room, done.room)
    for each in done.plan.links:
        yield from room_link_warnings(each)
    for outcome in (done.room, done.access, *done.links):
        if outcome:
            yield from outcome.warnings


def _diff(plan: WholeRoomPlan) -> list[dict[str, str]]:
    found = [room_diff(plan.room)] if plan.room.changes else []
    if plan.access:
        access = whole_access(plan)
        found += access_list_diff([access]) if access.changes else []
    found += [room_link_diff(each) for each in plan.links if each.action != "none"]
    return found


def _failure(done: Sequence[Done], facts: Mapping[str, Any]) -> DocSpaceError | None:
    failed = [each for each in done if each.failures]
    if not failed:
        return None
    # Rooms that were written together fail for the same reason.
    reasons = {id(each): each for one in failed for each in one.failures}
    cause = combine_errors(list(reasons.values()))
    failure = DocSpaceError(
        f"{len(failed)} of {len(done)} rooms are not as desired: {cause}",
        cause.code,
        **cause.details,
    )
    failure.facts = dict(facts)
    return failure
