# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""The scopes that a key needs for plans about rooms."""

from __future__ import annotations

from collections.abc import Sequence

from .rooms import RoomPlan

#: What the calls need that change a room's owner, and that wait for work on it.
GIVES, WAITS = "files:write", "files:read"


def needed_scopes(plans: Sequence[RoomPlan], beside: bool = False) -> list[str]:
    """What the key must open for some plans.

    :param beside: only what a key for rooms does not.
    """
    scopes = [] if beside or not any(plan.changes for plan in plans) else ["rooms:write"]
    if any(plan.handover for plan in plans):
        scopes.append(GIVES)
    elif any(plan.moves for plan in plans):
        scopes.append(WAITS)
    return scopes
