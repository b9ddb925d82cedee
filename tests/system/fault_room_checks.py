# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What a task about a room says of it, held against the truth."""

from __future__ import annotations

from typing import Any

_SETTINGS = {
    "indexing": "indexing",
    "deny_download": "denies_download",
    "lifetime": "lifetime",
    "watermark": "watermark",
    "color": "color",
    "cover": "cover",
}
#: Whose the key is.
CALLER = "66faa6e4-f133-11ea-b126-00ffeec8b4ef"
#: The highest number of a room that is there before a task.
_LAST_BEFORE = 900

Facts = dict[str, Any]
Result = dict[str, Any]


def known_room(room: Facts) -> str:
    """A room by its id, or by its title if the task has made it, as its id may be any."""
    return str(room["title"] if room["id"] > _LAST_BEFORE else room["id"])


def comparable_room(row: Result) -> Result:
    """A room of a result without an id that may be any."""
    is_new = row["id"] is None or int(row["id"]) > _LAST_BEFORE
    return {**row, "id": row["title"] if is_new else row["id"]}


def comparable_whole_room(row: Result) -> Result:
    """A row of a room with its links, without ids that may be any; of other modules, as it is."""
    if "room" not in row:
        return row
    return {
        **row,
        "id": None,
        "room": row["room"] and comparable_room(row["room"]),
        "links": [{**link, "id": None} for link in row["links"]],
    }


def room_facts(state: Facts) -> dict[str, Facts]:
    """What there is of all rooms."""
    found = {}
    for room in state.get("rooms", ()):
        key = known_room(room)
        assert key not in found, key
        found[key] = {
            "title": room["title"],
            "archived": room["archived"],
            "owner": room["owner"],
            **{option: room.get("settings", {}).get(name) for option, name in _SETTINGS.items()},
            "tags": sorted(room.get("settings", {}).get("tags", ())),
        }
    return found


def check_room(result: Result, before: dict[str, Facts], after: dict[str, Facts]) -> None:
    """What is said to be done is what was done."""
    told = result.get("changes")
    if told is None:
        return
    done = set(told)
    made = after.keys() - before.keys()
    gone = before.keys() - after.keys()
    assert ("created" in done) == bool(made), (told, made)
    assert ("deleted" in done) == bool(gone), (told, gone)
    if made:
        # All at once, or in writes of their own.
        assert ("owner" in done) == (after[made.pop()]["owner"] != CALLER)
        return
    if gone:
        return
    changed = {
        option
        for key, was in before.items()
        for option, value in was.items()
        if after[key][option] != value
    }
    moved = {"archived"} & changed and {"archived", "unarchived"} & done
    assert bool(moved) == ("archived" in changed), (told, changed)
    assert done - {"archived", "unarchived"} == changed - {"archived"}, (told, changed)
    room = result.get("room")
    if room:
        truth = after[room["id"]]
        for key in ("title", "archived", "tags"):
            assert room[key] == truth[key], (room, truth)
        assert room["owner"]["id"] == truth["owner"]
