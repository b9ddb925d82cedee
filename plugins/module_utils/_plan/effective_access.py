# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Who gets into a room, as what, and why: the rule by which the server decides."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from .._portal.model.person import ADMINISTRATORS, Person
from .._portal.model.room import CONTENT_CREATOR, LEVELS, ROOM_MANAGER, Entry, Room

#: Built-in groups, which are the same on every portal. The second one is in no list of entries.
EVERYONE = "c5cc67d1-c3e8-43c0-a3ad-3928ae3e5b5e"
ADMINISTRATORS_GROUP = "cd84e66b-b803-40fc-99f9-b2969a54a1de"

#: Why somebody is in; the first that holds counts.
OWNER, DIRECT, GROUP, LINK, ADMINISTRATOR = "owner", "direct", "group", "link", "administrator"

OWNER_LEVEL, RESTRICTED = 0, 3
#: The levels of groups from the strongest to the weakest.
STRENGTH = (ROOM_MANAGER, CONTENT_CREATOR, 10, 7, 5, 6, 2)


@dataclass(frozen=True)
class Access:
    """As what somebody is in a room, and why.

    :param level: its number, as the portal answers it for the room alone; see ``LEVELS``.
    :param group_ids: the groups that give this level, if it comes from groups.
    """

    level: int
    cause: str
    group_ids: tuple[str, ...] = ()

    @property
    def manages(self) -> bool:
        """Whether this is enough to let others in; in the archive nobody can."""
        return self.cause == OWNER or self.level == ROOM_MANAGER

    @property
    def level_name(self) -> str:
        """The level as results have it: that of an owner, and of an administrator, by the cause."""
        if self.cause in (OWNER, ADMINISTRATOR):
            return self.cause
        return LEVELS.get(self.level, str(self.level))


@dataclass(frozen=True)
class Cause:
    """One of the reasons why somebody is in a room; with more than one, not all of them count.

    :param access: what this reason alone would give; of a group, with this group only.
    :param counts: whether it gives what this person has.
    """

    access: Access
    counts: bool


def effective_access(
    person: Person, room: Room, entries: Iterable[Entry], link_level: int | None = None
) -> Access | None:
    """What counts: what the portal answers for the room alone. None for those who are not in.

    :param person: with the type and the groups.
    :param entries: all of the room. What no list shows is missing in them: the groups of the server
        itself, but for everyone.
    :param link_level: of an external link that this person followed, which no list shows either.
    """
    if person.status != "active":
        return None
    if room.owner_id == person.id:
        return Access(OWNER_LEVEL, OWNER)
    is_admin = person.type in ADMINISTRATORS
    if room.archived and is_admin:
        return Access(OWNER_LEVEL, ADMINISTRATOR)
    own, by_groups = _split(person, entries)
    if own is not None:
        return Access(own, DIRECT)
    if by_groups:
        level = min(by_groups.values(), key=_strength)
        return Access(level, GROUP, tuple(id for id in by_groups if by_groups[id] == level))
    if is_admin:
        return Access(RESTRICTED, ADMINISTRATOR)
    if link_level is not None and not room.archived:
        return Access(link_level, LINK)
    return None


def causes_of_access(
    person: Person, room: Room, entries: Iterable[Entry], link_level: int | None = None
) -> tuple[Cause, ...]:
    """All reasons why somebody is in a room, those first that count; empty for who is not in.

    For the parameters see :func:`effective_access`.
    """
    entries = tuple(entries)
    counting = effective_access(person, room, entries, link_level)
    if counting is None:
        return ()
    found = []
    if room.owner_id == person.id:
        found.append(Access(OWNER_LEVEL, OWNER))
    own, by_groups = _split(person, entries)
    if own is not None:
        found.append(Access(own, DIRECT))
    strongest_first = sorted(by_groups.items(), key=lambda group: _strength(group[1]))
    found += [Access(level, GROUP, (group_id,)) for group_id, level in strongest_first]
    if link_level is not None and not room.archived:
        found.append(Access(link_level, LINK))
    if person.type in ADMINISTRATORS:
        found.append(Access(OWNER_LEVEL if room.archived else RESTRICTED, ADMINISTRATOR))
    causes = [Cause(access, _counts(access, counting)) for access in found]
    return tuple(sorted(causes, key=lambda cause: not cause.counts))


def listed_level(
    person: Person, room: Room, entries: Iterable[Entry], link_level: int | None = None
) -> int | None:
    """What the portal's list of rooms says instead, None where the room is not in it.

    Of several groups it shows the weakest, to owners their group's level, and to administrators
    who are not in that of an owner.
    """
    if person.status != "active":
        return None
    is_owner, is_admin = room.owner_id == person.id, person.type in ADMINISTRATORS
    own, by_groups = _split(person, entries)
    if own is not None and not is_owner:
        return own
    if by_groups and not (room.archived and is_owner and not is_admin):
        return max(by_groups.values(), key=_strength)
    if is_owner or is_admin:
        return OWNER_LEVEL
    return None if room.archived else link_level


def _counts(access: Access, counting: Access) -> bool:
    same = (access.cause, access.level) == (counting.cause, counting.level)
    return same and set(access.group_ids) <= set(counting.group_ids)


def _strength(level: int) -> int:
    """The place of a level of a group, 0 for the strongest; unknown ones are the weakest."""
    return STRENGTH.index(level) if level in STRENGTH else len(STRENGTH)


def _split(person: Person, entries: Iterable[Entry]) -> tuple[int | None, dict[str, int]]:
    """The level of somebody's own entry, and those of the groups that they are in."""
    own, by_groups = None, {}
    for entry in entries:
        if entry.is_group and _is_in(person, entry.id):
            by_groups[entry.id] = entry.level
        elif entry.id == person.id and not entry.is_owner:
            own = entry.level
    return own, by_groups


def _is_in(person: Person, group_id: str) -> bool:
    is_admin_group = group_id == ADMINISTRATORS_GROUP and person.type in ADMINISTRATORS
    return group_id in person.groups or group_id == EVERYONE or is_admin_group
