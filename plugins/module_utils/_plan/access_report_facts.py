# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""What a report on access is made of, as it was read at one time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from .._portal.model.group import Group
from .._portal.model.invitation_link import InvitationLink
from .._portal.model.key import Key
from .._portal.model.person import Person
from .._portal.model.room_link import RoomLink
from .access_items import ItemsOfRoom
from .access_snapshot import AccessSnapshot

#: By which a report is known, and how it is laid out.
REPORT, VERSION = "onlyoffice.docspace.access_report", 1
#: What may be in a report beside who gets into which rooms.
LINKS, KEYS, INVITATIONS, SETTINGS = "links", "keys", "invitations", "settings"
HISTORY, ITEMS = "history", "items"
#: Blind spots about what is inside of all rooms, and about a part of one room.
ITEMS_NOT_READ, ITEMS_PARTLY_READ = "items_not_read", "items_partly_read"


@dataclass(frozen=True)
class Counted:
    """How many of something were read, beside how many the portal says that it has."""

    what: str
    counted: int
    portal: int

    @property
    def result(self) -> dict[str, Any]:
        """As a report has it."""
        return {"what": self.what, "counted": self.counted, "portal": self.portal}


@dataclass(frozen=True)
class ReportScope:
    """What a report is about.

    :param rooms: the ids of those that it has; None for all.
    :param people: the same of people.
    :param include: the parts that are asked for, in alphabetical order.
    """

    rooms: tuple[str, ...] | None = None
    people: tuple[str, ...] | None = None
    include: tuple[str, ...] = ()
    redacted: bool = False

    @property
    def result(self) -> dict[str, Any]:
        """As a report has it."""
        return {
            "rooms": None if self.rooms is None else list(self.rooms),
            "people": None if self.people is None else list(self.people),
            "include": list(self.include),
            "redacted": self.redacted,
        }


@dataclass(frozen=True)
class ReportFacts:
    """Everything that was read.

    :param read_by: whose key it is; None if the portal does not say.
    :param managed: the ids of the rooms whose links this person is shown.
    :param links: of the managed rooms that were asked, by the rooms' ids.
    :param current_key: the id of the key that was used.
    :param keys: None if they were not asked for, or are not shown.
    :param invitation_links: by which people join the portal, the same.
    :param settings: the same.
    :param history: what was done to the access to rooms, by the rooms' ids.
    :param history_spots: what of that is not shown.
    :param items: the folders and files with links, by the ids of the rooms whose content is shown;
        None if they were not asked for, or the key does not open them.
    :param refused: what was asked for and is not shown, and why.
    """

    access: AccessSnapshot
    groups: Sequence[Group]
    read_by: Person | None
    completeness: Sequence[Counted] = ()
    managed: frozenset[str] = frozenset()
    links: Mapping[str, Sequence[RoomLink]] = field(default_factory=dict)
    current_key: str = ""
    keys: Sequence[Key] | None = None
    invitation_links: Sequence[InvitationLink] | None = None
    settings: Mapping[str, Any] | None = None
    history: Mapping[str, Sequence[Mapping[str, Any]]] = field(default_factory=dict)
    history_spots: Sequence[Mapping[str, Any]] = ()
    items: Mapping[str, ItemsOfRoom] | None = None
    refused: Mapping[str, str] = field(default_factory=dict)
