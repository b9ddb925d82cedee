# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What a portal keeps of a room.

A state file has them as `rooms`, each like this; all behind the owner may be left out:

    {"id": 7, "title": "Plans", "type": 5, "owner": "b0...", "archived": false,
     "shares": [{"user": "c0...", "access": 2}, {"group": "10...", "access": 10}],
     "settings": {"tags": ["alpha"]}}
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
ACTIVE_ROOT, ARCHIVE_ROOT = (1, 14, "Rooms"), (2_000_003, 20, "Archive")
TEMPLATES_ROOT = (2_000_004, 30, "")
#: Of these the server draws one for a room that is given none.
COLORS = ("61C059", "FF6680", "FF9933", "FFCC33", "6191F2", "7757D9", "B45EB1", "57C9C9")
AREAS = {"Active": 0, "Archive": 1, "Any": 2, "Templates": 5}


@dataclasses.dataclass
class Share:
    """What somebody, or a group, may do in a room, and who said so."""

    access: int
    giver: str
    is_group: bool = False


@dataclasses.dataclass
class Event:
    """What was done in a room, by whom; `data` holds ids where the API shows people."""

    number: int
    action: str
    initiator: str
    data: dict[str, t.Any]
    date: str


@dataclasses.dataclass
class Settings:
    """What a room has beside its title and its people."""

    tags: list[str] = dataclasses.field(default_factory=list)
    color: str = COLORS[0]
    #: The id of a picture.
    cover: str = ""
    indexing: bool = False
    denies_download: bool = False
    #: As the API has them.
    lifetime: dict[str, t.Any] | None = None
    watermark: dict[str, t.Any] | None = None
    #: Bytes; None where the quota of all rooms counts.
    quota: int | None = None
    saves_as_xlsx: bool = True
    sends_to_database: bool = False


@dataclasses.dataclass
class Room:
    """A room or a template; `shares` has the entries of people and groups, by their ids."""

    id: int
    title: str
    type: int
    owner: str
    archived: bool = False
    is_template: bool = False
    shares: dict[str, Share] = dataclasses.field(default_factory=dict)
    #: Who changed it last.
    editor: str = ""
    settings: Settings = dataclasses.field(default_factory=Settings)
    #: Who has it at the top of their list.
    pinned_by: list[str] = dataclasses.field(default_factory=list)
    events: list[Event] = dataclasses.field(default_factory=list)

    def __post_init__(self) -> None:
        self.editor = self.editor or self.owner

    @property
    def root(self) -> tuple[int, int, str]:
        """The section in which it stands."""
        if self.is_template:
            return TEMPLATES_ROOT
        return ARCHIVE_ROOT if self.archived else ACTIVE_ROOT

    @property
    def holder(self) -> str:
        """What its links lead to."""
        return f"room {self.id}"


def room_from(entry: Entry) -> Room:
    """A room of a state file."""
    owner = entry["owner"].lower()
    return Room(
        id=entry["id"],
        title=entry["title"],
        type=entry["type"],
        owner=owner,
        archived=entry.get("archived", False),
        is_template=entry.get("is_template", False),
        shares=dict(_share_from(share, owner) for share in entry.get("shares", ())),
        editor=entry.get("editor", owner),
        settings=Settings(**entry.get("settings", {})),
        pinned_by=list(entry.get("pinned_by", ())),
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
    usual = dataclasses.asdict(Settings())
    values = dataclasses.asdict(room.settings)
    seldom = {
        "is_template": room.is_template,
        "settings": {n: value for n, value in values.items() if value != usual[n]},
        "pinned_by": list(room.pinned_by),
        "events": [dataclasses.asdict(event) for event in room.events],
    }
    return entry | {name: value for name, value in seldom.items() if value}


def _share_from(entry: Entry, owner: str) -> tuple[str, Share]:
    is_group = "group" in entry
    subject = entry["group"] if is_group else entry["user"]
    return subject.lower(), Share(entry["access"], entry.get("giver", owner), is_group)


def _share_entry(subject: str, share: Share, owner: str) -> Entry:
    entry: Entry = {"group" if share.is_group else "user": subject, "access": share.access}
    if share.giver != owner:
        entry["giver"] = share.giver
    return entry
