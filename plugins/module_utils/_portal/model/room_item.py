# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""A folder or file inside of a room."""

from __future__ import annotations

from dataclasses import dataclass

FOLDER, FILE = "folder", "file"


@dataclass(frozen=True)
class RoomItem:
    """A folder or file inside of a room, at any depth.

    :param type: :data:`FOLDER` or :data:`FILE`, which are numbered apart.
    :param is_shared: whether it has links of its own, those that have ended included.
    """

    type: str
    number: int
    title: str
    is_shared: bool = False

    @property
    def id(self) -> str:
        """By which it is told apart from folders and files."""
        return f"{self.type} {self.number}"
