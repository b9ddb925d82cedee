# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Which reads tell all that a plan needs, at the least cost to the portal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Callable

from .._base._errors import DocSpaceError
from .._base._texts import printable, some
from .._plan._membership import Plan, Reference, guid, match, plan, plan_both
from .._portal._model import Group, Person
from .._portal._paging import Listing, pages_of
from .._portal._portal import Portal

#: So few people are looked up one by one without asking what else it would take.
FEW = 5
#: So few groups are read one by one without asking how many the portal has.
FEW_GROUPS = 3
#: Reading pages of members worth so many pages, it is time to ask how many people there are.
_WORTH_ASKING = 5
# Milliseconds of the server, release 3.7.2: one person with their groups, one page of 100 people.
_LOOK_UP_COST = 36
_PAGE_COST = 105


@dataclass(frozen=True)
class Wish:
    """What a task wants of one group.

    With ``exact``, the people to add are to be its only members.
    """

    group: Group
    add: tuple[Reference, ...] = ()
    remove: tuple[Reference, ...] = ()
    exact: bool = False

    @property
    def references(self) -> tuple[Reference, ...]:
        """Everybody who is named."""
        return self.add + self.remove

    @property
    def pages(self) -> int:
        """How many pages the group's members are."""
        return pages_of(self.group.size)

    @property
    def needs_pages(self) -> bool:
        """Whether all members must be read, or are cheaper to read than the people named."""
        many = len(self.references) > FEW
        return self.exact or (
            many and len(self.references) * _LOOK_UP_COST > self.pages * _PAGE_COST
        )


@dataclass(frozen=True)
class Reading:
    """What was learnt: who is meant, and each group's members (all, or those who are named)."""

    found: dict[Reference, Person]
    members: dict[str, list[Person]]

    def plan(self, wish: Wish) -> Plan:
        """What to change to fulfil a wish."""
        members = self.members[wish.group.id]
        if wish.exact:
            return plan(members, self.people(wish.add), "exact")
        return plan_both(members, self.people(wish.add), self.people(wish.remove))

    def people(self, references: Iterable[Reference]) -> list[Person]:
        """Whom some references mean, less those that mean nobody."""
        return [self.found[each] for each in references if each in self.found]

    def unknown(self, references: Iterable[Reference]) -> list[Reference]:
        """The references that mean nobody on the portal."""
        return [each for each in references if each not in self.found]


def find_groups(portal: Portal, texts: Sequence[str]) -> dict[str, list[Group]]:
    """The groups that each id or exact name means: one, none, or several of one name.

    Few are read one by one. Of more, a page of all groups is read, and then whatever takes fewer
    requests: the other pages, or the groups that are not clear yet.
    """
    if len(texts) <= FEW_GROUPS:
        return _ask_for_groups(portal, texts)
    groups = portal.groups()
    listed = groups.first
    on_first_page = {group.id for group in listed}
    complete = groups.further_pages < sum(guid(text) not in on_first_page for text in texts)
    if complete:
        listed = groups.all()
    index: dict[str, list[Group]] = {}
    for group in listed:
        index[group.id] = [group]
        index.setdefault(_as_name(group.name), []).append(group)
    found = {}
    for text in texts:
        group_id = guid(text)
        if group_id and group_id in index:
            found[text] = index[group_id]
        elif not group_id and complete:  # others may have the same name on a later page
            found[text] = index.get(_as_name(text), [])
    # The list has no system groups: an id that is not in it may be that of one.
    open_texts = [text for text in texts if text not in found]
    return {**found, **_ask_for_groups(portal, open_texts)}


def find_group(portal: Portal, text: str) -> Group:
    """The one group that an id or an exact name means.

    :raises DocSpaceError: if there is none, or more than one of that name.
    """
    return the_group(text, find_groups(portal, [text])[text])


def the_group(text: str, groups: Sequence[Group]) -> Group:
    """The only one of the groups that an id or an exact name means.

    :raises DocSpaceError: if there is none, or more than one of that name.
    """
    if not groups:
        group_id = guid(text)
        wanted = f"the id {group_id}" if group_id else f'the name "{printable(text)}"'
        raise DocSpaceError(
            f"group: the portal has no group with {wanted}; names count in full and in their case.",
            "group_not_found",
            group=text,
        )
    if len(groups) > 1:
        ids = sorted(group.id for group in groups)
        raise DocSpaceError(
            f'group: {len(ids)} groups have the name "{printable(text)}"; give the id of the one'
            f" you mean: {some(ids)}.",
            "group_ambiguous",
            group=text,
            ids=ids,
        )
    return groups[0]


def read(portal: Portal, wishes: Sequence[Wish]) -> Reading:
    """Read who is meant, and who of them is a member of which group.

    There are three ways. Looking up one person costs the portal the same however large the groups
    are, and shows membership in all of them, hidden or not. A page of a group's members costs
    about three look-ups. The whole directory by pages shows every membership of the portal.
    """
    by_pages = [wish for wish in wishes if wish.needs_pages]
    singly = _distinct(each for wish in wishes if not wish.needs_pages for each in wish.references)
    found: dict[Reference, Person] = {}
    cost = _cost(singly, by_pages)
    if len(wishes) > 1 and cost > _WORTH_ASKING * _PAGE_COST:
        directory = portal.directory()
        if directory.pages * _PAGE_COST < cost:
            return _from_directory(wishes, directory.all())
        found, singly = match(singly, directory.first)
    found.update(_look_up(portal, singly))
    members = portal.members(wish.group.id for wish in by_pages)
    known = [person for people in members.values() for person in people]
    more, others = match(
        _distinct(each for wish in by_pages for each in wish.references if each not in found), known
    )
    found.update(more)
    everybody = portal.directory
    if len(by_pages) == 1:
        everybody = partial(portal.people_besides, by_pages[0].group.id)
    found.update(find_people(portal, others, everybody))
    for wish in wishes:
        if not wish.needs_pages:
            people = {each: found[each] for each in wish.references if each in found}.values()
            members[wish.group.id] = [each for each in people if wish.group.id in each.groups]
    return Reading(found, members)


def find_people(
    portal: Portal, references: Sequence[Reference], everybody: Callable[[], Listing[Person]]
) -> dict[Reference, Person]:
    """Find whom references mean: look them up one by one, or read a list if that is fewer requests.

    :param everybody: begins to read the list of all who may be meant.
    """
    if len(references) <= FEW:
        return _look_up(portal, references)
    people = everybody()
    found, missing = match(references, people.first)
    if len(missing) < people.further_pages:
        return {**found, **_look_up(portal, missing)}
    return {**found, **match(missing, people.rest())[0]}


def read_members(portal: Portal, groups: Sequence[Group]) -> dict[str, list[Person]]:
    """All members of some groups, hidden ones included, by the groups' ids.

    They are read group by group, or from the directory of all people if that is fewer requests.
    """
    ids = [group.id for group in groups]
    pages = sum(pages_of(group.size) for group in groups)
    if pages > _WORTH_ASKING:
        directory = portal.directory()
        if directory.pages <= pages:
            return _memberships(ids, directory.all())
    return portal.members(ids)


def _as_name(text: str) -> str:
    # Apart from ids, as a name may look like one.
    return f"name {text}"


def _ask_for_groups(portal: Portal, texts: Sequence[str]) -> dict[str, list[Group]]:
    def ask(text: str) -> list[Group]:
        group_id = guid(text)
        if not group_id:
            return portal.groups_named(text)
        group = portal.group(group_id)
        return [group] if group else []

    return dict(zip(texts, portal.side_by_side(ask, texts)))


def _distinct(references: Iterable[Reference]) -> tuple[Reference, ...]:
    return tuple(dict.fromkeys(references))


def _cost(singly: Sequence[Reference], by_pages: Sequence[Wish]) -> int:
    """What looking up and reading members costs the portal at least, in milliseconds."""
    newcomers = sum(max(0, len(wish.references) - wish.group.size) for wish in by_pages)
    pages = sum(wish.pages for wish in by_pages)
    return (len(singly) + newcomers) * _LOOK_UP_COST + pages * _PAGE_COST


def _from_directory(wishes: Sequence[Wish], everybody: Sequence[Person]) -> Reading:
    found, _unknown = match(
        _distinct(each for wish in wishes for each in wish.references), everybody
    )
    return Reading(found, _memberships([wish.group.id for wish in wishes], everybody))


def _memberships(group_ids: Iterable[str], everybody: Iterable[Person]) -> dict[str, list[Person]]:
    members: dict[str, list[Person]] = {group_id: [] for group_id in group_ids}
    for person in everybody:
        for group_id in person.groups.keys() & members.keys():
            members[group_id].append(person)
    return members


def _look_up(portal: Portal, references: Sequence[Reference]) -> dict[Reference, Person]:
    people = portal.people(references)
    return {each: person for each, person in zip(references, people) if person}
