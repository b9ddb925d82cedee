# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""What people have besides their groups: the nouns of a preview."""

from __future__ import annotations

from dataclasses import dataclass

from .._portal.model.room import Room


@dataclass(frozen=True)
class Belongings:
    """What somebody has; None is what a key does not see.

    :param owned: rooms of theirs, those in the archive included.
    :param entered: rooms of others in which they have an entry of their own, not only by a group.
    :param keys: the names of their API keys that are not switched off.
    """

    owned: tuple[Room, ...] | None = None
    entered: tuple[Room, ...] | None = None
    keys: tuple[str, ...] | None = None
