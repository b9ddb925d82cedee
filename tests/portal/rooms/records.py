# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What a portal keeps of a room.

A state file has them as `rooms`, each like this; `archived` and `shares` may be left out:

    {"id": 7, "title": "Plans", "type": 5, "owner": "b0...", "archived": false,
     "shares": [{"user": "c0...", "access": 2}, {"group": "10...", "access": 10}]}
"""

from __future__ import annotations

import dataclasses
import typing as t

from ..journal import Entry

FORMS, EDITING, CUSTOM, PUBLIC, DATA, AGENT = 1, 2, 5, 6, 8, 9

# The words for them in queries and bodies, and the type of their folder.
ROOM_TYPES = {
    "FillingFormsRoom": FORMS,
    "EditingRoom": EDITING,
    "CustomRoom": CUSTOM,
    "PublicRoom": PUBLIC,
    "VirtualDataRoom": DATA,
    "AiRoom": AGENT,
}
FOLDER_TYPES = {FORMS: 15, EDITING: 16, CUSTOM: 19, PUBLIC: 22, DATA: 29, AGENT: 34}

NONE, READ_WRITE, READ, RESTRICT, VARIES, REVIEW, COMMENT, FILL_FORMS = range(8)
CUSTOM_FILTER, MANAGER, EDIT, CREATOR = range(8, 12)
ACCESS = {
    "None": NONE,
    "ReadWrite": READ_WRITE,
    "Read": READ,
    "Restrict": RESTRICT,
    "Varies": VARIES,
    "Review": REVIEW,
    "Comment": COMMENT,
    "FillForms": FILL_FORMS,
    "CustomFilter": CUSTOM_FILTER,
    "RoomManager": MANAGER,
    "Editing": EDIT,
    "ContentCreator": CREATOR,
}
#: From the strongest to the weakest.
STRENGTH = (READ_WRITE, MANAGER, CREATOR, EDIT, FILL_FORMS, REVIEW, COMMENT, READ)

#: What people and groups can be in a room; people who may have rooms can be managers, too.
LEVELS = {
    CUSTOM: {READ, REVIEW, COMMENT, EDIT, CREATOR},
    DATA: {READ, FILL_FORMS, EDIT, CREATOR},
    EDITING: {READ, EDIT, CREATOR},
    PUBLIC: {CREATOR},
    FORMS: {FILL_FORMS, CREATOR},
    AGENT: {READ, CREATOR},
}
#: What groups can be where it is something else.
GROUP_LEVELS = {AGENT: {READ}}

#: The sections in which rooms stand: their number, type and title.
ACTIVE_ROOT, ARCHIVE_ROOT = (1, 14, "Rooms"), (3, 20, "Archive")
AREAS = {"Active": 0, "Archive": 1, "Any": 2, "Templates": 5}


@dataclasses.dataclass
class Share:
    """What somebody, or a group, may do in a room, and who said so."""

    access: int
    giver: str
    is_group: bool = False


@dataclasses.dataclass
class Link:
    """A link into a room; `maker` is whose invitation it is."""

    id: str
    title: str
    access: int
    maker: str

    @property
    def token(self) -> str:
        """What stands for the link in its address."""
        return self.id.replace("-", "")[:16]


@dataclasses.dataclass
class Event:
    """What was done in a room, by whom; `data` holds ids where the API shows people."""

    number: int
    action: str
    initiator: str
    data: dict[str, t.Any]
    date: str


@dataclasses.dataclass
class Room:
    """A room; `shares` has the entries of people and groups, by their ids."""

    id: int
    title: str
    type: int
    owner: str
    archived: bool = False
    shares: dict[str, Share] = dataclasses.field(default_factory=dict)
    #: Who changed it last.
    editor: str = ""
    links: list[Link] = dataclasses.field(default_factory=list)
    events: list[Event] = dataclasses.field(default_factory=list)

    def __post_init__(self) -> None:
        self.editor = self.editor or self.owner

    @property
    def root(self) -> tuple[int, int, str]:
        """The section in which it stands."""
        return ARCHIVE_ROOT if self.archived else ACTIVE_ROOT


def room_from(entry: Entry) -> Room:
    """A room of a state file."""
    owner = entry["owner"].lower()
    return Room(
        id=entry["id"],
        title=entry["title"],
        type=entry["type"],
        owner=owner,
        archived=entry.get("archived", False),
        shares=dict(_share_from(share, owner) for share in entry.get("shares", ())),
        editor=entry.get("editor", owner),
        links=[Link(**link) for link in entry.get("links", ())],
        events=[Event(**event) for event in entry.get("events", ())],
    )


def room_entry(room: Room) -> Entry:
    """A room as a state file holds it."""
    entry: Entry = {
        "id": room.id,
        "title": room.title,
        "type": room.type,
        "owner": room.owner,
        "archived": room.archived,
        "shares": [_share_entry(id, room.shares[id], room.owner) for id in sorted(room.shares)],
    }
    # Only where there is something to say.
    if room.editor != room.owner:
        entry["editor"] = room.editor
    for name in ("links", "events"):
        listed = [dataclasses.asdict(each) for each in getattr(room, name)]
        if listed:
            entry[name] = listed
    return entry


def _share_from(entry: Entry, owner: str) -> tuple[str, Share]:
    is_group = "group" in entry
    subject = entry["group"] if is_group else entry["user"]
    return subject.lower(), Share(entry["access"], entry.get("giver", owner), is_group)


def _share_entry(subject: str, share: Share, owner: str) -> Entry:
    entry: Entry = {"group" if share.is_group else "user": subject, "access": share.access}
    if share.giver != owner:
        entry["giver"] = share.giver
    return entry
