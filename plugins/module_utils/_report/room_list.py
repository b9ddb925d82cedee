# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""What was done with rooms, in results."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

from .._base.errors import DocSpaceError
from .._base.texts import printable
from .._plan.properties import PropertyChange, compare
from .._plan.room_rules import unchangeable_warnings
from .._plan.rooms import RoomPlan
from .._portal.model.person import Person
from .._portal.model.room import Room
from .._portal.model.room_properties import ROOM_PROPERTIES
from .rooms import room_result

Row = dict[str, Any]


class Outcome(Protocol):
    """What became of the writes for a room; see ``_engine/write.py``."""

    seen: Any
    done: Any
    failure: DocSpaceError | None
    warnings: list[str]

    @property
    def changed(self) -> bool:
        """Whether something was changed, or may have been."""

    def items(self, kind: str) -> list[Any]:
        """To what something was done for certain."""


def one_room_result(plan: RoomPlan, outcome: Outcome) -> Row:
    """The result of a task for one room.

    :raises DocSpaceError: with what was done, if the room is not as desired.
    """
    row = room_row(plan, outcome)
    if outcome.failure:
        outcome.failure.facts = {
            "changed": outcome.changed,
            "changes": row["changes"],
            **({"room": row["room"]} if outcome.done is not None else {}),
        }
        raise outcome.failure
    return {
        "changed": outcome.changed,
        **row,
        "warnings": [*room_warnings(plan, outcome), *outcome.warnings],
    }


def room_row(plan: RoomPlan, outcome: Outcome) -> Row:
    """A room as it is after the task, and what was done with it."""
    deleted = outcome.items("deleted")
    # What is deleted is shown as it was.
    room = plan.before if deleted else outcome.seen
    owner = _known_owners(plan).get(room.owner_id) if room else None
    return {
        "room": room_result(room, owner) if room else None,
        "action": plan.action,
        # Not known is not none.
        "changes": None if outcome.done is None else _kinds(outcome),
        "destroyed": {"files": deleted[0].files, "folders": deleted[0].folders}
        if deleted
        else None,
        "unchangeable": [
            {
                "option": each.property.option,
                "current": _plain(each.before),
                "desired": _plain(each.after),
                "reason": each.obstacle,
            }
            for each in _unchangeable(plan, outcome)
        ],
    }


def room_warnings(plan: RoomPlan, outcome: Outcome) -> list[str]:
    """What to say of a plan, every time."""
    found = unchangeable_warnings(plan, _unchangeable(plan, outcome))
    if plan.handover:
        found += [
            f'{each.person.label} stays in the room "{printable(plan.title)}" as'
            f" {each.after.level_name}, as the portal leaves every former owner."
            for each in plan.handover.people
            if each.after and each.person != plan.handover.owner
        ]
    return found


def _unchangeable(plan: RoomPlan, outcome: Outcome) -> tuple[PropertyChange[Room], ...]:
    """What cannot be as desired; of a new room, the quota may only be known afterwards."""
    found = plan.comparison.unchangeable
    quota = plan.desired.properties.get("quota")
    if plan.creates and not found and quota is not None and outcome.seen and outcome.seen.id:
        return compare(ROOM_PROPERTIES, outcome.seen, {"quota": quota}).unchangeable
    return found


def _known_owners(plan: RoomPlan) -> Mapping[str, Person]:
    found = {}
    if plan.handover:
        found = {each.person.id: each.person for each in plan.handover.people}
        found[plan.handover.owner.id] = plan.handover.owner
    if plan.owner:
        found[plan.owner.id] = plan.owner
    return found


def _kinds(outcome: Outcome) -> list[str]:
    return list(dict.fromkeys(effect.kind for effect in outcome.done))


def _plain(value: Any) -> Any:
    return value or None if isinstance(value, (dict, str)) else value
