# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""What a task wants of the people and groups who may enter a room: its lists, entry by entry."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Union

from .._base.edge import check_text
from .._base.errors import DocSpaceError, OptionError, collect_errors, combine_errors
from .._base.guids import parse_guid
from .._base.moments import parse_end
from .._base.references import Reference, parse_reference
from .._base.room_references import check_room_reference
from .._base.texts import printable
from .room_levels import LEVEL_NUMBERS, NONE


@dataclass(frozen=True)
class GroupReference:
    """A group by its id or its exact name; equal if they mean the same.

    :param text: the name as it is written, or the id as it is written everywhere.
    """

    text: str


Reference_ = Union[Reference, GroupReference]


@dataclass(frozen=True)
class DesiredEntry:
    """Somebody or a group, and what they are to be in a room.

    :param level: its number; 0 for whoever is not to be in.
    :param until: from when on they are not to be in any more.
    """

    reference: Reference_
    level: int = NONE
    until: datetime | None = None
    reason: str | None = None
    approved_by: str | None = None

    @property
    def label(self) -> str:
        """This entry in a message."""
        prefix = "group " if isinstance(self.reference, GroupReference) else ""
        return f"{prefix}{printable(self.reference.text)}"

    def has_ended(self, now: datetime) -> bool:
        """Whether the time for which it was given is over."""
        return self.until is not None and self.until <= now


@dataclass(frozen=True)
class DesiredAccess:
    """What a task wants of one room.

    :param place: where it stands in the options, in front of what a message is about.
    :param exact: whether the entries to add are to be the only ones beside the owner.
    """

    room: str
    place: str = ""
    add: tuple[DesiredEntry, ...] = ()
    remove: tuple[DesiredEntry, ...] = ()
    exact: bool = False

    @property
    def entries(self) -> tuple[DesiredEntry, ...]:
        """Everybody who is named."""
        return self.add + self.remove

    @property
    def people(self) -> tuple[Reference, ...]:
        """The people who are named."""
        found = (each.reference for each in self.entries)
        return tuple(each for each in found if isinstance(each, Reference))

    @property
    def groups(self) -> tuple[str, ...]:
        """The groups that are named."""
        found = (each.reference for each in self.entries)
        return tuple(each.text for each in found if isinstance(each, GroupReference))

    def at(self, option: str) -> str:
        """An option of this room in a message."""
        return f"{self.place}{option}"

    @property
    def room_option(self) -> str:
        """What names the room in a message."""
        return self.at("room")


def parse_access(params: Mapping[str, Any], place: str = "") -> DesiredAccess:
    """Read the lists of one room.

    :param params: ``room``, ``add``, ``remove`` and ``exact``.
    :raises OptionError: naming what is wrong with an entry; of several, all of them.
    """
    problems: list[DocSpaceError] = []
    room = params["room"]
    with collect_errors(problems):
        room = check_room_reference(f"{place}room", room)
    lists: dict[str, tuple[DesiredEntry, ...]] = {}
    for option in ("add", "remove", "exact"):
        entries = []
        for position, entry in enumerate(params.get(option) or (), start=1):
            with collect_errors(problems):
                entries.append(_parse(f"{place}{option}, entry {position}", entry, option))
        lists[option] = tuple(entries)
        with collect_errors(problems):
            _check_once(f"{place}{option}", lists[option])
    with collect_errors(problems):
        _check_apart(f"{place}remove", lists["add"], lists["remove"])
    if problems:
        raise combine_errors(problems)
    exact = params.get("exact") is not None
    add = lists["exact"] if exact else lists["add"]
    return DesiredAccess(room, place, add, lists["remove"], exact)


def parse_access_list(entries: Iterable[Mapping[str, Any]]) -> tuple[DesiredAccess, ...]:
    """Read the entries of ``rooms``.

    :raises OptionError: naming what is wrong with an entry; of several, all of them.
    """
    problems: list[DocSpaceError] = []
    desired = []
    for entry in entries:
        with collect_errors(problems):
            desired.append(parse_access(entry, f'rooms, "{printable(entry["room"])}", '))
    if problems:
        raise combine_errors(problems)
    return tuple(desired)


def _parse(place: str, entry: Any, option: str) -> DesiredEntry:
    if option != "remove":
        return _parse_mapping(place, entry)
    if isinstance(entry, Mapping):
        unknown = [str(key) for key in entry if key not in ("user", "group")]
        if unknown:
            raise OptionError(
                place,
                f"has the key {printable(unknown[0])}; to put somebody out, give only user or"
                " group, as a text.",
            )
        return DesiredEntry(_reference(place, entry.get("user"), entry.get("group")))
    return DesiredEntry(_person(place, str(entry)))


def _parse_mapping(place: str, entry: Mapping[str, Any]) -> DesiredEntry:
    until, notes = entry.get("until"), (entry.get("reason"), entry.get("approved_by"))
    return DesiredEntry(
        _reference(place, entry.get("user"), entry.get("group")),
        LEVEL_NUMBERS[entry["level"]],
        None if until is None else parse_end(f"{place}, until", until),
        *notes,
    )


def _reference(place: str, user: str | None, group: str | None) -> Reference_:
    if user is not None and group is None:
        return _person(f"{place}, user", user)
    if group is None or user is not None:
        raise OptionError(place, "needs either user or group; name one of them.")
    check_text(f"{place}, group", group)
    if not group.strip():
        raise OptionError(f"{place}, group", "is empty; give an id or a name.")
    return GroupReference(parse_guid(group) or group)


def _person(place: str, text: str) -> Reference:
    found = parse_reference(place, text)
    if found is None:
        raise OptionError(place, "is null, an empty value; name somebody.")
    return found


def _check_once(option: str, entries: Sequence[DesiredEntry]) -> None:
    seen: dict[Reference_, int] = {}
    for position, each in enumerate(entries, start=1):
        other = seen.setdefault(each.reference, position)
        if other != position:
            raise OptionError(
                f"{option}, entry {position}",
                f"{each.label} is in entry {other} too; name everybody once.",
            )


def _check_apart(option: str, add: Sequence[DesiredEntry], remove: Sequence[DesiredEntry]) -> None:
    joining = {each.reference for each in add}
    both = [each.label for each in remove if each.reference in joining]
    if both:
        raise OptionError(option, f"{both[0]} would be let in and put out; decide for one.")
