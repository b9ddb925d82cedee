# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Finding the groups that a task names, and their managers, with few requests."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .._base.errors import RequestError
from .._base.guids import parse_guid
from .._base.texts import so_far
from .._plan.group_index import GroupIndex
from .._plan.group_rules import previewed, the_group
from .._portal.model.group import Group
from .._portal.portal import Portal

#: So few groups are read one by one without asking how many the portal has.
FEW_GROUPS = 3


@dataclass(frozen=True)
class SeenGroups:
    """Groups that were read, and whether these are all that the portal lists."""

    groups: list[Group]
    is_complete: bool


def see_groups(portal: Portal, texts: Sequence[str], everything: bool = False) -> SeenGroups:
    """Read all groups that some ids and names may mean, and names like these.

    Few are read one by one. Of more, a page of all groups is read, and then whatever takes fewer
    requests: the other pages, or the groups that are not clear yet.

    :param everything: whether all groups are needed.
    """
    if len(texts) <= FEW_GROUPS and not everything:
        return SeenGroups(_ask_for_groups(portal, texts), False)
    groups = portal.groups.listing()
    known = groups.first
    on_first_page = {group.id for group in known}
    unclear = [text for text in texts if parse_guid(text) not in on_first_page]
    complete = everything or groups.further_pages < len(unclear)
    if complete:
        known = groups.all()
        # The list has no system groups: an id that is not in it may be that of one.
        ids = {group.id for group in known}
        unclear = [text for text in texts if parse_guid(text) and parse_guid(text) not in ids]
    return SeenGroups([*known, *_ask_for_groups(portal, unclear)], complete)


def find_groups(portal: Portal, texts: Sequence[str]) -> dict[str, list[Group]]:
    """The groups that each id or exact name means: one, none, or several of one name."""
    index = GroupIndex(see_groups(portal, texts).groups)
    return {text: index.meant(text) for text in texts}


def find_group(portal: Portal, text: str) -> Group:
    """The one group that an id or an exact name means.

    :raises DocSpaceError: if there is none, or more than one of that name.
    """
    return find_or_preview(portal, text, preview=False)[0]


def _others(portal: Portal, text: str) -> Sequence[Group]:
    """Some groups of which one may be meant by a name that none has: the first of the portal."""
    try:
        return () if parse_guid(text) else portal.groups.listing().first
    except RequestError:  # that there is none is told all the same
        return ()


def find_or_preview(
    portal: Portal, text: str, preview: bool, advice: str = ""
) -> tuple[Group, list[str]]:
    """The one group that an id or an exact name means, and warnings.

    :param advice: a sentence to add where there is none.
    :param preview: whether a group that does not exist counts as one without members and id.
    :raises DocSpaceError: if there is none and it does not count, or more than one of that name.
    """
    found = find_groups(portal, [text])[text]
    if preview and not found and not parse_guid(text):
        return Group("", text, 0), [previewed(text)]
    others = () if found else _others(portal, text)
    return the_group(text, found, others=others, advice=advice), []


def _ask_for_groups(portal: Portal, texts: Sequence[str]) -> list[Group]:
    def ask(text: str) -> list[Group]:
        group_id = parse_guid(text)
        if not group_id:
            return portal.groups.listing(text).all()
        group = portal.groups.find(group_id)
        return [group] if group else []

    return [
        group
        for groups in portal.in_parallel(ask, texts, so_far("groups", len(texts)))
        for group in groups
    ]
