# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Reading all that a plan needs, at the least cost to the portal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from .._base.errors import RequestError
from .._base.references import Reference
from .._plan.membership import DesiredMembership, Snapshot
from .._plan.people import match
from .._portal.model.group import Group
from .._portal.model.person import Person
from .._portal.paging import pages_of
from .._portal.portal import Portal
from .people_reads import FEW, find_people, look_up

#: Reading pages of members worth so many pages, it is time to ask how many people there are.
_WORTH_ASKING = 5
# Milliseconds of the server, release 3.7.2: one person with their groups, one page of 100 people.
_LOOK_UP_COST = 36
_PAGE_COST = 105


def read_snapshot(
    portal: Portal,
    desired: Sequence[DesiredMembership],
    strangers: Sequence[Reference] = (),
) -> Snapshot:
    """Read who is meant, and who of them is a member of which group.

    There are three ways. Looking up one person costs the portal the same however large the groups
    are, and shows membership in all of them, hidden or not. A page of a group's members costs
    about three look-ups. The whole directory by pages shows every membership of the portal.

    :param strangers: people to look up who are in none of these groups.
    """
    if portal.people.known is not None:
        return _from_directory(desired, strangers, portal.people.known)
    by_pages = [each for each in desired if _needs_pages(each)]
    others = [each for each in desired if not _needs_pages(each)]
    named = (reference for each in others for reference in each.references)
    singly = _distinct([*named, *strangers])
    found: dict[Reference, Person] = {}
    cost = _cost(singly, by_pages)
    many = len(desired) > 1 or len(strangers) > FEW
    if many and cost > _WORTH_ASKING * _PAGE_COST:
        directory = portal.people.listing()
        if directory.pages * _PAGE_COST < cost:
            return _from_directory(desired, strangers, directory.all())
        found, singly = match(singly, directory.first)
    found.update(look_up(portal, singly))
    members = portal.people.members(each.group.id for each in by_pages)
    found.update(_find_among_members(portal, by_pages, found, members))
    _add_hidden(members, found.values())
    for each in others:
        people = {found[key] for key in each.references if key in found}
        members[each.group.id] = [person for person in people if each.group.id in person.groups]
    return Snapshot(found, members)


def read_members(portal: Portal, groups: Sequence[Group]) -> dict[str, list[Person]]:
    """All members of some groups, hidden ones included, by the groups' ids.

    They are read group by group, or from the directory of all people if that is fewer requests.
    """
    ids = [group.id for group in groups]
    pages = sum(pages_of(group.size) for group in groups)
    if pages > _WORTH_ASKING:
        directory = portal.people.listing()
        if directory.pages <= pages:
            return members_among(directory.all(), groups)
    return portal.people.members(ids)


def members_among(everybody: Iterable[Person], groups: Sequence[Group]) -> dict[str, list[Person]]:
    """The members of some groups, hidden ones included, by the groups' ids."""
    return _memberships([group.id for group in groups], everybody)


def read_members_to_lose(portal: Portal, group: Group) -> list[Person]:
    """All members, hidden ones too; of those that the portal cannot show only the names."""
    try:
        return portal.people.members([group.id])[group.id]
    except RequestError as error:
        if error.code != "two_managers":
            raise
        return portal.people.member_names(group.id)


def _add_hidden(members: dict[str, list[Person]], found: Iterable[Person]) -> None:
    """Add who is a member and was not on its pages, as not every key sees disabled people there."""
    listed = {group_id: {each.id for each in people} for group_id, people in members.items()}
    for person in found:
        for group_id in person.groups.keys() & listed.keys():
            if person.id not in listed[group_id]:
                listed[group_id].add(person.id)
                members[group_id].append(person)


def _needs_pages(desired: DesiredMembership) -> bool:
    """Whether all members must be read, or are cheaper to read than the people named."""
    many = len(desired.references) > FEW
    pages = pages_of(desired.group.size)
    return desired.exact or (many and len(desired.references) * _LOOK_UP_COST > pages * _PAGE_COST)


def _distinct(references: Iterable[Reference]) -> tuple[Reference, ...]:
    return tuple(dict.fromkeys(references))


def _cost(singly: Sequence[Reference], by_pages: Sequence[DesiredMembership]) -> int:
    """What looking up and reading members costs the portal at least, in milliseconds."""
    newcomers = sum(max(0, len(each.references) - each.group.size) for each in by_pages)
    pages = sum(pages_of(each.group.size) for each in by_pages)
    return (len(singly) + newcomers) * _LOOK_UP_COST + pages * _PAGE_COST


def _from_directory(
    desired: Sequence[DesiredMembership],
    strangers: Sequence[Reference],
    everybody: Sequence[Person],
) -> Snapshot:
    named = (reference for each in desired for reference in each.references)
    found, _unknown = match(_distinct([*named, *strangers]), everybody, is_everybody=True)
    return Snapshot(found, _memberships([each.group.id for each in desired], everybody))


def _memberships(group_ids: Iterable[str], everybody: Iterable[Person]) -> dict[str, list[Person]]:
    members: dict[str, list[Person]] = {group_id: [] for group_id in group_ids}
    for person in everybody:
        for group_id in person.groups.keys() & members.keys():
            members[group_id].append(person)
    return members


def _find_among_members(
    portal: Portal,
    by_pages: Sequence[DesiredMembership],
    found: dict[Reference, Person],
    members: dict[str, list[Person]],
) -> dict[Reference, Person]:
    """Whom the desired memberships of some groups name: members of these, or newcomers."""
    references = _distinct(
        reference for each in by_pages for reference in each.references if reference not in found
    )
    known, newcomers = match(
        references, [person for people in members.values() for person in people]
    )
    if len(by_pages) != 1:
        return {**known, **find_people(portal, newcomers, portal.people.listing)}
    group_id = by_pages[0].group.id
    others = partial(portal.people.not_in, group_id)
    return {**known, **find_people(portal, newcomers, others, members[group_id])}
