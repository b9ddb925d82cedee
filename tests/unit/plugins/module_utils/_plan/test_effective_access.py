# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The rule of access, held against what a real server answered to 24 people about 16 rooms."""

from __future__ import annotations

import collections
import collections.abc as c
import json
import pathlib
import re
import typing as t

import pytest

from ansible_collections.onlyoffice.docspace import tests as tests_package
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.access_report_rooms import (
    RoomRows,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.access_snapshot import (
    AccessSnapshot,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.effective_access import (
    ADMINISTRATORS_GROUP,
    DIRECT,
    EVERYONE,
    GROUP,
    LINK,
    OWNER,
    Access,
    effective_access,
    listed_level,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._portal.model.person import (
    Person,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._portal.model.room import (
    LEVELS,
    Entry,
    Room,
)

RECORDED = pathlib.Path(next(iter(tests_package.__path__))) / "recorded"
STATUSES = {1: "active", 2: "disabled", 4: "pending"}
#: The entry that no list shows: the administrators were let in when the recording was prepared.
HIDDEN = ("Effective 06", Entry(ADMINISTRATORS_GROUP, 2, is_group=True))

Exchange = dict[str, t.Any]


class Recording(t.NamedTuple):
    """What was read of people and rooms, and then asked by each of the people."""

    people: dict[str, Person]
    rooms: dict[int, Room]
    entries: dict[int, list[Entry]]
    #: Who asked about which room, and the level that was answered; None if there was none.
    cells: dict[tuple[str, int], int | None]
    listed: dict[tuple[str, int], int | None]


@pytest.fixture(scope="module", name="recorded")
def _recorded() -> Recording:
    text = (RECORDED / "access_effective.jsonl").read_text(encoding="utf-8")
    exchanges = {each["name"]: each for each in map(json.loads, text.splitlines())}
    state = json.loads((RECORDED / "state_rooms.json").read_text(encoding="utf-8"))
    users = {key["name"]: key["user"] for key in state["api_keys"]}
    people = {row["id"]: person(row) for row in response(exchanges["people"])}
    rooms, entries = read_rooms(exchanges)
    cells: dict[tuple[str, int], int | None] = {}
    listed: dict[tuple[str, int], int | None] = {}
    for name, exchange in exchanges.items():
        if re.fullmatch(r"p\d\d-(r\d\d|room)", name):
            number = int(exchange["request"]["path"].rpartition("/")[2])
            is_in = exchange["response"]["status"] == 200
            level = response(exchange)["access"] if is_in else None
            cells[users[key_of(exchange)], number] = level
        elif re.fullmatch(r"p\d\d-list-active", name) and exchange["response"]["status"] == 200:
            user, levels = users[key_of(exchange)], levels_in_lists(exchanges, name)
            listed.update({(user, number): levels.get(number) for number in rooms})
    return Recording(people, rooms, entries, cells, listed)


def test_computes_all_that_was_answered_about_one_room(recorded: Recording) -> None:
    assert len(recorded.cells) == 178
    for (user, number), level in recorded.cells.items():
        entries = recorded.entries[number]
        found = effective_access(recorded.people[user], recorded.rooms[number], entries)
        assert (found and found.level) == level, (user, recorded.rooms[number].title)


def test_a_report_tells_all_that_was_answered_about_one_room(recorded: Recording) -> None:
    entries = {room.id: recorded.entries[number] for number, room in recorded.rooms.items()}
    snapshot = AccessSnapshot(recorded.rooms.values(), entries, recorded.people.values())
    made = {room.id: RoomRows(snapshot).of(room) for room in recorded.rooms.values()}
    administrators = {person.id for person in snapshot.administrators}
    for (user, number), level in recorded.cells.items():
        room = recorded.rooms[number]
        levels = {row["person"]: row["level"] for row in made[room.id]["access"]}
        if user in administrators:
            levels.setdefault(user, "administrator")
        words = {None: (None,), 0: ("owner", "administrator"), 3: ("administrator",)}
        expected = words.get(level) or (LEVELS[level or 0],)
        assert levels.get(user) in expected, (user, room.title)


def test_computes_all_that_the_lists_said(recorded: Recording) -> None:
    assert len(recorded.listed) == 288
    for (user, number), level in recorded.listed.items():
        room = recorded.rooms[number]
        entries = [*recorded.entries[number], *([HIDDEN[1]] if room.title == HIDDEN[0] else [])]
        assert listed_level(recorded.people[user], room, entries) == level, (user, room.title)


def test_only_administrators_are_let_in_by_what_no_list_shows(recorded: Recording) -> None:
    wrong = [
        recorded.people[user].type
        for (user, number), level in recorded.listed.items()
        if listed_level(recorded.people[user], recorded.rooms[number], recorded.entries[number])
        != level
    ]
    assert collections.Counter(wrong) == {"docspace_admin": 2, "owner": 1}


EVA = Person("eva", "Eva", "eva@example.org", "eva", "active", type="user", groups={"g": "G"})
ROOM = Room("7", "Plans", "olga")


@pytest.mark.parametrize(
    ("entries", "link_level", "expected"),
    [
        ([], None, None),
        ([], 6, Access(6, LINK)),
        ([Entry("eva", 2), Entry("g", 11, is_group=True)], 10, Access(2, DIRECT)),
        (
            [Entry("g", 6, is_group=True), Entry(EVERYONE, 2, is_group=True)],
            10,
            Access(6, GROUP, ("g",)),
        ),
        (
            [Entry("g", 2, is_group=True), Entry(EVERYONE, 2, is_group=True)],
            None,
            Access(2, GROUP, ("g", EVERYONE)),
        ),
        ([Entry("other", 10), Entry(ADMINISTRATORS_GROUP, 2, is_group=True)], None, None),
    ],
)
def test_tells_why_somebody_is_in(
    entries: list[Entry], link_level: int | None, expected: Access | None
) -> None:
    assert effective_access(EVA, ROOM, entries, link_level) == expected


def test_an_entry_of_the_owner_changes_nothing() -> None:
    olga = Person("olga", "Olga", "olga@example.org", "olga", "active", type="user")
    entries = [Entry("olga", 1, is_owner=True), Entry("olga", 2, is_owner=True)]
    found = effective_access(olga, ROOM, entries)
    assert found == Access(0, OWNER)
    assert found.manages


def test_links_open_nothing_in_the_archive() -> None:
    archived = Room("7", "Plans", "olga", archived=True)
    assert effective_access(EVA, archived, [], link_level=10) is None
    assert listed_level(EVA, archived, [], link_level=10) is None


def response(exchange: Exchange) -> t.Any:
    return exchange["response"]["body"]["response"]


def key_of(exchange: Exchange) -> str:
    return str(exchange["request"]["headers"]["Authorization"][len("Bearer <") : -1])


def person(row: dict[str, t.Any]) -> Person:
    kind = "owner" if row["isOwner"] else "docspace_admin" if row["isAdmin"] else "user"
    groups = {group["id"]: group["id"] for group in row.get("groups", ())}
    return Person(row["id"], "", "", "", STATUSES[row["status"]], type=kind, groups=groups)


def read_rooms(exchanges: dict[str, Exchange]) -> tuple[dict[int, Room], dict[int, list[Entry]]]:
    """The rooms as the portal's owner sees them in lists, and the pages of their entries."""
    rooms: dict[int, Room] = {}
    for name in ("p01-list-active", "p01-list-archive"):
        for row in response(exchanges[name])["folders"]:
            archived, owner = row["rootFolderType"] == 20, row["createdBy"]["id"]
            rooms[row["id"]] = Room(str(row["id"]), row["title"], owner, archived)
    entries: dict[int, list[Entry]] = {number: [] for number in rooms}
    for name, exchange in exchanges.items():
        if re.fullmatch(r"r\d\d-share-\d+", name):
            number = int(exchange["request"]["path"].split("/")[-2])
            entries[number] += map(entry, response(exchange))
    return rooms, entries


def entry(row: dict[str, t.Any]) -> Entry:
    group = row.get("sharedToGroup")
    subject = group or row["sharedToUser"]
    return Entry(subject["id"], row["access"], is_group=bool(group), is_owner=row["isOwner"])


def levels_in_lists(exchanges: c.Mapping[str, Exchange], active: str) -> dict[int, int]:
    """What the two lists of somebody say."""
    lists = (exchanges[active], exchanges[active.replace("active", "archive")])
    return {row["id"]: row["access"] for each in lists for row in response(each)["folders"]}
