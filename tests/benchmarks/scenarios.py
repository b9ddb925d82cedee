# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Which jobs are done by whom."""

from __future__ import annotations

from . import competitors as who
from .portals import LINKED
from .work import Accounts, Memberships, Rooms, Scenario


def scenarios(quick: bool) -> list[Scenario]:
    """All scenarios; the quick ones are a tenth as large."""
    part = 10 if quick else 1
    groups, people, large, huge = 200 // part, 2000 // part, 1000 // part, 10000 // part
    return [
        Memberships(
            "loop",
            f"{groups} groups of 50, remove 2 members of each",
            size=50, groups=groups, people=people, leaving=2, exact=False,
            competitors=(who.EMPTY, who.GROUP_MEMBERS, who.MEMBERSHIPS, who.SCRIPT, who.SCRIPT_SAME,
                         who.VENDOR, who.MEMBERSHIPS_APART, who.GROUP_MEMBERS_APART,
                         who.URI_REMOVE),
        ),
        Memberships(
            "nothing",
            f"{groups} groups of 50, {people:,} people, nothing to do",
            size=50, groups=groups, people=people, leaving=0, exact=True,
            competitors=(who.EMPTY, who.MEMBERSHIPS, who.MEMBERSHIPS_APART, who.SCRIPT,
                         who.URI_READ),
        ),
        Memberships(
            "large",
            f"One group of {large:,}, remove 2 members",
            size=large, groups=1, people=2 * large, leaving=2, exact=False,
            competitors=(who.EMPTY, who.GROUP_MEMBERS, who.GROUP_MEMBERS_APART,
                         who.SCRIPT_NAIVE, who.SCRIPT),
        ),
        Memberships(
            "large-nothing",
            f"One group of {large:,}, the 2 to remove are no members",
            size=large, groups=1, people=2 * large, leaving=2, exact=False,
            competitors=(who.EMPTY, who.GROUP_MEMBERS, who.GROUP_MEMBERS_APART,
                         who.SCRIPT_NAIVE, who.SCRIPT),
            done=True,
        ),
        Memberships(
            "huge",
            f"One group of {huge:,}, make it exactly {huge - huge // 100:,} of them",
            size=huge, groups=1, people=huge, leaving=huge // 100, exact=True,
            competitors=(who.EMPTY, who.GROUP_MEMBERS, who.GROUP_MEMBERS_APART, who.SCRIPT_WHOLE),
        ),
        Memberships(
            "single",
            "One task, one group of 50, remove 2 members",
            size=50, groups=1, people=200, leaving=2, exact=False,
            competitors=(who.EMPTY, who.GROUP_MEMBERS, who.GROUP_MEMBERS_APART, who.DEBUG, who.PING,
                         who.URI_READ),
        ),
        Accounts(
            "people",
            f"{people:,} people, nothing to do",
            size=people, groups=groups,
            competitors=(who.EMPTY, who.USERS, who.USERS_APART, who.SAME_REQUESTS),
        ),
        Rooms(
            "rooms",
            f"{groups} rooms of 12 people and 2 groups, {groups // LINKED} with links;"
            f" {people:,} people, {groups} groups; nothing to do",
            size=groups, people=people, groups=groups,
            competitors=(who.EMPTY, who.SCRIPT_ROOMS, who.SAME_REQUESTS),
        ),
    ]  # fmt: skip


def growth(quick: bool) -> dict[str, list[Memberships]]:
    """The same work at three sizes, by what grows."""
    steps = (10, 30, 100) if quick else (10, 100, 1000)
    ours = (who.EMPTY, who.GROUP_MEMBERS, who.MEMBERSHIPS, who.SCRIPT)
    return {
        "groups": [
            Memberships(
                f"groups-{step}", f"{step:,} groups of 50, remove 2 members of each",
                size=50, groups=step, people=10 * step, leaving=2, exact=False, competitors=ours,
            )
            for step in steps
        ],
        "members": [
            Memberships(
                f"members-{10 * step}", f"One group of {10 * step:,}, make it exactly 99 % of them",
                size=10 * step, groups=1, people=10 * step, leaving=step // 10, exact=True,
                competitors=ours,
            )
            for step in steps
        ],
    }  # fmt: skip
