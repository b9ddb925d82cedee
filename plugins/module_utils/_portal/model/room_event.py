# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""What a portal keeps of what was done with a room."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class RoomEvent:
    """A line of the history of a room.

    :param action: what the portal calls it, such as ``RoomCreateUser``.
    :param at: when, in UTC.
    :param by: the id of who did it; None if the portal does not say.
    :param person: the id of whom it was done to, or who owns the room from then on.
    :param former_owner: the id of who owned it until then.
    :param name: of the person, the group or the link.
    :param access: what they are from then on, as a word in the language of the credential's owner.
    """

    id: int
    action: str
    at: str
    by: str | None = None
    person: str | None = None
    group: str | None = None
    former_owner: str | None = None
    former_name: str = ""
    name: str = ""
    access: str = ""
