# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Finding the groups that a task names, and their managers, with few requests."""

from __future__ import annotations

from collections.abc import Sequence

from .._base.errors import DocSpaceError, RequestError
from .._base.guids import parse_guid
from .._base.references import Reference
from .._base.texts import listed, printable
from .._plan.people import check_can_join
from .._portal.model.group import Group
from .._portal.model.person import Person
from .._portal.portal import Portal
from .people_reads import find_people

#: So few groups are read one by one without asking how many the portal has.
FEW_GROUPS = 3


def find_groups(portal: Portal, texts: Sequence[str]) -> dict[str, list[Group]]:
    """The groups that each id or exact name means: one, none, or several of one name.

    Few are read one by one. Of more, a page of all groups is read, and then whatever takes fewer
    requests: the other pages, or the groups that are not clear yet.
    """
    if len(texts) <= FEW_GROUPS:
        return _ask_for_groups(portal, texts)
    groups = portal.groups.listing()
    known = groups.first
    on_first_page = {group.id for group in known}
    complete = groups.further_pages < sum(parse_guid(text) not in on_first_page for text in texts)
    if complete:
        known = groups.all()
    index: dict[str, list[Group]] = {}
    for group in known:
        index[group.id] = [group]
        index.setdefault(_as_name(group.name), []).append(group)
    found = {}
    for text in texts:
        group_id = parse_guid(text)
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


def find_group_or_none(portal: Portal, text: str, option: str) -> Group | None:
    """The group that an id or an exact name means, None if there is none.

    :raises DocSpaceError: if several have that name.
    """
    found = find_groups(portal, [text])[text]
    return the_group(text, found, option) if found else None


def find_group_to_delete(portal: Portal, text: str, option: str) -> tuple[Group | None, list[str]]:
    """The group that an id or a name means, and warnings.

    A group with two managers cannot be read, but it must be deleted: of such a one only the id is
    known.
    """
    group_id = parse_guid(text)
    try:
        return find_group_or_none(portal, text, option), []
    except RequestError as error:
        if error.code != "two_managers" or not group_id:
            raise
        warning = (
            f"The group {group_id} cannot be shown by the portal, because it has two managers or"
            " its manager is in a group that has: it is deleted unseen, whether or not it comes"
            " from a directory."
        )
        return Group(group_id, "", 0), [warning]


def the_group(text: str, groups: Sequence[Group], option: str = "group") -> Group:
    """The only one of the groups that an id or an exact name means.

    :param option: names the group.
    :raises DocSpaceError: if there is none, or more than one of that name.
    """
    if not groups:
        group_id = parse_guid(text)
        name = f'the name "{printable(text)}"; names count in full and in their case'
        what = f"the id {group_id}" if group_id else name
        raise DocSpaceError(
            f"{option}: the portal has no group with {what}.",
            "group_not_found",
            group=text,
        )
    if len(groups) > 1:
        ids = sorted(group.id for group in groups)
        raise DocSpaceError(
            f'{option}: {len(ids)} groups have the name "{printable(text)}"; give the id of the one'
            f" you mean: {listed(ids)}.",
            "group_ambiguous",
            group=text,
            ids=ids,
        )
    return groups[0]


def check_name_is_free(portal: Portal, name: str) -> None:
    """Refuse the new name of a group if another one has it already.

    :raises DocSpaceError: with the other group.
    """
    twins = portal.groups.named(name)
    if twins:
        raise DocSpaceError(
            f"new_name: another group has this name already: {twins[0].label}. With equal names,"
            " neither can be found by name any more. Choose another one, or set allow_twin_names.",
            "group_name_taken",
            group=twins[0].id,
        )


def find_manager(portal: Portal, named: Sequence[Reference], group: Group) -> Person | None:
    """The person who is named as the manager of a group, None if nobody is.

    :raises DocSpaceError: if that person is unknown or cannot join a group.
    """
    if group.manager and any(each in group.manager.references for each in named):
        return group.manager
    people = find_people(portal, named, portal.people.listing)
    check_can_join({"manager": named}, people)
    return next(iter(people.values()), None)


def _as_name(text: str) -> str:
    # Apart from ids, as a name may look like one.
    return f"name {text}"


def _ask_for_groups(portal: Portal, texts: Sequence[str]) -> dict[str, list[Group]]:
    def ask(text: str) -> list[Group]:
        group_id = parse_guid(text)
        if not group_id:
            return portal.groups.named(text)
        group = portal.groups.find(group_id)
        return [group] if group else []

    return dict(zip(texts, portal.in_parallel(ask, texts)))
