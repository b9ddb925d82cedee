# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Lists of people and groups for a room that a task refuses, whatever is to change."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from .._base.errors import DocSpaceError, OptionError, collect_errors
from .._base.references import Reference
from .._base.texts import listed
from .access import AccessPlan
from .access_subjects import Directory
from .desired_access import DesiredEntry, GroupReference
from .effective_access import EVERYONE
from .group_rules import the_group
from .people import UNKNOWN
from .room_levels import NONE


class Unknown(NamedTuple):
    """An entry of a task that means nobody, and whether it was to be let in."""

    entry: DesiredEntry
    is_to_be_in: bool

    def choice(self, unknown_users: str | None) -> str:
        """What to do about it: ``fail``, ``warn`` or ``ignore``."""
        return unknown_users or ("fail" if self.is_to_be_in else "warn")


def unknown_entries(plan: AccessPlan, directory: Directory) -> list[Unknown]:
    """The entries that mean nobody."""
    desired = plan.desired
    named = [Unknown(each, each not in plan.ended) for each in desired.add]
    named += [Unknown(each, False) for each in desired.remove]
    return [each for each in named if not directory.is_known(each.entry)]


def list_refusals(
    plan: AccessPlan, directory: Directory, unknown_users: str | None
) -> list[DocSpaceError]:
    """What is wrong with those who are named."""
    problems: list[DocSpaceError] = []
    with collect_errors(problems):
        _check_people(plan, directory, unknown_users)
    with collect_errors(problems):
        _check_somebody_known(plan, directory)
    problems += _groups(plan, directory, unknown_users)
    with collect_errors(problems):
        _check_once(plan, directory)
    return problems


def _check_people(plan: AccessPlan, directory: Directory, unknown_users: str | None) -> None:
    refused = {
        each.entry.label: UNKNOWN + _advice(each)
        for each in unknown_entries(plan, directory)
        if isinstance(each.entry.reference, Reference) and each.choice(unknown_users) == "fail"
    }
    advice = "correct the list" + (", or set unknown_users." if refused else ".")
    for each in plan.desired.entries:
        subject = directory.subject(each)
        if each.reference in directory.hidden:
            refused[each.label] = (
                "is not shown to the owner of the credential; use the key of an administrator"
            )
        if subject and subject.id == plan.room.owner_id:
            refused[subject.label] = (
                "is the owner, whom no entry lets in or puts out; leave the owner out, or give the"
                " room to somebody else first"
            )
    if refused:
        reasons = listed([f"{who} {why}" for who, why in refused.items()], "; ")
        raise DocSpaceError(
            f"{plan.place}: {reasons}. Nothing was changed; {advice}",
            "unusable_entries",
            entries=sorted(refused),
        )


def _advice(unknown: Unknown) -> str:
    reference = unknown.entry.reference
    is_address = isinstance(reference, Reference) and reference.kind == "email"
    if not (unknown.is_to_be_in and is_address):
        return ""
    return " (invite_guests would invite this address as a guest)"


def _check_somebody_known(plan: AccessPlan, directory: Directory) -> None:
    named = [each for each in plan.desired.add if each not in plan.ended]
    if plan.desired.exact and named and not any(map(directory.subject, named)):
        raise DocSpaceError(
            f"{plan.place}: nobody in this list is on this portal, and the room would be left with"
            " its owner only. Nothing was changed; correct the list, or write [] to have that.",
            "unusable_entries",
            entries=sorted(each.label for each in named),
        )


def _groups(
    plan: AccessPlan, directory: Directory, unknown_users: str | None
) -> Iterator[DocSpaceError]:
    problems: list[DocSpaceError] = []
    tolerated = [
        each.entry
        for each in unknown_entries(plan, directory)
        if not each.is_to_be_in and each.choice(unknown_users) != "fail"
    ]
    for place, entries in ((plan.place, plan.desired.add), _removals(plan)):
        for each in entries:
            if isinstance(each.reference, GroupReference) and each not in tolerated:
                with collect_errors(problems):
                    _check_group(f"{place}, group", each, directory)
    yield from problems


def _check_group(place: str, entry: DesiredEntry, directory: Directory) -> None:
    text = getattr(entry.reference, "text", "")
    group = the_group(text, directory.groups.get(text, ()), place, directory.some_groups)
    if group.system and group.id != EVERYONE and entry.level != NONE:
        raise DocSpaceError(
            f"{place}: the portal would let the system group {group.label} in, and show it in no"
            " list, so that nobody could see or end it. Name people, or a group of your own.",
            "system_group",
            group=group.id,
        )


def _check_once(plan: AccessPlan, directory: Directory) -> None:
    """Refuse to name somebody twice, in whatever notations."""
    seen: dict[str, str] = {}
    for place, entries in ((plan.place, plan.desired.add), _removals(plan)):
        for each in entries:
            subject = directory.subject(each)
            other = seen.setdefault(subject.id, place) if subject else None
            if subject and other != place:
                raise OptionError(
                    place, f"{subject.label} would be let in and put out; decide for one."
                )
            named = [one for one in entries if directory.subject(one) == subject]
            if subject and len(named) > 1:
                raise OptionError(
                    place, f"{subject.label} is there {len(named)} times; name everybody once."
                )


def _removals(plan: AccessPlan) -> tuple[str, tuple[DesiredEntry, ...]]:
    return plan.desired.at("remove"), plan.desired.remove
