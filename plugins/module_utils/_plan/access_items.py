# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""What was found out about links on folders and files inside of rooms."""

from __future__ import annotations

from dataclasses import dataclass

from .._portal.model.room_item import RoomItem
from .._portal.model.room_link import RoomLink


@dataclass(frozen=True)
class SharedItem:
    """A folder or file that has links of its own.

    :param links: None if they are not shown to the person whose key it is.
    """

    item: RoomItem
    links: tuple[RoomLink, ...] | None


@dataclass(frozen=True)
class ItemsOfRoom:
    """What of a room's folders and files has links.

    :param unread: how many folders were not looked into.
    """

    shared: tuple[SharedItem, ...] = ()
    unread: int = 0
