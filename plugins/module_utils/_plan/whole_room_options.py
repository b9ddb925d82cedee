# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""The options about rooms with their access and links: how they are declared and read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from .._base.errors import DocSpaceError, OptionError, collect_errors, combine_errors
from .._base.limits import parse_limit
from .._base.texts import printable
from .access_options import ACCESS_CONSTRAINTS, ACCESS_LISTS, ACCESS_RULES
from .access_rules import AccessRules
from .desired_access import parse_access
from .desired_room_link import DesiredRoomLink
from .room_link_options import ROOM_LINK
from .room_options import ROOM, ROOM_EXCLUSIONS, parse_room
from .whole_rooms import DesiredWholeRoom, WholeRoomRules

#: The rooms of a task.
ROOM_LIST: dict[str, Any] = {
    "type": "list",
    "elements": "dict",
    "options": {
        **ROOM,
        "access": {"type": "dict", "options": ACCESS_LISTS, **ACCESS_CONSTRAINTS},
        "links": {"type": "list", "elements": "dict", "options": ROOM_LINK},
    },
    "mutually_exclusive": ROOM_EXCLUSIONS,
}
#: What all of them must keep to.
ROOM_RULES: dict[str, Any] = {
    **ACCESS_RULES,
    "max_removals_total": {"type": "str"},
    "max_archived": {"type": "str", "default": "10"},
    "max_deleted": {"type": "str", "default": "3"},
}


def parse_rooms(
    entries: Iterable[Mapping[str, Any]], now: datetime
) -> tuple[DesiredWholeRoom, ...]:
    """Read the entries of ``rooms``.

    :param now: from when on links may last so many days.
    :raises DocSpaceError: naming what is wrong with an entry; of several, all of them.
    """
    problems: list[DocSpaceError] = []
    found = []
    for entry in entries:
        with collect_errors(problems):
            found.append(_parse(entry, now))
    if problems:
        raise combine_errors(problems)
    return tuple(found)


def parse_room_rules(params: Mapping[str, Any], now: datetime) -> WholeRoomRules:
    """Read the options of :data:`ROOM_RULES`.

    :raises OptionError: if a limit or a length of time is none.
    """
    for option in ("max_archived", "max_deleted"):
        if params[option] is None:  # no limit is no brake
            raise OptionError(option, "is null, an empty value; give one.")
    return WholeRoomRules(
        AccessRules.from_params(params, now),
        parse_limit("max_archived", params["max_archived"]),
        parse_limit("max_deleted", params["max_deleted"]),
    )


def _parse(entry: Mapping[str, Any], now: datetime) -> DesiredWholeRoom:
    place = f'rooms, "{printable(entry["room"])}", '
    room = parse_room(entry, place)
    for option in ("access", "links"):
        if room.is_absent and entry.get(option):
            raise OptionError(f"{place}{option}", "is for rooms that stay; leave it out.")
    access = None
    if entry.get("access") is not None:
        lists = {**entry["access"], "room": entry["room"]}
        # Lists stand one step further in, the room does not.
        access = parse_access(lists, f"{place}access, ")
    links = []
    problems: list[DocSpaceError] = []
    for position, link in enumerate(entry.get("links") or (), start=1):
        with collect_errors(problems):
            where = f"{place}links, entry {position}, "
            links.append(DesiredRoomLink.parse(link, now, where))
    if problems:
        raise combine_errors(problems)
    return DesiredWholeRoom(replace(room, in_list=True), access, tuple(links))
