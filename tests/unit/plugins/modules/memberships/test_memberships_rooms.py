# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""`show_rooms` of `memberships`."""

from __future__ import annotations

from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.memberships.tasks import (
    task,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.rooms import furnish, shared_room

OWNER = "66faa6e4-f133-11ea-b126-00ffeec8b4ef"
ENGINEERING = "10000000-0000-4000-8000-000000000004"


def test_rooms_and_what_they_cost(site):
    furnish(site, shared_room(12, "Contracts", OWNER, groups={ENGINEERING: 10}))
    entries = [{"group": "Engineering", "remove": ["user04"], "add": ["user12"]}]
    without = task(site, *entries, check_mode=True)["requests"]["read"]

    result = task(site, *entries, check_mode=True, show_rooms=True)

    assert result["diff"][-1]["prepared"].splitlines() == [
        'rooms of user04@example.org: "Contracts" (12): editor (by group Engineering) -> none',
        'rooms of user12@example.org: "Contracts" (12): none -> editor (by group Engineering)',
    ]
    # Active and archived rooms of the group, and the entries of one; whose key it is is known.
    assert result["requests"] == {"read": without + 3, "write": 0}
