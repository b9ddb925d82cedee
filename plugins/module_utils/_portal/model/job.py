# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""What a portal does in the background."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Job:
    """Work in the background about one person.

    :param is_completed: whether it is over; a percentage of 100 may come before that.
    :param failed: whether it ended without doing what it was started for.
    :param error: why, in the portal's words.
    """

    percentage: int
    is_completed: bool
    failed: bool = False
    error: str = ""
