# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Plans for rooms, as differences for people to read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .._base.quotas import quota_text
from .._base.texts import printable
from .._plan.access_words import with_cause
from .._plan.room_rules import contents
from .._plan.rooms import RoomPlan
from .._portal.model.person import Person
from .._portal.model.room import Room
from .._portal.model.room_properties import ROOM_PROPERTIES
from .documents import yaml_lines

Values = dict[str, Any]

#: The portal makes a link with each room of these types.
_LINKED = {"public", "filling_forms"}


def room_diff(plan: RoomPlan) -> dict[str, str]:
    """What changes of a room, or all of one that is created or deleted."""
    if plan.deletes and plan.before:
        before, after = _whole(plan.before), {}
        before["content"] = contents(plan.before)
    elif plan.creates and plan.after:
        before, after = {}, _new(plan, plan.after)
    else:
        before, after = _changes(plan)
    return {
        "before_header": _header(plan.before),
        "after_header": _header(plan.after),
        "before": _text(before),
        "after": _text(after),
    }


def _changes(plan: RoomPlan) -> tuple[Values, Values]:
    before: Values = {}
    after: Values = {}
    for each in plan.comparison.changes:
        option = each.property.option
        before[option], after[option] = _value(option, each.before), _value(option, each.after)
    if plan.before and plan.after:
        if plan.add or plan.remove:
            before["tags"], after["tags"] = list(plan.before.tags), list(plan.after.tags)
        if plan.before.archived != plan.after.archived:
            before["archived"], after["archived"] = plan.before.archived, plan.after.archived
        if plan.handover:
            before["owner"], after["owner"] = _owner(plan, plan.before), _owner(plan, plan.after)
            before["access"], after["access"] = _access(plan)
    return before, after


def _new(plan: RoomPlan, room: Room) -> Values:
    named = {each.property.option for each in plan.comparison.changes}
    values: Values = {
        each.option: _value(each.option, each.read(room))
        for each in ROOM_PROPERTIES
        if each.option in {"title", "room_type", *named}
    }
    if room.tags:
        values["tags"] = list(room.tags)
    if plan.template:
        values["template"] = printable(plan.template.title)
    if room.owner_id:
        values["owner"] = _owner(plan, room)
    if plan.handover:
        values["access"] = _access(plan)[1]
    if room.type in _LINKED:
        values["primary_link"] = "made by the portal, without a password and without an end"
    return values


def _whole(room: Room) -> Values:
    values = {each.option: _value(each.option, each.read(room)) for each in ROOM_PROPERTIES}
    shown = {key: value for key, value in values.items() if value not in (None, "", False)}
    return {
        **shown,
        "tags": list(room.tags),
        "owner": _name(room),
        "archived": room.archived,
    }


def _access(plan: RoomPlan) -> tuple[list[str], list[str]]:
    """As what the former owner and the new one are in the room, before and after."""
    people = plan.handover.people if plan.handover else ()
    names = {key: name for each in people for key, name in each.person.groups.items()}
    before, after = (
        [f"{each.person.label}: {with_cause(access, names)}" for each, access in rows]
        for rows in (
            [(each, each.before) for each in people],
            [(each, each.after) for each in people],
        )
    )
    return before, after


def _owner(plan: RoomPlan, room: Room) -> str:
    people: dict[str, Person] = {}
    if plan.handover:
        people = {each.person.id: each.person for each in plan.handover.people}
        people[plan.handover.owner.id] = plan.handover.owner
    return people[room.owner_id].label if room.owner_id in people else _name(room)


def _name(room: Room) -> str:
    return printable(room.owner_name or room.owner_id)


def _header(room: Room | None) -> str:
    return f"room {printable(room.title)}" if room else "no room"


def _value(option: str, value: Any) -> Any:
    if option == "quota":
        return None if value is None else quota_text(value)
    if isinstance(value, Mapping):
        return {key: inner for key, inner in value.items() if inner not in ("", [], 0)} or None
    return (printable(value) or None) if isinstance(value, str) else value


def _text(values: Values) -> str:
    return "".join(f"{line}\n" for line in yaml_lines(values))
