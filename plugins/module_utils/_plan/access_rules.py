# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Plans for the access to rooms that a task refuses, whatever the portal would accept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from .._base.errors import DocSpaceError, collect_errors
from .._base.limits import Limit, check_limit, parse_limit
from .._base.moments import check_length
from .._base.texts import listed
from .._portal.model.person import Person
from .._portal.model.room import ROOM_MANAGER
from .access import AccessPlan, Change
from .access_list_rules import list_refusals
from .access_subjects import Directory
from .access_words import by_groups
from .effective_access import GROUP
from .room_levels import NONE, level_name, level_names, offered_to_groups, offered_to_person


@dataclass(frozen=True)
class AccessRules:
    """What plans for the access to rooms must keep to.

    :param unknown_users: ``fail``, ``warn`` or ``ignore``; None for what fits each list.
    :param only_by_group: ``refuse`` or ``warn``, for people to put out who are in by a group only.
    :param expiring_within: of access that ends so soon the task warns.
    :param notify: whether the portal sends mails about the changes.
    :param force: whether to change the access of people with a role in a form.
    """

    now: datetime
    unknown_users: str | None = None
    invite_guests: bool = False
    only_by_group: str = "refuse"
    max_removals: Limit | None = None
    max_removals_total: Limit | None = None
    expiring_within: timedelta | None = None
    via_ownership: bool = False
    notify: bool = False
    force: bool = False

    @classmethod
    def from_params(cls, params: Mapping[str, Any], now: datetime) -> AccessRules:
        """Read the options of these names.

        :raises OptionError: if a limit or a length of time is none.
        """
        return cls(
            now=now,
            unknown_users=params["unknown_users"],
            invite_guests=params["invite_guests"],
            only_by_group=params["only_by_group"],
            max_removals=parse_limit("max_removals", params["max_removals"]),
            max_removals_total=parse_limit("max_removals_total", params.get("max_removals_total")),
            expiring_within=check_length("expiring_within", params["expiring_within"]),
            via_ownership=bool(params.get("via_ownership")),
            notify=params["notify"],
            force=params["force"],
        )


def access_refusals(
    plans: Sequence[AccessPlan], directory: Directory, rules: AccessRules, me: Person | None
) -> list[DocSpaceError]:
    """Everything that speaks against the plans.

    :param me: whose credential the task uses, where that was asked for.
    """
    problems: list[DocSpaceError] = []
    for plan in plans:
        problems += list_refusals(plan, directory, rules.unknown_users)
        if rules.only_by_group == "refuse":
            problems += _only_by_group(plan)
        if plan.changes:
            problems += _room_refusals(plan, me)
            problems += _level_refusals(plan)
        with collect_errors(problems):
            check_limit(
                "max_removals",
                rules.max_removals,
                len(plan.removals),
                len(plan.entries),
                f"entries of {plan.room.label}",
                [each.subject.label for each in plan.removals],
            )
    with collect_errors(problems):
        check_limit(
            "max_removals_total",
            rules.max_removals_total,
            sum(len(plan.removals) for plan in plans),
            sum(len(plan.entries) for plan in plans),
            "entries of all rooms named",
        )
    return problems


def lowers_managers(plan: AccessPlan) -> bool:
    """Whether somebody stops being a room manager, who may be the owner of the credential."""
    return any(each.before == ROOM_MANAGER for each in plan.changes)


def _room_refusals(plan: AccessPlan, me: Person | None) -> Iterator[DocSpaceError]:
    room = plan.room
    if room.archived:
        yield DocSpaceError(
            f"{plan.desired.room_option}: {room.label} is in the archive, where the portal changes"
            " nobody's access. Nothing was changed; bring it back first, by the module room with"
            " state=present.",
            "room_archived",
            room=room.id,
        )
    elif plan.detour:
        return
    elif not room.may_manage:
        who = f"{me.label}, who owns the credential," if me else "the owner of the credential"
        yield DocSpaceError(
            f"{plan.desired.room_option}: {who} may not change who enters {room.label}, as only"
            " its owner and its room managers may. Nothing was changed. Use the key of one of"
            " them; an administrator who has no entry in the room may set via_ownership.",
            "forbidden",
            room=room.id,
        )
    elif me and any(each.subject.id == me.id for each in plan.changes):
        access = plan.access_after(me)
        if not (access and access.manages):
            yield DocSpaceError(
                f"{plan.place}: {me.label} owns the credential of this task, and would be no room"
                f" manager of {room.label} any more: the task could not see what it has done, and"
                " no later run could change anything. Nothing was changed. Name this person as"
                " room_manager, or use the key of the room's owner.",
                "would_lock_out",
                room=room.id,
            )


def _only_by_group(plan: AccessPlan) -> Iterator[DocSpaceError]:
    """Refuse to put out whoever is in by a group and has no entry that could go."""
    own = {each.id for each in plan.entries}
    found = []
    for person in plan.named_out:
        access = None if person.id in own else plan.access_after(person)
        if access and access.cause == GROUP:
            names = {**person.groups, **plan.group_names}
            found.append(f"{person.label} ({by_groups(access, names)})")
    if found:
        yield DocSpaceError(
            f"{plan.desired.at('remove')}: nobody can be put out of {plan.room.label} who is in it"
            f" by a group only: {listed(found, '; ')}. Nothing was changed. Take them out of the"
            " group (group_members), or the group out of the room; or set only_by_group to warn, to"
            " be warned of them and to go on.",
            "only_by_group",
            room=plan.room.id,
        )


def _level_refusals(plan: AccessPlan) -> Iterator[DocSpaceError]:
    refused = {}
    for each in plan.changes:
        why = None if each.after == NONE else _why_not(plan, each)
        if why:
            refused[each.subject.label] = why
    if refused:
        reasons = listed([f"{who} {why}" for who, why in refused.items()], "; ")
        yield DocSpaceError(
            f"{plan.place}: {reasons}. Nothing was changed; correct the list.",
            "unusable_entries",
            entries=sorted(refused),
        )


def _why_not(plan: AccessPlan, change: Change) -> str | None:
    """Why somebody or a group cannot get a level."""
    person, kind = change.subject.person, plan.room.type
    if person and person.status == "disabled":
        return "is disabled; enable the account first"
    offered = offered_to_person(kind, person) if person else offered_to_groups(kind)
    if change.after in offered:
        return None
    whom = "a group"
    if person:
        is_open = change.after == ROOM_MANAGER and person.status == "pending"
        whom = f"a {person.type.replace('_', ' ')}{' who is pending' if is_open else ''}"
    return (
        f"cannot be {level_name(change.after)} in {plan.room.label}: a room of the type {kind}"
        f" offers {whom} {listed(level_names(offered))}"
    )
