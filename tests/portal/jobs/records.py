# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What a portal keeps of a job: what it goes on doing after it has answered."""

from __future__ import annotations

import dataclasses
import typing as t

TYPE, REASSIGN, REMOVE = "UpdateUserType", "Reassign", "Remove"
ARCHIVE, UNARCHIVE, DELETE = "Archive", "Unarchive", "Delete"
#: Jobs that move or delete rooms, which the server calls operations.
OPERATIONS = (ARCHIVE, UNARCHIVE, DELETE)
#: Jobs that make a template of a room, and a room from a template: one of each at a time.
TEMPLATE, FROM_TEMPLATE = "Template", "FromTemplate"
COPIES = (TEMPLATE, FROM_TEMPLATE)

RUNNING, DONE, CANCELED, FAILED = 1, 2, 3, 4

#: What a test can make of a job: it fails, or it never ends.
FAILS, STAYS = "fails", "stays"


@dataclasses.dataclass
class Job:
    """A job for a person or a room, and how far it is."""

    kind: str
    subject: str
    #: Who started it.
    caller: str
    began: float = 0.0
    id: str = ""
    #: The type that the person is to have, who is to get what is theirs, and whether they stay.
    type: str = ""
    successor: str = ""
    deletes: bool = False
    #: What a copy of a room is to have, and the number of what was made.
    wanted: dict[str, t.Any] = dataclasses.field(default_factory=dict)
    made: int = -1
    #: How many rooms or folders were moved or deleted.
    processed: int = 0
    #: The name of the person, who may be gone when the job has begun.
    name: str = ""
    #: What a test makes of it; a number is that of the questions until it ends.
    fault: str | int | None = None
    polls: int = 0
    #: When it was to be seen doing something.
    changed: float = 0.0
    percentage: int = 0
    status: int = RUNNING
    is_completed: bool = False
    error: str = ""
