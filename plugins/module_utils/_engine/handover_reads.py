# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Reading what people who leave own, and who may get it, with few requests."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial

from .._base.errors import DocSpaceError, collect_errors
from .._base.references import Reference
from .._plan.handover import Handover, HandoverOptions, plan_handover, with_successors
from .._plan.handover_rules import (
    check_administrators,
    check_confirmed,
    check_keys,
    check_named,
    check_successors,
)
from .._plan.successors import Successors
from .._portal.jobs import HAND_OVER
from .._portal.model.person import Person
from .._portal.model.room import Room
from .._portal.portal import Portal
from .people_reads import find_people
from .rights import check_administrator


def read_handovers(
    portal: Portal,
    people: Sequence[Person],
    unknown: Sequence[Reference],
    owner: Person | None,
    options: HandoverOptions,
    problems: list[DocSpaceError],
    unknown_is_fine: bool,
    start_without: bool = False,
    disabling: Iterable[str] = (),
) -> tuple[Handover, ...]:
    """What people own, and what is to be done about it.

    :param people: those whose accounts are disabled, or will be.
    :param unknown: who was named as leaving, and is nobody.
    :param owner: whose credential the task uses, if that is known.
    :param problems: gets everything that speaks against it.
    :param unknown_is_fine: whether a task may name people who do not exist, as they are deleted.
    :param disabling: the ids of those whose accounts the task disables itself.
    :raises DocSpaceError: if the key does not show what everybody owns.
    """
    check_administrator(owner, "successor: only administrators see and hand over what others own")
    off = frozenset(disabling)
    rooms = dict(zip((person.id for person in people), rooms_of(portal, people)))
    successors = options.successors
    unfinished: set[str] = set()
    if successors and not (options.delete or start_without):
        unfinished = _unfinished(
            portal, [key for key in rooms if not rooms[key] and key not in off]
        )
    handovers = tuple(
        plan_handover(
            person,
            rooms[person.id],
            options,
            start_without or person.id in unfinished,
            person.id in off,
        )
        for person in people
    )
    with collect_errors(problems):
        check_administrators(handovers, owner)
    with collect_errors(problems):
        check_confirmed(handovers, unknown, options)
    wanted: dict[str, Reference] = {}
    with collect_errors(problems):
        wanted = _wanted(handovers, successors)
        check_named(handovers, wanted)
    if not unknown_is_fine:
        with collect_errors(problems):
            others = successors.others(people, unknown)
            known = find_people(portal, others, portal.people.listing)
            check_keys([each for each in others if each not in known])
    found: Mapping[Reference, Person] = {}
    with collect_errors(problems):
        references = tuple(dict.fromkeys(wanted.values()))
        found = find_people(portal, references, portal.people.listing)
        check_successors(wanted, found, people)
    return with_successors(
        handovers, {key: found[each] for key, each in wanted.items() if each in found}
    )


def rooms_of(portal: Portal, people: Sequence[Person]) -> list[list[Room]]:
    """The rooms that each person owns, those in the archive included."""
    return portal.in_parallel(portal.rooms.owned, [person.id for person in people])


def _unfinished(portal: Portal, people: Sequence[str]) -> set[str]:
    """About whom the portal is at work, or has just ended that before it was done."""
    jobs = portal.in_parallel(partial(portal.jobs.progress, HAND_OVER), people)
    return {
        person_id
        for person_id, job in zip(people, jobs)
        if job and (job.failed or not job.is_completed)
    }


def _wanted(handovers: Iterable[Handover], successors: Successors) -> dict[str, Reference]:
    found = {
        each.person.id: successors.of(each.person) for each in handovers if each.needs_successor
    }
    return {key: reference for key, reference in found.items() if reference}


def scopes_to_log_out(handovers: Iterable[Handover]) -> tuple[str, ...]:
    """What a key must open to end the sessions that are to be ended, beside accounts."""
    return ("*:write",) if any(each.to_log_out for each in handovers) else ()


def check_may_log_out(portal: Portal, handovers: Iterable[Handover]) -> None:
    """Refuse to end sessions with a key that may not; one request at most, in a preview none.

    :raises DocSpaceError: if the key lacks the scope.
    """
    scopes = () if portal.is_preview else scopes_to_log_out(handovers)
    key = portal.keys.current() if scopes else None
    if key and not all(map(key.opens, scopes)):
        raise DocSpaceError(
            f"end_sessions: the {key.without(*scopes)}, without which nobody is logged out. Nothing"
            " was changed; use a key without restriction, or leave this out, as disabling an"
            " account ends its sessions too.",
            "missing_scope",
        )
