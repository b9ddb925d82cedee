# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Work on rooms in the background: moving and deleting them, and making them from templates."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Operation:
    """Moving or deleting rooms; the portal shows one that is over only once.

    :param percentage: how far it is.
    :param is_completed: whether it is over.
    :param error: what the portal says of why it was not done; empty if it was.
    """

    id: str
    percentage: int
    is_completed: bool
    error: str = ""


@dataclass(frozen=True)
class TemplateJob:
    """Making a room from a template; of one at a time, the portal shows the last.

    :param room_id: of the room that it makes; None as long as there is none.
    :param error: what the portal says of why it was not made; empty if it was.
    """

    room_id: str | None
    percentage: int
    is_completed: bool
    error: str = ""
