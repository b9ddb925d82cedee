# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Equal changes of many rooms, to be sent in as few requests as the portal allows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .access import AccessPlan, Change
from .room_levels import NONE

#: So many rooms per request: a portal needs up to 40 ms for each person in each of them.
MAX_ROOMS = 40
#: So many changes per request, rooms times people, within the time limits of proxies.
MAX_CHANGES = 400
#: Fewer rooms are written one by one, which is as quick, and says more of what is refused.
MIN_ROOMS = 2


@dataclass(frozen=True)
class Batch:
    """Some rooms in which some people and groups get one level, in one request.

    :param rooms: their ids, in the order in which the portal works.
    """

    rooms: tuple[str, ...]
    level: int
    subjects: tuple[str, ...]


@dataclass(frozen=True)
class AccessUnit:
    """Plans that are carried out and proved together: equal ones of many rooms, or a single one.

    :param batches: what is sent for many rooms; none for a single one.
    """

    plans: tuple[AccessPlan, ...]
    batches: tuple[Batch, ...] = ()


def access_units(plans: Iterable[AccessPlan], may_batch: bool) -> list[AccessUnit]:
    """What to carry out, of plans with changes, so that the fewest requests are sent.

    :param may_batch: whether the key opens the call for many rooms.
    """
    equal: dict[frozenset[tuple[str, int]], list[AccessPlan]] = {}
    units = []
    for plan in plans:
        if not plan.changes:
            continue
        if may_batch and not (plan.invited or plan.detour):
            equal.setdefault(frozenset(each.key for each in plan.changes), []).append(plan)
        else:
            units.append(AccessUnit((plan,)))
    for several in equal.values():
        batches = _batches(several)
        if len(several) < MIN_ROOMS or len(batches) >= len(several):
            units += [AccessUnit((each,)) for each in several]
        else:
            units.append(AccessUnit(tuple(several), batches))
    return units


def _batches(plans: Sequence[AccessPlan]) -> tuple[Batch, ...]:
    """Requests for equal plans: those who come before those who go, one level at a time."""
    rooms = sorted((plan.room.id for plan in plans), key=int)
    by_level: dict[int, list[Change]] = {}
    for each in plans[0].changes:
        by_level.setdefault(each.after, []).append(each)
    found = []
    for level in sorted(by_level, key=lambda level: (level == NONE, level)):
        subjects = tuple(each.subject.id for each in by_level[level])
        size = max(1, min(MAX_ROOMS, MAX_CHANGES // len(subjects)))
        found += [
            Batch(tuple(rooms[start : start + size]), level, subjects)
            for start in range(0, len(rooms), size)
        ]
    return tuple(found)
