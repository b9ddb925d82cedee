# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""How people who leave, and what becomes of them, look in results, reports and differences."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from .._base.texts import listed, printable
from .._plan.belongings import Belongings
from .._plan.new_managers import NewManagers
from .._plan.offboarding import Departure, Disabling, Leaver, ManagerChange, OffboardingPlan
from .._plan.room_departures import EnteredRoom
from .._plan.steps import Deed
from .._portal.model.group import Group
from .belongings import belongings_lines, belongings_result
from .documents import json_document, yaml_document
from .handover import handover_diff, handover_result, handover_warnings
from .people import person_result
from .room_departures import departure_warnings, departures_result, entered_result, room_lines
from .steps import few, what_became

Row = dict[str, Any]


def leavers_result(plan: OffboardingPlan, deeds: Sequence[Deed]) -> list[Row]:
    """Everybody who leaves, with what they had and what became of it."""
    return [_leaver_result(plan, leaver, deeds) for leaver in plan.leavers]


def belongings_facts(plan: OffboardingPlan) -> Row:
    """What those have besides groups about whom something would change, if that was read."""
    rows = [
        {**_person(each), **belongings_result(each.person, each.belongings)}
        for each in plan.leavers
        if each.belongings
    ]
    return {"belongings": rows} if rows else {}


def offboarding_report(plan: OffboardingPlan, portal: str, time: str, written: str) -> str:
    """What those had about whom there is something to do, as a file for people to keep.

    :param written: ``json`` or ``yaml``.
    """
    content = {"portal": portal, "time": time, "leavers": list(map(_had, plan.changing))}
    return json_document(content) if written == "json" else yaml_document(content)


def offboarding_warnings(plan: OffboardingPlan, new_managers: NewManagers) -> list[str]:
    """What to say of groups in which people are kept, or which lose their manager."""
    kept = [
        f"users: {leaver.person.label} stays in {_labels(leaver.kept)}, which a directory (LDAP)"
        " owns; take this person out there, or set allow_ldap_group."
        for leaver in plan.leavers
        if leaver.kept
    ]
    without = [
        f"{leaver.person.label} is the manager of {group.label}, which has no manager afterwards;"
        " name one with new_managers or new_manager."
        for leaver in plan.leavers
        for group in leaver.managed
        if group.id not in plan.new_managers
    ]
    return [
        *few(kept, "stay in groups", "leavers"),
        *few(without, "leave a group without manager", "leavers"),
        *few(departure_warnings(plan.leavers), "stay in lists of rooms", "leavers"),
        *_unused(new_managers.unused(plan.lost)),
        *handover_warnings(plan.handovers),
    ]


def offboarding_diff(plan: OffboardingPlan) -> list[dict[str, str]]:
    """Those about whom there is something to do, and the groups whose manager changes."""
    people = plan.changing
    what = "status and groups"
    if any(each.entered is not None for each in people):
        what = "status, groups and rooms"
    header = f"{what} of people who leave ({len(people)})"
    found = [
        {
            "before_header": header,
            "after_header": header,
            "before": "".join(map(_lines_before, people)),
            "after": "".join(map(_lines_after, people)),
        }
    ]
    managed = [(leaver, group) for leaver in people for group in leaver.managed]
    if managed:
        header = f"managers of groups ({len(managed)})"
        after = plan.new_managers
        found.append(
            {
                "before_header": header,
                "after_header": header,
                "before": "".join(
                    f"{printable(group.name)}: {leaver.person.label}\n" for leaver, group in managed
                ),
                "after": "".join(
                    f"{printable(group.name)}:"
                    f" {after[group.id].label if group.id in after else 'nobody'}\n"
                    for _leaver, group in managed
                ),
            }
        )
    found += handover_diff(plan.handovers)
    had = [each for each in people if each.belongings]
    found += [{"prepared": "".join(map(_had_lines, had))}] if had else []
    return found if people else []


def _had(leaver: Leaver) -> Row:
    return {
        **_person(leaver),
        "previous_status": leaver.person.status,
        "groups": _names(leaver.groups),
        "managed": _names(leaver.managed),
        "kept": _names(leaver.kept),
        **belongings_result(leaver.person, leaver.belongings or Belongings()),
        **({} if leaver.entered is None else {"rooms_entered": entered_result(leaver.entered)}),
    }


def _leaver_result(plan: OffboardingPlan, leaver: Leaver, deeds: Sequence[Deed]) -> Row:
    person = leaver.person
    mine = [deed for deed in deeds if person in deed.action.people]
    left = [
        deed.action.group
        for deed in mine
        if isinstance(deed.action, Departure) and person in (deed.done or ())
    ]
    return {
        **_person(leaver),
        "status": _status_now(leaver, mine),
        "previous_status": person.status,
        "groups": _names(leaver.groups),
        "left": _names(left),
        "kept": _names(leaver.kept),
        "managed": [_managed_result(leaver, group, mine) for group in leaver.managed],
        **departures_result(leaver, mine),
        **handover_result(leaver.handover, mine),
        **what_became(person, plan.steps, mine),
    }


def _person(leaver: Leaver) -> Row:
    """Who it is; the status is another one before and after."""
    row = person_result(leaver.person)
    del row["status"]
    return row


def _status_now(leaver: Leaver, mine: Iterable[Deed]) -> str | None:
    """The status of an account; None if it is not known."""
    for deed in mine:
        if isinstance(deed.action, Disabling):
            if deed.done is None:
                return None
            return _status_after(leaver) if leaver.person in deed.done else leaver.person.status
    return leaver.person.status


def _managed_result(leaver: Leaver, group: Group, mine: Sequence[Deed]) -> Row:
    """A group that somebody managed, and who does now; without that if it is not known."""
    manager: Row | None = person_result(leaver.person)
    for deed in mine:
        action = deed.action
        if not isinstance(action, (Departure, ManagerChange)) or action.group != group:
            continue
        if deed.done is None:
            return _name(group)
        if isinstance(action, ManagerChange) and deed.done:
            manager = person_result(action.manager)
            break
        if isinstance(action, Departure) and leaver.person in deed.done:
            manager = None
    return {**_name(group), "manager": manager}


def _status_after(leaver: Leaver) -> str:
    return "disabled" if leaver.to_disable else leaver.person.status


def _names(groups: Iterable[Group]) -> list[Row]:
    return [_name(group) for group in groups]


def _name(group: Group) -> Row:
    return {"id": group.id, "name": group.name}


def _labels(groups: Iterable[Group]) -> str:
    return listed([group.label for group in groups])


def _unused(groups: Sequence[str]) -> list[str]:
    """A misspelt group looks like one that was handed over by an earlier run."""
    if not groups:
        return []
    names = listed([f'"{printable(text)}"' for text in groups])
    return [
        f"new_managers: no manager leaves {names}, so nobody takes over there; check the names, and"
        " take out what is done."
    ]


def _had_lines(leaver: Leaver) -> str:
    """What somebody has besides groups, and who gets it."""
    handover = leaver.handover
    successor = handover.successor if handover and handover.to_start else None
    going = f"goes to {successor.label}" if successor else "stays as it is"
    rest = "stays as it is"
    if handover and handover.to_delete:
        rest = "ends with the account"
    elif leaver.is_disabled_then:
        rest = "rests while the account is disabled"
    had = []
    if leaver.belongings:
        left = frozenset(room.id for room in leaver.rooms_to_leave)
        had = belongings_lines(leaver.person, leaver.belongings, going, rest, left)
    return "".join(f"{line}\n" for line in [f"{leaver.person.label} has:", *had])


def _lines_before(leaver: Leaver) -> str:
    return _lines(leaver, leaver.person.status, leaver.groups, leaver.entered or ())


def _lines_after(leaver: Leaver) -> str:
    staying = [each for each in leaver.entered or () if each.obstacle]
    return _lines(leaver, _status_after(leaver), leaver.kept, staying)


def _lines(
    leaver: Leaver, status: str, groups: Iterable[Group], rooms: Iterable[EnteredRoom]
) -> str:
    """Somebody with their groups and rooms, for people to read."""
    lines = [f"{leaver.person.label}: {status}"]
    for group in groups:
        is_manager = group.manager and group.manager.id == leaver.person.id
        lines.append(f"  {printable(group.name)}{' (manager)' if is_manager else ''}")
    lines += room_lines(rooms)
    return "".join(f"{line}\n" for line in lines)
