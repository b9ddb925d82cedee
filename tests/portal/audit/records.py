# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What a portal keeps of a row of its audit trail, and of its log-ins.

A state file has them as `audit`, all parts of which may be left out:

    {"delay": 1.2, "rows": [{"number": 5070, "user": "c0...", "at": "2026-11-27T01:10:11Z",
     "values": [], "targets": ["7"], "context": "Plans"}],
     "logins": [{"number": 1013, "user": "71...", "at": "...", "login": "eva@example.org"}]}
"""

from __future__ import annotations

import dataclasses
import datetime
import typing as t

from ..journal import Entry

CREATE, UPDATE, DELETE, SEND, REASSIGNS, LOGOUT = 1, 2, 3, 8, 16, 19
USER, GROUP, ROOM, TAG = 23, 24, 25, 26
DOCUMENTS, SETTINGS, CONTACTS = 2, 7, 8
_ROOMS, _SETTINGS, _CONTACTS, _SHARING = 27, 29, 30, 3


@dataclasses.dataclass(frozen=True)
class Kind:
    """What all rows of one number have in common."""

    #: With a place for each value.
    text: str
    type: int = UPDATE
    product: int = CONTACTS
    location: int = _CONTACTS
    entries: tuple[int, ...] = (USER,)
    #: Whether it says by which call it was done; the work of jobs never does.
    has_page: bool = True


def _group(text: str, what: int) -> Kind:
    return Kind(text, what, entries=(GROUP,))


def _room(text: str, what: int = UPDATE, entry: int = ROOM, has_page: bool = False) -> Kind:
    return Kind(text, what, DOCUMENTS, _ROOMS, (entry,), has_page)


def _setting(text: str, what: int = UPDATE, has_page: bool = True) -> Kind:
    return Kind(text, what, SETTINGS, _SETTINGS, (), has_page)


KINDS = {
    4006: Kind("User Updated: {}"),
    4007: Kind("Language Updated"),
    4014: Kind("Users [{}]. Sent Email Change Instructions", SEND),
    4015: Kind("Users [{}]. Sent Password Change Instructions", SEND),
    4018: Kind("User Deleted: {}", DELETE),
    4019: Kind("Users [{}]. Updated Type"),
    4020: Kind("Users [{}]. Updated Status"),
    4021: Kind("Users [{}]. Activation Instructions Sent"),
    4022: Kind("Users Deleted: {}", DELETE),
    4026: _group("Group Created: {}", CREATE),
    4027: _group("Group Updated: {}", UPDATE),
    4028: _group("Group Deleted: {}", DELETE),
    4030: Kind("Data Reassigned: from user {} to user {}", REASSIGNS),
    4031: Kind("User data for {} has been deleted", DELETE),
    4036: Kind("Active Connections Logged Out for User: {}", LOGOUT),
    4037: Kind("User {} sent an invitation to {} to join this DocSpace", CREATE),
    5069: Kind(
        "Access settings for external links updated", UPDATE, DOCUMENTS, _SHARING, (), False
    ),
    5070: _room("Room created", CREATE, has_page=True),
    5071: _room("Room renamed: {}"),
    5072: _room("Room archived"),
    5073: _room("Room unarchived"),
    5074: _room("Room deleted", DELETE),
    5075: _room("{} appointed: {}"),
    5076: _room("Tag created: {}", CREATE, TAG),
    5077: _room("Tags deleted: {}", DELETE, TAG),
    5078: _room("Added tags: [{}]", has_page=True),
    5079: _room("Deleted tags: [{}]", has_page=True),
    5084: _room("Deleted user: {}"),
    5085: _room("Added user: {}. Role: {}"),
    5086: _room("Link created. Role: {}"),
    5088: _room("External link created: {}. Role: {}"),
    5089: _room("External link updated: {}. Role: {}"),
    5090: _room("External link deleted: {}", has_page=True),
    5094: _room("Added group: {}. Role: {}"),
    5095: _room("{} appointed: {}"),
    5096: _room("Deleted group: {}"),
    5109: _room("Room: {}. Deny download enabled", has_page=True),
    5110: _room("Room: {}. Deny download disabled", has_page=True),
    5116: _room("Life time is set. Value: {}. Period: {}. Permanently Delete: {}"),
    5159: _room(""),
    6004: _setting("Password Strength Settings Updated"),
    6032: _setting("Cookie Settings Updated"),
    6043: _setting("Disabled default storage quota for users"),
    6049: _setting("Rooms [{}]. Set custom storage quota for rooms: {}", has_page=False),
    6052: _setting("Users [{}]. Set custom storage quota for users: {}"),
    6058: _setting("User Api Key Created: {}", CREATE),
    6059: _setting("User Api Key Updated: {}"),
    6060: _setting("User Api Key Deleted: {}", DELETE),
    6093: _setting("Invitation settings updated"),
}
LOGINS = {
    1000: "Successful Login",
    1006: "Logout",
    1010: "Successful Login via API",
    1013: "Failed Login via API",
    1029: "Login success via login and password",
}
#: Rows that are stored, and never shown; to ask for them is an error of the server.
HIDDEN = (5098, 5103)


@dataclasses.dataclass(frozen=True)
class Row:
    """Something that was done, or a log-in."""

    id: int
    number: int
    user: str
    at: datetime.datetime
    values: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    #: The title of a room.
    context: str = ""
    #: The address of the call; empty if the row does not tell.
    page: str = ""
    #: What was typed to log in.
    login: str = ""
    #: Seconds of the clock of :func:`time.monotonic` from which on it can be read.
    shown_from: float = 0.0


def row_from(id: int, entry: Entry) -> Row:
    """A row of a state file."""
    values: dict[str, t.Any] = {n: tuple(map(str, entry.get(n, ()))) for n in ("values", "targets")}
    values |= {name: entry[name] for name in ("context", "page", "login") if name in entry}
    at = datetime.datetime.fromisoformat(entry["at"].replace("Z", "+00:00"))
    return Row(id, entry["number"], entry["user"], at, **values)
