# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Finding the people that a task names, with few requests."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Callable

from .._base.errors import RequestError
from .._base.references import Reference
from .._base.texts import listed
from .._plan.account_change import is_active_admin
from .._plan.people import match
from .._portal.model.person import Person
from .._portal.paging import Listing
from .._portal.portal import Portal

#: So few people are looked up one by one without asking what else it would take.
FEW = 5


def find_people(
    portal: Portal,
    references: Sequence[Reference],
    everybody: Callable[[], Listing[Person]],
    known: Sequence[Person] = (),
) -> dict[Reference, Person]:
    """Find whom references mean: look them up one by one, or read a list if that is fewer requests.

    :param everybody: begins to read the list of all people but those who are known.
    :param known: people of whom nobody has a reference as their id or address.
    """
    if portal.people.known is not None:
        return match(references, portal.people.known, is_everybody=True)[0]
    if len(references) <= FEW:
        return look_up(portal, references)
    people = everybody()
    found, missing = match(references, people.first)
    if len(missing) < people.further_pages:
        return {**found, **look_up(portal, missing)}
    return match(references, [*known, *people.all()], is_everybody=True)[0]


def look_up(portal: Portal, references: Sequence[Reference]) -> dict[Reference, Person]:
    """Find whom references mean, one by one."""
    if portal.people.known is not None:
        return match(references, portal.people.known, is_everybody=True)[0]
    people = portal.people.find_each(references)
    return {each: person for each, person in zip(references, people) if person}


def active_admins(portal: Portal) -> tuple[Person, ...]:
    """The active administrators beside the owner."""
    people = portal.people.listing("active", "docspace_admin").all()
    return tuple(each for each in people if is_active_admin(each))


def last_admin_warnings(portal: Portal, leaving: Iterable[Person]) -> list[str]:
    """What to say if people who are to be disabled are all administrators that there are.

    One request, if there is an administrator among them.
    """
    gone = {each.id: each for each in leaving if is_active_admin(each)}
    try:
        if not gone or any(each.id not in gone for each in active_admins(portal)):
            return []
    except RequestError:  # a warning only
        return []
    names = listed([each.label for each in gone.values()])
    return [
        f"users: without {names}, no active DocSpace administrator is left beside the owner of the"
        " portal."
    ]
