# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Finding who is to own rooms."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from .._base.errors import DocSpaceError, collect_errors
from .._base.references import Reference
from .._plan.coming_access import Coming
from .._plan.desired_room import DesiredRoom
from .._plan.people import is_among
from .._plan.room_rules import check_owner
from .._portal.model.person import Person
from .._portal.model.room import Room
from .._portal.portal import Portal
from .people_reads import find_people


def find_owners(
    portal: Portal,
    desired: Sequence[DesiredRoom],
    found: Sequence[Room | None],
    coming: Coming,
    leavers: frozenset[Reference],
    problems: list[DocSpaceError],
) -> tuple[list[DesiredRoom], dict[Reference, Person]]:
    """The wishes without owners who leave the portal, and whom the others mean.

    Those who are given by their id and own the room already are not looked up.

    :param found: the rooms that the wishes are about.
    :param coming: what earlier steps would leave, in a preview only.
    :param leavers: people who are made the owners of none.
    :param problems: gets the reasons why somebody cannot own a room.
    """
    kept = list(desired)
    asked = [
        (at, each.owner, room.owner_id if room else None)
        for at, (each, room) in enumerate(zip(desired, found))
        if each.owner and not (room and each.owner == Reference("id", room.owner_id))
    ]
    references = list(dict.fromkeys(reference for _at, reference, _owner in asked))
    if not references:
        return kept, {}
    known = find_people(portal, references, portal.people.listing)
    people = coming.people_after(known, references)
    for at, reference, current in asked:
        owner = people.get(reference)
        if owner and owner.id == current:
            continue
        if is_among(leavers, reference, owner):
            kept[at] = replace(kept[at], owner=None)
            continue
        with collect_errors(problems):
            check_owner(kept[at], owner)
    return kept, people
