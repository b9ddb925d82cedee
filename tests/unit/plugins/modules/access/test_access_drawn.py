# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Random lists for random rooms: what is previewed happens, and happens once, and nothing else."""

from __future__ import annotations

import random
from typing import Any

import pytest

from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.errors import DocSpaceError
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.room_levels import (
    LEVEL_NUMBERS,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.entered_rooms import (
    DISABLED,
    DSADMIN,
    EVERYONE,
    GROUP,
    GUEST,
    OWNER,
    ROOMADMIN,
    USER,
    levels,
    room,
    with_rooms,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.access.tasks import task

ROOMS = range(120, 126)
PEOPLE = [DSADMIN, ROOMADMIN, GUEST, DISABLED, *map(USER, range(1, 7))]
GROUPS = [*map(GROUP, (3, 4, 7, 14)), EVERYONE]
#: What most rooms offer to most people.
USUAL = (2, 10, 11)
NAMES = {number: name for name, number in LEVEL_NUMBERS.items()}
OVER, LATER = "2020-01-01", "2999-12-31"


def drawn_levels(draw: random.Random) -> dict[str, int]:
    people = draw.sample(PEOPLE, draw.randint(0, 5)) + draw.sample(GROUPS, draw.randint(0, 2))
    return {each: draw.choice(USUAL) for each in people}


def drawn_entry(draw: random.Random, key: str) -> dict[str, Any]:
    wild = draw.random() < 0.03
    level = draw.choice(sorted(NAMES) if wild else USUAL)
    until = draw.choice([None, None, LATER, OVER])
    entry = {"group" if key in GROUPS else "user": key, "level": NAMES[level]}
    return {**entry, "until": until} if until else entry


def drawn_lists(draw: random.Random, current: dict[str, int]) -> dict[str, Any]:
    """Lists that mostly may be; who is put out is mostly in."""
    usable = [each for each in PEOPLE + GROUPS if each != DISABLED or draw.random() < 0.1]
    named = draw.sample(usable, draw.randint(0, 5))
    if draw.random() < 0.5:
        return {"exact": [drawn_entry(draw, each) for each in named]}
    going = [each for each in current if each not in named and draw.random() < 0.5]
    return {
        "add": [drawn_entry(draw, each) for each in named],
        "remove": [{"group": each} if each in GROUPS else each for each in going],
    }


def expected(current: dict[str, int], lists: dict[str, Any]) -> dict[str, int]:
    """The rule in its simplest form."""
    exact, add = "exact" in lists, lists.get("exact") or lists.get("add") or []
    found = {} if exact else dict(current)
    for each in add:
        key = each.get("group") or each["user"]
        found.pop(key, None)
        if each.get("until") != OVER:
            found[key] = LEVEL_NUMBERS[each["level"]]
    for each in lists.get("remove", ()):
        found.pop(each["group"] if isinstance(each, dict) else each, None)
    return found


def outcome(site: Any, entries: list[dict[str, Any]], check_mode: bool) -> dict[str, Any]:
    try:
        result = task(site, *entries, check_mode=check_mode, parallel=4)
    except DocSpaceError as error:
        result = error.result()
    return {**result, "requests": None}


@pytest.mark.parametrize("seed", range(3))
def test_what_is_previewed_happens_once_and_nothing_else(site, seed):
    draw = random.Random(seed)
    done = 0
    for _portal in range(8):
        rooms = {number: drawn_levels(draw) for number in ROOMS}
        kinds = {number: draw.choice([5, 5, 8, 2]) for number in ROOMS}
        site.state["rooms"] = []
        with_rooms(
            site,
            *(room(number, f"R{number}", rooms[number], OWNER, kinds[number]) for number in ROOMS),
        )
        named = draw.sample(ROOMS, 4)
        wanted = [{"room": str(each), **drawn_lists(draw, rooms[each])} for each in named]

        preview = outcome(site, wanted, check_mode=True)
        assert site.portal.mutations == 0
        result = outcome(site, wanted, check_mode=False)
        written = site.portal.mutations
        site.portal.reset_log()

        assert preview == result
        if "failure" in result:
            assert written == 0
            continue
        done += result["changed"]
        after = {number: levels(site, number) for number in ROOMS}
        lists = dict(zip(named, wanted))
        assert after == {
            number: expected(rooms[number], lists[number]) if number in lists else rooms[number]
            for number in ROOMS
        }
        again = outcome(site, wanted, check_mode=False)
        assert not again["changed"]
        assert site.portal.mutations == 0
        # Who was put out and is still in by a group is said first, and refused from then on.
        if any(row["still_in"] for row in result["rooms"]):
            assert again.get("failure", {}).get("code") in (None, "only_by_group", "several")
        else:
            assert "failure" not in again
    assert done > 2
