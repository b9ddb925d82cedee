# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""What is told of somebody's access to rooms, and the rule applied to it again."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from .._base.errors import OptionError
from .._base.guids import parse_guid
from .._base.references import parse_reference
from .._base.texts import listed, printable
from .._plan.effective_access import (
    ADMINISTRATOR,
    DIRECT,
    EVERYONE,
    GROUP,
    LINK,
    OWNER,
    Cause,
    causes_of_access,
)
from .._portal.model.person import Person
from .._portal.model.room import LEVELS, Entry, Room
from .told_rows import not_told, rows, text

#: The cause of the group of all people.
BY_EVERYONE = "everyone"
_NUMBERS = {name: number for number, name in LEVELS.items()}


@dataclass(frozen=True)
class ToldRoom:
    """A room, and all that lets one person in.

    :param link_level: of a link that this person is known to have followed.
    :param is_seen: whether it is known at all whether this person gets in.
    """

    room: Room
    entries: Sequence[Entry] = ()
    link_level: int | None = None
    is_seen: bool = True

    def causes(self, person: Person) -> tuple[Cause, ...]:
        """All reasons why this person gets in, who may be in other groups than they are."""
        return causes_of_access(person, self.room, self.entries, self.link_level)


@dataclass(frozen=True)
class ToldAccess:
    """The rooms that a result tells of, as they are to one person.

    :param person: with the groups that matter in these rooms, if not with all.
    :param group_names: the names of all groups that the result tells of, by their ids.
    """

    person: Person
    rooms: Sequence[ToldRoom]
    group_names: Mapping[str, str]

    def without(self, group_ids: Collection[str]) -> Person:
        """This person without some groups."""
        kept = {key: name for key, name in self.person.groups.items() if key not in group_ids}
        return replace(self.person, groups=kept)

    def group(self, option: str, reference: str) -> str:
        """The id of a group that is named by it, or by the exact name.

        :raises OptionError: if this is no group that is told of, is not clear, or nobody leaves it.
        """
        key = parse_guid(reference) or reference.strip()
        if key not in self.group_names:
            named = [each for each, name in self.group_names.items() if name == reference]
            if len(named) != 1:
                raise OptionError(option, _not_one(reference, named))
            (key,) = named
        if key == EVERYONE:
            raise OptionError(option, "everybody is in this group, and nobody can leave it.")
        return key


def find_person(
    people: Mapping[str, Person], reference: str, unknown: Collection[str] = ()
) -> Person:
    """Whom a text means.

    :param people: those whom a result tells of, by their ids.
    :param unknown: what is known to be nobody.
    :raises OptionError: if it is none of them.
    """
    found = people.get(reference.strip())  # in a redacted report, ids are no GUIDs
    if found:
        return found
    meant = parse_reference("person", reference)
    if meant:
        for person in people.values():
            if person.is_named_by(meant):
                return person
    shown = printable(reference)
    if reference in unknown:
        raise OptionError("person", f"'{shown}' is nobody on the portal, as unknown says.")
    raise OptionError(
        "person",
        f"'{shown}' is nobody whom this result tells of; ask about this person with effective_for"
        " of room_info.",
    )


def told_room(
    person: Person, room: Room, row: Mapping[str, Any], where: str, groups: Mapping[str, str]
) -> ToldRoom:
    """A room by the reasons that are told of it.

    :param row: as what this person is in, with the causes; their groups are told as ids.
    :param groups: names by ids, to which this person belongs by these reasons.
    :raises OptionError: if these reasons are not those of what is told.
    """
    entries, link_level = [], None
    for cause in rows(row, "causes", where):
        kind, level = text(cause, "cause", where), text(cause, "level", where)
        if kind == DIRECT:
            entries.append(Entry(person.id, _number(level, where)))
        elif kind == BY_EVERYONE:
            entries.append(Entry(EVERYONE, _number(level, where), is_group=True))
        elif kind == GROUP:
            entries.append(Entry(text(cause, "group", where), _number(level, where), is_group=True))
        elif kind == LINK:
            link_level = _number(level, where)
        elif kind not in (OWNER, ADMINISTRATOR):
            raise not_told(f"'{printable(kind)}' of {where} is no cause")
    told = ToldRoom(room, tuple(entries), link_level)
    causes = told.causes(replace(person, groups={**person.groups, **groups}))
    computed = causes[0].access.level_name if causes else None
    if computed != row.get("level"):
        raise not_told(f"the level in {where} is not that of its causes")
    return told


def _number(level: str, where: str) -> int:
    if level in _NUMBERS:
        return _NUMBERS[level]
    if not level.isdecimal():
        raise not_told(f"'{printable(level)}' of {where} is no level")
    return int(level)


def _not_one(reference: str, ids: Sequence[str]) -> str:
    shown = printable(reference)
    if ids:
        return f"{len(ids)} groups are called '{shown}'; give the id of one of {listed(ids)}."
    return (
        f"'{shown}' is no group that this result tells of; effective_for of room_info tells of all"
        " groups of a person."
    )
