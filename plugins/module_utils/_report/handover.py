# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""How what people who leave own, and what becomes of it, looks in results and differences."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from .._base.texts import listed, printable
from .._plan.handover import Deletion, Handover, HandoverPlan, RoomTransfer
from .._plan.steps import Deed, Step
from .._portal.model.person import Person
from .._portal.model.room import Room
from .people import person_result
from .steps import what_became

Row = dict[str, Any]


def users_result(plan: HandoverPlan, deeds: Sequence[Deed]) -> list[Row]:
    """Everybody with what they owned and what became of it."""
    return [
        {
            **person_result(each.person),
            **handover_result(each, deeds),
            **what_became(each.person, plan.steps, deeds),
        }
        for each in plan.handovers
    ]


def handover_result(handover: Handover | None, deeds: Sequence[Deed]) -> Row:
    """What somebody owned, who was to get it, and what is known of it; empty if it stays."""
    if handover is None:
        return {}
    successor = handover.successor
    mine = [deed for deed in deeds if handover.person in deed.action.people]
    return {
        "rooms": rooms_result(handover.rooms),
        "successor": person_result(successor) if successor else None,
        "moved": _moved(mine),
        "deleted": _deleted(mine),
    }


def rooms_result(rooms: Iterable[Room]) -> list[Row]:
    """Rooms in a result."""
    return [{"id": each.id, "title": each.title, "archived": each.archived} for each in rooms]


def handover_diff(handovers: Iterable[Handover]) -> list[dict[str, str]]:
    """What gets another owner, and the accounts that go, for people to read."""
    before, after = [], []
    for each in handovers:
        old = each.person.label
        new = each.successor.label if each.successor else old
        rooms = [f"room {room_line(room)}" for room in each.rooms if each.to_start]
        before += [f"{room}: {old}\n" for room in rooms]
        after += [f"{room}: {new}\n" for room in rooms]
        if each.needs_successor:
            documents = f"documents shared by {printable(each.person.email or each.person.id)}"
            before.append(f"{documents}, if any: not handed over\n")
            after.append(f"{documents}, if any: {new}\n")
        if each.to_delete:
            before.append(f"account {old}: {each.person.status}\n")
            after.append(f"account {old}: deleted\n")
    if not before:
        return []
    header = "what people who leave own"
    return [
        {
            "before_header": header,
            "after_header": header,
            "before": "".join(before),
            "after": "".join(after),
        }
    ]


def handover_warnings(handovers: Sequence[Handover]) -> list[str]:
    """What to say of accounts that are deleted, every time."""
    going = [each.person for each in handovers if each.to_delete]
    if not going:
        return []
    found = [
        "Documents of their own that they shared with nobody are lost for good when these accounts"
        f" are deleted, as the portal hands over no others: {_labels(going)}. To keep them, have"
        " their owners share or move them first."
    ]
    ldap = [person for person in going if person.ldap]
    if ldap:
        found.append(
            f"These accounts come from a directory (LDAP): {_labels(ldap)}. Its next"
            " synchronisation may make them again; take them out there first."
        )
    return found


def without_rooms_warnings(plan: HandoverPlan) -> list[str]:
    """What to say of people about whom nothing is started, as they own no room."""
    people = [each.person for each in plan.handovers if not each.needs_successor]
    if not people:
        return []
    own = "owns" if len(people) == 1 else "own"
    return [
        f"users: {_labels(people)} {own} no room, so nothing was handed over. Nobody else can see"
        " whether there are documents that they shared; set without_rooms to start to hand over"
        " what there may be, or to ignore if that was done."
    ]


def documents_advice(steps: Iterable[Step], deeds: Iterable[Deed]) -> str:
    """What to do about documents that another run may not hand over; empty if there are none.

    Nothing shows them, and another run only begins where there are rooms, or something to disable.
    """
    actions = [action for step in steps for action in step.actions]
    finished = [
        deed.action for deed in deeds if deed.done or (deed.failure and deed.failure.is_final)
    ]
    # A deletion hands over what is shared too.
    going = [action.person for action in actions if isinstance(action, Deletion)]
    left = [
        action.person
        for action in actions
        if isinstance(action, RoomTransfer)
        and action not in finished
        and action.person not in going
    ]
    if not left:
        return ""
    return (
        "It begins nothing about people who are disabled and own no rooms: to hand over documents"
        f" that {_labels(left)} shared, use user_handover with without_rooms: start then."
    )


def room_line(room: Room) -> str:
    """A room in a difference."""
    return f"{room.label}{', archived' if room.archived else ''}"


def _moved(mine: Iterable[Deed]) -> list[Row] | None:
    """The rooms that the successor has for certain; None if nothing could be read afterwards."""
    for deed in mine:
        action = deed.action
        if isinstance(action, RoomTransfer):
            if deed.seen is not None:
                return rooms_result(room for room in action.rooms if room.id in deed.seen.taken)
            if deed.done is None:
                return None
            return rooms_result(action.rooms if deed.done else ())
    return []


def _deleted(mine: Iterable[Deed]) -> bool | None:
    """Whether an account is deleted; None if it is not known."""
    for deed in mine:
        if isinstance(deed.action, Deletion):
            return None if deed.done is None else bool(deed.done)
    return False


def _labels(people: Sequence[Person]) -> str:
    return listed([person.label for person in people])
