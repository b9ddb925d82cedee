# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Which reads tell all that a plan needs, at the least cost to the portal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from ._errors import DocSpaceError
from ._membership import Reference, guid, match
from ._model import Group, Person
from ._portal import PAGE, Portal

#: So few people are looked up one by one without asking what else it would take.
FEW = 5
# Milliseconds of the server, release 3.7.2: one person with their groups, one page of 100 people.
_LOOK_UP_COST = 36
_PAGE_COST = 105


@dataclass(frozen=True)
class Reading:
    """What was learnt: the members (all, or those among the people named) and who is meant."""

    members: tuple[Person, ...]
    people: tuple[Person, ...]
    unknown: tuple[Reference, ...]


def find_group(portal: Portal, text: str) -> Group:
    """The group that an id or an exact name means.

    :raises DocSpaceError: if there is none, or more than one of that name.
    """
    group_id = guid(text)
    if group_id:
        group = portal.group(group_id)
        groups = [group] if group else []
    else:
        groups = portal.groups_named(text)
    if not groups:
        wanted = f"the id {group_id}" if group_id else f'the name "{text}"'
        raise DocSpaceError(
            f"group: the portal has no group with {wanted}; names count in full and in their case.",
            "group_not_found",
            group=text,
        )
    if len(groups) > 1:
        ids = sorted(group.id for group in groups)
        raise DocSpaceError(
            f'group: {len(ids)} groups have the name "{text}"; give the id of the one you mean:'
            f" {', '.join(ids)}.",
            "group_ambiguous",
            group=text,
            ids=ids,
        )
    return groups[0]


def read(
    portal: Portal, group: Group, references: Sequence[Reference], whole: bool = False
) -> Reading:
    """Read who is meant and who of them is a member.

    Looking up one person costs the portal the same however large the group is, and shows hidden
    membership; a page of members costs about three look-ups.

    :param whole: read all members, whatever it costs.
    """
    pages = ceil(group.size / PAGE)
    few = len(references) <= FEW or len(references) * _LOOK_UP_COST <= pages * _PAGE_COST
    if few and not whole:
        found = _look_up(portal, references)
        members = [person for person in found.values() if group.id in person.groups]
    else:
        members = portal.members(group.id)
        found, others = match(references, members)
        found = {**found, **_find_others(portal, group, others)}
    unknown = tuple(each for each in references if each not in found)
    return Reading(tuple(members), tuple(found.values()), unknown)


def find_people(portal: Portal, references: Sequence[Reference]) -> dict[Reference, Person]:
    """Whom references mean: one look-up each, or all people by pages if those are fewer."""
    return _find_others(portal, None, references)


def _look_up(portal: Portal, references: Sequence[Reference]) -> dict[Reference, Person]:
    people = portal.people(references)
    return {each: person for each, person in zip(references, people) if person}


def _find_others(
    portal: Portal, group: Group | None, references: Sequence[Reference]
) -> dict[Reference, Person]:
    """Find people who are not in the group: one by one, or all by pages if those are fewer."""
    if len(references) <= FEW:
        return _look_up(portal, references)
    group_id = group.id if group else None
    first = portal.people_besides(group_id)
    found, missing = match(references, first.people)
    if len(missing) < ceil(first.total / PAGE) - 1:
        return {**found, **_look_up(portal, missing)}
    rest = portal.more_people_besides(group_id, first) if missing else []
    return {**found, **match(missing, rest)[0]}
