# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What a call costs the real server, in seconds.

Medians of release 3.7.2 on a quiet machine with two cores, warm; between the measured points
the time is interpolated, behind the last one it grows as before.
"""

from __future__ import annotations

import collections.abc as c
import dataclasses

Points = c.Sequence[tuple[int, float]]

# Anything with an API key: 32-40 ms, of which checking the key takes 25-30 ms.
REFUSED = 0.028
BASE = 0.036
# GET group/{id} with 50 / 100 / 1000 members: 50 / 110 / 250-400 ms.
READ_MEMBERS: Points = ((0, 0.038), (50, 0.050), (100, 0.110), (1000, 0.325))
# A page of 100: group 60-130 ms, people/simple/filter 45-65 ms, people/filter 80-130 ms.
GROUP_ROW, SIMPLE_ROW, FULL_ROW = 0.00060, 0.00020, 0.00070
# Writing 1-2 members in a group of 50 / 100 / 1000: 140-220 / 140-190 / 310-440 ms, of which
# the ids themselves take the part below; whether they are members makes no difference.
WRITE_MEMBERS: Points = ((0, 0.090), (50, 0.110), (100, 0.120), (1000, 0.310))
# Writing 10 / 100 / 1000 ids: 0.7-0.9 / 3.5-4.5 / 35 s.
WRITE_IDS: Points = ((0, 0.0), (2, 0.080), (10, 0.700), (100, 3.900), (1000, 34.700))
# Making one account: 181 ms; inviting 1 / 50: 0.15 / 8.2 s; for each person, switching one off
# 230 ms, on 140 ms, another type 1.1 s. The plan: 92 ms.
MAKE_PERSON, SWITCH_OFF, SWITCH_ON, CHANGE_TYPE, READ_PLAN = 0.145, 0.230, 0.140, 1.1, 0.056
INVITE: Points = ((0, 0.0), (1, 0.117), (50, 8.200))
# A list of 100 rooms 450 ms, that of those of one person 71 ms, one room 53 ms, who is in a room
# with 15 entries 140 ms, its links 42 ms; one in or out 67 or 107 ms, 14 at once 200 ms; one into
# or out of 40 rooms 0.43 or 1.64 s; making a room 134 ms, changing its title 190 ms, a link 171 ms.
ROOM_ROW, OF_SUBJECT, READ_ROOM, SHARE_ROW, READ_LINKS = 0.0040, 0.031, 0.017, 0.0070, 0.006
SHARE_ROOM, SHARE_IN, SHARE_OUT, LEAVE_ROOM = 0.020, 0.010, 0.040, 0.011
MAKE_ROOM, CHANGE_ROOM, PUT_LINK = 0.098, 0.154, 0.135
# 200 reads of who is in a room, 1 / 4 / 8 side by side on two cores: 25 / 21 / 33 s. By how much
# each of them takes longer.
SIDE_BY_SIDE: Points = ((1, 1.0), (4, 3.36), (8, 10.56))
# DELETE of a group of 1000.
DELETE_GROUP = 0.135


@dataclasses.dataclass
class Work:
    """What a call made the server do."""

    members: int = 0
    ids: int = 0
    group_rows: int = 0
    simple_rows: int = 0
    full_rows: int = 0
    writes_members: bool = False
    deletes_group: bool = False
    refused: bool = False
    #: Seconds for changes of people, and for what depends on all of them.
    people: float = 0.0
    #: Seconds for rooms, beside what every call takes.
    rooms: float = 0.0

    def seconds(self, side_by_side: int = 1) -> float:
        """The time that the real server takes for it, with so many calls at work at once."""
        alone = self._alone()
        return alone * interpolate(SIDE_BY_SIDE, side_by_side) if self.rooms else alone

    def _alone(self) -> float:
        if self.refused:
            return REFUSED
        if self.deletes_group:
            return DELETE_GROUP
        if self.writes_members:
            return interpolate(WRITE_MEMBERS, self.members) + interpolate(WRITE_IDS, self.ids)
        rows = (
            self.group_rows * GROUP_ROW + self.simple_rows * SIMPLE_ROW + self.full_rows * FULL_ROW
        )
        read = interpolate(READ_MEMBERS, self.members) if self.members else BASE
        return read + rows + self.people + self.rooms


def interpolate(points: Points, x: int) -> float:
    """The value at x of the line through the points."""
    after = next((at for at, (end, _value) in enumerate(points) if at > 0 and x <= end), -1)
    (x0, y0), (x1, y1) = points[after - 1], points[after]
    return y0 + (y1 - y0) * (x - x0) / (x1 - x0)
