# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""The rooms of a portal as the list that the role ``rooms`` takes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from .._base.room_references import FORBIDDEN, MAX_TITLE, parse_room_id
from .._base.texts import listed, printable
from .._plan.room_options import is_color
from .._portal.model.person import Person
from .._portal.model.room import LEVELS, ROOM_TYPES, Entry, Room, RoomSettings
from .._portal.model.room_link import RoomLink
from .._portal.model.room_values import PERIODS, read_lifetime, read_watermark
from .export_texts import comment, may_be_given, person_reference, person_value, value
from .room_links_file import link_lines

#: Levels that lists of people and groups can give.
_GIVEN = {2, 5, 6, 7, 9, 10, 11}
_NO_QUOTA = -1


@dataclass(frozen=True)
class RoomsContent:
    """What there is to write of rooms.

    :param entries: of each room, by its id.
    :param people: by their ids.
    :param group_names: of all groups, by their ids.
    :param links: of the rooms whose links are shown to the owner of the credential.
    """

    rooms: Sequence[Room] = ()
    entries: Mapping[str, Sequence[Entry]] = field(default_factory=dict)
    people: Mapping[str, Person] = field(default_factory=dict)
    group_names: Mapping[str, str] = field(default_factory=dict)
    links: Mapping[str, Sequence[RoomLink]] = field(default_factory=dict)

    @property
    def unseen(self) -> list[Room]:
        """The active rooms whose links are not shown."""
        return [room for room in in_order(self.rooms) if self._is_unseen(room)]

    @property
    def by_id(self) -> list[Room]:
        """The rooms that are written with ids, which no other portal knows."""
        return [room for room in in_order(self.rooms) if not self.may_be_titled(room)]

    @property
    def with_passwords(self) -> list[Room]:
        """The rooms with links whose password is not written."""
        return [
            room
            for room in in_order(self.rooms)
            if any(link.password for link in self.links.get(room.id, ()))
        ]

    def may_be_titled(self, room: Room) -> bool:
        """Whether a room's title alone says which one is meant."""
        title = room.title
        is_clear = may_be_given(title) and parse_room_id(title) is None
        is_kept = not FORBIDDEN.search(title) and len(title) <= MAX_TITLE
        return is_clear and is_kept and self._titles[title] == 1

    def group_value(self, entry: Entry) -> str:
        """A group in the file: by its name, or by its id where that would not be clear."""
        name = self.group_names.get(entry.id, "")
        if name and self._groups[name] == 1 and may_be_given(name):
            return value(name)
        return value(entry.id)

    def lines_of(self, room: Room) -> Iterator[str]:
        """A room, its access and its links."""
        yield from _room_lines(room, self.may_be_titled(room))
        yield from self._owner(room)
        yield from _settings_lines(room.settings or RoomSettings())
        if room.archived:
            yield "    state: archived"
        yield from self._access(room)
        if self._is_unseen(room):
            yield "    # links: not shown to the owner of the key, who does not manage this room"
        yield from link_lines(self.links.get(room.id, ()))

    @property
    def _titles(self) -> Counter[str]:
        return Counter(room.title for room in self.rooms)

    @property
    def _groups(self) -> Counter[str]:
        return Counter(self.group_names.values())

    def _is_unseen(self, room: Room) -> bool:
        return not room.archived and room.id not in self.links

    def _owner(self, room: Room) -> Iterator[str]:
        owner = self.people.get(room.owner_id)
        if owner:
            yield f"    owner: {person_value(owner)}"
        else:
            yield f"    # owner: {room.owner_id or 'nobody'}, of whom the portal shows nothing"

    def _access(self, room: Room) -> Iterator[str]:
        entries = [each for each in self.entries[room.id] if not each.is_owner]
        entries = [each for each in entries if each.id != room.owner_id]
        yield "    access:"
        yield "      exact:" if entries else "      exact: []"
        yield from sorted(map(self._entry, entries), key=str.lower)

    def _entry(self, entry: Entry) -> str:
        level = LEVELS.get(entry.level, str(entry.level))
        if entry.is_group:
            who, words = f"group: {self.group_value(entry)}", ""
        else:
            person = self.people.get(entry.id)
            who = f"user: {value(person_reference(person) if person else entry.id)}"
            words = _words(person)
        line = f"      - {{{who}, level: {level}}}{comment(printable(words))}"
        return line if entry.level in _GIVEN else f"      # {line.strip()}"


def room_lines(content: RoomsContent) -> Iterator[str]:
    """The list."""
    rooms = in_order(content.rooms)
    yield "docspace_rooms:" if rooms else "docspace_rooms: []"
    for room in rooms:
        yield from content.lines_of(room)


def rooms_warnings(content: RoomsContent) -> list[str]:
    """What the file does not have, or has in a way that no other portal understands."""
    found = {
        "The links of these rooms are not written, as the portal does not show them to the owner of"
        " the key, who does not manage these rooms": content.unseen,
        "These rooms are written with their ids, which no other portal knows, as their titles do"
        " not say which room is meant": content.by_id,
        "These rooms have links with passwords, which are not written; on another portal they would"
        " be made without": content.with_passwords,
    }
    return [
        f"{words}: {listed([room.label for room in rooms])}."
        for words, rooms in found.items()
        if rooms
    ]


def in_order(rooms: Iterable[Room]) -> list[Room]:
    """Rooms as they are written: by title, then by id."""
    return sorted(rooms, key=lambda room: (room.title.casefold(), int(room.id)))


def _room_lines(room: Room, is_titled: bool) -> Iterator[str]:
    if is_titled:
        yield f"  - room: {value(room.title)}"
    else:  # the title stays as it is
        yield f"  - room: {value(room.id)}{comment(printable(room.title))}"
    if room.type in ROOM_TYPES.values():
        yield f"    room_type: {room.type}"
    tags = [tag for tag in sorted(room.tags) if may_be_given(tag)]
    if len(tags) == len(room.tags):
        yield f"    tags: {{exact: [{', '.join(map(value, tags))}]}}"
    else:  # what no task can give must not go
        yield f"    tags: {{add: [{', '.join(map(value, tags))}]}}"


def _settings_lines(settings: RoomSettings) -> Iterator[str]:
    yield f"    indexing: {str(settings.indexing).lower()}"
    yield f"    deny_download: {str(settings.deny_download).lower()}"
    if settings.quota is not None and settings.has_own_quota:
        quota = "none" if settings.quota == _NO_QUOTA else str(settings.quota)
        yield f"    quota: {value(quota)}"
    lifetime = read_lifetime(settings.lifetime)
    if lifetime and lifetime["period"] in PERIODS and lifetime["value"]:
        yield f"    lifetime: {_mapping(lifetime)}"
    elif lifetime:
        yield f"    # lifetime: {printable(_mapping(lifetime))}, which no task can give"
    else:
        yield "    no_lifetime: true"
    watermark = read_watermark(settings.watermark)
    if watermark and _may_be_watermark(watermark):
        yield f"    watermark: {_mapping(watermark)}"
    elif not watermark:
        yield "    no_watermark: true"
    if is_color(settings.color):
        yield f"    color: {value(settings.color)}"
    elif settings.color:
        yield f"    # color: {printable(settings.color)}, which no task can give"
    if settings.cover and may_be_given(settings.cover):
        yield f"    cover: {value(settings.cover)}"
    elif not settings.cover:
        yield "    no_cover: true"


def _may_be_watermark(watermark: Mapping[str, Any]) -> bool:
    """Whether a task could give it."""
    texts = [watermark[key] for key in ("text", "image_url") if watermark[key]]
    return all(map(may_be_given, texts)) and bool(texts or watermark["additions"])


def _mapping(values: Mapping[str, Any]) -> str:
    """Values on one line; texts that are empty are left out."""
    shown = [f"{key}: {_one(each)}" for key, each in values.items() if each != ""]
    return f"{{{', '.join(shown)}}}"


def _one(given: Any) -> str:
    if isinstance(given, bool):
        return str(given).lower()
    if isinstance(given, list):
        return f"[{', '.join(given)}]"
    return str(given) if isinstance(given, int) else value(given)


def _words(person: Person | None) -> str:
    """What somebody who reads the file would want to know of somebody."""
    if not person:
        return ""
    found = [] if person.display_name == person_reference(person) else [person.display_name]
    return " ".join([*found, *([f"({person.status})"] if person.status != "active" else [])])
