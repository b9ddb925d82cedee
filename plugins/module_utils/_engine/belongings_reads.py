# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Reading what people have, for a preview: what a key does not see is left out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Callable, TypeVar

from .._base.errors import RequestError
from .._plan.belongings import Belongings
from .._plan.handover import in_order
from .._portal.model.person import Person
from .._portal.model.room import Room
from .._portal.portal import Portal
from .rights import is_administrator

Read = TypeVar("Read")


def read_belongings(
    portal: Portal, people: Sequence[Person], entered: Mapping[str, tuple[Room, ...]]
) -> dict[str, Belongings]:
    """What people have, by their ids: three reads for each, and three for all.

    A preview does not fail for want of these.

    :param entered: the rooms of others, by the people's ids, that were read already.
    """
    none = {person.id: Belongings() for person in people}
    if not people:
        return none
    try:
        key = portal.keys.current()
        # Others see some rooms, and only keys of their own.
        if not is_administrator(portal, people):
            return none
    except RequestError:
        return none
    sees_rooms = key is None or key.opens("rooms:read")
    names = _or_none(lambda: _names_of_keys(portal)) if not key or key.opens("*:read") else None

    def of(person: Person) -> Belongings:
        owned, others = None, entered.get(person.id)
        if sees_rooms:
            owned = _or_none(lambda: in_order(portal.rooms.owned(person.id)))
            if others is None:
                others = _or_none(lambda: _entered(portal, person))
        keys = None if names is None else tuple(names.get(person.id, ()))
        return Belongings(owned, others, keys)

    return dict(zip(none, portal.in_parallel(of, people)))


def _entered(portal: Portal, person: Person) -> tuple[Room, ...]:
    rooms = portal.rooms.entered(person.id) + portal.rooms.entered(person.id, archived=True)
    return in_order(room for room in rooms if room.owner_id != person.id)


def _names_of_keys(portal: Portal) -> dict[str, list[str]]:
    """The names of everybody's keys, by the ids of their owners."""
    found: dict[str, list[str]] = {}
    for key in portal.keys.active():
        if key.owner_id:
            found.setdefault(key.owner_id, []).append(key.name)
    return {owner: sorted(names) for owner, names in found.items()}


def _or_none(read: Callable[[], Read]) -> Read | None:
    try:
        return read()
    except RequestError:
        return None
