# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""How people who leave, and what becomes of them, look in results, reports and differences."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from .._base.errors import MAX_LISTED, DocSpaceError, combine_errors
from .._base.texts import listed, printable
from .._plan.new_managers import NewManagers
from .._plan.offboarding import (
    Deed,
    Departure,
    Disabling,
    HandOver,
    Leaver,
    OffboardingPlan,
)
from .._portal.model.group import Group
from .documents import json_document, yaml_document
from .people import person_result

Row = dict[str, Any]


def leavers_result(plan: OffboardingPlan, deeds: Sequence[Deed]) -> list[Row]:
    """Everybody who leaves, with what they had and what became of it."""
    return [_leaver_result(plan, leaver, deeds) for leaver in plan.leavers]


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
        if group.id not in plan.hand_overs
    ]
    return [
        *_few(kept, "stay in groups"),
        *_few(without, "leave a group without manager"),
        *_unused(new_managers.unused(plan.lost)),
    ]


def offboarding_diff(plan: OffboardingPlan) -> list[dict[str, str]]:
    """Those about whom there is something to do, and the groups whose manager changes."""
    people = plan.changing
    header = f"status and groups of people who leave ({len(people)})"
    found = [
        {
            "before_header": header,
            "after_header": header,
            "before": "".join(_lines(each, each.person.status, each.groups) for each in people),
            "after": "".join(_lines(each, _status_after(each), each.kept) for each in people),
        }
    ]
    managed = [(leaver, group) for leaver in people for group in leaver.managed]
    if managed:
        header = f"managers of groups ({len(managed)})"
        after = plan.hand_overs
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
    return found if people else []


def failure_of_steps(
    plan: OffboardingPlan, deeds: Sequence[Deed], facts: dict[str, Any]
) -> DocSpaceError | None:
    """The failure of some writes, with what was not begun because of it; None if all went well.

    :param facts: for the result.
    """
    failures = [deed.failure for deed in deeds if deed.failure]
    if not failures:
        return None
    cause = combine_errors(failures)
    done = [deed.action for deed in deeds]
    left = [step.title for step in plan.steps if step.actions[0] not in done]
    not_begun = f" Not begun: {listed(left)}." if left else ""
    failure = DocSpaceError(
        f"Not everybody is offboarded: {cause}{not_begun} Run the task again to complete it.",
        cause.code,
        **cause.details,
    )
    failure.facts = facts
    return failure


def _had(leaver: Leaver) -> Row:
    return {
        **_person(leaver),
        "previous_status": leaver.person.status,
        "groups": _names(leaver.groups),
        "managed": _names(leaver.managed),
        "kept": _names(leaver.kept),
    }


def _leaver_result(plan: OffboardingPlan, leaver: Leaver, deeds: Sequence[Deed]) -> Row:
    person = leaver.person
    mine = [deed for deed in deeds if person in deed.action.people]
    begun = [deed.action for deed in mine]
    failures = [deed.failure for deed in mine if deed.failure and person not in (deed.done or ())]
    not_begun = [
        action for action in plan.actions if person in action.people and action not in begun
    ]
    sentences = [str(failure) for failure in failures]
    if not_begun:
        sentences.append("The rest was not begun.")
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
        "changed": any(_concerns(deed, leaver) for deed in mine),
        "failed": bool(sentences),
        "msg": " ".join(sentences),
    }


def _person(leaver: Leaver) -> Row:
    """Who it is; the status is another one before and after."""
    row = person_result(leaver.person)
    del row["status"]
    return row


def _concerns(deed: Deed, leaver: Leaver) -> bool:
    """Whether something was changed about somebody, or may have been."""
    if isinstance(deed.action, HandOver):
        return deed.changed
    return deed.done is None or leaver.person in deed.done


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
        if isinstance(action, Disabling) or action.group != group:
            continue
        if deed.done is None:
            return _name(group)
        if isinstance(action, HandOver) and deed.done:
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


def _few(warnings: Sequence[str], what: str) -> list[str]:
    """Warnings if they are few; of more, the number of the others."""
    more = len(warnings) - MAX_LISTED
    rest = [f"{more} more people {what}; see leavers."] if more > 0 else []
    return [*warnings[:MAX_LISTED], *rest]


def _lines(leaver: Leaver, status: str, groups: Iterable[Group]) -> str:
    """Somebody with their groups, for people to read."""
    lines = [f"{leaver.person.label}: {status}"]
    for group in groups:
        is_manager = group.manager and group.manager.id == leaver.person.id
        lines.append(f"  {printable(group.name)}{' (manager)' if is_manager else ''}")
    return "".join(f"{line}\n" for line in lines)
