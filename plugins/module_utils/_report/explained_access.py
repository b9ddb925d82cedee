# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Somebody's access to rooms in words, and what it would be without some groups."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from .._base.texts import printable
from .._plan.access_report_facts import REPORT
from .._plan.effective_access import ADMINISTRATOR, DIRECT, GROUP, LINK, OWNER
from .._portal.model.person import Person
from .access_causes import cause_result, reason_not_in
from .told_access import BY_EVERYONE, ToldAccess, ToldRoom
from .told_by_report import told_by_report
from .told_by_room_info import told_by_room_info
from .told_rows import RESULT, mapping, not_told

#: Why it is not known whether somebody is in.
UNSEEN = "unseen"
_BY = {
    DIRECT: "an entry of their own",
    BY_EVERYONE: "the group of everybody",
    LINK: "a link that they followed",
}
_WHY_NOT = {
    "disabled": "does not get in, as the account is disabled",
    "pending": "does not get in, as the invitation is not accepted yet",
    UNSEEN: "may get in or not, as the key that read this is not shown this person",
}


def told_access(result: Any, reference: str) -> ToldAccess:
    """What a result of ``room_info`` or ``access_report``, or a report, tells of a person.

    :raises OptionError: if it is something else, or does not tell of this person.
    """
    if isinstance(result, str):
        raise not_told("it is a text, which from_json may read")
    found = mapping(result, RESULT)
    report = found.get("report")
    if isinstance(report, Mapping):
        return told_by_report(report, reference)
    if report == REPORT:
        return told_by_report(found, reference)
    if "rooms" not in found:
        raise not_told("it has no rooms")
    return told_by_room_info(found, reference)


def explained(told: ToldAccess, left: Sequence[str] | None = None) -> list[dict[str, Any]]:
    """A row for each room, with a sentence.

    :param left: the ids of groups without which it is told as well; None if that is not asked for.
    """
    without = None if left is None else told.without(left)
    names = [told.group_names[each] or each for each in left or ()]
    return [_row(told, room, without, names) for room in told.rooms]


def _row(
    told: ToldAccess, room: ToldRoom, without: Person | None, left: Sequence[str]
) -> dict[str, Any]:
    person = told.person
    now = _state(told, room, person)
    then = _state(told, room, without) if without else None
    change = _change(now, then) if then and room.is_seen else None
    archived = ", in the archive" if room.room.archived else ""
    whom = printable(person.email or person.display_name or person.id)
    sentences = [f"{room.room.label}{archived}: {whom} {_is(now, room)}."]
    if then and change:
        sentences.append(f"Without {_groups(left)}: {_then(then, change, room)}.")
    return {
        "room": {"id": room.room.id, "title": room.room.title, "archived": room.room.archived},
        "user": {"id": person.id, "display_name": person.display_name, "email": person.email},
        **now,
        "without": then,
        "change": change,
        "text": " ".join(sentences),
    }


def _state(told: ToldAccess, room: ToldRoom, person: Person) -> dict[str, Any]:
    if not room.is_seen:
        return {"level": None, "cause": None, "causes": [], "why_not": UNSEEN}
    causes = [cause_result(each, told.group_names) for each in room.causes(person)]
    return {
        "level": causes[0]["level"] if causes else None,
        "cause": causes[0]["cause"] if causes else None,
        "causes": causes,
        "why_not": None if causes else reason_not_in(person),
    }


def _change(now: Mapping[str, Any], then: Mapping[str, Any]) -> str:
    if now["level"] == then["level"]:
        return "same"
    return "changed" if then["level"] else "lost"


def _is(state: Mapping[str, Any], room: ToldRoom) -> str:
    """As what somebody is in a room, as the rest of a sentence."""
    if not state["level"]:
        return _WHY_NOT.get(state["why_not"]) or f"is {_not_in(state, room)}"
    others = [_reason(each) for each in state["causes"] if not each["counts"]]
    verb = "do not count" if len(others) > 1 else "does not count"
    return f"is {_in(state)}" + (f"; {_joined(others)} {verb}" if others else "")


def _then(state: Mapping[str, Any], change: str, room: ToldRoom) -> str:
    if change != "same":
        return _in(state) if state["level"] else _not_in(state, room)
    return f"the same, {_in(state)}" if state["level"] else "the same"


def _in(state: Mapping[str, Any]) -> str:
    """As what somebody is in a room, and by what."""
    if state["cause"] == OWNER:
        return "the owner"
    if state["cause"] == ADMINISTRATOR:
        return "in as an administrator"
    counting = [each for each in state["causes"] if each["counts"]]
    return f"{state['level']} by {_joined([_by(each) for each in counting])}"


def _not_in(state: Mapping[str, Any], room: ToldRoom) -> str:
    may_have_come = room.room.has_links and not room.room.archived
    return "not in" + (", unless they came by an external link" if may_have_come else "")


def _reason(cause: Mapping[str, Any]) -> str:
    """A reason that does not count."""
    if cause["cause"] == ADMINISTRATOR:
        return "being an administrator"
    return f"{_by(cause)} ({cause['level']})"


def _by(cause: Mapping[str, Any]) -> str:
    if cause["cause"] == GROUP:
        return f'group "{printable(cause["group"]["name"] or cause["group"]["id"])}"'
    return _BY[cause["cause"]]


def _groups(left: Sequence[str]) -> str:
    named = _joined([f'"{printable(each)}"' for each in left])
    return f"{'groups' if len(left) > 1 else 'group'} {named}"


def _joined(parts: Sequence[str]) -> str:
    *others, last = parts
    return f"{', '.join(others)} and {last}" if others else last
