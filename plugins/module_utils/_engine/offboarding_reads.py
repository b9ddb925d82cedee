# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Reading what people who leave have, and who may take over, with few requests."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from .._base.errors import DocSpaceError, collect_errors, combine_errors
from .._base.references import Reference
from .._plan.handover import Handover
from .._plan.handover_rules import check_leavers
from .._plan.handover_rules import check_not_leaving as check_no_successor_leaves
from .._plan.new_managers import NewManagers
from .._plan.offboarding import (
    Leaver,
    OffboardingOptions,
    OffboardingPlan,
    find_leavers,
    plan_offboarding,
)
from .._plan.offboarding_rules import check_can_manage, refusals
from .._plan.offboarding_rules import check_not_leaving as check_no_manager_leaves
from .._plan.people import distinct
from .._plan.room_departures import RoomDeparture
from .._portal.model.group import Group
from .._portal.model.person import Person
from .._portal.portal import Portal
from .belongings_reads import read_belongings
from .group_reads import find_groups
from .handover_reads import check_may_log_out, read_handovers
from .people_reads import find_people, last_admin_warnings
from .rights import check_sight, credential_owner
from .room_departures import departures, read_entered_rooms


def make_plan(
    portal: Portal, options: OffboardingOptions
) -> tuple[OffboardingPlan, list[Reference], list[str]]:
    """The plan, who is unknown, and warnings of groups that are gone and of administrators.

    :raises DocSpaceError: naming everything that speaks against the plan.
    """
    found = find_people(portal, options.users, portal.people.listing)
    unknown = [each for each in options.users if each not in found]
    if unknown:
        check_sight(portal, "users")
    people = distinct(found.values())
    new_managers = options.new_managers
    check_no_manager_leaves(new_managers, options.users, people)
    check_no_successor_leaves(options.handover.successors, options.users, people)
    groups, gone = _groups_of(portal, people)
    leavers = find_leavers(people, groups, options.disable, options.allow_ldap_group)
    problems: list[DocSpaceError] = []
    owner = _find_owner(portal, leavers, options.handover.is_asked_for)
    leavers = _with_handovers(portal, leavers, unknown, owner, options, problems)
    out: tuple[RoomDeparture, ...] = ()
    if options.leave_rooms:
        leavers = _with_entered(portal, leavers)
        with collect_errors(problems):
            out = departures(portal, [(each.person, each.rooms_to_leave) for each in leavers])
    plan = plan_offboarding(leavers, {}, out)
    with collect_errors(problems):
        wanted = new_managers.of_groups(plan.lost, groups.values())
        managers = _find_new_managers(portal, wanted, new_managers)
        plan = plan_offboarding(leavers, managers, out)
    is_share = options.max_users.share is not None and plan.steps
    problems += refusals(
        plan,
        unknown if options.unknown_users == "fail" else [],
        owner,
        options.max_users,
        everybody=portal.people.count() if is_share else 0,
    )
    if problems:
        raise combine_errors(problems)
    disabled = [each.person for each in leavers if each.to_disable]
    return plan, unknown, [*gone, *last_admin_warnings(portal, disabled)]


def with_belongings(portal: Portal, leavers: Sequence[Leaver]) -> tuple[Leaver, ...]:
    """The same with all that those have about whom something would change."""
    entered = {
        each.person.id: tuple(room.room for room in each.entered)
        for each in leavers
        if each.entered is not None
    }
    found = read_belongings(portal, [each.person for each in leavers if each.changes], entered)
    return tuple(replace(each, belongings=found.get(each.person.id)) for each in leavers)


def _with_entered(portal: Portal, leavers: Sequence[Leaver]) -> tuple[Leaver, ...]:
    """The same with the rooms of others; a deleted account takes its entries with it."""
    staying = [each.person for each in leavers if not each.is_deleted_then]
    found = read_entered_rooms(portal, staying)
    return tuple(replace(each, entered=found.get(each.person.id)) for each in leavers)


def _groups_of(portal: Portal, people: Iterable[Person]) -> tuple[dict[str, Group], list[str]]:
    """The groups that people are in, by their ids, and warnings of those that are gone."""
    names = {key: name for person in people for key, name in person.groups.items()}
    found = find_groups(portal, sorted(names))
    groups = {key: each[0] for key, each in found.items() if each}
    gone = [Group(key, names[key], 0).label for key in sorted(names) if key not in groups]
    return groups, [f"The group {label} was deleted by somebody else meanwhile." for label in gone]


def _find_new_managers(
    portal: Portal, wanted: Mapping[str, Reference], new_managers: NewManagers
) -> dict[str, Person]:
    """Who is to manage which group, by its id.

    :param wanted: as they are named.
    :param new_managers: by which options they are.
    :raises DocSpaceError: naming who cannot be in a group.
    """
    references = tuple(dict.fromkeys(wanted.values()))
    found = find_people(portal, references, portal.people.listing)
    check_can_manage(new_managers, references, found)
    return {group_id: found[reference] for group_id, reference in wanted.items()}


def _find_owner(portal: Portal, leavers: Sequence[Leaver], handed_over: bool) -> Person | None:
    """Whose credential a task uses, where the portal might refuse something because of that.

    :param handed_over: whether what people own is to go to others.
    """
    # Only administrators may disable anybody, so nobody else can be the owner of the key.
    administrators = (each for each in leavers if each.person.type == "docspace_admin")
    if not handed_over and not any(each.to_disable for each in administrators):
        return None
    return credential_owner(portal, [each.person for each in leavers])


def _with_handovers(
    portal: Portal,
    leavers: Sequence[Leaver],
    unknown: Sequence[Reference],
    owner: Person | None,
    options: OffboardingOptions,
    problems: list[DocSpaceError],
) -> tuple[Leaver, ...]:
    """The same with what they own and what is to become of it, if a task asks for that.

    :param unknown: who was named as leaving, and is nobody.
    :param owner: whose credential the task uses, if that is known.
    :param problems: gets everything that speaks against it.
    """
    asked = options.handover
    if asked.is_asked_for and leavers:
        with collect_errors(problems):
            check_leavers([each.person for each in leavers if not each.to_disable], [], owner)
        found = read_handovers(
            portal,
            [each.person for each in leavers if each.is_disabled_then],
            unknown,
            owner,
            asked,
            problems,
            unknown_is_fine=options.unknown_users != "fail",
            disabling=[each.person.id for each in leavers if each.to_disable],
        )
    elif asked.end_sessions:
        found = tuple(Handover(each.person, to_log_out=True) for each in leavers if each.to_disable)
    else:
        return tuple(leavers)
    with collect_errors(problems):
        check_may_log_out(portal, found)
    by_person = {each.person.id: each for each in found}
    return tuple(replace(each, handover=by_person.get(each.person.id)) for each in leavers)
