# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""What the plans for people, groups, rooms and links are to do about decisions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .._base.references import Reference
from .._base.texts import printable
from .access_review_lines import (
    ADMINISTRATOR,
    DIRECT,
    GROUP,
    GUEST,
    LINK,
    MEMBERSHIP,
    Line,
    ReportIndex,
)
from .desired_access import DesiredAccess, DesiredEntry, GroupReference
from .desired_account import DesiredAccount
from .desired_group import DesiredGroup
from .desired_room import DesiredRoom
from .desired_room_link import DesiredRoomLink
from .whole_rooms import DesiredWholeRoom


@dataclass(frozen=True)
class ReviewWishes:
    """What is to go, as the modules for each of these take it.

    :param rooms: for links only; ``access`` has the entries.
    """

    accounts: tuple[DesiredAccount, ...] = ()
    groups: tuple[DesiredGroup, ...] = ()
    access: tuple[DesiredAccess, ...] = ()
    rooms: tuple[DesiredWholeRoom, ...] = ()


def review_wishes(revoked: Sequence[Line], index: ReportIndex) -> ReviewWishes:
    """The wishes that take away what some lines are about, and nothing else.

    :param index: has the names, for messages.
    """
    return ReviewWishes(
        accounts=tuple(_accounts(revoked)),
        groups=tuple(_groups(revoked, index)),
        access=tuple(_access(revoked, index)),
        rooms=tuple(_links(revoked, index)),
    )


def _accounts(revoked: Iterable[Line]) -> Iterable[DesiredAccount]:
    some = [line for line in revoked if line.cause in (GUEST, ADMINISTRATOR)]
    for position, line in enumerate(some, start=1):
        if line.cause == GUEST:
            yield DesiredAccount(position, _person(line), state="disabled")
        else:
            yield DesiredAccount(position, _person(line), type="room_admin")


def _groups(revoked: Iterable[Line], index: ReportIndex) -> Iterable[DesiredGroup]:
    members: dict[str, list[Reference]] = {}
    for line in revoked:
        if line.cause == MEMBERSHIP:
            members.setdefault(line.group, []).append(_person(line))
    for group_id, people in members.items():
        place = f'decisions, group "{printable(index.groups.get(group_id, group_id))}", '
        yield DesiredGroup(place=place, id=group_id, remove=tuple(people))


def _access(revoked: Iterable[Line], index: ReportIndex) -> Iterable[DesiredAccess]:
    entries: dict[str, list[DesiredEntry]] = {}
    for line in revoked:
        if line.cause == DIRECT:
            entries.setdefault(line.room, []).append(DesiredEntry(_person(line)))
        elif line.cause == GROUP:
            entries.setdefault(line.room, []).append(DesiredEntry(GroupReference(line.group)))
    for room_id, some in entries.items():
        yield DesiredAccess(room_id, _place(room_id, index), remove=tuple(some))


def _links(revoked: Iterable[Line], index: ReportIndex) -> Iterable[DesiredWholeRoom]:
    links: dict[str, list[DesiredRoomLink]] = {}
    for line in revoked:
        if line.cause == LINK:
            where = f"{_place(line.room, index)}link {line.link}, "
            wish = DesiredRoomLink(where, link_id=line.link, absent=True)
            links.setdefault(line.room, []).append(wish)
    for room_id, some in links.items():
        room = DesiredRoom(room_id, _place(room_id, index), in_list=True)
        yield DesiredWholeRoom(room, links=tuple(some))


def _person(line: Line) -> Reference:
    return Reference("id", line.person, line.person)


def _place(room_id: str, index: ReportIndex) -> str:
    return f'decisions, room "{printable(index.rooms[room_id]["title"])}", '
